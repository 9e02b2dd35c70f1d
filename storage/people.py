"""People of the roster: found by what they say of themselves, and the terms they hold."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import or_, select

from governance.roles import Line, Role, Term
from storage import keyring
from storage.models import Account, GridPlace, Person, Post
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class KnownPerson:
    """A person as handlers see them. `name` in full: mask it before others read it."""

    id: int
    code: str
    name: str
    left: bool


_KNOWN = select(Person.id, Person.code, Person.name, Person.left_at).where(Person.forgotten_at.is_(None))


def person_by_id(uow: UnitOfWork, person_id: int) -> KnownPerson | None:
    """The person, None when they were forgotten."""
    return next(iter(_people(uow, _KNOWN.where(Person.id == person_id))), None)


@dataclass(frozen=True)
class Caller:
    """Somebody of the roster with their number, for who has to call them."""

    code: str
    name: str
    phone: str | None


def caller_of(uow: UnitOfWork, account_id: int) -> Caller | None:
    """The person whom an account is bound to; None for an anonymous resident."""
    statement = (
        select(Person.code, Person.name, Person.phone)
        .join(Account, Account.person_id == Person.id)
        .where(Account.id == account_id, Person.forgotten_at.is_(None))
    )
    row = uow.execute(statement).first()
    return None if row is None else Caller(row.code, row.name or "", row.phone)


def people_to_bind(uow: UnitOfWork, name: str, last_four: str) -> list[KnownPerson]:
    """Those with this name whose phone number ends so, left ones included."""
    return _people(uow, _KNOWN.where(Person.bind_digest.in_(keyring.digests("bind", name, last_four))))


def people_named(uow: UnitOfWork, name_or_code: str) -> list[KnownPerson]:
    """The present people with this code or this name."""
    named = or_(Person.code == name_or_code.upper(), Person.name_digest.in_(keyring.digests("name", name_or_code)))
    return _people(uow, _KNOWN.where(named, Person.left_at.is_(None)))


def person_coded(uow: UnitOfWork, code: str) -> KnownPerson | None:
    """The present person with just this code."""
    return next((each for each in people_named(uow, code) if each.code == code), None)


def known_people(uow: UnitOfWork, person_ids: Collection[int]) -> list[KnownPerson]:
    """Those of these people who are not forgotten."""
    return _people(uow, _KNOWN.where(Person.id.in_(person_ids)))


def phones_of(uow: UnitOfWork, person_ids: Collection[int]) -> dict[int, str]:
    """The numbers of those of these people who have one. Mask them before others read them."""
    rows = uow.execute(select(Person.id, Person.phone).where(Person.id.in_(person_ids), Person.forgotten_at.is_(None)))
    return {row.id: row.phone for row in rows if row.phone}


def left_people_named(uow: UnitOfWork, name: str) -> list[KnownPerson]:
    """Those with this name who have left."""
    named = Person.name_digest.in_(keyring.digests("name", name))
    return _people(uow, _KNOWN.where(named, Person.left_at.is_not(None)))


def _people(uow: UnitOfWork, statement: Any) -> list[KnownPerson]:
    rows = uow.execute(statement.order_by(Person.id))
    return [KnownPerson(row.id, row.code, row.name or "", row.left_at is not None) for row in rows]


@dataclass(frozen=True)
class PostedPerson:
    """Somebody who holds a post, with the unit that they work for; empty where none is known."""

    person: KnownPerson
    unit: str


def posted_at(uow: UnitOfWork, place_ids: Collection[int], now: datetime) -> list[PostedPerson]:
    """The present people who hold a post now at these places, or in a grid that covers one of them."""
    grids = select(GridPlace.grid_id).where(GridPlace.place_id.in_(place_ids))
    there = select(Post.person_id).where(
        or_(Post.place_id.in_(place_ids), Post.grid_id.in_(grids)),
        Post.since <= now, or_(Post.until.is_(None), Post.until > now),
    )  # fmt: skip
    statement = _KNOWN.add_columns(Person.unit).where(Person.id.in_(there), Person.left_at.is_(None))
    rows = uow.execute(statement.order_by(Person.id))
    return [PostedPerson(KnownPerson(row.id, row.code, row.name or "", False), row.unit or "") for row in rows]


def holders_of(uow: UnitOfWork, roles: Collection[Role], now: datetime) -> list[int]:
    """The people who hold one of these roles now."""
    running = (Post.since <= now) & or_(Post.until.is_(None), Post.until > now)
    statement = select(Post.person_id).where(Post.role.in_([role.value for role in roles]), running)
    return sorted(set(uow.execute(statement).scalars()))


def terms_of(uow: UnitOfWork, person_id: int, now: datetime) -> list[Term]:
    """The terms that a person holds now, the oldest first."""
    return [term for _, term in terms_where(uow, Post.person_id == person_id) if term.holds(now)]


def terms_where(uow: UnitOfWork, *conditions: Any) -> list[tuple[int, Term]]:
    """Person and term of the posts that meet the conditions, past and future ones included."""
    columns = (Post.person_id, Post.role, Post.since, Post.until, Post.place_id, Post.grid_id, Post.line)
    rows = uow.execute(select(*columns).where(*conditions).order_by(Post.since, Post.id), of=(Post,))
    return [(row.person_id, _term(row)) for row in rows]


def terms_of_people(uow: UnitOfWork, person_ids: Collection[int]) -> list[tuple[int, Term]]:
    """Person and term of these people's posts, past and future ones included."""
    return terms_where(uow, Post.person_id.in_(person_ids))


def _term(row: Any) -> Term:
    line = None if row.line is None else Line(row.line)
    return Term(Role(row.role), row.since, row.until, row.place_id, row.grid_id, line)


def names_of(uow: UnitOfWork, person_ids: Sequence[int]) -> dict[int, str]:
    """Full names by id."""
    rows = uow.execute(select(Person.id, Person.name).where(Person.id.in_(person_ids)))
    return {row.id: row.name or "" for row in rows}
