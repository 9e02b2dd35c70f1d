"""One grid as a page: its row, the people in it counted by group, its places, its units with what they risk, what is open."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, func, or_, select

from storage.models import Account, Branch, Grid, Household, Organisation, OrganisationRisk, Person, Place, Post
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class GridRow:
    """A grid."""

    id: int
    code: str
    name: str
    kind: str
    community_id: int
    branch: str | None


@dataclass(frozen=True)
class RiskRow:
    """A danger that a unit brings to a grid, how often it is looked at, and when it last was."""

    id: int
    unit: str
    kind: str
    months: int
    looked_on: date | None


def grid_row(uow: UnitOfWork, grid_id: int) -> GridRow | None:
    """A grid that is there."""
    columns = (Grid.id, Grid.code, Grid.name, Grid.kind, Grid.community_id, Grid.branch)
    row = uow.execute(select(*columns).where(Grid.id == grid_id, Grid.retired_at.is_(None))).first()
    return None if row is None else GridRow(*tuple(row))


def all_grids(uow: UnitOfWork) -> list[GridRow]:
    """Every grid that is there, by its number."""
    columns = (Grid.id, Grid.code, Grid.name, Grid.kind, Grid.community_id, Grid.branch)
    rows = uow.execute(select(*columns).where(Grid.retired_at.is_(None)).order_by(Grid.code))
    return [GridRow(*tuple(row)) for row in rows]


def people_by_role(uow: UnitOfWork, grid_id: int, places: Collection[int], now: datetime) -> dict[str, list[int]]:
    """Who holds a post in a grid or at one of its places now, by role."""
    here = or_(Post.grid_id == grid_id, Post.place_id.in_(places))
    running: tuple[ColumnElement[bool], ...] = (Post.since <= now, or_(Post.until.is_(None), Post.until > now))
    statement = select(Post.role, Post.person_id).join(Person, Person.id == Post.person_id)
    found: dict[str, list[int]] = {}
    for row in uow.execute(statement.where(here, *running, Person.left_at.is_(None)).order_by(Post.id)):
        if row.person_id not in found.setdefault(row.role, []):
            found[row.role].append(row.person_id)
    return found


def residents_at(uow: UnitOfWork, places: Collection[int]) -> int:
    """How many who follow us live at these places."""
    here = (Account.place_id.in_(places), Account.unsubscribed_at.is_(None))
    return int(uow.execute(select(func.count()).select_from(Account).where(*here)).scalar_one())


def households_at(uow: UnitOfWork, places: Collection[int]) -> tuple[int, int]:
    """How many households are known at these places, and how many of them are kept in view."""
    columns = (func.count().label("known"), func.count(Household.key_at).label("kept"))
    row = uow.execute(select(*columns).where(Household.place_id.in_(places), Household.moved_at.is_(None))).one()
    return int(row.known), int(row.kept)


def places_by_kind(uow: UnitOfWork, places: Collection[int]) -> dict[str, int]:
    """How many places of each kind these are."""
    statement = select(Place.kind, func.count().label("places")).where(Place.id.in_(places), Place.retired_at.is_(None))
    return {row.kind: row.places for row in uow.execute(statement.group_by(Place.kind))}


def branches_on(uow: UnitOfWork, grid_id: int) -> list[str]:
    """The party branches that were built on a grid."""
    statement = select(Branch.name).where(Branch.grid_id == grid_id, Branch.left_at.is_(None)).order_by(Branch.id)
    return list(uow.execute(statement).scalars())


def units_in(uow: UnitOfWork, places: Collection[int]) -> list[tuple[str, str]]:
    """Name and kind of the units that belong to one of these places."""
    here = (Organisation.place_id.in_(places), Organisation.left_at.is_(None))
    rows = uow.execute(select(Organisation.name, Organisation.kind).where(*here).order_by(Organisation.code))
    return [(row.name, row.kind) for row in rows]


def risks_in(uow: UnitOfWork, grid_id: int) -> list[RiskRow]:
    """What units of a grid risk."""
    columns = (
        OrganisationRisk.id, Organisation.name.label("unit"), OrganisationRisk.kind, OrganisationRisk.months,
        OrganisationRisk.looked_on,
    )  # fmt: skip
    statement = select(*columns).join(Organisation, Organisation.id == OrganisationRisk.organisation_id)
    here = (OrganisationRisk.grid_id == grid_id, Organisation.left_at.is_(None))
    return [RiskRow(*tuple(row)) for row in uow.execute(statement.where(*here).order_by(OrganisationRisk.id))]
