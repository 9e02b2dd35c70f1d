"""Which activity and which unit somebody means; each raises Refuse where there is none. And whom a unit's places concern."""

from handlers.activities.outcomes import NoSuchActivity, SpeaksForNoUnit, WhichUnit
from handlers.context import Context
from handlers.duty.members import leads, member
from handlers.duty.outcomes.shifts import CalledOff
from handlers.outcomes import Refuse
from storage.duty.shifts import ShiftRow, shift_by_id
from storage.organisations import (
    OrganisationRow,
    contact_accounts,
    organisations,
    organisations_of,
    present_organisations,
)


def activity_meant(ctx: Context, number: int | None, *, lock: bool = False) -> ShiftRow:
    """The activity's time with this number, that takes place; with `lock` nobody else signs up or books until all is written."""
    row = None if number is None else shift_by_id(ctx.uow, number, lock=lock)
    if row is None or row.campaign_id is None:
        raise Refuse(NoSuchActivity(number))
    if row.cancelled_at is not None:
        raise Refuse(CalledOff(row))
    return row


def unit_meant(ctx: Context, row: ShiftRow, named: str, verb: str) -> OrganisationRow:
    """The unit that is named, or the only one that the sender speaks for; who runs the duty there may name any."""
    who = member(ctx)
    mine = organisations(ctx.uow, organisations_of(ctx.uow, who.person_id, ctx.now))
    if not named:
        if len(mine) > 1:
            raise Refuse(WhichUnit(verb, row, tuple(unit.name for unit in mine)))
        if not mine:
            raise Refuse(SpeaksForNoUnit("", row))
        return mine[0]
    known = present_organisations(ctx.uow) if leads(ctx, who, row) else mine
    exact = [unit for unit in known if named in (unit.name, unit.code)]
    found = exact or [unit for unit in known if named in unit.name]
    if len(found) > 1:
        raise Refuse(WhichUnit(verb, row, tuple(unit.name for unit in found)))
    if not found:
        raise Refuse(SpeaksForNoUnit(named, row))
    return found[0]


def contacts_near(ctx: Context, place_id: int) -> list[int]:
    """The accounts of who speaks for units of this place: those that belong where it lies, to what lies in it, or nowhere."""
    line = set(ctx.places.line_of(place_id))
    units = [
        unit.id
        for unit in present_organisations(ctx.uow)
        if unit.place_id is None or unit.place_id in line or place_id in ctx.places.line_of(unit.place_id)
    ]
    return contact_accounts(ctx.uow, units, ctx.now) if units else []
