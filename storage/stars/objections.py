"""Objections: sealed, and settled by the community."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, select, update

from storage.models import Objection, StarAward, StarRound
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class ObjectionRow:
    """What somebody has against an award; `text` None: no key opens it, or it was forgotten."""

    id: int
    award_id: int
    community_id: int
    account_id: int
    text: str | None
    late: bool
    state: str
    at: datetime


def open_objections_at(uow: UnitOfWork, community_ids: Collection[int]) -> list[ObjectionRow]:
    """What waits to be settled in these communities, the oldest first."""
    return _open(uow, StarRound.place_id.in_(community_ids))


def has_objected(uow: UnitOfWork, award_id: int, account_id: int) -> bool:
    """Whether an objection of this account against this award waits to be settled."""
    return bool(_open(uow, Objection.award_id == award_id, Objection.account_id == account_id))


def _open(uow: UnitOfWork, *where: ColumnElement[bool]) -> list[ObjectionRow]:
    statement = (
        select(
            Objection.id, Objection.award_id, StarRound.place_id, Objection.account_id, Objection.text, Objection.late,
            Objection.state, Objection.at,
        )
        .join(StarAward, StarAward.id == Objection.award_id)
        .join(StarRound, StarRound.id == StarAward.round_id)
        .where(Objection.state == "open", *where)
        .order_by(Objection.id)
    )  # fmt: skip
    return [ObjectionRow(*tuple(row)) for row in uow.execute(statement)]


def object_to(uow: UnitOfWork, *, award_id: int, account_id: int, text: str, late: bool, now: datetime) -> None:
    """Writes one."""
    uow.add(Objection, award_id=award_id, account_id=account_id, text=text, late=late, state="open", at=now)


def settle(uow: UnitOfWork, award_id: int, state: str, by: int, note: str, now: datetime) -> list[int]:
    """Settles all open ones against an award; answers the accounts that made them."""
    here = (Objection.award_id == award_id, Objection.state == "open")
    accounts = list(uow.execute(select(Objection.account_id).where(*here).order_by(Objection.id)).scalars())
    uow.execute(update(Objection).where(*here).values(state=state, settled_by=by, note=note, settled_at=now))
    return accounts
