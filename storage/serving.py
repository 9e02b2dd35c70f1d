"""Who serves a place now, stand-ins during leave included."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import or_, select

from governance.places import GridKind
from governance.roles import Role
from governance.serving import Absence, Servant, servants
from storage.models import Account, Grid, GridPlace, Leave, Post
from storage.people import terms_where
from storage.unit_of_work import UnitOfWork


def grids_over(uow: UnitOfWork, place_id: int, kind: GridKind | None = None) -> list[int]:
    """The grids that cover the place."""
    statement = select(GridPlace.grid_id).join(Grid, Grid.id == GridPlace.grid_id)
    statement = statement.where(GridPlace.place_id == place_id, Grid.retired_at.is_(None))
    if kind is not None:
        statement = statement.where(Grid.kind == kind.value)
    return list(uow.execute(statement.order_by(Grid.kind, Grid.id), of=(Grid, GridPlace)).scalars())


def places_of_grids(uow: UnitOfWork, grid_ids: Sequence[int]) -> list[int]:
    """All places that these grids cover."""
    return list(uow.execute(select(GridPlace.place_id).where(GridPlace.grid_id.in_(grid_ids))).scalars())


def grids_with_places(uow: UnitOfWork) -> dict[int, list[int]]:
    """The places that each grid covers."""
    found: dict[int, list[int]] = {}
    for row in uow.execute(select(GridPlace.grid_id, GridPlace.place_id)):
        found.setdefault(row.grid_id, []).append(row.place_id)
    return found


def serving(
    uow: UnitOfWork, line: Sequence[int], now: datetime, roles: Collection[Role] | None = None
) -> tuple[Servant, ...]:
    """Who acts now for a place, in these roles (None: in any); `line`: its id and those of all that it lies in, from the inside
    out. Of a whole subdistrict that is thousands: who wants a few roles says so.
    """
    grids = grids_over(uow, line[0])
    held = [Post.since <= now, or_(Post.until.is_(None), Post.until > now)]
    if roles is not None:
        held.append(Post.role.in_(sorted(role.value for role in roles)))
    posts = terms_where(uow, or_(Post.place_id.in_(line), Post.grid_id.in_(grids)), *held)
    return servants(posts, absences_at(uow, now), now)


def serving_grids(uow: UnitOfWork, grid_ids: Sequence[int], now: datetime) -> tuple[Servant, ...]:
    """Who acts now in these grids."""
    return servants(terms_where(uow, Post.grid_id.in_(grid_ids)), absences_at(uow, now), now)


def absences_at(uow: UnitOfWork, now: datetime) -> list[Absence]:
    """The leaves that run now, and those to come; read once a transaction, which may not go back in time."""
    return uow.once("leaves", lambda: _leaves(uow, now))


def _leaves(uow: UnitOfWork, now: datetime) -> list[Absence]:
    columns = (Leave.person_id, Leave.stand_in_id, Leave.since, Leave.until)
    rows = uow.execute(select(*columns).where(Leave.until > now, Leave.cancelled_at.is_(None)), of=(Leave,))
    return [Absence(row.person_id, row.stand_in_id, row.since, row.until) for row in rows]


def accounts_by_person(uow: UnitOfWork, person_ids: Sequence[int]) -> list[tuple[int, int]]:
    """Person and account, of those of these people who follow us."""
    statement = select(Account.person_id, Account.id).where(
        Account.person_id.in_(person_ids), Account.unsubscribed_at.is_(None)
    )
    rows = uow.execute(statement.order_by(Account.id), of=(Account,))
    return [(row.person_id, row.id) for row in rows]


def followed_accounts(uow: UnitOfWork, person_ids: Sequence[int]) -> list[int]:
    """The accounts of these people that follow us."""
    statement = select(Account.id).where(Account.person_id.in_(person_ids), Account.unsubscribed_at.is_(None))
    return list(uow.execute(statement.order_by(Account.id), of=(Account,)).scalars())


def openids(uow: UnitOfWork, account_ids: Sequence[int]) -> list[str]:
    """Under what name the platform knows these accounts."""
    statement = select(Account.openid).where(Account.id.in_(account_ids), Account.channel == "wechat")
    return list(uow.execute(statement.order_by(Account.id), of=(Account,)).scalars())


def reachable(uow: UnitOfWork, person_ids: Sequence[int]) -> set[int]:
    """Those of these people who have an account that follows us."""
    statement = select(Account.person_id).where(Account.person_id.in_(person_ids), Account.unsubscribed_at.is_(None))
    return {person for person in uow.execute(statement, of=(Account,)).scalars() if person is not None}
