"""Of all that somebody may do to a ticket the one thing that it waits for from them."""

from collections.abc import Collection

from governance.tickets.lifecycle import Move
from governance.tickets.states import TicketState

NOBODY_S = frozenset({TicketState.REPORTED, TicketState.ACCEPTED, TicketState.RETURNED})
"""It has nobody yet, or nobody any more."""
_ON_SITE = (Move.ARRIVE, Move.PLAN, Move.CREW, Move.REACH)


def next_step(
    state: TicketState, moves: Collection[Move], *, mine: bool, enquiry: bool, owed: Collection[Move] = ()
) -> Move | None:
    """`moves`: what they may do; `mine`: it is theirs; `owed`: a danger's steps on site that are still to be done. None: it waits
    for somebody else.
    """
    wanted: list[Move] = []
    if enquiry:
        wanted.append(Move.ANSWER)
    if mine:
        done = Move.ANSWER if enquiry else Move.HANDLE
        wanted += [Move.TAKE, *(step for step in _ON_SITE if step in owed), done]
    if state is TicketState.HANDLED:
        wanted.append(Move.VERIFY)
    if state in NOBODY_S:
        wanted += [Move.DISPATCH, Move.TAKE]
    if state is TicketState.REOPENED:
        wanted += [Move.CLOSE, Move.DISPATCH]
    if state is TicketState.VERIFIED:
        wanted.append(Move.CLOSE)
    return next((move for move in wanted if move in moves), None)
