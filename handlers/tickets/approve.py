"""同意, 不同意: whatever of a ticket waits for the sender's decision, an extension or a draw on the emergency pool."""

from governance.emergency import DrawState
from governance.permissions import Act
from governance.tickets.lifecycle import Move, Who
from handlers.inbound import Reply
from handlers.posts import refused
from handlers.texts import work as words
from handlers.tickets import emergency, extend
from handlers.tickets.finding import Found, find, head_of
from handlers.tickets.outcomes import Errand
from handlers.tickets.permitting import Brought, permit
from handlers.turn import Turn
from storage.emergency import BookedDraw, draws_of
from storage.extensions import AskedExtension, asked_extension


def approve(turn: Turn) -> Reply:
    """Decides the one request that waits; of two it asks which."""
    found = find(turn, turn.said.ticket, Errand.APPROVE)
    act = turn.meaning.act if turn.meaning else ""
    granted = act.startswith("approve")
    extension = None if act.endswith("_draw") else asked_extension(turn.uow, found.ticket.number)
    draw = None if act.endswith("_extension") else _waiting_draw(turn, found)
    if extension is None and draw is None:
        return Reply(words.NOTHING_TO_APPROVE.format(head=head_of(found.ticket)))
    if extension is not None and draw is not None:
        return Reply(words.WHICH_APPROVAL.format(n=words.short(found.ticket.number)))
    return _decide(turn, found, extension, draw, granted)


def _decide(
    turn: Turn, found: Found, extension: AskedExtension | None, draw: BookedDraw | None, granted: bool
) -> Reply:
    asked_by = extension.asked_by if extension is not None else draw.drawn_by if draw is not None else None
    if asked_by in found.worker.people:
        return Reply(words.OWN_REQUEST.format(head=head_of(found.ticket)))
    if Who.APPROVER not in found.parts:
        return Reply(refused(turn, Act.CLOSE, found.ticket.place_id))
    if draw is not None:
        return emergency.decide(turn, found, draw, granted)
    assert extension is not None
    if granted:
        permit(turn, found.ticket, found.parts, Move.SUSPEND, Brought(extension.reason, until=True))
    return extend.decide(turn, found, extension, granted)


def _waiting_draw(turn: Turn, found: Found) -> BookedDraw | None:
    draws = draws_of(turn.uow, found.ticket.number)
    return next((each for each in draws if each.draw.state is DrawState.DRAWN), None)
