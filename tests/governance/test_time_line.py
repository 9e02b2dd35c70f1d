"""To whom a ticket went, and which clocks say something that was done."""

from datetime import UTC, datetime, timedelta

from governance.tickets.deadlines import DeadlineKind
from governance.tickets.time_line import kept_promises, owners_told

NOON = datetime(2026, 11, 24, 4, tzinfo=UTC)


def at(minutes):
    return NOON + timedelta(minutes=minutes)


def test_each_dispatch_names_who_got_it_and_each_undoing_from_whom():
    events = [
        ("open", None),
        ("dispatch", None),
        ("remark", None),
        ("transfer", 1),
        ("undo_dispatch", 2),
        ("dispatch", 1),
    ]
    assert owners_told(events, 3) == [None, 1, None, 2, 2, 3]
    assert owners_told([], None) == []


def test_to_take_it_is_not_kept_by_giving_it_away():
    take, accept = DeadlineKind.TAKE, DeadlineKind.ACCEPT
    clocks = [
        (accept, at(9), at(1)),
        (take, at(30), at(2)),
        (take, at(40), at(3)),
        (take, at(50), at(4)),
        (take, at(60), None),
    ]
    events = [("dispatch", at(1)), ("return", at(2)), ("dispatch", at(3)), ("take", at(4))]
    assert kept_promises(clocks, events) == [clocks[0], clocks[3], clocks[4]]
