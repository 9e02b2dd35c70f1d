"""What a platform says of a matter that it has brought is done as its reporter would do it, where a ticket's life allows."""

from governance.connectors.standing import Standing
from governance.notices import NoticeKind
from governance.tickets.lifecycle import Move, Who, step
from governance.tickets.satisfaction import ClosedAs
from governance.tickets.sensitive import is_sensitive
from governance.tickets.states import WITHDRAWABLE
from governance.tickets.urgency import Urgency
from handlers.connectors.words import CLOSED_THERE, REOPENED_THERE, WITHDRAWN_THERE
from handlers.context import Context
from handlers.reporting.texts import NOTICE_WITHDRAWN
from handlers.reporting.withdrawing_texts import NOTICE_STILL
from handlers.tickets.ending import close, reopen
from handlers.tickets.moving import make
from handlers.tickets.notify import notify_staff, tell_alarmed
from storage.work_tickets import WorkTicket, joined_to, work_ticket

_REPORTER = frozenset({Who.REPORTER})


def obey(ctx: Context, number: str, theirs: Standing, note: str) -> bool:
    """False where it can't be done any more, and nothing was."""
    ticket = work_ticket(ctx.uow, number)
    match theirs:
        case Standing.WITHDRAWN:
            return _withdraw(ctx, ticket)
        case Standing.CLOSED if step(Move.CLOSE, ticket.state) and Who.REPORTER in _by(Move.CLOSE, ticket):
            close(ctx, ticket, ClosedAs.RATED, _REPORTER, note=note or CLOSED_THERE)
            return True
        case Standing.REOPENED if step(Move.REOPEN, ticket.state):
            reopen(ctx, ticket, note or REOPENED_THERE, _REPORTER, said=note or None)
            return True
    return False


def settle_their_way(ctx: Context, number: str, theirs: Standing, note: str) -> bool:
    """A person says that the platform is right: also what is in work ends then."""
    if obey(ctx, number, theirs, note):
        return True
    ticket = work_ticket(ctx.uow, number)
    row = step(Move.VOID, ticket.state)
    if theirs not in (Standing.WITHDRAWN, Standing.CLOSED) or row is None or joined_to(ctx.uow, number):
        return False
    if not row.fits(ticket.urgency == "hazard", False):
        return False
    why = note or (WITHDRAWN_THERE if theirs is Standing.WITHDRAWN else CLOSED_THERE)
    make(ctx, ticket, Move.VOID, {Who.APPROVER}, why, closed_as=ClosedAs.VOIDED.value)
    _tell_withdrawn(ctx, ticket)
    return True


def _by(move: Move, ticket: WorkTicket) -> frozenset[Who]:
    row = step(move, ticket.state)
    return frozenset() if row is None else row.by


def _withdraw(ctx: Context, ticket: WorkTicket) -> bool:
    if ticket.state not in WITHDRAWABLE or joined_to(ctx.uow, ticket.number):
        return False
    if is_sensitive(ticket.category):  # somebody looks in all the same; the office decides about their record
        tell_alarmed(ctx, ticket, NOTICE_STILL.format(number=ticket.number))
        return False
    _tell_withdrawn(ctx, make(ctx, ticket, Move.WITHDRAW, _REPORTER))
    return True


def _tell_withdrawn(ctx: Context, ticket: WorkTicket) -> None:
    text = NOTICE_WITHDRAWN.format(number=ticket.number, summary=ticket.summary)
    if ticket.urgency == Urgency.HAZARD:
        tell_alarmed(ctx, ticket, text)
    else:
        notify_staff(ctx, ticket, ticket.assignee_id, NoticeKind.WITHDRAWN, text)
