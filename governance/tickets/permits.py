"""Whether somebody may make a move now: its state, their part, and all that it cannot be made without. The one place for it."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from governance.tickets.deadlines import DeadlineKind
from governance.tickets.lifecycle import Move, Need, Step, Who, step
from governance.tickets.states import TicketState


class Why(StrEnum):
    """Why a move is denied, in the order in which it is looked at."""

    STATE = "state"
    PART = "part"
    DANGER = "danger"
    """It is a danger, and of dangers the move is not made."""
    NO_DANGER = "no_danger"
    """It is none, and the move is one of dangers."""
    PERSON = "person"
    """It is about a person in danger, which goes another way; or the move is of such only."""
    NEED = "need"


@dataclass(frozen=True)
class Facts:
    """What of a ticket the rules look at. `unproven`: a danger's steps on site that have no proof yet; `doubtful`: nobody has
    confirmed that it is one; `person`: it is about a person in danger.
    """

    state: TicketState
    danger: bool = False
    unproven: tuple[Move, ...] = ()
    doubtful: bool = False
    person: bool = False


@dataclass(frozen=True)
class Denied:
    """`row`: the move's row in this state, where there is one; `need`: what is missing, where it is that."""

    why: Why
    row: Step | None
    need: Need | None = None


ON_SITE = {Move.ARRIVE: DeadlineKind.SURVEY, Move.PLAN: DeadlineKind.PLAN, Move.CREW: DeadlineKind.CREW}
"""The three steps of a danger, each with its promise."""
OF_PERSON = (Move.ARRIVE, Move.REACH)
"""The steps of a person in danger: somebody is with them, and who helps knows. Only the first has a promise."""
PROOFS = frozenset({Need.EVIDENCE, Need.PHOTO})
"""What is shown, not said: it may come after the words."""
_ORDER = (Need.STEPS, Need.NOTE, Need.WHOM, Need.UNTIL, Need.EVIDENCE, Need.PHOTO)
_OF_DANGERS = frozenset({Need.STEPS, Need.EVIDENCE})
_TAKES_FIRST = frozenset({Move.ARRIVE, Move.PLAN, Move.CREW, Move.REACH, Move.HANDLE})
"""Who says one of these of a ticket that is theirs to take has taken it."""


def row_for(move: Move, state: TicketState, parts: Collection[Who]) -> Step | None:
    """The row of a move here, or after the taking that it implies."""
    row = step(move, state)
    if row is None and move in _TAKES_FIRST and Who.ASSIGNEE in parts and step(Move.TAKE, state) is not None:
        return step(move, TicketState.IN_PROGRESS)
    return row


def denied(
    move: Move, facts: Facts, parts: Collection[Who], brought: Collection[Need], later: Collection[Need] = ()
) -> Denied | None:
    """Why somebody in these parts, who brings so much, cannot make the move; None: they may. `later`: needs not yet asked for."""
    row = row_for(move, facts.state, parts)
    if row is None:
        return Denied(Why.STATE, None)
    if not row.by & frozenset(parts):
        return Denied(Why.PART, row)
    if row.person not in (None, facts.person):
        return Denied(Why.PERSON, row)
    if not row.fits(facts.danger, facts.doubtful, facts.person):
        return Denied(Why.DANGER if facts.danger else Why.NO_DANGER, row)
    need = next((need for need in _ORDER if need not in later and _lacks(row, need, facts, parts, brought)), None)
    return None if need is None else Denied(Why.NEED, row, need)


def _lacks(row: Step, need: Need, facts: Facts, parts: Collection[Who], brought: Collection[Need]) -> bool:
    if need not in row.needs or (need in _OF_DANGERS and not facts.danger):
        return False
    if need is Need.PHOTO and facts.person:  # nobody is photographed in such an hour
        return False
    if need is Need.STEPS:
        return bool(facts.unproven) and Who.SURVEYOR not in parts
    return need not in brought
