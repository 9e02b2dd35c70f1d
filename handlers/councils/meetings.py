"""Meetings: called, answered, attended with the code of the room, shown, called off."""

import secrets
from datetime import datetime, timedelta

from governance.councils.codes import WRONG_A_DAY
from governance.councils.meetings import LASTS, REMINDED, MeetingState, doors_open, minutes_due
from governance.councils.votes import quorum
from governance.days import start_of
from handlers.catalogue import executes
from handlers.context import Context
from handlers.councils import words
from handlers.councils.commands import AnswerInvitation, AttendMeeting, ShowMeetings
from handlers.councils.finding import (
    council_run,
    councils_around,
    is_member,
    meeting_run,
    only_meeting,
    person_meant,
    ref,
    runs,
)
from handlers.councils.outcomes import (
    Attended,
    CannotNow,
    InvitationAnswered,
    Lacks,
    MeetingCalled,
    MeetingCancelled,
    MeetingLine,
    MeetingsShown,
    Missing,
    NobodyCalled,
    NoSuch,
    Thing,
    WhichOne,
    Why,
)
from handlers.councils.presence import presence, seated
from handlers.councils.staff_commands import CallMeeting, CancelMeeting, MarkPresent
from handlers.councils.telling import tell_people
from handlers.outcomes import Refuse
from storage.councils.meetings import (
    MeetingRow,
    answer,
    call_meeting,
    change_meeting,
    come,
    invitations_of,
    invite,
    lock_meeting,
    meeting_by_id,
    meetings_of,
    seat_of,
    seats_of,
)
from storage.councils.seats import council_by_id, councils_sat_in, members_of
from storage.councils.topics import agenda_of
from storage.councils.wrong_codes import note_wrong_code, wrong_codes_since

MOST = 5


@executes(CallMeeting)
def call(command: CallMeeting, ctx: Context) -> MeetingCalled | Missing | CannotNow | NoSuch:
    """All members are invited, each with two answers to tap."""
    council = council_run(ctx, command.council)
    starts_at = _instant(ctx, command.when)
    if starts_at is None or not command.room:
        return Missing(Lacks.WHEN)
    if starts_at <= ctx.now:
        return CannotNow(Why.IN_PAST, at=starts_at)
    assert ctx.person_id is not None  # who runs a council is somebody of the roster
    members = members_of(ctx.uow, council, ctx.now)
    due = minutes_due(starts_at, None, ctx.config.rules.council_minutes_hours)
    code = f"{secrets.randbelow(9000) + 1000}"
    number = call_meeting(
        ctx.uow, members, council_id=council.id, starts_at=starts_at, room=command.room[:120], code=code,
        called_by=ctx.person_id, called_at=ctx.now, minutes_due_at=due, look_at=due - REMINDED,
    )  # fmt: skip
    where = ref(ctx, council)
    said = words.INVITED.format(
        council=words.council(where), m=number, at=words.when(starts_at, ctx.here), room=command.room
    )
    taps = (words.COME_TAP.format(m=number), words.AWAY_TAP.format(m=number))
    tell_people(ctx, members, f"meeting:{number}:invited", said, taps)
    return MeetingCalled(number, where, starts_at, command.room, len(members), code)


@executes(CancelMeeting)
def cancel(command: CancelMeeting, ctx: Context) -> MeetingCancelled | CannotNow | Missing | NoSuch:
    """Who is invited hears why; its topics wait for another."""
    meeting = meeting_run(ctx, command.meeting)
    if meeting.state is not MeetingState.CALLED:
        return CannotNow(Why.MEETING_OVER, meeting.id)
    if not command.note:
        return Missing(Lacks.WHY, meeting.id)
    change_meeting(ctx.uow, meeting.id, state=MeetingState.CANCELLED.value, look_at=None)
    said = words.CANCELLED.format(m=meeting.id, at=words.when(meeting.starts_at, ctx.here), why=command.note)
    invited = [each.person_id for each in seats_of(ctx.uow, meeting.id)]
    tell_people(ctx, invited, f"meeting:{meeting.id}:cancelled", said)
    return MeetingCancelled(meeting.id)


@executes(ShowMeetings)
def show(command: ShowMeetings, ctx: Context) -> MeetingsShown:
    """Those to come of the councils around the sender, with the agenda."""
    around = {each.id: each for each in councils_around(ctx)}
    coming = meetings_of(ctx.uow, list(around), ctx.now - LASTS)
    shown = [each for each in coming if each.state is MeetingState.CALLED][:MOST]
    return MeetingsShown(tuple(_line(ctx, each) for each in shown))


@executes(AnswerInvitation)
def answer_invitation(command: AnswerInvitation, ctx: Context) -> InvitationAnswered | CannotNow | NoSuch | WhichOne:
    """The last word counts, until the meeting is over."""
    person = seated(ctx)
    open_ones = [each for each in invitations_of(ctx.uow, person, ctx.now - LASTS) if each.state is MeetingState.CALLED]
    named = [each for each in open_ones if each.id == command.meeting] if command.meeting is not None else open_ones
    if command.meeting is not None and not named:
        known = meeting_by_id(ctx.uow, command.meeting)
        return NoSuch(Thing.MEETING, command.meeting) if known is None else CannotNow(Why.NOT_INVITED, known.id)
    meeting = only_meeting(ctx, named)
    answer(ctx.uow, meeting.id, person, command.comes, command.reason or None, ctx.now)
    return InvitationAnswered(meeting.id, meeting.starts_at, meeting.room, command.comes)


@executes(AttendMeeting)
def attend(command: AttendMeeting, ctx: Context) -> Attended | CannotNow | Missing | NoSuch:
    """With the code that is shown in the room: who is elsewhere does not have it."""
    person = seated(ctx)
    mine = _may_enter(ctx, person)
    open_now = [each for each in mine if doors_open(each.starts_at, each.state, ctx.now)]
    if not open_now:
        if mine:
            return CannotNow(Why.TOO_EARLY, mine[0].id, mine[0].starts_at)
        return NoSuch(Thing.MEETING, None)
    if not command.code:
        return Missing(Lacks.CODE)
    since = start_of(ctx.today, ctx.config.zone)
    if wrong_codes_since(ctx.uow, ctx.sender.id, since) >= WRONG_A_DAY:
        return CannotNow(Why.TOO_MANY_CODES)
    meeting = next((each for each in open_now if secrets.compare_digest(each.code, command.code)), None)
    if meeting is None:
        note_wrong_code(ctx.uow, ctx.sender.id, ctx.now)
        return CannotNow(Why.WRONG_CODE)
    return came(ctx, meeting, person, "code")


@executes(MarkPresent)
def mark_present(command: MarkPresent, ctx: Context) -> Attended | CannotNow | NoSuch | NobodyCalled:
    """For a member without a phone, by who runs the meeting."""
    meeting = meeting_run(ctx, command.meeting)
    if not doors_open(meeting.starts_at, meeting.state, ctx.now):
        over = meeting.state is not MeetingState.CALLED
        return CannotNow(Why.MEETING_OVER if over else Why.TOO_EARLY, meeting.id, meeting.starts_at)
    if command.whom is None:
        return NobodyCalled("", 0)
    person = person_meant(ctx, command.whom, council_by_id(ctx.uow, meeting.council_id))
    if not is_member(ctx, meeting.council_id, person.id):
        return CannotNow(Why.NO_SEAT, meeting.id, said=person.name)
    return came(ctx, meeting, person.id, "office", person.name)


def came(ctx: Context, meeting: MeetingRow, person: int, how: str, name: str = "") -> Attended | CannotNow:
    """Somebody has come: written under the meeting's lock: nobody comes in while a vote is opened, or after the end."""
    meeting = lock_meeting(ctx.uow, meeting.id)
    if meeting.state is not MeetingState.CALLED:
        return CannotNow(Why.MEETING_OVER, meeting.id)
    invite(ctx.uow, meeting.id, person)
    new = come(ctx.uow, meeting.id, person, how, ctx.now)
    there, members = presence(ctx, meeting)
    needed = quorum(len(members), ctx.config.rules.council_quorum_percent)
    return Attended(meeting.id, len(there), len(members), needed, not new, name)


def _may_enter(ctx: Context, person: int) -> list[MeetingRow]:
    """The meetings of councils that somebody sits in, the soonest first. Raises Refuse for who sits in none."""
    council_ids = councils_sat_in(ctx.uow, person, ctx.now)
    if not council_ids:
        raise Refuse(CannotNow(Why.NOT_MEMBER))
    found = meetings_of(ctx.uow, council_ids, ctx.now - timedelta(days=1))
    return [each for each in found if each.state is MeetingState.CALLED]


def _line(ctx: Context, meeting: MeetingRow) -> MeetingLine:
    seat = None if ctx.person_id is None else seat_of(ctx.uow, meeting.id, ctx.person_id)
    agenda = tuple((each.id, each.title) for each in agenda_of(ctx.uow, meeting.id))
    council = council_by_id(ctx.uow, meeting.council_id)
    return MeetingLine(
        meeting.id, ref(ctx, council), meeting.starts_at, meeting.room, agenda,
        seat is not None, None if seat is None else seat.answer,
        len(seats_of(ctx.uow, meeting.id)) if runs(ctx, council.place_id) else None,
    )  # fmt: skip


def _instant(ctx: Context, said: datetime | None) -> datetime | None:
    """An instant that a form or words gave, which is the subdistrict's where it says no zone."""
    if said is None:
        return None
    return said.replace(tzinfo=ctx.config.zone) if said.tzinfo is None else said
