"""What people did in a span of days, as facts of the score, each with whether something stands for it."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from zoneinfo import ZoneInfo

from sqlalchemy import select

from governance.clock import local_day
from governance.days import end_of, start_of
from governance.duty.check_ins import CONFIRMED
from governance.duty.stations import StationKind
from governance.stars.scoring import Fact, FactKind, longest_streak
from governance.tickets.satisfaction import ClosedAs
from governance.tickets.states import TicketState
from storage.models import Account, CheckIn, DutyRecord, ServiceHours, Shift, SignUp, Ticket
from storage.ticket_counts import FOR_ALL
from storage.unit_of_work import UnitOfWork

_SOLVED = (ClosedAs.RATED.value, ClosedAs.SILENT.value, ClosedAs.NO_REPORTER.value)


def facts_between(uow: UnitOfWork, first: date, last: date, zone: ZoneInfo) -> dict[int, list[Fact]]:
    """Each person's facts from `first` to `last` (local days, both included)."""
    found: defaultdict[int, list[Fact]] = defaultdict(list)
    for source in (_hours, _duty, _mediations):
        for person, fact in source(uow, first, last, zone):
            found[person].append(fact)
    solved = _solved(uow, first, last, zone)
    for person, number, day in solved:
        found[person].append(Fact(FactKind.FINDING, number, day))
    for person, fact in _check_ins(uow, first, last, {number for _, number, _ in solved}):
        found[person].append(fact)
    return dict(found)


def _hours(uow: UnitOfWork, first: date, last: date, _zone: ZoneInfo) -> Iterator[tuple[int, Fact]]:
    """Minutes of the ledger with what countered them, one fact a shift; a patrol's have only its maker's word and are left out."""
    statement = select(ServiceHours.person_id, ServiceHours.day, ServiceHours.minutes, ServiceHours.source_key).where(
        ServiceHours.day >= first, ServiceHours.day <= last, ServiceHours.source != "patrol"
    )
    sums: dict[tuple[int, str], tuple[date, int]] = {}
    for row in uow.execute(statement.order_by(ServiceHours.id)):
        of = row.person_id, ":".join(row.source_key.split(":")[:2])
        day, minutes = sums.get(of, (row.day, 0))
        sums[of] = day, minutes + row.minutes
    for (person, key), (day, minutes) in sums.items():
        if minutes > 0:
            yield person, Fact(FactKind.HOURS, key, day, minutes)


def _duty(uow: UnitOfWork, first: date, last: date, _zone: ZoneInfo) -> Iterator[tuple[int, Fact]]:
    kept = (SignUp.state == "done", SignUp.came_at.is_not(None), Shift.day >= first, Shift.day <= last)
    statement = select(SignUp.person_id, SignUp.shift_id, Shift.day).join(Shift, Shift.id == SignUp.shift_id)
    for row in uow.execute(statement.where(*kept)):
        yield row.person_id, Fact(FactKind.DUTY, str(row.shift_id), row.day)


def _mediations(uow: UnitOfWork, first: date, last: date, zone: ZoneInfo) -> Iterator[tuple[int, Fact]]:
    """Settled quarrels; only one recorded for a shift that somebody was present at has more than words."""
    span = (DutyRecord.at >= start_of(first, zone), DutyRecord.at < end_of(last, zone))
    settled = (DutyRecord.kind == StationKind.MEDIATION.value, DutyRecord.well.is_(True), *span)
    columns = (DutyRecord.id, DutyRecord.person_id, DutyRecord.shift_id, DutyRecord.at)
    for row in uow.execute(select(*columns).where(*settled)):
        day, confirmed = local_day(row.at, zone), row.shift_id is not None
        yield row.person_id, Fact(FactKind.MEDIATION, str(row.id), day, confirmed=confirmed)


def _solved(uow: UnitOfWork, first: date, last: date, zone: ZoneInfo) -> list[tuple[int, str, date]]:
    """Person, number and day of what was reported by them, handled by others and closed to satisfaction in the span."""
    closed = (
        Ticket.state == TicketState.CLOSED.value, Ticket.closed_as.in_(_SOLVED), Ticket.handled_at.is_not(None),
        Ticket.urgency != "enquiry", FOR_ALL, Ticket.ended_at >= start_of(first, zone), Ticket.ended_at < end_of(last, zone),
    )  # fmt: skip
    columns = (Ticket.number, Ticket.ended_at, Ticket.assignee_id)
    reported = select(*columns, Account.person_id).join(Account, Account.id == Ticket.account_id).where(*closed)
    patrolled = select(*columns, CheckIn.person_id).join(CheckIn, CheckIn.number == Ticket.number).where(*closed)
    rows = [*uow.execute(reported), *uow.execute(patrolled)]
    found = {
        (row.person_id, row.number): local_day(row.ended_at, zone)
        for row in rows
        if row.person_id is not None and row.person_id != row.assignee_id
    }
    return sorted((person, number, day) for (person, number), day in found.items())


def _check_ins(uow: UnitOfWork, first: date, last: date, solved: set[str]) -> Iterator[tuple[int, Fact]]:
    """Patrols, and the longest streak of days on which something shows that somebody was there."""
    columns = (CheckIn.person_id, CheckIn.place_id, CheckIn.day, CheckIn.kind, CheckIn.method, CheckIn.number)
    rows = uow.execute(select(*columns).where(CheckIn.day >= first, CheckIn.day <= last)).all()
    shown = {(row.person_id, row.place_id, row.day) for row in rows if row.method in CONFIRMED}
    days: defaultdict[int, set[date]] = defaultdict(set)
    for row in rows:
        here = row.person_id, row.place_id, row.day
        if here in shown:
            days[row.person_id].add(row.day)
        if row.kind == "patrol":
            confirmed = here in shown or row.number in solved
            yield row.person_id, Fact(FactKind.PATROL, f"{row.place_id}:{row.day}", row.day, confirmed=confirmed)
    for person, on in days.items():
        length, end = longest_streak(on)
        if end is not None and length > 1:
            yield person, Fact(FactKind.STREAK, "streak", end, length)
