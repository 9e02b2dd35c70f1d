"""Who has a project is reminded of its day, and told when it has passed."""

from datetime import date

import pytest

from governance.projects.due import Reminder, reminder_due
from governance.projects.states import ProjectState
from governance.rules import Rules

S = ProjectState


@pytest.mark.parametrize(
    ("state", "until", "said"),
    [
        (S.CLAIMED, date(2026, 11, 28), None),
        (S.CLAIMED, date(2026, 11, 27), Reminder.SOON),
        (S.WORKING, date(2026, 11, 24), Reminder.SOON),
        (S.WORKING, date(2026, 11, 23), Reminder.LATE),
        (S.WORKING, None, None),
        (S.OPEN, date(2026, 11, 23), None),
        (S.PROVED, date(2026, 11, 23), None),
        (S.CLOSED, date(2026, 11, 23), None),
    ],
)
def test_it_is_said_of_what_somebody_has(state, until, said):
    assert reminder_due(state, until, date(2026, 11, 24), Rules()) is said
