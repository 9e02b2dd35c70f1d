"""What the clock brings to shifts: the weekly plan, reminders, who has not come, and the end of each."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from governance.clock import local_day
from governance.days import start_of
from governance.duty.patterns import Pattern, occurrences
from handlers.duty.members import lead_called
from handlers.duty.shift_words import what
from handlers.notices import tell
from handlers.scene import House, Scene
from handlers.texts import duty as words
from storage.database import Database
from storage.duty.shifts import ShiftRow, change_shift, plan_shift, shift_by_id, shift_rows
from storage.duty.sign_ups import SignUpRow, change, end_offers, on_shift
from storage.models import Shift, ShiftPattern, SignUp
from storage.people import names_of
from storage.place_book import PlaceBook
from storage.serving import followed_accounts
from storage.unit_of_work import UnitOfWork

AHEAD = timedelta(hours=36)
REMIND_HOUR = 19
"""The evening before. Source: design, section 5."""
EVENING, SOON, MISSED = 1, 2, 3
"""Stages of a place on a shift: what has been said."""


def plan_ahead(scene: Scene, instant: datetime) -> int:
    """Writes the shifts that the weekly patterns bring in the next weeks; each once, however often it runs."""
    day, zone = local_day(instant, scene.house.zone), scene.house.zone
    last = day + timedelta(weeks=scene.house.rules.duty_weeks)
    count = 0
    for row in scene.uow.execute(select(ShiftPattern.__table__).where(ShiftPattern.retired_at.is_(None))).all():
        pattern = Pattern(
            frozenset(int(digit) - 1 for digit in row.weekdays), row.start_minute, row.end_minute, row.on_holidays, row.since,
            row.until,
        )  # fmt: skip
        for on, starts_at, ends_at in occurrences(pattern, day, last, zone, scene.house.calendar):
            count += starts_at > scene.now and plan_shift(
                scene.uow, station_id=row.station_id, pattern_id=row.id, day=on, starts_at=starts_at, ends_at=ends_at,
                capacity=row.capacity, qualification=row.qualification,
            )  # fmt: skip
    return count


def watch_shifts(database: Database, house: House, now: datetime, book: PlaceBook) -> int:
    """Reminds, notes who has not come, ends shifts; each shift in a transaction of its own. Answers how many had something."""
    with database.read() as connection:
        near = shift_rows(UnitOfWork(connection), Shift.counted_at.is_(None), Shift.starts_at <= now + AHEAD)
        busy = _busy(UnitOfWork(connection), near, now, house)
    done = 0
    for shift_id in busy:
        with database.write() as connection:
            scene = Scene(UnitOfWork(connection), house, now, book)
            row = shift_by_id(scene.uow, shift_id, lock=True)
            if row is not None and row.counted_at is None:
                done += _watch(scene, row)
            scene.uow.finish()
    return done


def _busy(uow: UnitOfWork, rows: list[ShiftRow], now: datetime, house: House) -> list[int]:
    """Those with something to say now: nobody is locked for the others."""
    said = select(SignUp.shift_id, func.min(SignUp.stage).label("stage")).where(
        SignUp.shift_id.in_([row.id for row in rows]), SignUp.state == "signed"
    )
    least = {row.shift_id: row.stage for row in uow.execute(said.group_by(SignUp.shift_id))}
    return [
        row.id
        for row in rows
        if now >= _over(row, house) or (row.id in least and _stage(row, now, house) > least[row.id])
    ]


def _stage(row: ShiftRow, now: datetime, house: House) -> int:
    """What is to be said by now."""
    rules = house.rules
    if now >= row.shift.starts_at + timedelta(minutes=rules.duty_late_minutes):
        return MISSED
    if now >= row.shift.starts_at:
        return 0
    if now >= row.shift.starts_at - timedelta(minutes=rules.duty_remind_minutes):
        return SOON
    return EVENING if now >= _evening_before(row, house.zone) else 0


def _evening_before(row: ShiftRow, zone: ZoneInfo) -> datetime:
    return start_of(row.day - timedelta(days=1), zone) + timedelta(hours=REMIND_HOUR)


def _over(row: ShiftRow, house: House) -> datetime:
    return row.shift.ends_at + timedelta(minutes=house.rules.duty_late_minutes)


def _watch(scene: Scene, row: ShiftRow) -> bool:
    if row.cancelled_at is not None:
        change_shift(scene.uow, row.id, counted_at=scene.now)
        return False
    if scene.now >= _over(row, scene.house):
        _end(scene, row)
        return True
    stage = _stage(row, scene.now, scene.house)
    late = [place for place in on_shift(scene.uow, row.id, "signed") if place.stage < stage]
    for place in late:
        change(scene.uow, place.id, stage=stage)
        if stage != MISSED:
            _remind(scene, row, place, stage)
    if stage == MISSED and late and row.lead_id is not None:
        text = words.NOT_THERE_YET.format(who=_names(scene, late), what=what(scene, row), n=row.id)
        _tell(scene, [row.lead_id], f"late:{row.id}", "late", text)
    return bool(late)


def _remind(scene: Scene, row: ShiftRow, place: SignUpRow, stage: int) -> None:
    text = words.REMIND_SOON if stage == SOON else words.REMIND_EVENING
    if stage == EVENING and row.day == scene.today:
        text = words.REMIND_TODAY
    said = text.format(what=what(scene, row), n=row.id)
    _tell(scene, [place.person_id], f"remind:{place.id}:{stage}", "duty_remind", said)


def _end(scene: Scene, row: ShiftRow) -> None:
    """Who never came is noted, who never left is confirmed by the lead, who waited waits no more."""
    absent, unclosed = on_shift(scene.uow, row.id, "signed"), on_shift(scene.uow, row.id, "present")
    about = {"n": row.id, "what": what(scene, row), "lead": lead_called(scene, row.lead_id)}
    for place in absent:
        change(scene.uow, place.id, state="absent", ended_at=scene.now)
        end_offers(scene.uow, place.id, "withdrawn", scene.now)
        _tell(scene, [place.person_id], f"absent:{place.id}", "duty", words.NO_SHOW_SELF.format(**about))
    for place in on_shift(scene.uow, row.id, "standby", "proposed"):
        change(scene.uow, place.id, state="cancelled", ended_at=scene.now)
    if row.lead_id is not None:
        if absent:
            text = words.NO_SHOW_LEAD.format(who=_names(scene, absent), **about)
            _tell(scene, [row.lead_id], f"noshow:{row.id}", "duty", text)
        if unclosed:
            text = words.CONFIRM_HOURS.format(who=_names(scene, unclosed), **about)
            _tell(scene, [row.lead_id], f"confirm:{row.id}", "duty", text, f"确认工时 {row.id}")
    change_shift(scene.uow, row.id, counted_at=scene.now)


def _names(scene: Scene, places: list[SignUpRow]) -> str:
    names = names_of(scene.uow, [place.person_id for place in places])
    return "、".join(names[place.person_id] for place in places)


def _tell(scene: Scene, people: list[int], key: str, kind: str, text: str, *taps: str) -> None:
    tell(scene, followed_accounts(scene.uow, people), key, kind, text, taps=taps, again=True)
