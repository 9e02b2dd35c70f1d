"""Households: a room in a building, known by its digest; whether it wants visits, and whether it is kept in view."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select, update

from storage.models import Account, Household
from storage.once import insert_once
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class HouseholdRow:
    """A household. `room` None: only that it is one is known; `kept`: whether it is kept in view (the reason is read apart)."""

    id: int
    place_id: int
    room: str | None
    declined_at: datetime | None
    moved_at: datetime | None
    kept: bool

    @property
    def target(self) -> str:
        """What it is planned and visited under."""
        return f"h{self.id}"


_COLUMNS = (
    Household.id, Household.place_id, Household.room, Household.declined_at, Household.moved_at, Household.key_at,
)  # fmt: skip


def household_at(uow: UnitOfWork, place_id: int, digests: Sequence[str], room: str | None) -> HouseholdRow:
    """The household with one of these digests (the newest first), written if nobody has named it before; its room is added once
    it is known.
    """
    if not (known := _rows(uow, Household.digest.in_(digests))):
        insert_once(uow, Household, place_id=place_id, digest=digests[0], room=room)
        known = _rows(uow, Household.digest == digests[0])
    if known[0].room is None and room is not None:
        _change(uow, known[0].id, room=room)
        known = _rows(uow, Household.id == known[0].id)
    return known[0]


def households(uow: UnitOfWork, ids: Collection[int]) -> dict[int, HouseholdRow]:
    """Several by their ids."""
    return {row.id: row for row in _rows(uow, Household.id.in_(ids))}


def kept_households(uow: UnitOfWork, places: Collection[int]) -> list[HouseholdRow]:
    """Those at these places that are kept in view."""
    return _rows(uow, Household.key_at.is_not(None), Household.place_id.in_(places))


def household_of_account(uow: UnitOfWork, account_id: int) -> tuple[int, str] | None:
    """The building and the digest of the household that an account has named as its home."""
    row = uow.execute(select(Account.place_id, Account.household).where(Account.id == account_id)).first()
    return None if row is None or row.place_id is None or row.household is None else (row.place_id, row.household)


def want_visits(uow: UnitOfWork, household_id: int, wanted: bool, now: datetime) -> None:
    """Writes whether a household wants visits; when it first asked for none stays."""
    _change(uow, household_id, declined_at=None if wanted else now)


def has_moved(uow: UnitOfWork, household_id: int, at: datetime | None) -> None:
    """Nobody of them was found to live there any more; None: somebody was met there again."""
    _change(uow, household_id, moved_at=at)


def keep_in_view(uow: UnitOfWork, household_id: int, reason: str | None, by: int | None, now: datetime) -> None:
    """Keeps a household in view for a reason; None: no longer, and the reason is forgotten."""
    at = None if reason is None else now
    _change(uow, household_id, key_reason=reason, key_by=by, key_at=at)


def reason_kept(uow: UnitOfWork, household_id: int) -> tuple[str, int | None] | None:
    """Why a household is kept in view, and who said so; few may read that."""
    statement = select(Household.key_reason, Household.key_by).where(
        Household.id == household_id, Household.key_at.is_not(None)
    )
    row = uow.execute(statement).first()
    return None if row is None else (row.key_reason or "", row.key_by)


def _change(uow: UnitOfWork, household_id: int, **values: Any) -> None:
    uow.execute(update(Household).where(Household.id == household_id).values(**values))


def _rows(uow: UnitOfWork, *where: Any) -> list[HouseholdRow]:
    rows: Sequence[Any] = uow.execute(select(*_COLUMNS).where(*where).order_by(Household.id)).all()
    return [
        HouseholdRow(row.id, row.place_id, row.room, row.declined_at, row.moved_at, row.key_at is not None)
        for row in rows
    ]
