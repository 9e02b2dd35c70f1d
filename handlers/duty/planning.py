"""The proposal for a month: made by the planner, shown to each station's lead, and binding only once they confirm it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from governance.days import month_of, next_month
from governance.duty.planner import Choice, Keeps, Member, Shortage, propose
from governance.duty.wishes import Wish
from governance.notices import NoticeKind
from handlers.catalogue import executes
from handlers.context import Context
from handlers.duty.commands.lead import ConfirmPlan, ShowPlan
from handlers.duty.commands.rota import ProposePlan
from handlers.duty.members import member, qualified, stations_of
from handlers.duty.outcomes.lead import LeadsNothing, NothingProposed, PlanConfirmed, PlanShown
from handlers.duty.outcomes.rota import PlanProposed, StaysOpen, WhichMonth
from handlers.duty.placing import Placed, Via, hold, put
from handlers.duty.texts import notices as told
from handlers.duty.texts.words import what
from handlers.notices import tell
from storage.audit import AuditEntry, note
from storage.duty.hours import minutes_by_person
from storage.duty.members import enrolments
from storage.duty.shifts import ShiftRow, filled, shifts_by_id, shifts_to_plan
from storage.duty.sign_ups import SignUpRow, change, proposed_at, proposed_on, shifts_of, sign
from storage.people import names_of
from storage.serving import absences_at, followed_accounts


@dataclass(frozen=True)
class Proposed:
    """One line of a proposal, for people."""

    shift: ShiftRow
    person_id: int
    name: str
    why: str


@dataclass(frozen=True)
class MonthPlan:
    """`unfilled`: shifts with the places for which nobody is left; `open`: the same for people, those of one reason together."""

    lines: tuple[Proposed, ...]
    unfilled: tuple[tuple[ShiftRow, int], ...]
    open: tuple[StaysOpen, ...]


def plan_month(ctx: Context, month: date, station_ids: Sequence[int], *, write: bool) -> MonthPlan:
    """Fills the month's open shifts of these stations; an earlier proposal for them is replaced, what people chose is not."""
    rows = shifts_to_plan(ctx.uow, month, next_month(month), ctx.now, station_ids)
    by_id = {row.id: row for row in rows}
    if write:
        hold(ctx, list(by_id))
    full = filled(ctx.uow, list(by_id))
    still_open = [(row.shift, row.shift.capacity - full[row.id].taken) for row in rows]
    still_open = [(shift, places) for shift, places in still_open if places > 0]
    members = _members(ctx, month, rows)
    found = propose(still_open, members, ctx.now, ctx.config.zone, ctx.config.rules)
    names = names_of(ctx.uow, [choice.member for choice in found.choices])
    lines = tuple(Proposed(by_id[c.shift], c.member, names[c.member], _why(c)) for c in found.choices)
    lines = tuple(sorted(lines, key=lambda line: (line.shift.shift.starts_at, line.shift.id, line.person_id)))
    if write:
        _write(ctx, month, list(by_id), lines)
    unfilled = tuple((by_id[shift], places) for shift, places in found.unfilled)
    return MonthPlan(lines, unfilled, _stays_open(ctx, by_id, found.shortages))


def _stays_open(ctx: Context, by_id: Mapping[int, ShiftRow], shortages: Sequence[Shortage]) -> tuple[StaysOpen, ...]:
    """Shifts of one station that lack people for the same reasons are one line; the line with most open places first."""
    people = names_of(ctx.uow, sorted({person for each in shortages for _, person in each.kept}))
    found: dict[tuple[int, str | None, tuple[tuple[Keeps, int], ...]], list[int]] = {}
    for each in shortages:
        shift = by_id[each.shift]
        place, need = shift.place_id, shift.shift.qualification
        if not each.kept:
            place, need = ctx.places.community_of(place) or place, None
        found.setdefault((place, need, each.kept), []).append(each.places)
    lines = [
        StaysOpen(place, need, len(places), sum(places), tuple((why, people[person]) for why, person in kept))
        for (place, need, kept), places in found.items()
    ]
    return tuple(sorted(lines, key=lambda line: -line.places))


def _members(ctx: Context, month: date, rows: Sequence[ShiftRow]) -> list[Member]:
    """Those enrolled where the stations lie, with what they have served and stand for this month."""
    lines = {row.id: set(ctx.places.line_of(row.place_id)) for row in rows}
    line = {place for each in lines.values() for place in each}
    serves: dict[int, set[int]] = {}
    for enrolment in enrolments(ctx.uow):
        serves.setdefault(enrolment.person_id, set()).add(enrolment.place_id)
    away = absences_at(ctx.uow, ctx.now)
    served = minutes_by_person(ctx.uow, month, next_month(month) - timedelta(days=1))
    found: dict[int, Member] = {}
    for enrolment in enrolments(ctx.uow):
        if enrolment.place_id not in line or enrolment.person_id in found:
            continue
        own = [row.shift for _, row in shifts_of(ctx.uow, enrolment.person_id, ctx.now)]
        coming = sum(int((shift.ends_at - shift.starts_at).total_seconds() // 60) for shift in own)
        found[enrolment.person_id] = Member(
            enrolment.person_id, served.get(enrolment.person_id, 0) + coming,
            frozenset(Wish(each) for each in enrolment.wishes), qualified(ctx, enrolment.person_id), tuple(own),
            tuple((each.since, each.until) for each in away if each.person == enrolment.person_id),
            frozenset(shift for shift, places in lines.items() if not places & serves[enrolment.person_id]),
        )  # fmt: skip
    return list(found.values())


def _write(ctx: Context, month: date, shift_ids: list[int], lines: Sequence[Proposed]) -> None:
    for old in proposed_on(ctx.uow, shift_ids):
        change(ctx.uow, old.id, state="cancelled", ended_at=ctx.now)
    for line in lines:
        sign(ctx.uow, line.shift.id, line.person_id, "proposed", "plan", ctx.now, line.why)
    taps = (told.TAP_SHOW_PLAN, told.TAP_CONFIRM_PLAN)
    for lead in {line.shift.lead_id for line in lines} - {None, ctx.person_id}:
        assert lead is not None
        count = len({line.shift.id for line in lines if line.shift.lead_id == lead})
        text = told.PLAN_READY.format(month=f"{month.month}月", count=count)
        key = f"plan:{month}:{lead}:{int(ctx.now.timestamp())}"
        tell(ctx, followed_accounts(ctx.uow, [lead]), key, NoticeKind.DUTY, text, taps=taps, again=True)


def _why(choice: Choice) -> str:
    return told.why(choice.wished, choice.minutes, choice.least, choice.could)


@executes(ProposePlan)
def propose_plan(command: ProposePlan, ctx: Context) -> PlanProposed | LeadsNothing | WhichMonth:
    """For all stations of the sender."""
    known = stations_of(ctx, member(ctx))
    if not known:
        return LeadsNothing()
    if command.month is None:
        return WhichMonth()
    month = month_of(command.month)
    plan = plan_month(ctx, month, [station.id for station in known], write=True)
    note(ctx.uow, ctx.sender.id, AuditEntry("duty.propose", f"month:{month:%Y-%m}", str(len(plan.lines))), ctx.now)
    return PlanProposed(month, len(plan.lines), sum(places for _, places in plan.unfilled), plan.open)


@executes(ShowPlan)
def show_plan(_command: ShowPlan, ctx: Context) -> PlanShown | NothingProposed:
    """What waits for the sender to confirm."""
    places = _waiting(ctx)
    rows = shifts_by_id(ctx.uow, {place.shift_id for place in places})
    names = names_of(ctx.uow, [place.person_id for place in places])
    found = [(place, rows[place.shift_id], names[place.person_id]) for place in places]
    found.sort(key=lambda each: (each[1].shift.starts_at, each[0].id))
    return PlanShown(tuple(found)) if found else NothingProposed()


@executes(ConfirmPlan)
def confirm_plan(command: ConfirmPlan, ctx: Context) -> PlanConfirmed | NothingProposed:
    """Each proposal that still breaks no rule becomes a place; its person is told, with the reason."""
    asked = shifts_by_id(ctx.uow, {place.shift_id for place in _waiting(ctx)})
    shift_ids = {row.id for row in asked.values() if command.month is None or month_of(row.day) == command.month}
    hold(ctx, shift_ids)
    places = proposed_on(ctx.uow, shift_ids)
    rows = hold(ctx, shift_ids, {place.person_id for place in places})
    if not places:
        return NothingProposed()
    places.sort(key=lambda place: (rows[place.shift_id].shift.starts_at, place.shift_id, place.id))
    skipped = [place for place in places if not _confirmed(ctx, place, rows[place.shift_id])]
    names = names_of(ctx.uow, [place.person_id for place in skipped])
    return PlanConfirmed(
        len(places) - len(skipped), tuple((names[place.person_id], place.shift_id) for place in skipped)
    )


def _confirmed(ctx: Context, place: SignUpRow, row: ShiftRow) -> bool:
    if not isinstance(put(ctx, row.id, place.person_id, Via.PLAN), Placed):
        change(ctx.uow, place.id, state="cancelled", ended_at=ctx.now)
        return False
    text = told.PLANNED_TOLD.format(what=what(ctx, row), n=row.id, why=place.why)
    accounts = followed_accounts(ctx.uow, [place.person_id])
    tell(ctx, accounts, f"planned:{place.id}", NoticeKind.DUTY, text, taps=(told.TAP_CANCEL.format(n=row.id),))
    return True


def _waiting(ctx: Context) -> list[SignUpRow]:
    known = [station.id for station in stations_of(ctx, member(ctx))]
    return proposed_at(ctx.uow, known, ctx.now)
