"""Councils and who sits in them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import or_, select, update

from governance.councils.kinds import CouncilKind
from governance.roles import Role
from storage.models import Council, CouncilMember, Person, Post
from storage.once import insert_once
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class CouncilRow:
    """A council."""

    id: int
    kind: CouncilKind
    place_id: int


_COLUMNS = (Council.id, Council.kind, Council.place_id)


def council_at(uow: UnitOfWork, kind: CouncilKind, place_id: int, now: datetime) -> CouncilRow:
    """The council of this kind there; written when nobody needed it before."""
    insert_once(uow, Council, kind=kind.value, place_id=place_id, created_at=now)
    (found,) = [each for each in councils_at(uow, [place_id]) if each.kind is kind]
    return found


def councils_at(uow: UnitOfWork, place_ids: Collection[int]) -> list[CouncilRow]:
    """The councils at these places that were needed so far."""
    rows = uow.execute(select(*_COLUMNS).where(Council.place_id.in_(place_ids)).order_by(Council.id))
    return [CouncilRow(row.id, CouncilKind(row.kind), row.place_id) for row in rows]


def all_councils(uow: UnitOfWork) -> list[CouncilRow]:
    """Every council that was needed so far."""
    rows = uow.execute(select(*_COLUMNS).order_by(Council.id))
    return [CouncilRow(row.id, CouncilKind(row.kind), row.place_id) for row in rows]


def council_by_id(uow: UnitOfWork, council_id: int) -> CouncilRow:
    """One council."""
    row = uow.execute(select(*_COLUMNS).where(Council.id == council_id)).one()
    return CouncilRow(row.id, CouncilKind(row.kind), row.place_id)


def members_of(uow: UnitOfWork, council: CouncilRow, now: datetime) -> list[int]:
    """Who sits in it now: who holds the post at its place, and whom it has named; nobody who has left."""
    held = select(Post.person_id).where(
        Post.role == Role.COUNCIL_MEMBER.value, Post.place_id == council.place_id, Post.since <= now,
        or_(Post.until.is_(None), Post.until > now),
    )  # fmt: skip
    named = select(CouncilMember.person_id).where(
        CouncilMember.council_id == council.id, or_(CouncilMember.until.is_(None), CouncilMember.until > now)
    )
    present = select(Person.id).where(
        or_(Person.id.in_(held), Person.id.in_(named)), Person.left_at.is_(None), Person.forgotten_at.is_(None)
    )
    return list(uow.execute(present.order_by(Person.id)).scalars())


def councils_sat_in(uow: UnitOfWork, person_id: int, now: datetime) -> list[int]:
    """The councils that somebody sits in now."""
    held = select(Post.place_id).where(
        Post.role == Role.COUNCIL_MEMBER.value, Post.person_id == person_id, Post.place_id.is_not(None), Post.since <= now,
        or_(Post.until.is_(None), Post.until > now),
    )  # fmt: skip
    named = select(CouncilMember.council_id).where(
        CouncilMember.person_id == person_id, or_(CouncilMember.until.is_(None), CouncilMember.until > now)
    )
    found = select(Council.id).where(or_(Council.place_id.in_(held), Council.id.in_(named)))
    return list(uow.execute(found.order_by(Council.id)).scalars())


def name_member(uow: UnitOfWork, council_id: int, person_id: int, by: int | None, now: datetime) -> None:
    """Somebody sits in it from now on, again where they did before."""
    row = {"council_id": council_id, "person_id": person_id, "named_by": by, "since": now}
    if not insert_once(uow, CouncilMember, **row, until=None):
        theirs = (CouncilMember.council_id == council_id, CouncilMember.person_id == person_id)
        uow.execute(update(CouncilMember).where(*theirs).values(until=None, named_by=by))


def dismiss_member(uow: UnitOfWork, council_id: int, person_id: int, now: datetime) -> bool:
    """Somebody whom it has named sits in it no more; False where it has not."""
    theirs = (
        CouncilMember.council_id == council_id, CouncilMember.person_id == person_id, CouncilMember.until.is_(None),
    )  # fmt: skip
    return uow.execute(update(CouncilMember).where(*theirs).values(until=now)).rowcount == 1
