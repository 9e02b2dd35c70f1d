"""When those who have a project are reminded of the day until which it is to be done."""

from datetime import date
from enum import StrEnum

from governance.projects.states import HELD, ProjectState
from governance.rules import Rules


class Reminder(StrEnum):
    """What is said of the day, each once."""

    SOON = "soon"
    LATE = "late"


def reminder_due(state: ProjectState, until: date | None, today: date, rules: Rules) -> Reminder | None:
    """What is to be said today of a project that somebody has; the louder of both."""
    if until is None or state not in HELD:
        return None
    if today > until:
        return Reminder.LATE
    return Reminder.SOON if (until - today).days <= rules.project_remind_days else None
