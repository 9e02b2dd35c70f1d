"""Who may be put on which shift is decided under locks: shifts by their number first, then people by their id."""

from collections.abc import Collection

from sqlalchemy import select

from storage.lock_order import Lock
from storage.models import Person, Shift
from storage.unit_of_work import UnitOfWork


def lock_shifts(uow: UnitOfWork, shift_ids: Collection[int]) -> None:
    """Nobody else signs up to these shifts until the transaction ends."""
    _lock(uow, Shift, shift_ids)


def lock_people(uow: UnitOfWork, person_ids: Collection[int]) -> None:
    """Nobody else puts these people on any shift until the transaction ends."""
    _lock(uow, Person, person_ids)


def _lock(uow: UnitOfWork, model: type[Shift] | type[Person], ids: Collection[int]) -> None:
    """In the order of the ids. Rows that only refer to these are written beside the lock (NO KEY UPDATE)."""
    if ids:
        wanted = select(model.id).where(model.id.in_(sorted(ids))).order_by(model.id)
        uow.lock(wanted, Lock.SHIFT if model is Shift else Lock.PERSON, ids).all()
