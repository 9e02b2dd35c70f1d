"""What was said is noted, a meeting is closed, its minutes are written, approved by another, and go out."""

from datetime import timedelta

from governance.councils.meetings import REMINDED, MeetingState, minutes_due
from governance.councils.watching import Stage
from handlers.catalogue import execute, executes
from handlers.context import Context
from handlers.councils import minutes_text, words
from handlers.councils.commands import ApproveMinutes, NoteDiscussion
from handlers.councils.finding import RECENT, councils_run, meeting_run, only_meeting, require_run
from handlers.councils.meeting_outcomes import (
    Counted,
    MeetingClosed,
    MinutesApproved,
    MinutesWritten,
    Noted,
)
from handlers.councils.outcomes import CannotNow, NoSuch, Thing, WhichOne, Why
from handlers.councils.presence import presence, seated
from handlers.councils.staff_commands import CloseMeeting, WriteMinutes
from handlers.councils.telling import tell_people, those_who_run
from handlers.councils.voting import counted_now, void_failed
from handlers.reporting.commands import ReportProblem
from handlers.reporting.outcomes import Reported
from storage.councils.meetings import (
    MeetingRow,
    change_meeting,
    invitations_of,
    lock_meeting,
    meetings_of,
    note,
    seat_of,
    seats_of,
)
from storage.councils.minutes import approve, minutes_of, write_minutes
from storage.councils.seats import council_by_id
from storage.councils.topics import agenda_of
from storage.councils.votes import voters, votes_of

LATELY = timedelta(days=1)
"""So long after a meeting something may still be noted without its number."""


@executes(NoteDiscussion)
def note_discussion(command: NoteDiscussion, ctx: Context) -> Noted | NoSuch | WhichOne | CannotNow | Reported:
    """By who runs the meeting, or has come to it; where no meeting is or is named it was no note, but something we are told."""
    mine = [each for each in _noted_by_me(ctx) if command.meeting in (None, each.id)]
    if not mine and command.meeting is not None:
        later = [each for each in meetings_of(ctx.uow, councils_run(ctx), ctx.now) if each.id == command.meeting]
        return (
            CannotNow(Why.TOO_EARLY, later[0].id, later[0].starts_at)
            if later
            else NoSuch(Thing.MEETING, command.meeting)
        )
    if not mine:
        filed: Reported = execute(ReportProblem(command.text), ctx)
        return filed
    meeting = only_meeting(ctx, mine)
    if command.topic is not None and command.topic not in {each.id for each in agenda_of(ctx.uow, meeting.id)}:
        return CannotNow(Why.NOT_ON_AGENDA, command.topic)
    note(ctx.uow, meeting.id, command.topic, ctx.person_id, command.text, ctx.now)
    return Noted(meeting.id, command.text)


@executes(CloseMeeting)
def close(command: CloseMeeting, ctx: Context) -> MeetingClosed | CannotNow | NoSuch | WhichOne:
    """Votes that are open are counted; the time for the minutes runs from now."""
    meeting = meeting_run(ctx, command.meeting)
    if meeting.state is not MeetingState.CALLED:
        return CannotNow(Why.MEETING_OVER, meeting.id)
    if meeting.starts_at > ctx.now:
        return CannotNow(Why.TOO_EARLY, meeting.id, meeting.starts_at)
    running = _running(ctx, meeting)
    if running is not None:
        return running
    counted = closed(ctx, meeting)
    due = minutes_due(meeting.starts_at, ctx.now, ctx.config.rules.council_minutes_hours)
    change_meeting(ctx.uow, meeting.id, minutes_due_at=due, minutes_stage=int(Stage.NONE), look_at=due - REMINDED)
    return MeetingClosed(meeting.id, due, counted)


def closed(ctx: Context, meeting: MeetingRow) -> tuple[Counted, ...]:
    """Ends a meeting whose lock is held."""
    change_meeting(ctx.uow, meeting.id, state=MeetingState.CLOSED.value, closed_at=ctx.now)
    open_ones = [each.id for each in votes_of(ctx.uow, [meeting.id]) if each.closed_at is None]
    counted = tuple(found for each in open_ones if (found := counted_now(ctx, each)) is not None)
    void_failed(ctx, meeting.id)
    return counted


def _running(ctx: Context, meeting: MeetingRow) -> CannotNow | None:
    """A vote in which somebody who is there has not voted yet."""
    there, _ = presence(ctx, meeting)
    for vote in votes_of(ctx.uow, [meeting.id]):
        voted = len(voters(ctx.uow, vote.id) & there)
        if vote.closed_at is None and voted < len(there):
            return CannotNow(Why.VOTE_RUNNING, vote.id, said=words.VOTED_SO_FAR.format(there=len(there), voted=voted))
    return None


@executes(WriteMinutes)
def write(command: WriteMinutes, ctx: Context) -> MinutesWritten | CannotNow | NoSuch:
    """From what is kept of the meeting; what was approved before stays as it is, and this is another version."""
    meeting = meeting_run(ctx, command.meeting)
    if meeting.state is not MeetingState.CLOSED:
        over = meeting.state is MeetingState.CANCELLED
        return CannotNow(Why.MEETING_OVER if over else Why.TOO_EARLY, meeting.id, meeting.starts_at)
    text = minutes_text.minutes(ctx, meeting, command.text)
    version = write_minutes(ctx.uow, meeting.id, text, ctx.person_id, ctx.now)
    council = council_by_id(ctx.uow, meeting.council_id)
    there = {each.person_id for each in seats_of(ctx.uow, meeting.id) if each.came_at is not None}
    asked = (there | set(those_who_run(ctx, council))) - {ctx.person_id or 0}
    said = words.APPROVE.format(m=meeting.id, version=version, text=text)
    tell_people(ctx, asked, f"minutes:{meeting.id}:{version}:ask", said, (words.APPROVE_TAP.format(m=meeting.id),))
    return MinutesWritten(meeting.id, version, meeting.minutes_due_at)


@executes(ApproveMinutes)
def approve_minutes(command: ApproveMinutes, ctx: Context) -> MinutesApproved | CannotNow | NoSuch | WhichOne:
    """By a member who was there, or who runs the council, but not by who wrote them; then all who are invited get them."""
    meeting = lock_meeting(ctx.uow, _to_approve(ctx, command.meeting).id)
    versions = minutes_of(ctx.uow, meeting.id)
    newest = versions[-1] if versions else None
    if newest is None or newest.approved_at is not None:
        return CannotNow(Why.NO_DRAFT, meeting.id)
    if newest.written_by == ctx.person_id:
        return CannotNow(Why.OWN_MINUTES, meeting.id)
    approve(ctx.uow, newest.id, ctx.person_id, ctx.now)
    change_meeting(ctx.uow, meeting.id, look_at=None)
    invited = {each.person_id for each in seats_of(ctx.uow, meeting.id)} | {meeting.called_by}
    said = words.MINUTES_OUT[newest.version > 1].format(m=meeting.id, version=newest.version, text=newest.text)
    people = tell_people(ctx, invited, f"minutes:{meeting.id}:{newest.version}:out", said)
    return MinutesApproved(meeting.id, newest.version, people)


def _to_approve(ctx: Context, number: int | None) -> MeetingRow:
    """A meeting whose minutes wait, that the sender was at or whose council they run. Raises Refuse."""
    person = seated(ctx)
    found = _own_and_run(ctx, person)
    if number is not None:
        named = [each for each in found if each.id == number]
        if not named:
            require_run(ctx)
        return only_meeting(ctx, named)
    waiting = [each for each in found if _waits(ctx, each)]
    return only_meeting(ctx, waiting or [each for each in found if each.state is MeetingState.CLOSED])


def _waits(ctx: Context, meeting: MeetingRow) -> bool:
    versions = minutes_of(ctx.uow, meeting.id)
    return bool(versions) and versions[-1].approved_at is None


def _noted_by_me(ctx: Context) -> list[MeetingRow]:
    """The meetings of today that the sender runs, or has come to."""
    if ctx.person_id is None:
        return []
    found = _own_and_run(ctx, ctx.person_id)
    return [each for each in found if ctx.now - LATELY <= each.starts_at <= ctx.now + LATELY]


def _own_and_run(ctx: Context, person: int) -> list[MeetingRow]:
    mine = councils_run(ctx)
    found = {each.id: each for each in meetings_of(ctx.uow, mine, ctx.now - RECENT)}
    for each in invitations_of(ctx.uow, person, ctx.now - RECENT):
        seat = seat_of(ctx.uow, each.id, person)
        if seat is not None and seat.came_at is not None:
            found[each.id] = each
    return list(found.values())
