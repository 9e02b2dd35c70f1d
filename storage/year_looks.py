"""The look-back of a year: what is looked at, who was asked, what they said."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, insert, select, update

from governance.tickets.states import TicketState
from storage.models import Account, Household, Ticket, Visit, YardProblem, YearLook, YearWord
from storage.once import insert_once
from storage.ticket_counts import NOT_VOIDED
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class LookRow:
    """A matter that is looked back at: a courtyard's problem, or (`number`) the ticket of what a household had brought."""

    id: int
    year: int
    problem_id: int | None
    visit_id: int | None
    place_id: int
    title: str
    number: str | None
    asked_at: datetime
    reopened_at: datetime | None
    asked: int
    holds: int
    against: int


def problems_ended(uow: UnitOfWork, year: int, first: datetime, end: datetime) -> list[int]:
    """Courtyards' problems that were ended then and are not looked back at yet."""
    looked = select(YearLook.problem_id).where(YearLook.year == year, YearLook.problem_id.is_not(None))
    statement = select(YardProblem.id).where(YardProblem.done_at >= first, YardProblem.done_at < end)
    return list(uow.execute(statement.where(YardProblem.id.not_in(looked)).order_by(YardProblem.id)).scalars())


def visits_ended(uow: UnitOfWork, year: int, first: datetime, end: datetime) -> list[int]:
    """Visits to households that had brought something which was ended then, each ticket once, not looked back at yet."""
    looked = select(Visit.number).join(YearLook, YearLook.visit_id == Visit.id).where(YearLook.year == year)
    done = (
        Ticket.state == TicketState.CLOSED.value, NOT_VOIDED, Ticket.ended_at >= first, Ticket.ended_at < end,
        Visit.household_id.is_not(None), Visit.number.not_in(looked),
    )  # fmt: skip
    statement = select(func.min(Visit.id)).join(Ticket, Ticket.number == Visit.number).where(*done)
    return list(uow.execute(statement.group_by(Visit.number).order_by(func.min(Visit.id))).scalars())


def residents_of(uow: UnitOfWork, visit_id: int) -> list[int]:
    """The accounts that said they live in the household that was visited."""
    statement = (
        select(Account.id)
        .join(Household, (Household.digest == Account.household) & (Household.place_id == Account.place_id))
        .join(Visit, Visit.household_id == Household.id)
        .where(Visit.id == visit_id, Account.unsubscribed_at.is_(None), Account.channel == "wechat")
    )
    return list(uow.execute(statement.order_by(Account.id)).scalars())


def begin_look(
    uow: UnitOfWork, year: int, now: datetime, *, problem_id: int | None, visit_id: int | None
) -> int | None:
    """Writes that a matter is looked back at; None where it is already."""
    if not insert_once(uow, YearLook, year=year, problem_id=problem_id, visit_id=visit_id, asked_at=now):
        return None
    mine = (YearLook.year == year, YearLook.problem_id.is_not_distinct_from(problem_id))
    statement = select(YearLook.id).where(*mine, YearLook.visit_id.is_not_distinct_from(visit_id))
    return int(uow.execute(statement).scalar_one())


def ask(uow: UnitOfWork, look_id: int, account_ids: Collection[int]) -> None:
    """Writes who is asked."""
    for account in account_ids:
        uow.execute(insert(YearWord).values(look_id=look_id, account_id=account))


def look(uow: UnitOfWork, look_id: int, *, lock: bool = False) -> LookRow | None:
    """One; `lock`: until the transaction ends, so of many words at once each is counted."""
    if lock:
        uow.execute(select(YearLook.id).where(YearLook.id == look_id).with_for_update()).first()
    return next(iter(_rows(uow, YearLook.id == look_id)), None)


def looks_at(uow: UnitOfWork, places: Collection[int] | None, most: int = 500) -> list[LookRow]:
    """Those at these places (None: anywhere), the newest first."""
    found = [row for row in _rows(uow) if places is None or row.place_id in places]
    return found[::-1][:most]


def was_asked(uow: UnitOfWork, look_id: int, account_id: int) -> bool:
    """Whether an account was asked."""
    mine = (YearWord.look_id == look_id, YearWord.account_id == account_id)
    return uow.execute(select(YearWord.look_id).where(*mine)).first() is not None


def say(uow: UnitOfWork, look_id: int, account_id: int, holds: bool, now: datetime) -> bool:
    """Writes somebody's word, once; False where they said it before."""
    mine = (YearWord.look_id == look_id, YearWord.account_id == account_id, YearWord.holds.is_(None))
    return uow.execute(update(YearWord).where(*mine).values(holds=holds, said_at=now)).rowcount == 1


def note_reopened(uow: UnitOfWork, look_id: int, now: datetime) -> None:
    """The residents' words have opened it again."""
    uow.execute(update(YearLook).where(YearLook.id == look_id).values(reopened_at=now))


def _rows(uow: UnitOfWork, *where: Any) -> list[LookRow]:
    statement = (
        select(
            YearLook.id, YearLook.year, YearLook.problem_id, YearLook.visit_id, YearLook.asked_at, YearLook.reopened_at,
            func.coalesce(YardProblem.place_id, Visit.place_id).label("place_id"), YardProblem.title, Ticket.summary,
            Visit.number,
        )
        .outerjoin(YardProblem, YardProblem.id == YearLook.problem_id)
        .outerjoin(Visit, Visit.id == YearLook.visit_id)
        .outerjoin(Ticket, Ticket.number == Visit.number)
        .where(*where)
        .order_by(YearLook.id)
    )  # fmt: skip
    rows = uow.execute(statement).all()
    counts = select(YearWord.look_id, YearWord.holds, func.count().label("words")).where(
        YearWord.look_id.in_([row.id for row in rows])
    )
    said: dict[tuple[int, bool | None], int] = {
        (row.look_id, row.holds): int(row.words)
        for row in uow.execute(counts.group_by(YearWord.look_id, YearWord.holds))
    }
    return [
        LookRow(
            row.id, row.year, row.problem_id, row.visit_id, row.place_id, row.title or row.summary or "", row.number,
            row.asked_at, row.reopened_at, sum(said.get((row.id, each), 0) for each in (None, True, False)),
            said.get((row.id, True), 0), said.get((row.id, False), 0),
        )
        for row in rows
    ]  # fmt: skip
