"""The party branches on grids: which there are, who belongs to them, and what these people did in a span of time."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, or_, select, union

from governance.alliance.deeds import Deeds
from governance.tickets.satisfaction import Score
from storage.models import (
    Account,
    Branch,
    BranchMember,
    Grid,
    Person,
    ProjectClaim,
    ProjectThanks,
    ServiceHours,
    Shift,
    SignUp,
    Ticket,
    Visit,
)
from storage.unit_of_work import UnitOfWork

KEPT = ("present", "done")


@dataclass(frozen=True)
class GridBranch:
    """A grid with its branch. `branch_id` None: none is kept; then `name` is what the roster calls it, if it does."""

    grid_id: int
    grid: str
    community_id: int
    branch_id: int | None
    name: str
    secretary_id: int | None


def grid_branches(uow: UnitOfWork, communities: Collection[int] | None = None) -> list[GridBranch]:
    """All grids of these communities (None: of all) with their branches, by code."""
    statement = (
        select(
            Grid.id, Grid.name, Grid.community_id, Grid.branch, Branch.id.label("branch_id"),
            Branch.name.label("called"), Branch.secretary_id,
        )
        .outerjoin(Branch, (Branch.grid_id == Grid.id) & Branch.left_at.is_(None))
        .where(Grid.retired_at.is_(None))
        .order_by(Grid.code, Branch.id)
    )  # fmt: skip
    if communities is not None:
        statement = statement.where(Grid.community_id.in_(sorted(communities)))
    return [
        GridBranch(row.id, row.name, row.community_id, row.branch_id, row.called or row.branch or "", row.secretary_id)
        for row in uow.execute(statement)
    ]


def branches_of_member(uow: UnitOfWork, person_id: int) -> set[int]:
    """The present branches on grids to which somebody belongs, as a member or as the secretary."""
    member = select(BranchMember.branch_id).where(BranchMember.person_id == person_id)
    statement = select(Branch.id).where(
        Branch.grid_id.is_not(None), Branch.left_at.is_(None),
        or_(Branch.secretary_id == person_id, Branch.id.in_(member)),
    )  # fmt: skip
    return set(uow.execute(statement).scalars())


def members_by_branch(uow: UnitOfWork, branch_ids: Collection[int]) -> dict[int, list[int]]:
    """The present people of each branch: members and secretary, each once."""
    of = Branch.id.in_(branch_ids)
    members = (
        select(BranchMember.branch_id, BranchMember.person_id)
        .join(Branch, Branch.id == BranchMember.branch_id)
        .where(of)
    )
    secretaries = select(Branch.id, Branch.secretary_id).where(of, Branch.secretary_id.is_not(None))
    pairs = {(branch, person) for branch, person in map(tuple, uow.execute(union(members, secretaries)))}
    here = select(Person.id).where(Person.id.in_({person for _, person in pairs}), Person.left_at.is_(None))
    present = set(uow.execute(here).scalars())
    found: dict[int, list[int]] = {branch: [] for branch in branch_ids}
    for branch, person in sorted(pairs):
        if person in present:
            found[branch].append(person)
    return found


@dataclass(frozen=True)
class Span:
    """Local days, both included, and the same as instants: from `since` until before `until`."""

    first: date
    last: date
    since: datetime
    until: datetime


def deeds_of(uow: UnitOfWork, people: Collection[int], span: Span) -> dict[int, Deeds]:
    """What each of these people did in a span; each deed counts with who did it."""
    served = _count(uow, _minutes(people, span))
    shifts, campaigns = _count(uow, _shifts(people, span, False)), _count(uow, _shifts(people, span, True))
    handled, satisfied = _count(uow, _handled(people, span)), _count(uow, _handled(people, span, satisfied=True))
    findings, visits = _count(uow, _findings(people, span)), _count(uow, _visits(people, span))
    thanks = _count(uow, _thanks(people, span))
    return {
        each: Deeds(
            served[each],
            shifts[each],
            campaigns[each],
            handled[each],
            satisfied[each],
            findings[each],
            visits[each],
            thanks[each],
        )
        for each in people
    }


def _count(uow: UnitOfWork, statement: Any) -> Counter[int]:
    return Counter({person: int(number) for person, number in map(tuple, uow.execute(statement))})


def _minutes(people: Collection[int], span: Span) -> Any:
    mine = (ServiceHours.person_id.in_(people), ServiceHours.day.between(span.first, span.last))
    total = func.sum(ServiceHours.minutes)
    return select(ServiceHours.person_id, total).where(*mine).group_by(ServiceHours.person_id)


def _shifts(people: Collection[int], span: Span, of_campaigns: bool) -> Any:
    campaign = Shift.campaign_id.is_not(None) if of_campaigns else Shift.campaign_id.is_(None)
    return (
        select(SignUp.person_id, func.count())
        .join(Shift, Shift.id == SignUp.shift_id)
        .where(SignUp.person_id.in_(people), SignUp.state.in_(KEPT), Shift.day.between(span.first, span.last), campaign)
        .group_by(SignUp.person_id)
    )


def _handled(people: Collection[int], span: Span, satisfied: bool = False) -> Any:
    mine = (Ticket.assignee_id.in_(people), Ticket.handled_at >= span.since, Ticket.handled_at < span.until)
    well = (Ticket.score == Score.SATISFIED.value,) if satisfied else ()
    return select(Ticket.assignee_id, func.count()).where(*mine, *well).group_by(Ticket.assignee_id)


def _findings(people: Collection[int], span: Span) -> Any:
    return (
        select(Account.person_id, func.count())
        .join(Ticket, Ticket.account_id == Account.id)
        .where(Account.person_id.in_(people), Ticket.handled_at >= span.since, Ticket.handled_at < span.until)
        .group_by(Account.person_id)
    )


def _visits(people: Collection[int], span: Span) -> Any:
    mine = (Visit.person_id.in_(people), Visit.day.between(span.first, span.last))
    return select(Visit.person_id, func.count()).where(*mine).group_by(Visit.person_id)


def _thanks(people: Collection[int], span: Span) -> Any:
    """With who claimed the project for their unit, and did not give it up."""
    mine = (ProjectClaim.person_id.in_(people), ProjectClaim.left_at.is_(None))
    return (
        select(ProjectClaim.person_id, func.count())
        .join(ProjectThanks, ProjectThanks.project_id == ProjectClaim.project_id)
        .where(*mine, ProjectThanks.at >= span.since, ProjectThanks.at < span.until)
        .group_by(ProjectClaim.person_id)
    )
