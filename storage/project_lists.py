"""What units offer (资源清单) and what communities need (需求清单)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, insert, select, update

from governance.projects.kinds import ResourceKind
from storage.models import Organisation, ProjectNeed, Resource
from storage.projects import kinds_kept, kinds_read
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class ResourceRow:
    """What a unit offers. `place_id`: where the unit belongs to."""

    id: int
    organisation_id: int
    unit: str
    text: str
    kinds: frozenset[ResourceKind]
    place_id: int | None
    at: datetime


@dataclass(frozen=True)
class NeedRow:
    """What is needed at a place; `account_id`: who said so, where it was by chat."""

    id: int
    text: str
    kinds: frozenset[ResourceKind]
    place_id: int | None
    account_id: int | None
    person_id: int | None
    at: datetime
    ended: bool


def offer(
    uow: UnitOfWork, organisation_id: int, person_id: int | None, text: str, kinds: Collection[ResourceKind], now: datetime
) -> int:  # fmt: skip
    """Writes what a unit offers; its number."""
    row = {"organisation_id": organisation_id, "person_id": person_id, "text": text, "at": now}
    statement = insert(Resource).values(**row, kinds=kinds_kept(kinds)).returning(Resource.id)
    return int(uow.execute(statement).scalar_one())


def end_offer(uow: UnitOfWork, number: int, organisation_ids: Collection[int], now: datetime) -> bool:
    """Takes an offer of one of these units off the list; False where there is none."""
    theirs = (Resource.id == number, Resource.organisation_id.in_(organisation_ids), Resource.ended_at.is_(None))
    return uow.execute(update(Resource).where(*theirs).values(ended_at=now)).rowcount > 0


def open_offers(uow: UnitOfWork, most: int = 500) -> list[ResourceRow]:
    """What present units offer, the oldest first."""
    columns = (
        Resource.id, Resource.organisation_id, Organisation.name.label("unit"), Resource.text, Resource.kinds,
        Organisation.place_id, Resource.at,
    )  # fmt: skip
    statement = select(*columns).join(Organisation, Organisation.id == Resource.organisation_id)
    statement = statement.where(Resource.ended_at.is_(None), Organisation.left_at.is_(None))
    rows = uow.execute(statement.order_by(Resource.id).limit(most))
    return [ResourceRow(**{**row._mapping, "kinds": kinds_read(row.kinds)}) for row in rows]


def state_need(uow: UnitOfWork, *, kinds: Collection[ResourceKind], **values: Any) -> int:
    """Writes what is needed; its number."""
    statement = insert(ProjectNeed).values(**values, kinds=kinds_kept(kinds)).returning(ProjectNeed.id)
    return int(uow.execute(statement).scalar_one())


def needs_stated(uow: UnitOfWork, account_id: int, since: datetime) -> int:
    """How many needs an account has stated since then, also those that are off the list."""
    mine = (ProjectNeed.account_id == account_id, ProjectNeed.at >= since)
    return int(uow.execute(select(func.count()).select_from(ProjectNeed).where(*mine)).scalar_one())


def offers_made(uow: UnitOfWork, person_id: int, since: datetime) -> int:
    """How many offers somebody has put on the list since then, also those that are off it."""
    mine = (Resource.person_id == person_id, Resource.at >= since)
    return int(uow.execute(select(func.count()).select_from(Resource).where(*mine)).scalar_one())


def end_need(uow: UnitOfWork, number: int, now: datetime) -> bool:
    """Takes a need off the list; False where it is off already."""
    open_need = (ProjectNeed.id == number, ProjectNeed.ended_at.is_(None))
    return uow.execute(update(ProjectNeed).where(*open_need).values(ended_at=now)).rowcount > 0


def open_needs(uow: UnitOfWork, most: int = 500) -> list[NeedRow]:
    """What is needed and no project yet, the oldest first."""
    return _needs(uow, select(ProjectNeed.__table__).where(ProjectNeed.ended_at.is_(None)).limit(most))


def need(uow: UnitOfWork, number: int) -> NeedRow | None:
    """One need, also one that is off the list."""
    return next(iter(_needs(uow, select(ProjectNeed.__table__).where(ProjectNeed.id == number))), None)


def _needs(uow: UnitOfWork, statement: Any) -> list[NeedRow]:
    return [
        NeedRow(
            row.id, row.text, kinds_read(row.kinds), row.place_id, row.account_id, row.person_id, row.at,
            row.ended_at is not None,
        )
        for row in uow.execute(statement.order_by(ProjectNeed.id))
    ]  # fmt: skip
