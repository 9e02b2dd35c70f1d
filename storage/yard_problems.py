"""A courtyard's long-standing problem of a quarter, and the residents' word of it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select, update

from storage.models import Account, Ticket, YardProblem, YardWord
from storage.once import insert_once
from storage.unit_of_work import UnitOfWork

MOST_ASKED = 200


@dataclass(frozen=True)
class ProblemRow:
    """A problem; `solved`, `not_solved`: how many residents say so."""

    id: int
    quarter: date
    place_id: int
    title: str
    owner_id: int
    due_on: date
    done_at: datetime | None
    note: str | None
    solved: int
    not_solved: int


_COLUMNS = (
    YardProblem.id, YardProblem.quarter, YardProblem.place_id, YardProblem.title, YardProblem.owner_id, YardProblem.due_on,
    YardProblem.done_at, YardProblem.note,
)  # fmt: skip


def set_problem(uow: UnitOfWork, **values: Any) -> int | None:
    """Writes one; its number, None where the courtyard has one for the quarter."""
    if not insert_once(uow, YardProblem, **values):
        return None
    mine = (YardProblem.quarter == values["quarter"], YardProblem.place_id == values["place_id"])
    return int(uow.execute(select(YardProblem.id).where(*mine)).scalar_one())


def problem(uow: UnitOfWork, number: int, *, lock: bool = False) -> ProblemRow | None:
    """One by its number."""
    if lock:
        uow.execute(select(YardProblem.id).where(YardProblem.id == number).with_for_update()).first()
    return next(iter(_rows(uow, YardProblem.id == number)), None)


def problems_at(uow: UnitOfWork, places: Collection[int] | None, since: date) -> list[ProblemRow]:
    """Those at these places (None: anywhere) from a quarter on, the newest first."""
    here = [] if places is None else [YardProblem.place_id.in_(sorted(places))]
    return _rows(uow, YardProblem.quarter >= since, *here)


def end_problem(uow: UnitOfWork, number: int, note: str, now: datetime) -> None:
    """Writes that it is solved."""
    uow.execute(update(YardProblem).where(YardProblem.id == number).values(done_at=now, note=note))


def reopen_problem(uow: UnitOfWork, number: int, due_on: date) -> None:
    """It is to be solved again, until a day."""
    uow.execute(update(YardProblem).where(YardProblem.id == number).values(done_at=None, due_on=due_on))


def say_of_problem(uow: UnitOfWork, number: int, account_id: int, solved: bool, now: datetime) -> bool:
    """Writes a resident's word; False where it replaces an earlier one."""
    new = insert_once(uow, YardWord, problem_id=number, account_id=account_id, solved=solved, at=now)
    if not new:
        mine = (YardWord.problem_id == number, YardWord.account_id == account_id)
        uow.execute(update(YardWord).where(*mine).values(solved=solved, at=now))
    return new


def who_reported(uow: UnitOfWork, places: Collection[int], since: datetime) -> list[int]:
    """The accounts that follow us and reported something at these places since then, the latest first."""
    theirs = (
        Ticket.place_id.in_(sorted(places)), Ticket.opened_at >= since, Account.unsubscribed_at.is_(None),
        Account.channel == "wechat",
    )  # fmt: skip
    statement = select(Account.id).join(Ticket, Ticket.account_id == Account.id).where(*theirs).group_by(Account.id)
    return list(uow.execute(statement.order_by(func.max(Ticket.opened_at).desc()).limit(MOST_ASKED)).scalars())


def _rows(uow: UnitOfWork, *where: Any) -> list[ProblemRow]:
    rows = uow.execute(select(*_COLUMNS).where(*where).order_by(YardProblem.quarter.desc(), YardProblem.id)).all()
    said = select(YardWord.problem_id, YardWord.solved, func.count().label("words")).where(
        YardWord.problem_id.in_([row.id for row in rows])
    )
    counts = {
        (row.problem_id, bool(row.solved)): int(row.words)
        for row in uow.execute(said.group_by(YardWord.problem_id, YardWord.solved))
    }
    return [
        ProblemRow(
            **dict(row._mapping), solved=counts.get((row.id, True), 0), not_solved=counts.get((row.id, False), 0)
        )
        for row in rows
    ]
