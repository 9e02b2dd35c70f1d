"""How near a promise is: past, within the hour, today by the local clock, later."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from governance.tickets.nearness import Near, nearness

SHANGHAI = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 11, 24, 14, 30, tzinfo=UTC)  # 22:30 there


@pytest.mark.parametrize(
    ("left", "near"),
    [
        (timedelta(seconds=-1), Near.LATE),
        (timedelta(0), Near.SOON),
        (timedelta(hours=1), Near.SOON),
        (timedelta(hours=1, seconds=1), Near.TODAY),
        (timedelta(minutes=89), Near.TODAY),
        (timedelta(minutes=90), Near.LATER),
        (timedelta(days=3), Near.LATER),
    ],
)
def test_how_near(left, near):
    assert nearness(NOW + left, NOW, SHANGHAI) is near
