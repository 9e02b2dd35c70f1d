"""The proposal for a month: made by the planner, shown to each station's lead, and binding only once they confirm it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select

from governance.days import next_month
from governance.duty.admission import Admitted
from governance.duty.planner import Choice, Member, propose
from governance.duty.wishes import Wish
from handlers.context import Context
from handlers.duty.fitting import decide
from handlers.duty.lead import stations_of
from handlers.duty.members import member, qualified
from handlers.duty.shift_words import MOST, what, where
from handlers.inbound import Reply
from handlers.notices import tell
from handlers.texts import duty as words
from handlers.turn import Turn
from storage.duty.hours import minutes_by_person
from storage.duty.members import enrolments
from storage.duty.shifts import ShiftRow, filled, shift_by_id, shift_rows
from storage.duty.sign_ups import SignUpRow, change, shifts_of, sign, sign_ups
from storage.models import Shift, SignUp
from storage.people import names_of
from storage.serving import followed_accounts


@dataclass(frozen=True)
class Proposed:
    """One line of a proposal, for people."""

    shift: ShiftRow
    person_id: int
    name: str
    why: str


@dataclass(frozen=True)
class MonthPlan:
    """`unfilled`: shifts with the places for which nobody is left."""

    lines: tuple[Proposed, ...]
    unfilled: tuple[tuple[ShiftRow, int], ...]


def plan_month(ctx: Context, month: date, station_ids: Sequence[int], *, write: bool) -> MonthPlan:
    """Fills the month's open shifts of these stations; an earlier proposal for them is replaced, what people chose is not."""
    rows = shift_rows(
        ctx.uow, Shift.day >= month, Shift.day < next_month(month), Shift.starts_at > ctx.now,
        Shift.cancelled_at.is_(None), Shift.station_id.in_(station_ids),
    )  # fmt: skip
    by_id = {row.id: row for row in rows}
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
    return MonthPlan(lines, tuple((by_id[shift], places) for shift, places in found.unfilled))


def _members(ctx: Context, month: date, rows: Sequence[ShiftRow]) -> list[Member]:
    """Those enrolled where the stations lie, with what they have served and stand for this month."""
    line = {place for row in rows for place in ctx.places.line_of(row.place_id)}
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
        )  # fmt: skip
    return list(found.values())


def _write(ctx: Context, month: date, shift_ids: list[int], lines: Sequence[Proposed]) -> None:
    for old in sign_ups(ctx.uow, SignUp.state == "proposed", SignUp.shift_id.in_(shift_ids)):
        change(ctx.uow, old.id, state="cancelled", ended_at=ctx.now)
    for line in lines:
        sign(ctx.uow, line.shift.id, line.person_id, "proposed", "plan", ctx.now, line.why)
    for lead in {line.shift.lead_id for line in lines} - {None}:
        assert lead is not None
        count = len({line.shift.id for line in lines if line.shift.lead_id == lead})
        text = words.PLAN_READY.format(month=f"{month.month}月", count=count)
        key = f"plan:{month}:{lead}:{int(ctx.now.timestamp())}"
        tell(ctx, followed_accounts(ctx.uow, [lead]), key, "duty", text, taps=("排班建议", "确认排班"), again=True)


def _why(choice: Choice) -> str:
    return words.why(choice.wished, choice.minutes, choice.least, choice.could)


def show_plan(turn: Turn) -> Reply:
    """排班建议: what waits for the sender to confirm."""
    found = _waiting(turn)
    if isinstance(found, Reply):
        return found
    names = names_of(turn.uow, [place.person_id for place, _ in found])
    lines = [
        words.PLAN_LINE.format(
            n=row.id,
            when=words.when(row.shift, turn.config.zone),
            place=where(turn, row),
            name=names[place.person_id],
            why=place.why,
        )
        for place, row in found[:MOST]
    ]
    more = [words.PLAN_MORE.format(count=len(found))] if len(found) > MOST else []
    head = words.PLAN_HEAD.format(month=f"{found[0][1].day.month}月")
    return Reply("\n".join([head, *lines, *more, words.PLAN_CONFIRM.format(n=found[0][1].id)]))


def confirm_plan(turn: Turn) -> Reply:
    """确认排班: each proposal that still breaks no rule becomes a place; its person is told, with the reason."""
    found = _waiting(turn)
    if isinstance(found, Reply):
        return found
    done, skipped = 0, []
    for shift_id in dict.fromkeys(row.id for _, row in found):
        row = shift_by_id(turn.uow, shift_id, lock=True)
        assert row is not None
        for place in sign_ups(turn.uow, SignUp.shift_id == shift_id, SignUp.state == "proposed"):
            if _settle(turn, place, row):
                done += 1
            else:
                skipped.append((place.person_id, row))
    text = words.PLAN_CONFIRMED.format(count=done)
    if skipped:
        names = names_of(turn.uow, [person for person, _ in skipped])
        listed = "、".join(f"{names[person]}（班次 {row.id}）" for person, row in skipped[:MOST])
        text += words.PLAN_SKIPPED.format(count=len(skipped), listed=listed)
    return Reply(text)


def _settle(turn: Turn, place: SignUpRow, row: ShiftRow) -> bool:
    full = filled(turn.uow, [row.id])[row.id]
    if not isinstance(decide(turn, row, place.person_id, full), Admitted):
        change(turn.uow, place.id, state="cancelled", ended_at=turn.now)
        return False
    change(turn.uow, place.id, state="signed")
    text = words.PLANNED_TOLD.format(what=what(turn, row), n=row.id, why=place.why)
    accounts = followed_accounts(turn.uow, [place.person_id])
    tell(turn, accounts, f"planned:{place.id}", "duty", text, taps=(f"取消值班 {row.id}",))
    return True


def _waiting(turn: Turn) -> list[tuple[SignUpRow, ShiftRow]] | Reply:
    who = member(turn)
    if isinstance(who, Reply):
        return who
    known = [station.id for station in stations_of(turn, who)]
    coming = select(Shift.id).where(
        Shift.station_id.in_(known), Shift.starts_at > turn.now, Shift.cancelled_at.is_(None)
    )
    places = sign_ups(turn.uow, SignUp.state == "proposed", SignUp.shift_id.in_(coming))
    rows = {row.id: row for row in shift_rows(turn.uow, Shift.id.in_({place.shift_id for place in places}))}
    if not places:
        return Reply(words.PLAN_NONE)
    return sorted(((p, rows[p.shift_id]) for p in places), key=lambda each: (each[1].shift.starts_at, each[0].id))
