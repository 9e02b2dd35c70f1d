"""Kept views of the board, one's own and those of one's roles, and how somebody wants it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, or_, select, update

from storage.models import BoardView, BoardWish
from storage.once import insert_once
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class ViewRow:
    """Filters under a name. `person_id` None: of all who hold the role; `asked`: as in an address."""

    id: int
    person_id: int | None
    role: str | None
    name: str
    asked: str


@dataclass(frozen=True)
class WishRow:
    """What somebody wants; of who has said nothing everything is shown, and the title counts."""

    columns: tuple[str, ...] | None = None
    bell: bool = False
    desktop: bool = False
    counted: bool = True
    start_id: int | None = None


_COLUMNS = (BoardView.id, BoardView.person_id, BoardView.role, BoardView.name, BoardView.asked)


def views_of(uow: UnitOfWork, person_id: int, roles: Collection[str]) -> list[ViewRow]:
    """Their own and those of their roles, in the order in which they were kept."""
    theirs = or_(BoardView.person_id == person_id, BoardView.role.in_(sorted(roles)))
    return [ViewRow(*tuple(row)) for row in uow.execute(select(*_COLUMNS).where(theirs).order_by(BoardView.id))]


def view_by_id(uow: UnitOfWork, view_id: int) -> ViewRow | None:
    """One of them, whosever it is."""
    row = uow.execute(select(*_COLUMNS).where(BoardView.id == view_id)).first()
    return None if row is None else ViewRow(*tuple(row))


def other_views(uow: UnitOfWork, person_id: int | None, role: str | None, name: str) -> int:
    """How many there are of somebody, or of a role, besides the one with this name."""
    others = (_whose(person_id, role), BoardView.name != name)
    return int(uow.execute(select(func.count()).select_from(BoardView).where(*others)).scalar_one())


def keep_view(uow: UnitOfWork, person_id: int | None, role: str | None, name: str, asked: str, now: datetime) -> None:
    """A new one, or other filters under a name that is there."""
    if not insert_once(uow, BoardView, person_id=person_id, role=role, name=name, asked=asked, at=now):
        known = update(BoardView).where(_whose(person_id, role), BoardView.name == name)
        uow.execute(known.values(asked=asked, at=now))


def drop_view(uow: UnitOfWork, view_id: int) -> None:
    """It is gone, and nobody's board opens with it."""
    uow.execute(update(BoardWish).where(BoardWish.start_id == view_id).values(start_id=None))
    uow.execute(delete(BoardView).where(BoardView.id == view_id))


def wishes_of(uow: UnitOfWork, person_id: int) -> WishRow:
    """How somebody wants the board."""
    columns = (BoardWish.columns, BoardWish.bell, BoardWish.desktop, BoardWish.counted, BoardWish.start_id)
    row = uow.execute(select(*columns).where(BoardWish.person_id == person_id)).first()
    if row is None:
        return WishRow()
    shown = tuple(row.columns.split(",")) if row.columns else None
    return WishRow(shown, row.bell, row.desktop, row.counted, row.start_id)


def set_wishes(uow: UnitOfWork, person_id: int, **values: Any) -> None:
    """Writes what is said and leaves the rest as it is."""
    whole = {"columns": "", "bell": False, "desktop": False, "counted": True, "start_id": None, **values}
    if not insert_once(uow, BoardWish, person_id=person_id, **whole):
        uow.execute(update(BoardWish).where(BoardWish.person_id == person_id).values(**values))


def _whose(person_id: int | None, role: str | None) -> Any:
    return BoardView.role == role if person_id is None else BoardView.person_id == person_id
