"""评价活动 N 好: what somebody who was there thought of it."""

from governance.activities.feedback import NotNow, why_not
from handlers.activities.commands import RateActivity
from handlers.activities.finding import activity_meant
from handlers.activities.outcomes import ActivityRated, CannotRate, HowToRate
from handlers.activities.telling import WordsPassedOn, words_told
from handlers.catalogue import executes
from handlers.context import Context
from handlers.duty.members import member
from storage.activities import CAME, booking_of, give_feedback, has_given
from storage.duty.shifts import ShiftRow
from storage.duty.sign_ups import standing_of
from storage.organisations import organisations_of


@executes(RateActivity)
def rate(command: RateActivity, ctx: Context) -> ActivityRated | CannotRate | HowToRate | WordsPassedOn:
    """Once a person, when it is over; the first word stays. Own words are told in any case."""
    member(ctx)
    row = activity_meant(ctx, command.shift)
    judged = _judged(command, ctx, row)
    if not command.said or (isinstance(judged, CannotRate) and judged.why is NotNow.NOT_OVER):
        return judged
    return words_told(ctx, row, command.said, judged)


def _judged(command: RateActivity, ctx: Context, row: ShiftRow) -> ActivityRated | CannotRate | HowToRate:
    who = member(ctx)
    given = has_given(ctx.uow, row.id, who.person_id)
    why = why_not(row.ends_at, ctx.now, _was_there(ctx, row, who.person_id), given)
    if why is not None:
        return CannotRate(row, why)
    if command.score is None:
        return HowToRate(row)
    if not give_feedback(ctx.uow, row.id, who.person_id, command.score, ctx.now):
        return CannotRate(row, NotNow.TWICE)
    return ActivityRated(row, command.score)


def _was_there(ctx: Context, row: ShiftRow, person_id: int) -> bool:
    """They checked in, or speak for a unit of which people came."""
    place = standing_of(ctx.uow, row.id, person_id)
    if place is not None and place.state in CAME:
        return True
    held = [booking_of(ctx.uow, row.id, unit) for unit in organisations_of(ctx.uow, person_id, ctx.now)]
    return any(each is not None and bool(each.came) for each in held)
