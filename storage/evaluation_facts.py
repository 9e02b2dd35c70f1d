"""What units and pairings did in a span, as it is kept by those who did it: read for the evaluation, changed by nobody here."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select

from governance.projects.states import ProjectState
from storage.models import (
    Branch,
    BranchMember,
    Enrolment,
    Organisation,
    Person,
    Project,
    ProjectClaim,
    ProjectThanks,
    Shift,
    TakeOnCall,
    UnitBooking,
)
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class DoneProject:
    """A project that was accepted. `units`: who had it to the end; `thanks`: how many thanked."""

    id: int
    title: str
    place_id: int | None
    until: date | None
    proved_at: datetime | None
    units: tuple[int, ...]
    thanks: int


@dataclass(frozen=True)
class Came:
    """People of a unit who came to a time of an activity."""

    organisation_id: int
    shift_id: int
    day: date
    minutes: int
    people: int


@dataclass(frozen=True)
class TakenOn:
    """Help that a unit gave at once."""

    id: int
    organisation_id: int
    ticket: str


def done_projects(uow: UnitOfWork, first: datetime, end: datetime) -> list[DoneProject]:
    """Those accepted from `first` until before `end`, with those who thanked until then."""
    columns = (Project.id, Project.title, Project.place_id, Project.until, Project.proved_at)
    done = (Project.state == ProjectState.CLOSED.value, Project.ended_at >= first, Project.ended_at < end)
    rows = uow.execute(select(*columns).where(*done).order_by(Project.id)).all()
    ids = [row.id for row in rows]
    held: dict[int, list[int]] = {number: [] for number in ids}
    claims = select(ProjectClaim.project_id, ProjectClaim.organisation_id)
    claims = claims.where(ProjectClaim.project_id.in_(ids), ProjectClaim.left_at.is_(None)).order_by(ProjectClaim.id)
    for row in uow.execute(claims):
        held[row.project_id].append(row.organisation_id)
    counted = select(ProjectThanks.project_id, func.count().label("thanked")).group_by(ProjectThanks.project_id)
    counted = counted.where(ProjectThanks.project_id.in_(ids), ProjectThanks.at < end)
    thanks = {row.project_id: int(row.thanked) for row in uow.execute(counted)}
    return [
        DoneProject(
            row.id, row.title, row.place_id, row.until, row.proved_at, tuple(held[row.id]), thanks.get(row.id, 0)
        )
        for row in rows
    ]  # fmt: skip


def taken_on(uow: UnitOfWork, first: datetime, end: datetime) -> list[TakenOn]:
    """Calls for help that units took from `first` until before `end`."""
    columns = (TakeOnCall.id, TakeOnCall.organisation_id, TakeOnCall.ticket_number)
    taken = (TakeOnCall.organisation_id.is_not(None), TakeOnCall.taken_at >= first, TakeOnCall.taken_at < end)
    return [TakenOn(*tuple(row)) for row in uow.execute(select(*columns).where(*taken).order_by(TakeOnCall.id))]


def came_of_units(uow: UnitOfWork, first: date, last: date) -> list[Came]:
    """Who came on a unit's places of activities from the first to the last day."""
    columns = (
        UnitBooking.organisation_id, UnitBooking.shift_id, UnitBooking.came, Shift.day, Shift.starts_at, Shift.ends_at,
    )  # fmt: skip
    there = (
        UnitBooking.ended_at.is_(None), UnitBooking.came > 0, Shift.day >= first, Shift.day <= last,
        Shift.cancelled_at.is_(None),
    )  # fmt: skip
    statement = select(*columns).join(Shift, Shift.id == UnitBooking.shift_id).where(*there).order_by(UnitBooking.id)
    return [
        Came(
            row.organisation_id, row.shift_id, row.day,
            round((row.ends_at - row.starts_at).total_seconds() / 60) * row.came, row.came,
        )
        for row in uow.execute(statement)
    ]  # fmt: skip


def members_of_units(uow: UnitOfWork) -> dict[int, set[int]]:
    """The people of each present unit: of its branches, and who gave it as theirs when they signed in or in the roster."""
    found: dict[int, set[int]] = {}
    named: dict[str, int] = {}
    for row in uow.execute(select(Organisation.id, Organisation.name).where(Organisation.left_at.is_(None))):
        found[row.id], named[row.name] = set(), row.id
    enrolled = select(Enrolment.person_id, Enrolment.unit).where(Enrolment.until.is_(None))
    listed = select(Person.id, Person.unit).where(Person.unit.is_not(None))
    for person, unit in [*uow.execute(enrolled), *uow.execute(listed)]:
        if unit in named:
            found[named[unit]].add(person)
    of_branch = select(Branch.organisation_id, BranchMember.person_id)
    of_branch = of_branch.join(BranchMember, BranchMember.branch_id == Branch.id).where(Branch.left_at.is_(None))
    for row in uow.execute(of_branch):
        if row.organisation_id in found:
            found[row.organisation_id].add(row.person_id)
    return found


def members_of_branches(uow: UnitOfWork, branch_ids: Collection[int]) -> dict[int, set[int]]:
    """The people of each of these branches."""
    found: dict[int, set[int]] = {number: set() for number in branch_ids}
    statement = select(BranchMember.branch_id, BranchMember.person_id)
    for row in uow.execute(statement.where(BranchMember.branch_id.in_(sorted(branch_ids)))):
        found[row.branch_id].add(row.person_id)
    return found
