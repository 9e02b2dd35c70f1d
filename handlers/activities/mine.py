"""我的活动: what comes, and the year's record, of a person and of the units that they speak for."""

from datetime import date, timedelta

from handlers.activities.commands import ShowMyActivities
from handlers.activities.outcomes import MyActivities, OwnPart, UnitPart
from handlers.catalogue import executes
from handlers.context import Context
from handlers.duty.members import member
from storage.activities import CAME, bookings_of, parts_of, scores_of
from storage.duty.shifts import shifts_by_id
from storage.organisations import organisations_of

AHEAD = timedelta(days=400)


@executes(ShowMyActivities)
def my_activities(_command: ShowMyActivities, ctx: Context) -> MyActivities:
    """Those that were called off are left out."""
    person = member(ctx).person_id
    first, last = date(ctx.today.year, 1, 1), ctx.today + AHEAD
    parts, scores = parts_of(ctx.uow, person, first, last), scores_of(ctx.uow, person)
    units = organisations_of(ctx.uow, person, ctx.now)
    booked = bookings_of(ctx.uow, units, first, last)
    rows = shifts_by_id(ctx.uow, {each.shift_id for each in parts} | {each.shift_id for each in booked})
    own = [OwnPart(rows[each.shift_id], each.state, scores.get(each.shift_id)) for each in parts]
    return MyActivities(
        ctx.today.year,
        tuple(each for each in reversed(own) if each.state in ("signed", "standby") and each.row.ends_at > ctx.now),
        tuple(each for each in own if each.state in CAME),
        sum(each.state == "absent" for each in own),
        tuple(UnitPart(rows[each.shift_id], each.unit, each.people, each.came) for each in booked),
    )
