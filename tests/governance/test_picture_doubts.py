"""What is doubtful about a picture that is to prove a step, at the edges."""

from datetime import UTC, datetime, timedelta

import pytest

from governance.tickets.picture_doubts import BESIDE_METRES, Doubt, Shown, doubts_about

OPENED = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("shown", "doubts"),
    [
        (Shown(True), ()),
        (Shown(False), (Doubt.NONE_THERE,)),
        (Shown(True, "NH20261124-0001"), (Doubt.SAME,)),
        (Shown(True, taken_at=OPENED - timedelta(hours=1)), ()),
        (Shown(True, taken_at=OPENED - timedelta(hours=1, seconds=1)), (Doubt.OLD,)),
        (Shown(True, metres=500 + BESIDE_METRES), ()),
        (Shown(True, metres=501 + BESIDE_METRES), (Doubt.FAR,)),
        (Shown(True, "x", OPENED - timedelta(days=2), 9_000), (Doubt.SAME, Doubt.OLD, Doubt.FAR)),
    ],
)
def test_each_doubt_begins_where_it_is_said_to(shown, doubts):
    assert doubts_about(shown, OPENED, 500) == doubts
