"""How often the administrators hear of attempts at the doors."""

from datetime import UTC, datetime, timedelta

import pytest

from governance.attacks import may_tell

NOON = datetime(2026, 11, 24, 4, tzinfo=UTC)


@pytest.mark.parametrize(("minutes", "told"), [(0, False), (59, False), (60, True), (600, True)])
def test_they_are_told_once_an_hour_at_most(minutes, told):
    assert may_tell(NOON, NOON + timedelta(minutes=minutes)) is told


def test_the_first_attempt_of_all_is_told():
    assert may_tell(None, NOON)
