"""好差评: what somebody says elsewhere of one of our matters counts like what its reporter says here."""

from governance.connectors.mapping import Platform
from governance.connectors.reading import Fault, Record
from governance.tickets.lifecycle import Who
from governance.tickets.satisfaction import ClosedAs, Score
from governance.tickets.states import TicketState
from handlers.connectors.results import Aside, Done, Result
from handlers.connectors.words import DISSATISFIED_THERE
from handlers.context import Context
from handlers.tickets.ending import close, reopen
from handlers.tickets.moving import note_event
from storage.connectors.links import state_of
from storage.work_tickets import work_ticket

REPORTER = frozenset({Who.REPORTER})


def take_rating(ctx: Context, platform: Platform, record: Record) -> Result:
    """Satisfied ends what was done, dissatisfied opens it again, once; of what stands elsewhere it is a remark."""
    number, score = record.word("subject").upper(), Score(record.word("score"))
    if state_of(ctx.uow, number) is None:
        return Aside(Fault.UNKNOWN_RECORD, number)
    ticket = work_ticket(ctx.uow, number)
    said = record.word("text")[:200]
    if ticket.state is TicketState.VERIFIED and score is not Score.DISSATISFIED:
        close(ctx, ticket, ClosedAs.RATED, REPORTER, score, said or None)
    elif (
        ticket.state in (TicketState.VERIFIED, TicketState.CLOSED)
        and score is Score.DISSATISFIED
        and not ticket.reopened
    ):
        reopen(ctx, ticket, said or DISSATISFIED_THERE, REPORTER, said=said or None, score=score)
    else:
        note_event(ctx, ticket, "remark", f"{platform.label}：{said or score.value}")
    return Done(number, record.remarks)
