"""How sure it is that a ticket is a danger: what is noted of it, and what it is promised as once it is none."""

from enum import StrEnum

from governance.tickets.urgency import Urgency


class DangerNote(StrEnum):
    """What stands in a ticket's log about its danger."""

    POSSIBLE = "possible_danger"
    """The words may tell of one; no rule is sure of it, and the reporter is asked."""
    CONFIRMED = "confirmed_danger"
    """Somebody has said that it is one."""


def is_doubtful(last: str | None) -> bool:
    """Whether a danger may be none, by the newest such note; without any a rule was certain."""
    return last == DangerNote.POSSIBLE


def ordinary(urgency: Urgency) -> Urgency:
    """As what a matter goes on that is no danger, by what its words are without one: as urgent where they are, else as usual."""
    return Urgency.URGENT if urgency is Urgency.URGENT else Urgency.NORMAL
