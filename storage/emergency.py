"""The emergency pool's book: draws, decisions, bills."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, select, update

from governance.emergency import Draw, DrawState
from storage.models import EmergencyDraw
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class BookedDraw:
    """A draw with what it was for; people by id."""

    id: int
    number: str
    draw: Draw
    what: str
    crew_id: int | None
    drawn_by: int
    drawn_at: datetime


def spend_fund(
    uow: UnitOfWork, number: str, *, what: str, estimate: int, crew_id: int | None, drawn_by: int, now: datetime
) -> None:
    """Writes a draw of so many fen."""
    uow.add(
        EmergencyDraw, number=number, state=DrawState.DRAWN.value, what=what, estimate=estimate, crew_id=crew_id,
        drawn_by=drawn_by, drawn_at=now,
    )  # fmt: skip


def draws_of(uow: UnitOfWork, number: str) -> list[BookedDraw]:
    """A ticket's draws, the oldest first."""
    return _read(uow, _ALL.where(EmergencyDraw.number == number))


def draws_waiting(uow: UnitOfWork, numbers: Collection[str]) -> set[str]:
    """Those of these tickets for which money was drawn and nobody has decided on it yet."""
    if not numbers:
        return set()
    waiting = select(EmergencyDraw.number).where(
        EmergencyDraw.number.in_(sorted(numbers)), EmergencyDraw.state == DrawState.DRAWN.value
    )
    return set(uow.execute(waiting).scalars())


def draws_between(uow: UnitOfWork, first: datetime, end: datetime) -> list[BookedDraw]:
    """All draws from `first` until before `end`, the oldest first. The pool's rows are locked while one is added."""
    return _read(uow, _ALL.where(EmergencyDraw.drawn_at >= first, EmergencyDraw.drawn_at < end))


def decide_draw(
    uow: UnitOfWork, draw_id: int, state: DrawState, *, decided_by: int, note: str, now: datetime
) -> None:  # fmt: skip
    """Writes the decision on a draw."""
    values = {"state": state.value, "decided_by": decided_by, "decided_at": now, "note": note}
    uow.execute(update(EmergencyDraw).where(EmergencyDraw.id == draw_id).values(**values))


def settle_draw(uow: UnitOfWork, draw_id: int, state: DrawState, *, actual: int, now: datetime) -> None:
    """Writes the bill of a draw, in fen."""
    values = {"state": state.value, "actual": actual, "settled_at": now}
    uow.execute(update(EmergencyDraw).where(EmergencyDraw.id == draw_id).values(**values))


def lock_pool(uow: UnitOfWork) -> None:
    """Puts those who draw at once in a row, so that together they never draw more than there is."""
    if uow.dialect_name == "postgresql":
        uow.execute_raw("SELECT pg_advisory_xact_lock(20261125)", None)


_ALL = select(EmergencyDraw.__table__).order_by(EmergencyDraw.id)


def _read(uow: UnitOfWork, statement: Select[Any]) -> list[BookedDraw]:
    rows = uow.execute(statement)
    return [
        BookedDraw(
            row.id, row.number, Draw(DrawState(row.state), row.estimate, row.actual), row.what, row.crew_id,
            row.drawn_by, row.drawn_at,
        )
        for row in rows
    ]  # fmt: skip
