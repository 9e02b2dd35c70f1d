"""Resolutions: written with an owner and a day, told of, done or explained; whoever asked for it hears each step."""

from datetime import date, datetime, timedelta

from governance.councils.meetings import MeetingState
from governance.councils.topics import TopicState
from governance.councils.votes import fell_through
from governance.councils.watching import ResolutionState, due_instant, next_look, stage_now
from governance.projects.states import RUNNING
from governance.tickets.lifecycle import Move
from governance.tickets.states import TicketState
from governance.tickets.urgency import Urgency
from handlers.catalogue import executes
from handlers.context import Context
from handlers.councils import words
from handlers.councils.commands import ReportResolution, ShowResolutions
from handlers.councils.finding import councils_around, meeting_run, person_meant, ref, require_run, runs
from handlers.councils.meeting_outcomes import (
    ResolutionLine,
    ResolutionShown,
    ResolutionsShown,
    ResolutionTold,
    Resolved,
)
from handlers.councils.open_words import open_words
from handlers.councils.outcomes import (
    CannotNow,
    Lacks,
    Missing,
    NobodyCalled,
    NoSuch,
    Thing,
    WhichOne,
    Why,
)
from handlers.councils.presence import seated
from handlers.councils.staff_commands import ExplainResolution, WriteResolution
from handlers.councils.telling import tell_people, tell_topic, ticket_of
from handlers.outcomes import Refuse
from handlers.tickets.ending import MACHINE, evaluate
from handlers.tickets.moving import make, note_event
from storage.councils.resolutions import (
    ResolutionRow,
    change_resolution,
    lock_resolution,
    resolution_by_id,
    resolutions_of,
    resolutions_owned,
    resolve,
    say_of,
    words_of,
)
from storage.councils.seats import council_by_id
from storage.councils.topics import agenda_of, change_topic, lock_topic, topic_by_id
from storage.councils.votes import votes_of
from storage.projects import project_of_resolution
from storage.work_tickets import WorkTicket

MOST = 10


@executes(WriteResolution)
def write(command: WriteResolution, ctx: Context) -> Resolved | Missing | CannotNow | NoSuch | NobodyCalled | WhichOne:
    """In a meeting or after it; the owner is told at once, and whoever asked for it."""
    topic = None if command.topic is None else topic_by_id(ctx.uow, command.topic)
    ticket = None if topic is None else ticket_of(ctx, topic)
    meeting = meeting_run(ctx, command.meeting, (MeetingState.CALLED, MeetingState.CLOSED))
    if command.topic is not None and command.topic not in {each.id for each in agenda_of(ctx.uow, meeting.id)}:
        return CannotNow(Why.NOT_ON_AGENDA, command.topic)
    if fell_through(command.topic, [(each.topic_id, each.passed) for each in votes_of(ctx.uow, [meeting.id])]):
        return CannotNow(Why.VOTE_FAILED, command.topic)
    if not command.text or command.owner is None or command.due is None:
        return Missing(_lacking(command))
    due = due_instant(_day(ctx, command.due), ctx.config.zone)
    if due <= ctx.now:
        return CannotNow(Why.IN_PAST, at=due)
    council = council_by_id(ctx.uow, meeting.council_id)
    owner = person_meant(ctx, command.owner, council)
    before = timedelta(days=ctx.config.rules.resolution_remind_days)
    stage = stage_now(due, before, ctx.now)
    number = resolve(
        ctx.uow, meeting_id=meeting.id, topic_id=command.topic, text=command.text, owner_id=owner.id, due_at=due,
        written_by=ctx.person_id, written_at=ctx.now, stage=stage, look_at=next_look(due, stage, before),
    )  # fmt: skip
    at = words.day(due, ctx.here)
    said = words.YOURS.format(r=number, text=command.text, at=at)
    tell_people(ctx, [owner.id], f"resolution:{number}:yours", said, (words.DONE_TAP.format(r=number),))
    if topic is not None:
        change_topic(ctx.uow, lock_topic(ctx.uow, topic.id).id, state=TopicState.RESOLVED)
        line = words.RESOLVED.format(n=topic.id, r=number, text=open_words(ctx, command.text), at=at)
        tell_topic(ctx, topic, ticket, f"resolved:{number}", line)
    if ticket is not None:
        note_event(ctx, ticket, "council", words.EVENT_RESOLVED.format(r=number, text=command.text))
    return Resolved(number, command.text, owner.name, due)


@executes(ReportResolution)
def report(command: ReportResolution, ctx: Context) -> ResolutionTold | Missing | CannotNow | NoSuch | WhichOne:
    """By its owner, or who runs the council. What is done ends it."""
    found = _meant(ctx, command.resolution)
    if not command.text:
        return Missing(Lacks.NEWS, found.id)
    if found.owner_id != ctx.person_id and not runs(ctx, council_by_id(ctx.uow, found.council_id).place_id):
        return CannotNow(Why.NOT_OWNER, found.id)
    state = ResolutionState.DONE if command.done else ResolutionState.OPEN
    pooled = project_of_resolution(ctx.uow, found.id) if command.done else None
    if pooled is not None and pooled.state in RUNNING:
        return CannotNow(Why.POOLED, found.id, said=str(pooled.id))
    return _told(ctx, found, state, command.text)


@executes(ExplainResolution)
def explain(command: ExplainResolution, ctx: Context) -> ResolutionTold | Missing | CannotNow | NoSuch:
    """Why it can't be done; it stands on the public page."""
    found = resolution_by_id(ctx.uow, command.resolution)
    if found is None:
        return NoSuch(Thing.RESOLUTION, command.resolution)
    require_run(ctx, council_by_id(ctx.uow, found.council_id).place_id)
    if not command.text:
        return Missing(Lacks.WHY, found.id)
    return _told(ctx, found, ResolutionState.EXPLAINED, command.text)


@executes(ShowResolutions)
def show(command: ShowResolutions, ctx: Context) -> ResolutionsShown | ResolutionShown | NoSuch:
    """Late ones first, then by their day; those that ended lately behind them. Whose it is reads it by number, wherever it is."""
    around = resolutions_of(ctx.uow, [each.id for each in councils_around(ctx)])
    own = resolutions_owned(ctx.uow, ctx.person_id) if ctx.person_id is not None else []
    known = {each.id: each for each in (*own, *around)}
    if command.resolution is not None:
        found = known.get(command.resolution) or _theirs(ctx, command.resolution)
        return NoSuch(Thing.RESOLUTION, command.resolution) if found is None else _shown(ctx, found)
    ordered = sorted(known.values(), key=lambda each: (each.state is not ResolutionState.OPEN, each.due_at))
    said = {each.resolution_id: each.text for each in words_of(ctx.uow, [row.id for row in ordered[:MOST]])}
    return ResolutionsShown(tuple(_line(ctx, each, said.get(each.id)) for each in ordered[:MOST]))


def _theirs(ctx: Context, number: int) -> ResolutionRow | None:
    """One that the sender owns or wrote, also when it is over."""
    found = None if ctx.person_id is None else resolution_by_id(ctx.uow, number)
    return found if found is not None and ctx.person_id in (found.owner_id, found.written_by) else None


def _told(ctx: Context, found: ResolutionRow, state: ResolutionState, text: str) -> ResolutionTold | CannotNow:
    topic = None if found.topic_id is None else topic_by_id(ctx.uow, found.topic_id)
    ticket = None if topic is None else ticket_of(ctx, topic)
    row = lock_resolution(ctx.uow, found.id)
    if row.state is not ResolutionState.OPEN:
        return CannotNow(Why.RESOLUTION_OVER, row.id, row.ended_at)
    kind = words.PROGRESS if state is ResolutionState.OPEN else state.value
    say_of(ctx.uow, row.id, kind, ctx.person_id, text, ctx.now)
    if state is not ResolutionState.OPEN:
        change_resolution(ctx.uow, row.id, state=state.value, ended_at=ctx.now, look_at=None)
        line = words.ENDED[state].format(r=row.id, text=words.short(row.text), news=text)
        asked = [each for each in (row.owner_id, row.written_by) if each is not None and each != ctx.person_id]
        tell_people(ctx, asked, f"resolution:{row.id}:{state.value}", line)
        if topic is not None:
            tell_topic(ctx, topic, ticket, f"{state.value}:{row.id}", open_words(ctx, line))
        if ticket is not None:
            _end(ctx, ticket, row, line)
    return ResolutionTold(row.id, row.text, state)


def _end(ctx: Context, ticket: WorkTicket, row: ResolutionRow, line: str) -> None:
    """The ticket's work is over with the last of what was resolved of it, and its reporters are asked how it went."""
    others = [each for each in resolutions_of(ctx.uow, [row.council_id]) if each.topic_id == row.topic_id]
    runs_on = any(each.state is ResolutionState.OPEN for each in others)
    if runs_on or ticket.state is not TicketState.ESCALATED or ticket.urgency == Urgency.HAZARD:
        note_event(ctx, ticket, "council", line)
    else:
        evaluate(ctx, make(ctx, ticket, Move.RESOLVE, MACHINE, line))


def _meant(ctx: Context, number: int | None) -> ResolutionRow:
    """The resolution of this number, or the only one that the sender owns. Raises Refuse."""
    if number is not None:
        found = resolution_by_id(ctx.uow, number)
        if found is None:
            raise Refuse(NoSuch(Thing.RESOLUTION, number))
        return found
    own = resolutions_owned(ctx.uow, seated(ctx))
    if not own:
        raise Refuse(NoSuch(Thing.RESOLUTION, None))
    if len(own) > 1:
        raise Refuse(WhichOne(Thing.RESOLUTION, tuple((each.id, words.short(each.text)) for each in own)))
    return own[0]


def _lacking(command: WriteResolution) -> Lacks:
    if not command.text:
        return Lacks.RESOLUTION
    return Lacks.OWNER if command.owner is None else Lacks.DUE


def _day(ctx: Context, said: datetime) -> date:
    return said.date() if said.tzinfo is None else said.astimezone(ctx.config.zone).date()


def _shown(ctx: Context, row: ResolutionRow) -> ResolutionShown:
    said = words_of(ctx.uow, [row.id])
    council = ref(ctx, council_by_id(ctx.uow, row.council_id))
    line = _line(ctx, row, said[-1].text if said else None)
    return ResolutionShown(line, council, tuple((each.at, each.kind, open_words(ctx, each.text)) for each in said))


def _line(ctx: Context, row: ResolutionRow, news: str | None) -> ResolutionLine:
    said = None if news is None else open_words(ctx, news)
    return ResolutionLine(row.id, open_words(ctx, row.text), row.state, row.due_at, row.is_late(ctx.now), said)
