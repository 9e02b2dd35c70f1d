"""What the answers to the bot's questions do to the reports that they are about."""

from governance.notices import NoticeKind
from governance.tickets.lifecycle import UNHANDLED
from governance.tickets.urgency import Urgency
from handlers.catalogue import executes
from handlers.context import Context
from handlers.conversation.questions import Question
from handlers.reporting.asking_place import ask_place
from handlers.reporting.commands import (
    AnswerWorker,
    ConfirmDanger,
    GiveReason,
    JoinReport,
    KeepApart,
    PlaceReports,
    RemarkOnReports,
)
from handlers.reporting.correcting import put_place_right
from handlers.reporting.danger_outcomes import DangerDenied, DangerStays
from handlers.reporting.outcomes import (
    PassedOn,
    Placed,
    StillWhere,
    WhereIsIt,
)
from handlers.reporting.queries import answered_about, is_asked, require_asked, settle
from handlers.reporting.texts import NOTED_BY_REPORTER
from handlers.reporting.whereabouts import LONGEST_PLACE, Whereabouts, at
from handlers.reporting.writing import complete
from handlers.texts import work as work_words
from handlers.tickets.danger_doubts import may_be_none, note_confirmed, ordinary_urgency
from handlers.tickets.finding import head_of
from handlers.tickets.joining import join_neighbours
from handlers.tickets.moving import note_event
from handlers.tickets.notify import notify_staff
from handlers.tickets.opinions import keep_reason
from handlers.tickets.rating_outcomes import ReasonKept
from handlers.tickets.request_outcomes import Joined, KeptApart
from handlers.tickets.urgency import change_urgency
from storage.work_tickets import work_ticket

LONGEST_TOLD = 300


@executes(PlaceReports)
def place_reports(command: PlaceReports, ctx: Context) -> Placed | WhereIsIt:
    """Writes the place; of several that may be meant one is to be chosen."""
    tickets = [answered_about(ctx, Question.PLACE, number) for number in sorted(command.numbers)]
    if command.among:
        return ask_place(ctx, command.numbers, command.among, again=bool(command.text), said=command.text)
    where = Whereabouts(None, command.text[:LONGEST_PLACE])
    if command.place is not None:
        where = at(ctx.places, command.place, command.text)
    event = None
    for ticket in tickets:
        if ticket.place_id is None:
            event = complete(ctx, ticket, where) or event
        else:
            put_place_right(ctx, ticket, where)
    return Placed(tuple(ticket.number for ticket in tickets), where.text or "", event)


@executes(RemarkOnReports)
def remark(command: RemarkOnReports, ctx: Context) -> StillWhere:
    """Words that are neither a place nor a problem: kept beside the tickets, and the question stands."""
    for number in sorted(command.numbers):
        require_asked(ctx, Question.PLACE, number)
        note_event(ctx, work_ticket(ctx.uow, number), "remark", command.note)
    return StillWhere()


@executes(ConfirmDanger)
def confirm_danger(command: ConfirmDanger, ctx: Context) -> DangerStays | DangerDenied:
    """What is none goes on as usual, as long as nobody has confirmed it; what is no danger any more stays as it is."""
    was_asked = is_asked(ctx, Question.DANGER, command.number)
    ticket = answered_about(ctx, Question.DANGER, command.number)
    if command.danger:
        note_confirmed(ctx, ticket.number, ticket.state)
        return DangerStays(ticket.number)
    if ticket.urgency != Urgency.HAZARD or ticket.state not in UNHANDLED:
        return DangerDenied(ticket.number, Urgency(ticket.urgency))
    if not was_asked and not may_be_none(ctx, ticket.number):
        return DangerStays(ticket.number)
    note_event(ctx, ticket, "no_danger", NOTED_BY_REPORTER)
    urgency = ordinary_urgency(ctx, ticket)
    change_urgency(ctx, ticket.number, urgency)
    return DangerDenied(ticket.number, urgency)


@executes(KeepApart)
def keep_apart(command: KeepApart, ctx: Context) -> KeptApart:
    """Nothing changes, it is only not asked any more."""
    return KeptApart(answered_about(ctx, Question.JOIN, command.number).number)


@executes(JoinReport)
def join_report(command: JoinReport, ctx: Context) -> Joined | KeptApart:
    """The reporter follows the neighbour's ticket from now on, where that is still open."""
    require_asked(ctx, Question.JOIN, command.number)
    joined = join_neighbours(ctx, command.number, command.into)
    settle(ctx, Question.JOIN, command.number)
    return joined


@executes(GiveReason)
def give_reason(command: GiveReason, ctx: Context) -> ReasonKept:
    """Kept with the ticket, told to whoever has it now."""
    return keep_reason(ctx, answered_about(ctx, Question.REASON, command.number).number, command.note)


@executes(AnswerWorker)
def answer_worker(command: AnswerWorker, ctx: Context) -> PassedOn:
    """Kept with the ticket, told to who asked."""
    ticket = answered_about(ctx, Question.REPLY, command.number)
    note_event(ctx, ticket, "reply", command.note)
    text = work_words.REPLIED.format(head=head_of(ticket), note=command.note[:LONGEST_TOLD])
    notify_staff(ctx, ticket, command.person, NoticeKind.REPLY, text)
    return PassedOn(ticket.number)
