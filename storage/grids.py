"""Grids by their id."""

from collections.abc import Sequence

from sqlalchemy import select

from storage.models import Grid
from storage.unit_of_work import UnitOfWork


def grid_names(uow: UnitOfWork, grid_ids: Sequence[int]) -> dict[int, str]:
    """The names of these grids."""
    return {row.id: row.name for row in uow.execute(select(Grid.id, Grid.name).where(Grid.id.in_(grid_ids)))}


def grid_communities(uow: UnitOfWork, grid_ids: Sequence[int]) -> set[int]:
    """The communities to which these grids belong."""
    return set(uow.execute(select(Grid.community_id).where(Grid.id.in_(grid_ids))).scalars())
