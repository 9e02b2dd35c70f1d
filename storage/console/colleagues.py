"""Who could be given a ticket, as the office lists them: by name, with the grid or place of their posts."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import or_, select

from storage.models import Grid, Person, Place, Post
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Posted:
    """Somebody of the roster; `where`: the grids, else the places, where they serve now."""

    code: str
    name: str
    where: tuple[str, ...]


def posted(uow: UnitOfWork, people: Sequence[int], roles: Collection[str], now: datetime) -> dict[int, Posted]:
    """Of these people those who have not left, with where they hold one of these roles."""
    statement = (
        select(Person.id, Person.code, Person.name, Grid.name.label("grid"), Place.name.label("place"))
        .outerjoin(
            Post,
            (Post.person_id == Person.id)
            & Post.role.in_(sorted(roles))
            & (Post.since <= now)
            & or_(Post.until.is_(None), Post.until > now),
        )
        .outerjoin(Grid, Grid.id == Post.grid_id)
        .outerjoin(Place, Place.id == Post.place_id)
        .where(Person.id.in_(people), Person.left_at.is_(None))
        .order_by(Post.id)
    )
    found: dict[int, Posted] = {}
    for row in uow.execute(statement):
        known = found.get(row.id, Posted(row.code, row.name or "", ()))
        where = row.grid or row.place
        found[row.id] = Posted(
            known.code, known.name, tuple(dict.fromkeys([*known.where, *([where] if where else [])]))
        )
    return found
