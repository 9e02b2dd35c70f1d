"""同意, 不同意: whatever of a ticket waits for the sender's decision, an extension or money of the emergency pool."""

from governance.emergency import DrawState
from handlers.catalogue import executes
from handlers.context import Context
from handlers.outcomes import Refuse
from handlers.tickets.emergency import decide_spending
from handlers.tickets.extend import grant_extension, refuse_extension
from handlers.tickets.finding import Found, find
from handlers.tickets.outcomes import Errand, ref
from handlers.tickets.permitting import permit_decision
from handlers.tickets.request_commands import ApproveRequest, RefuseRequest, Request
from handlers.tickets.request_outcomes import ExtensionDecided, FundDecided, NothingToDecide, OwnRequest, WhichRequest
from storage.emergency import BookedDraw, draws_of
from storage.extensions import AskedExtension, asked_extension


@executes(ApproveRequest)
def approve(command: ApproveRequest, ctx: Context) -> ExtensionDecided | FundDecided:
    """同意 N, 同意延期 N, 同意应急 N."""
    found, request = _to_decide(ctx, command.ticket, command.request)
    if isinstance(request, BookedDraw):
        return decide_spending(ctx, found, request, True, command.note)
    return grant_extension(ctx, found, request)


@executes(RefuseRequest)
def refuse(command: RefuseRequest, ctx: Context) -> ExtensionDecided | FundDecided:
    """不同意 N why."""
    found, request = _to_decide(ctx, command.ticket, command.request)
    if isinstance(request, BookedDraw):
        return decide_spending(ctx, found, request, False, command.note)
    return refuse_extension(ctx, found, request, command.note)


def _to_decide(ctx: Context, name: str | None, which: Request | None) -> tuple[Found, AskedExtension | BookedDraw]:
    """The one request that waits on the ticket; raises Refuse where none does, or the sender may not decide it."""
    found = find(ctx, name, Errand.APPROVE)
    ticket = found.ticket
    extension = None if which is Request.FUND else asked_extension(ctx.uow, ticket.number)
    draw = None if which is Request.EXTENSION else _waiting_draw(ctx, ticket.number)
    if extension is not None and draw is not None:
        raise Refuse(WhichRequest(ref(ticket)))
    request = extension or draw
    if request is None:
        raise Refuse(NothingToDecide(ref(ticket)))
    asked_by = request.drawn_by if isinstance(request, BookedDraw) else request.asked_by
    if asked_by in found.worker.people:
        raise Refuse(OwnRequest(ref(ticket)))
    permit_decision(ctx, ticket, found.parts)
    return found, request


def _waiting_draw(ctx: Context, number: str) -> BookedDraw | None:
    return next((each for each in draws_of(ctx.uow, number) if each.draw.state is DrawState.DRAWN), None)
