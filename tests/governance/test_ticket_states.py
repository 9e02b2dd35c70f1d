from datetime import UTC, datetime, timedelta

import pytest

from governance.rules import Rules
from governance.tickets.states import ENDED, WITHDRAWABLE, TicketState, joins

OPENED = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)


@pytest.mark.parametrize(("minutes", "expected"), [(0, True), (10, True), (10.1, False)])
def test_ten_minutes_belong_to_a_report(minutes, expected):
    assert joins(OPENED, TicketState.REPORTED, OPENED + timedelta(minutes=minutes), Rules()) is expected


@pytest.mark.parametrize("state", sorted(ENDED))
def test_nothing_joins_what_has_ended(state):
    assert not joins(OPENED, state, OPENED, Rules())


def test_what_has_ended_or_is_worked_on_cannot_be_taken_back():
    assert not WITHDRAWABLE & ENDED
    assert TicketState.IN_PROGRESS not in WITHDRAWABLE
    assert TicketState.HANDLED not in WITHDRAWABLE
