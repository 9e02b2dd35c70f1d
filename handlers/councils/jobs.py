"""What the clock does with councils: resolutions and minutes that are due are reminded of, and named late, each once."""

from datetime import timedelta

from governance.councils.meetings import LASTS, REMINDED, MeetingState
from governance.councils.watching import ResolutionState, Stage, next_look, stage_now
from governance.notices import NoticeKind
from handlers.context import Context
from handlers.councils import words
from handlers.councils.minutes import closed
from handlers.councils.telling import tell_people, those_who_run
from handlers.jobs import Job, JobTools, Lane, in_transaction
from handlers.texts import jobs as said
from storage.councils.meetings import change_meeting, lock_meeting, meetings_to_watch
from storage.councils.resolutions import change_resolution, lock_resolution, resolutions_to_watch
from storage.councils.seats import council_by_id


def _resolutions(ctx: Context) -> list[str]:
    return [str(number) for number in resolutions_to_watch(ctx.uow, ctx.now)]


def _watch(ctx: Context, item: str) -> int:
    """Its owner hears that it is due soon; its owner and the secretary that it is late."""
    row = lock_resolution(ctx.uow, int(item))
    if row.look_at is None or row.look_at > ctx.now or row.state is not ResolutionState.OPEN:
        return 0
    before = timedelta(days=ctx.config.rules.resolution_remind_days)
    stage = stage_now(row.due_at, before, ctx.now)
    late = stage is Stage.LATE
    people = {row.owner_id}
    if late:
        people |= set(those_who_run(ctx, council_by_id(ctx.uow, row.council_id)))
        people |= set() if row.written_by is None else {row.written_by}
    text = (words.LATE if late else words.SOON).format(r=row.id, at=words.day(row.due_at, ctx.here), text=row.text)
    tell_people(ctx, people, f"resolution:{row.id}:{stage.name.lower()}", text, kind=NoticeKind.COUNCIL_LATE)
    change_resolution(ctx.uow, row.id, stage=int(stage), look_at=next_look(row.due_at, stage, before))
    ctx.uow.wake = True
    return 1


def _meetings(ctx: Context) -> list[str]:
    return [str(number) for number in meetings_to_watch(ctx.uow, ctx.now)]


def _minutes(ctx: Context, item: str) -> int:
    """Who called it hears that the minutes are due; that they are late hear also those who run the council."""
    meeting = lock_meeting(ctx.uow, int(item))
    if meeting.look_at is None or meeting.look_at > ctx.now:
        return 0
    if meeting.state is MeetingState.CALLED and ctx.now >= meeting.starts_at + LASTS:
        closed(ctx, meeting)
    stage = stage_now(meeting.minutes_due_at, REMINDED, ctx.now)
    late = stage is Stage.LATE
    people = {meeting.called_by}
    if late:
        people |= set(those_who_run(ctx, council_by_id(ctx.uow, meeting.council_id)))
    at = words.when(meeting.minutes_due_at, ctx.here)
    text = (words.MINUTES_LATE if late else words.MINUTES_SOON).format(m=meeting.id, at=at)
    tell_people(ctx, people, f"minutes:{meeting.id}:{stage.name.lower()}", text, kind=NoticeKind.COUNCIL_LATE)
    look_at = next_look(meeting.minutes_due_at, stage, REMINDED)
    change_meeting(ctx.uow, meeting.id, minutes_stage=int(stage), look_at=look_at)
    ctx.uow.wake = True
    return 1


JOBS: tuple[Job[JobTools], ...] = (
    Job("resolutions", *said.RESOLUTIONS, Lane.BRIEFS, _resolutions, in_transaction(_watch)),
    Job("minutes", *said.MINUTES, Lane.BRIEFS, _meetings, in_transaction(_minutes)),
)
