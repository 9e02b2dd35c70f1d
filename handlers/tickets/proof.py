"""A picture or position that was asked for: the move that waited for it is made."""

from collections.abc import Sequence

from governance.tickets.lifecycle import Move
from handlers.context import Context
from handlers.conversation.outcomes import SeveralDone
from handlers.conversation.questions import settled
from handlers.outcomes import Refuse
from handlers.tickets.denials import Missing
from handlers.tickets.evidence import wanted
from handlers.tickets.finding import found_again
from handlers.tickets.finish import handled
from handlers.tickets.onsite import on_site
from handlers.tickets.outcomes import Handled, OnSite
from handlers.tickets.permitting import SAID_LATER, Brought, permit


def proof_sent(ctx: Context) -> OnSite | Handled | SeveralDone:
    """Makes the move with what was sent, or says why it proves nothing. The caller has seen that a proof is wanted."""
    question = wanted(ctx)
    if question is None:
        raise LookupError("no proof is wanted")
    settled(ctx)
    found, move, note = found_again(ctx, question.data["number"]), Move(question.data["move"]), question.data["note"]
    permit(ctx, found.ticket, found.parts, move, Brought(note), SAID_LATER)
    done = handled(ctx, found, note) if move is Move.HANDLE else on_site(ctx, found, move, note)
    return _next(ctx, done, question.data.get("after", []))


def _next(ctx: Context, done: OnSite | Handled, waiting: Sequence[dict[str, str]]) -> OnSite | Handled | SeveralDone:
    """What was done, and the proof that another move still waits for."""
    for each in waiting:
        found, move = found_again(ctx, each["number"]), Move(each["move"])
        try:
            permit(ctx, found.ticket, found.parts, move, Brought(each["note"]))
        except Refuse as still:
            if isinstance(still.outcome, Missing):
                return SeveralDone((done, still.outcome))
    return done
