"""What is known of whoever writes: role, own tickets and shifts, the open question, and what was last spoken of."""

from dataclasses import dataclass
from datetime import datetime

BESIDE = frozenset({"event", "notice"})
"""What stands beside the tickets and is none."""
WAITING = frozenset({"reported", "accepted", "dispatched", "reopened", "escalated"})
"""The states in which nobody works on a ticket yet, or any more."""


@dataclass(frozen=True)
class OwnTicket:
    """A ticket that concerns the writer. `mine`: reporter, assignee or verifier; empty where it only lies in the area; event: it is
    an event with its own number, its kind as summary, and its own states.
    """

    number: str
    summary: str
    place: str
    state: str
    mine: str


@dataclass(frozen=True)
class OwnShift:
    """A shift that the writer stands on (`mine`) or could sign up for; `title`: station, day and hours as people read them."""

    id: int
    title: str
    mine: bool


@dataclass(frozen=True)
class Situation:
    """`role`: the one that says most about what somebody may want, staff first. `tickets`: the latest first.

    `asked`: the kind of the open question. `at_hand`: numbers of the tickets that the bot or the writer spoke of last, the
    latest first; `just`: the one ticket that was spoken of a moment ago; `pending`: numbers of the tickets on which something
    was asked for that the writer may decide. `now`: in the subdistrict's zone, where it is known.
    """

    role: str = "resident"
    tickets: tuple[OwnTicket, ...] = ()
    shifts: tuple[OwnShift, ...] = ()
    asked: str | None = None
    at_hand: tuple[str, ...] = ()
    now: datetime | None = None
    just: str | None = None
    pending: tuple[str, ...] = ()

    @property
    def work(self) -> tuple[OwnTicket, ...]:
        """The tickets, without the events and notices that stand beside them."""
        return tuple(ticket for ticket in self.tickets if ticket.mine not in BESIDE)


NOTHING_KNOWN = Situation()
"""Of somebody who writes for the first time."""
