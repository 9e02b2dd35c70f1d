"""Grids by their id."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select

from governance.places import GridKind
from storage.models import Grid, GridPlace, Place
from storage.unit_of_work import UnitOfWork


def grid_names(uow: UnitOfWork, grid_ids: Sequence[int]) -> dict[int, str]:
    """The names of these grids."""
    return {row.id: row.name for row in uow.execute(select(Grid.id, Grid.name).where(Grid.id.in_(grid_ids)))}


@dataclass(frozen=True)
class GridToCheck:
    """A comprehensive grid with the first place that it names."""

    id: int
    name: str
    place_id: int


def grids_to_check(uow: UnitOfWork) -> list[GridToCheck]:
    """All comprehensive grids that cover something."""
    place = func.min(GridPlace.place_id).label("place_id")
    statement = (
        select(Grid.id, Grid.name, place)
        .join(GridPlace, GridPlace.grid_id == Grid.id)
        .join(Place, Place.id == GridPlace.place_id)
        .where(
            Grid.kind == GridKind.COMPREHENSIVE.value, Grid.retired_at.is_(None), GridPlace.named,
            Place.retired_at.is_(None),
        )
        .group_by(Grid.id, Grid.name)
        .order_by(Grid.id)
    )  # fmt: skip
    return [GridToCheck(row.id, row.name, row.place_id) for row in uow.execute(statement)]


def grid_communities(uow: UnitOfWork, grid_ids: Sequence[int]) -> set[int]:
    """The communities to which these grids belong."""
    return set(uow.execute(select(Grid.community_id).where(Grid.id.in_(grid_ids))).scalars())


def communities_by_grid(uow: UnitOfWork, grid_ids: Sequence[int]) -> dict[int, int]:
    """The community of each of these grids."""
    return {
        row.id: row.community_id for row in uow.execute(select(Grid.id, Grid.community_id).where(Grid.id.in_(grid_ids)))
    }


def grids_beside(uow: UnitOfWork, place_id: int) -> list[int]:
    """The other comprehensive grids of the community in which the grids over this place lie."""
    over = select(GridPlace.grid_id).where(GridPlace.place_id == place_id)
    communities = select(Grid.community_id).where(Grid.id.in_(over))
    statement = select(Grid.id).where(
        Grid.community_id.in_(communities), Grid.id.not_in(over), Grid.kind == GridKind.COMPREHENSIVE.value,
        Grid.retired_at.is_(None),
    )  # fmt: skip
    return list(uow.execute(statement.order_by(Grid.id)).scalars())
