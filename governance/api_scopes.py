"""What a key of another system opens."""

from enum import StrEnum


class Scope(StrEnum):
    """Each is given by itself."""

    REPORT = "report"
    """Open311: it may report."""
    TICKETS = "tickets"
    EVENTS = "events"
    DUTY = "duty"


def scopes_in(said: str) -> frozenset[Scope]:
    """Those that a key was given, as they are kept; what an older release does not know is passed over."""
    return frozenset(Scope(each) for each in said.split() if each in set(Scope))
