"""What a ticket's time line and clocks say of who had it: to whom it went, from whom it was taken back, what was never done."""

from collections.abc import Sequence
from datetime import datetime

from governance.tickets.deadlines import DeadlineKind
from governance.tickets.lifecycle import Move

_TO = frozenset({Move.DISPATCH.value, Move.TRANSFER.value})
_FROM = frozenset({Move.UNDO_DISPATCH.value})
_AWAY = _TO | _FROM | {Move.RETURN.value, Move.MERGE.value, Move.ESCALATE.value, Move.VOID.value, Move.WITHDRAW.value}
"""What ends the waiting for somebody to take it, though nobody has."""
Clock = tuple[DeadlineKind, datetime, datetime | None]


def owners_told(events: Sequence[tuple[str, int | None]], owner: int | None) -> list[int | None]:
    """Of each event (its kind, and whose the ticket was before) whom it names: who got it, or from whom it was taken back.

    `owner`: whose it is now.
    """
    found: list[int | None] = []
    for at, (kind, before) in enumerate(events):
        later = (each for _, each in events[at + 1 :] if each is not None)
        found.append(next(later, owner) if kind in _TO else before if kind in _FROM else None)
    return found


def kept_promises(promises: Sequence[Clock], events: Sequence[tuple[str, datetime]]) -> list[Clock]:
    """The promises that mean anything: to take it is not kept by giving it to somebody else or taking it back."""
    away = {at for kind, at in events if kind in _AWAY}
    done = {at for kind, at in events if kind not in _AWAY}
    never = away - done
    return [each for each in promises if each[0] is not DeadlineKind.TAKE or each[2] not in never]
