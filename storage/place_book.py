"""The place tree and the names of the roster in memory, read again when the roster has changed."""

from sqlalchemy import select

from storage.models import Place, RosterState, Thing
from storage.name_book import read_names
from storage.roster_read import ALIAS_MARK
from storage.unit_of_work import UnitOfWork
from understanding.known_names import KnownNames
from understanding.place_index import PlaceIndex, PlaceNode


class PlaceBook:
    """One a process; asked within a transaction, so that a message sees the tree it is written against."""

    def __init__(self) -> None:
        self._kept: tuple[int | None, PlaceIndex] = (None, PlaceIndex(()))
        self._names: tuple[int | None, KnownNames] = (None, KnownNames())
        self._things: tuple[int | None, bool] = (None, False)

    def index(self, uow: UnitOfWork) -> PlaceIndex:
        """The tree as this transaction sees it."""
        version, index = self._kept
        if version != _version(uow):
            index = PlaceIndex(_nodes(uow))
            self._kept = (uow.roster_version, index)  # at once: threads share the book
        return index

    def names(self, uow: UnitOfWork) -> KnownNames:
        """The names as this transaction sees them."""
        version, names = self._names
        if version != _version(uow):
            names = read_names(uow)
            self._names = (uow.roster_version, names)
        return names

    def has_things(self, uow: UnitOfWork) -> bool:
        """Whether anything is in the register of things: an import of things counts as a change of the roster."""
        version, there = self._things
        if version != _version(uow):
            there = uow.execute(select(Thing.id).limit(1), of=(Thing,)).first() is not None
            self._things = (uow.roster_version, there)
        return there


def _version(uow: UnitOfWork) -> int:
    """The roster's version, asked once a transaction."""
    if uow.roster_version is None:
        uow.roster_version = int(uow.execute(select(RosterState.version), of=(RosterState,)).scalar_one())
    return uow.roster_version


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
