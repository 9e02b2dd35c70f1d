"""The code on the wall: a member who scans it is there, anybody else is counted as a guest."""

from governance.councils.meetings import MeetingState, doors_open
from handlers.catalogue import executes
from handlers.context import Context
from handlers.councils.commands import ScanMeeting
from handlers.councils.finding import is_member
from handlers.councils.meeting_outcomes import GuestNoted
from handlers.councils.meetings import came
from handlers.councils.outcomes import Attended, CannotNow, Why
from handlers.posts import sender
from storage.councils.guests import drop_guest, guests_of, is_mark_of, note_guest
from storage.councils.meetings import lock_meeting, meeting_by_id


@executes(ScanMeeting)
def scan(command: ScanMeeting, ctx: Context) -> Attended | GuestNoted | CannotNow:
    """From an hour before until it is over; of a guest only that one more is there is kept."""
    meeting = meeting_by_id(ctx.uow, command.meeting)
    if meeting is None or not is_mark_of(meeting, command.mark):
        return CannotNow(Why.STRANGE_CODE)
    if meeting.state is not MeetingState.CALLED:
        return CannotNow(Why.MEETING_OVER, meeting.id)
    if not doors_open(meeting.starts_at, meeting.state, ctx.now):
        return CannotNow(Why.TOO_EARLY, meeting.id, meeting.starts_at)
    person = sender(ctx)
    if person is not None and not person.left and is_member(ctx, meeting.council_id, person.id):
        drop_guest(ctx.uow, meeting.id, ctx.sender.id)
        return came(ctx, meeting, person.id, "scan")
    if lock_meeting(ctx.uow, meeting.id).state is not MeetingState.CALLED:
        return CannotNow(Why.MEETING_OVER, meeting.id)
    new = note_guest(ctx.uow, meeting.id, ctx.sender.id)
    return GuestNoted(meeting.id, guests_of(ctx.uow, meeting.id), not new)
