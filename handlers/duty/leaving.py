"""Who leaves stands on no shift any more: who waits moves up, and who runs the duty hears what is open."""

from governance.notices import NoticeKind
from governance.permissions import WHOM_TO_ASK, Act
from handlers.context import Context
from handlers.duty.moving_up import move_up
from handlers.duty.placing import hold
from handlers.duty.texts import notices as told
from handlers.duty.texts.words import said_of, what
from handlers.notices import tell
from handlers.tickets.parts import first_reached
from storage.audit import AuditEntry, note_for
from storage.duty.shifts import ShiftRow, filled
from storage.duty.sign_ups import change, end_offers, on_shift
from storage.duty.stations import led_by
from storage.leavers import HELD, coming_of, without_lead
from storage.people import KnownPerson
from storage.serving import followed_accounts

MOST = 5


def free_shifts(ctx: Context, person: KnownPerson) -> int:
    """Their coming shifts, each with its stand-by; one word to each of those who see to these shifts."""
    rows = hold(ctx, coming_of(ctx.uow, person.id, ctx.now), [person.id])
    freed = [row for row in rows.values() if _left(ctx, row, person)]
    by_lead: dict[tuple[int, ...], list[ShiftRow]] = {}
    for row in freed:
        by_lead.setdefault(tuple(_in_charge(ctx, row.place_id, row.lead_id, person)), []).append(row)
    for people, theirs in by_lead.items():
        full = filled(ctx.uow, [row.id for row in theirs])
        lines = [said_of(_line(ctx, row, row.shift.capacity - full[row.id].taken), row) for row in theirs[:MOST]]
        more = [told.LEFT_MORE.format(count=len(theirs) - MOST)] if len(theirs) > MOST else []
        text = "\n".join([told.LEFT.format(name=person.name, count=len(theirs)), *lines, *more])
        key = f"left:{person.id}:{theirs[0].id}:{ctx.today:%Y%m%d}"
        tell(ctx, followed_accounts(ctx.uow, people), key, NoticeKind.DUTY, text, again=True)
    return len(freed)


def give_up_stations(ctx: Context, person: KnownPerson) -> int:
    """The stations that they led; whoever runs the duty there names another lead."""
    led = led_by(ctx.uow, person.id)
    without_lead(ctx.uow, [station.id for station in led])
    for station in led:
        text = told.LEAD_LEFT.format(station=station.name, name=person.name)
        key = f"leadleft:{station.id}:{person.id}:{ctx.today:%Y%m%d}"
        people = _in_charge(ctx, station.place_id, None, person)
        tell(ctx, followed_accounts(ctx.uow, people), key, NoticeKind.DUTY, text, again=True)
    return len(led)


def _left(ctx: Context, row: ShiftRow, person: KnownPerson) -> bool:
    places = [each for each in on_shift(ctx.uow, row.id, *HELD) if each.person_id == person.id]
    for place in places:
        change(ctx.uow, place.id, state="cancelled", ended_at=ctx.now)
        end_offers(ctx.uow, place.id, "withdrawn", ctx.now)
        note_for(ctx.uow, None, AuditEntry("shift.left", f"shift:{row.id}", person.code), ctx.now)
    if any(place.state == "signed" for place in places):
        move_up(ctx, row, tell_lead=False)
    return bool(places)


def _in_charge(ctx: Context, place_id: int, lead: int | None, left: KnownPerson) -> list[int]:
    """Whoever leads there and has not just left, else who runs the duty of the place."""
    if lead is not None and lead != left.id:
        return [lead]
    return sorted(each.person for each in first_reached(ctx, place_id, WHOM_TO_ASK[Act.RUN_DUTY], but={left.id}))


def _line(ctx: Context, row: ShiftRow, missing: int) -> str:
    form = told.LEFT_OPEN if missing > 0 else told.LEFT_FILLED
    return form.format(n=row.id, what=what(ctx, row), missing=missing)
