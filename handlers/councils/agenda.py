"""The agenda: topics and tickets that a meeting speaks of, and those that it does not; and who sits in a council."""

from governance.councils.meetings import MeetingState
from governance.councils.topics import OPEN, TopicState
from governance.tickets.states import TicketState
from handlers.catalogue import executes
from handlers.context import Context
from handlers.councils import words
from handlers.councils.finding import council_run, meeting_run, person_meant, ref, require_run
from handlers.councils.outcomes import (
    CannotNow,
    Lacks,
    Missing,
    NobodyCalled,
    NoSuch,
    OnAgenda,
    SeatChanged,
    Thing,
    TopicDropped,
    WhichOne,
    Why,
)
from handlers.councils.staff_commands import DismissMember, DropTopic, NameMember, PutOnAgenda
from handlers.councils.telling import tell_topic, ticket_of
from handlers.outcomes import Refuse
from handlers.tickets.moving import note_event
from handlers.tickets.naming import numbers_named
from storage.councils.meetings import MeetingRow, meeting_by_id
from storage.councils.seats import CouncilRow, council_by_id, dismiss_member, name_member
from storage.councils.topics import (
    TopicRow,
    change_topic,
    lock_topic,
    meetings_on_topic,
    put_on_agenda,
    topic_by_id,
    topic_of_ticket,
)
from storage.work_tickets import WorkTicket, work_ticket, work_tickets


@executes(PutOnAgenda)
def put_on(command: PutOnAgenda, ctx: Context) -> OnAgenda | CannotNow | Missing | NoSuch | WhichOne:
    """A topic, or a ticket that waits for the council; whoever proposed or reported it hears when it is spoken of."""
    if command.topic is None and not command.ticket:
        return Missing(Lacks.AGENDA)
    require_run(ctx)
    ticket = _ticket(ctx, command) if command.ticket else None
    topic = None if ticket is not None else topic_by_id(ctx.uow, command.topic or 0)
    if topic is None and ticket is None:
        return NoSuch(Thing.TOPIC, command.topic)
    ticket = ticket if topic is None else ticket_of(ctx, topic)
    meeting = meeting_run(ctx, command.meeting)
    if meeting.state is not MeetingState.CALLED:
        return CannotNow(Why.MEETING_OVER, meeting.id)
    council = council_by_id(ctx.uow, meeting.council_id)
    if ticket is not None and topic is None:
        _within(ctx, council, ticket)
        number = topic_of_ticket(ctx.uow, council.id, ticket.number, ticket.summary, ctx.now)
    else:
        assert topic is not None
        number = topic.id
    topic = lock_topic(ctx.uow, number)
    return _placed(ctx, meeting, council, topic, ticket)


@executes(DropTopic)
def drop(command: DropTopic, ctx: Context) -> TopicDropped | CannotNow | Missing | NoSuch:
    """It does not come before the council, and who proposed it hears why."""
    found = topic_by_id(ctx.uow, command.topic)
    if found is None:
        return NoSuch(Thing.TOPIC, command.topic)
    require_run(ctx, council_by_id(ctx.uow, found.council_id).place_id)
    if not command.why:
        return Missing(Lacks.WHY, found.id)
    ticket = ticket_of(ctx, found)
    topic = lock_topic(ctx.uow, found.id)
    if topic.state is not TopicState.PROPOSED:
        return CannotNow(Why.ON_AGENDA if topic.state in OPEN else Why.TOPIC_OVER, topic.id)
    change_topic(ctx.uow, topic.id, state=TopicState.DROPPED, why=command.why)
    line = words.DROPPED.format(n=topic.id, title=words.short(topic.title), why=command.why)
    tell_topic(ctx, topic, ticket, "dropped", line)
    return TopicDropped(topic.id, topic.title)


@executes(NameMember)
def name(command: NameMember, ctx: Context) -> SeatChanged | NobodyCalled | NoSuch:
    """Somebody of the roster sits in the council from now on."""
    council = council_run(ctx, command.council)
    if command.whom is None:
        return NobodyCalled("", 0)
    person = person_meant(ctx, command.whom, council, sits=False)
    name_member(ctx.uow, council.id, person.id, ctx.person_id, ctx.now)
    return SeatChanged(person.name, ref(ctx, council), sits=True)


@executes(DismissMember)
def dismiss(command: DismissMember, ctx: Context) -> SeatChanged | NobodyCalled | NoSuch | CannotNow:
    """Whom the council has named it may dismiss; a post is ended in the roster."""
    council = council_run(ctx, command.council)
    if command.whom is None:
        return NobodyCalled("", 0)
    person = person_meant(ctx, command.whom, council)
    if not dismiss_member(ctx.uow, council.id, person.id, ctx.now):
        return CannotNow(Why.NO_SEAT, said=person.name)
    return SeatChanged(person.name, ref(ctx, council), sits=False)


def _ticket(ctx: Context, command: PutOnAgenda) -> WorkTicket:
    """The ticket of this name that waits for the council; locked. Raises Refuse."""
    named = work_tickets(ctx.uow, numbers_named(ctx, command.ticket))
    waiting = [each for each in named if each.state is TicketState.ESCALATED]
    if len(waiting) != 1:
        raise Refuse(CannotNow(Why.NOT_ESCALATED, said=command.ticket.upper()))
    return work_ticket(ctx.uow, waiting[0].number)


def _within(ctx: Context, council: CouncilRow, ticket: WorkTicket) -> None:
    """Raises Refuse for a ticket from where the council does not reach, or that waits for it no more."""
    if ticket.state is not TicketState.ESCALATED:
        raise Refuse(CannotNow(Why.NOT_ESCALATED, said=ticket.number))
    roots = ctx.places.roots()
    line = roots if ticket.place_id is None else ctx.places.line_of(ticket.place_id)
    if council.place_id not in line:
        raise Refuse(CannotNow(Why.ELSEWHERE, said=ticket.number))


def _placed(
    ctx: Context, meeting: MeetingRow, council: CouncilRow, topic: TopicRow, ticket: WorkTicket | None
) -> OnAgenda | CannotNow:
    if topic.state not in OPEN:
        return CannotNow(Why.TOPIC_OVER, topic.id)
    at = ctx.places.line_of(council_by_id(ctx.uow, topic.council_id).place_id)
    if council.place_id not in at:
        return CannotNow(Why.ELSEWHERE, said=words.TOPIC_NUMBER.format(n=topic.id))
    before = [meeting_by_id(ctx.uow, each) for each in meetings_on_topic(ctx.uow, topic.id)]
    stands = next((each for each in before if each is not None and each.state is MeetingState.CALLED), None)
    if stands is not None or not put_on_agenda(ctx.uow, meeting.id, topic.id):
        return CannotNow(Why.ON_AGENDA, topic.id, None if stands is None else stands.starts_at)
    change_topic(ctx.uow, topic.id, state=TopicState.ON_AGENDA)
    where = words.council(ref(ctx, council))
    line = words.ON_AGENDA.format(
        n=topic.id, title=words.short(topic.title), council=where, at=words.when(meeting.starts_at, ctx.here)
    )
    tell_topic(ctx, topic, ticket, f"agenda:{meeting.id}", line)
    if ticket is not None:
        note_event(ctx, ticket, "council", words.EVENT_AGENDA.format(n=topic.id, m=meeting.id))
    return OnAgenda(topic.id, topic.title, meeting.id, meeting.starts_at)
