"""The place tree in memory, read again when the roster has changed."""

from sqlalchemy import select

from storage.models import Place, RosterState
from storage.roster_read import ALIAS_MARK
from storage.unit_of_work import UnitOfWork
from understanding.place_index import PlaceIndex, PlaceNode


class PlaceBook:
    """One a process; asked within a transaction, so that a message sees the tree it is written against."""

    def __init__(self) -> None:
        self._kept: tuple[int | None, PlaceIndex] = (None, PlaceIndex(()))

    def index(self, uow: UnitOfWork) -> PlaceIndex:
        """The tree as this transaction sees it; its version is asked once a transaction."""
        if uow.roster_version is None:
            uow.roster_version = int(uow.execute(select(RosterState.version)).scalar_one())
        version, index = self._kept
        if uow.roster_version != version:
            index = PlaceIndex(_nodes(uow))
            self._kept = (uow.roster_version, index)  # at once: threads share the book
        return index


def _nodes(uow: UnitOfWork) -> list[PlaceNode]:
    rows = uow.execute(
        select(Place.id, Place.parent_id, Place.kind, Place.name, Place.aliases, Place.lat, Place.lon)
        .where(Place.retired_at.is_(None))
        .order_by(Place.id)
    )
    return [
        PlaceNode(
            row.id,
            row.parent_id,
            row.kind,
            row.name,
            tuple(filter(None, row.aliases.split(ALIAS_MARK))),
            row.lat,
            row.lon,
        )
        for row in rows
    ]
