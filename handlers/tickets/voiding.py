"""作废: a report that was a mistake ends at once; who reported it hears why and how to object, and it can be opened again."""

from governance.notices import NoticeKind
from governance.tickets.lifecycle import Move
from governance.tickets.satisfaction import ClosedAs
from handlers.catalogue import execute, executes
from handlers.context import Context
from handlers.reporting.commands import WithdrawReport
from handlers.reporting.outcomes import NothingToWithdraw, TooLateToWithdraw, Withdrawn, WithdrawWhich
from handlers.reporting.over_outcomes import ToldOver
from handlers.tickets.commands import VoidTicket
from handlers.tickets.finding import find, head_of
from handlers.tickets.moving import make
from handlers.tickets.news import ask_reporters
from handlers.tickets.notify import notify_staff
from handlers.tickets.outcomes import ref
from handlers.tickets.parts import worker_of
from handlers.tickets.permitting import Brought
from handlers.tickets.voiding_outcomes import OthersJoined, Voided
from handlers.tickets.voiding_texts import VOIDED_FOR_YOU, VOIDED_TO_WORKER
from storage.work_tickets import joined_to


@executes(VoidTicket)
def void(
    command: VoidTicket, ctx: Context
) -> Voided | OthersJoined | Withdrawn | WithdrawWhich | NothingToWithdraw | TooLateToWithdraw | ToldOver:
    """Ends it as voided. What others have joined is first taken apart: their reports may be none. Who only reported it means to
    take it back.
    """
    if worker_of(ctx, ctx.person_id) is None:
        return execute(WithdrawReport(command.ticket), ctx)  # type: ignore[no-any-return]
    found = find(ctx, command.ticket, Move.VOID, Brought(command.note))
    others = joined_to(ctx.uow, found.ticket.number)
    if others:
        return OthersJoined(ref(found.ticket), tuple(other.number for other in others))
    ticket = make(ctx, found.ticket, Move.VOID, found.parts, command.note, closed_as=ClosedAs.VOIDED.value)
    text = VOIDED_TO_WORKER.format(head=head_of(ticket), who=found.worker.name, note=command.note)
    notify_staff(ctx, ticket, ticket.assignee_id, NoticeKind.WITHDRAWN, text)
    told = ask_reporters(ctx, ticket, NoticeKind.CLOSED, VOIDED_FOR_YOU, note=command.note)
    return Voided(ref(ticket), command.note, told > 0)
