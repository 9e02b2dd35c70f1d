"""The month's planned visits, and the reports that say where one is needed."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import delete, or_, select, update

from governance.visits.choosing import Choice, Sign, Team
from governance.visits.results import VisitResult, settles
from storage.models import Account, PlannedVisit, Ticket
from storage.once import insert_once
from storage.ticket_counts import FOR_ALL
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class PlannedRow:
    """A planned visit. `settled_at` None: it is still to be made; `result`: what the last try came to."""

    id: int
    month: date
    target: str
    place_id: int
    household_id: int | None
    due_on: date
    points: int
    signs: tuple[Sign, ...]
    number: str | None
    team: Team
    result: VisitResult | None
    tries: int
    settled_at: datetime | None


@dataclass(frozen=True)
class Complaint:
    """A report as far as it says where to visit. `household`: digest of the reporter's own, where it lies there."""

    number: str
    place_id: int
    place_text: str | None
    account_id: int | None
    household: str | None
    category: str | None
    urgency: str
    reopened: int
    score: str | None


def complaints(uow: UnitOfWork, places: Collection[int], since: datetime) -> list[Complaint]:
    """What was reported at these places since then, the oldest first; what another report was joined to counts by itself."""
    statement = (
        select(
            Ticket.number, Ticket.place_id, Ticket.place_text, Ticket.account_id, Account.household,
            Account.place_id.label("home"), Ticket.category, Ticket.urgency, Ticket.reopened, Ticket.score,
        )
        .outerjoin(Account, Account.id == Ticket.account_id)
        .where(Ticket.place_id.in_(sorted(places)), Ticket.opened_at >= since, Ticket.state != "withdrawn", FOR_ALL)
        .order_by(Ticket.opened_at, Ticket.number)
    )  # fmt: skip
    return [
        Complaint(
            row.number, row.place_id, row.place_text, row.account_id, row.household if row.home == row.place_id else None,
            row.category, row.urgency, row.reopened, row.score,
        )
        for row in uow.execute(statement)
    ]  # fmt: skip


@dataclass(frozen=True)
class Aim:
    """What is visited: in which community, at which place, which household, and the newest report that says so."""

    community_id: int
    place_id: int
    household_id: int | None
    number: str | None


def plan_visit(uow: UnitOfWork, month: date, aim: Aim, choice: Choice, team: Team) -> bool:
    """Writes one; False where the month has it already."""
    return insert_once(
        uow, PlannedVisit, month=month, target=choice.target, community_id=aim.community_id, place_id=aim.place_id,
        household_id=aim.household_id, due_on=choice.due_on, points=choice.points, number=aim.number,
        signs=" ".join(sign.value for sign in choice.signs), cadre_id=team.cadre, liaison_id=team.liaison,
        officer_id=team.officer, contact_id=team.contact,
    )  # fmt: skip


def planned_for(uow: UnitOfWork, month: date, people: Collection[int]) -> list[PlannedRow]:
    """A month's visits of these people, the first due first."""
    mine = or_(
        *(
            column.in_(people)
            for column in (
                PlannedVisit.cadre_id, PlannedVisit.liaison_id, PlannedVisit.officer_id, PlannedVisit.contact_id,
            )
        )
    )  # fmt: skip
    return _rows(uow, PlannedVisit.month == month, mine)


def planned_at(uow: UnitOfWork, month: date, places: Collection[int] | None) -> list[PlannedRow]:
    """A month's visits at these places (None: anywhere), the first due first."""
    here = [] if places is None else [PlannedVisit.place_id.in_(sorted(places))]
    return _rows(uow, PlannedVisit.month == month, *here)


def planned_in(uow: UnitOfWork, month: date, community_id: int) -> list[PlannedRow]:
    """A month's visits in a community, the first due first."""
    return _rows(uow, PlannedVisit.month == month, PlannedVisit.community_id == community_id)


def planned_of(uow: UnitOfWork, target: str, since: date) -> list[PlannedRow]:
    """What is still to be made of a target in a month or later."""
    open_ones = (PlannedVisit.target == target, PlannedVisit.month >= since, PlannedVisit.settled_at.is_(None))
    return _rows(uow, *open_ones)


def settle_planned(uow: UnitOfWork, month: date, target: str, result: VisitResult, now: datetime) -> PlannedRow | None:
    """What a try came to; the planned visit of that month as it is then, None where none was planned."""
    mine = (PlannedVisit.month == month, PlannedVisit.target == target)
    values: dict[str, Any] = {"result": result.value, "tries": PlannedVisit.tries + 1}
    if settles(result):
        values["settled_at"] = now
    uow.execute(update(PlannedVisit).where(*mine, PlannedVisit.settled_at.is_(None)).values(**values))
    return next(iter(_rows(uow, *mine)), None)


def drop_planned(uow: UnitOfWork, target: str, since: date) -> None:
    """Takes what is still to be made of a target out of the plans from a month on."""
    open_ones = (PlannedVisit.target == target, PlannedVisit.month >= since, PlannedVisit.settled_at.is_(None))
    uow.execute(delete(PlannedVisit).where(*open_ones))


def _rows(uow: UnitOfWork, *where: Any) -> list[PlannedRow]:
    table = PlannedVisit.__table__
    rows: Iterable[Any] = uow.execute(select(table).where(*where).order_by(table.c.due_on, table.c.id))
    return [
        PlannedRow(
            row.id, row.month, row.target, row.place_id, row.household_id, row.due_on, row.points,
            tuple(Sign(sign) for sign in row.signs.split()), row.number,
            Team(row.cadre_id, row.liaison_id, row.officer_id, row.contact_id),
            None if row.result is None else VisitResult(row.result), row.tries, row.settled_at,
        )
        for row in rows
    ]  # fmt: skip
