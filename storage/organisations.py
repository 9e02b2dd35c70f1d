"""Units, their branches, and who speaks for them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select, update

from governance.alliance.kinds import OrganisationKind
from storage.models import Branch, BranchMember, Organisation, OrganisationContact, Person
from storage.serving import followed_accounts, reachable
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class OrganisationRow:
    """A unit. `place_id`: the alliance or community that it belongs to."""

    id: int
    code: str
    name: str
    kind: OrganisationKind
    place_id: int | None
    left: bool


@dataclass(frozen=True)
class BranchRow:
    """A party branch of a unit, of a community (`place_id`), or on a grid."""

    id: int
    code: str
    name: str
    organisation_id: int | None
    place_id: int | None
    grid_id: int | None
    secretary_id: int | None
    left: bool


_ORGANISATIONS = select(
    Organisation.id,
    Organisation.code,
    Organisation.name,
    Organisation.kind,
    Organisation.place_id,
    Organisation.left_at,
)
_BRANCHES = select(
    Branch.id, Branch.code, Branch.name, Branch.organisation_id, Branch.place_id, Branch.grid_id, Branch.secretary_id,
    Branch.left_at,
)  # fmt: skip


def organisation(uow: UnitOfWork, organisation_id: int) -> OrganisationRow | None:
    """The unit, also one that has left."""
    return next(iter(organisations(uow, [organisation_id])), None)


def organisations(uow: UnitOfWork, organisation_ids: Collection[int]) -> list[OrganisationRow]:
    """These units, also those that have left, by their id."""
    statement = _ORGANISATIONS.where(Organisation.id.in_(organisation_ids)).order_by(Organisation.id)
    return [_organisation(row) for row in uow.execute(statement)]


def organisations_named(uow: UnitOfWork, name_or_code: str) -> list[OrganisationRow]:
    """The present units with this code or name."""
    named = or_(Organisation.code == name_or_code, Organisation.name == name_or_code)
    statement = _ORGANISATIONS.where(named, Organisation.left_at.is_(None)).order_by(Organisation.id)
    return [_organisation(row) for row in uow.execute(statement)]


def present_organisations(uow: UnitOfWork) -> list[OrganisationRow]:
    """All units that have not left, by their code."""
    statement = _ORGANISATIONS.where(Organisation.left_at.is_(None)).order_by(Organisation.code)
    return [_organisation(row) for row in uow.execute(statement)]


def organisations_of(uow: UnitOfWork, person_id: int, now: datetime) -> tuple[int, ...]:
    """The present units that somebody speaks for now."""
    statement = (
        select(OrganisationContact.organisation_id)
        .join(Organisation, Organisation.id == OrganisationContact.organisation_id)
        .where(OrganisationContact.person_id == person_id, _runs(now), Organisation.left_at.is_(None))
    )
    return tuple(sorted(set(uow.execute(statement).scalars())))


def contacts_of(uow: UnitOfWork, organisation_ids: Collection[int], now: datetime) -> list[int]:
    """The present people who speak for one of these units now."""
    statement = (
        select(OrganisationContact.person_id)
        .join(Person, Person.id == OrganisationContact.person_id)
        .where(OrganisationContact.organisation_id.in_(organisation_ids), _runs(now), Person.left_at.is_(None))
    )
    return sorted(set(uow.execute(statement).scalars()))


def contact_accounts(uow: UnitOfWork, organisation_ids: Collection[int], now: datetime) -> list[int]:
    """The accounts, of those that follow us, of who speaks for one of these units now."""
    return followed_accounts(uow, contacts_of(uow, organisation_ids, now))


def branches(uow: UnitOfWork, branch_ids: Collection[int]) -> list[BranchRow]:
    """These branches, also those that are gone, by their id."""
    return _read(uow, Branch.id.in_(branch_ids))


def branches_of(uow: UnitOfWork, person_id: int, now: datetime) -> list[BranchRow]:
    """The present branches that somebody answers for now: as their secretary, or as a contact of their unit."""
    units = organisations_of(uow, person_id, now)
    return _read(
        uow, or_(Branch.secretary_id == person_id, Branch.organisation_id.in_(units)), Branch.left_at.is_(None)
    )


def _read(uow: UnitOfWork, *where: ColumnElement[bool]) -> list[BranchRow]:
    return [
        BranchRow(
            row.id, row.code, row.name, row.organisation_id, row.place_id, row.grid_id, row.secretary_id,
            row.left_at is not None,
        )
        for row in uow.execute(_BRANCHES.where(*where).order_by(Branch.id))
    ]  # fmt: skip


def _organisation(row: Any) -> OrganisationRow:
    return OrganisationRow(
        row.id, row.code, row.name, OrganisationKind(row.kind), row.place_id, row.left_at is not None
    )


def _runs(now: datetime) -> ColumnElement[bool]:
    until = OrganisationContact.until
    return (OrganisationContact.since <= now) & or_(until.is_(None), until > now)


def let_unit_leave(uow: UnitOfWork, organisation_id: int, now: datetime) -> list[int] | None:
    """A unit with its branches and contacts is gone; the ids of the branches, None when it had left before."""
    here = (Organisation.id == organisation_id, Organisation.left_at.is_(None))
    if uow.execute(update(Organisation).where(*here).values(left_at=now)).rowcount == 0:
        return None
    theirs = (Branch.organisation_id == organisation_id, Branch.left_at.is_(None))
    gone = list(uow.execute(select(Branch.id).where(*theirs)).scalars())
    uow.execute(update(Branch).where(*theirs).values(left_at=now))
    running = (OrganisationContact.organisation_id == organisation_id, _runs(now))
    uow.execute(update(OrganisationContact).where(*running).values(until=now))
    return gone


def organisations_coded(uow: UnitOfWork, codes: Collection[str]) -> list[int]:
    """The ids of the units with these codes."""
    return list(uow.execute(select(Organisation.id).where(Organisation.code.in_(codes))).scalars())


def branches_gone(uow: UnitOfWork) -> list[int]:
    """The ids of all branches that are gone, or whose unit is."""
    left = select(Organisation.id).where(Organisation.left_at.is_not(None))
    statement = select(Branch.id).where(or_(Branch.left_at.is_not(None), Branch.organisation_id.in_(left)))
    return list(uow.execute(statement).scalars())


def branch_members(uow: UnitOfWork, branch_ids: Collection[int]) -> dict[int, int]:
    """How many members each of these branches has."""
    statement = select(BranchMember.branch_id, func.count().label("members")).group_by(BranchMember.branch_id)
    counted = {
        row.branch_id: row.members for row in uow.execute(statement.where(BranchMember.branch_id.in_(branch_ids)))
    }
    return {branch: counted.get(branch, 0) for branch in branch_ids}


def secretaries_of(uow: UnitOfWork, organisation_ids: Collection[int]) -> list[int]:
    """The present secretaries of the present branches of these units."""
    statement = select(Branch.secretary_id).join(Person, Person.id == Branch.secretary_id)
    theirs = (Branch.organisation_id.in_(sorted(organisation_ids)), Branch.left_at.is_(None), Person.left_at.is_(None))
    return sorted(set(uow.execute(statement.where(*theirs)).scalars()))


def unreached_units(uow: UnitOfWork, now: datetime) -> list[OrganisationRow]:
    """The present units of whom nobody who speaks for them, and no secretary of theirs, has an account that follows us."""
    contact = select(OrganisationContact.organisation_id, OrganisationContact.person_id).where(_runs(now))
    secretary = select(Branch.organisation_id, Branch.secretary_id).where(
        Branch.organisation_id.is_not(None), Branch.secretary_id.is_not(None), Branch.left_at.is_(None)
    )
    pairs = [tuple(row) for each in (contact, secretary) for row in uow.execute(each)]
    people = {person for _, person in pairs}
    here = select(Person.id).where(Person.id.in_(people), Person.left_at.is_(None))
    followed = reachable(uow, sorted(uow.execute(here).scalars()))
    reached = {unit for unit, person in pairs if person in followed}
    return [each for each in present_organisations(uow) if each.id not in reached]
