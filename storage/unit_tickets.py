"""Which unit a ticket is for: written when it is opened, read where tickets are shown and counted."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select

from governance.requests.figures import Promise, RequestFacts
from governance.requests.kinds import REQUEST_CATEGORIES, request_kind
from governance.tickets.deadlines import DeadlineKind
from governance.tickets.satisfaction import Score
from governance.tickets.states import TicketState
from storage.models import Deadline, Organisation, Ticket, UnitTicket
from storage.ticket_counts import within
from storage.unit_of_work import UnitOfWork


def stand_unit(uow: UnitOfWork, number: str, organisation_id: int, now: datetime) -> None:
    """Writes for which unit a ticket is that was just opened."""
    uow.add(UnitTicket, number=number, organisation_id=organisation_id, at=now)


def put_unit(uow: UnitOfWork, number: str, organisation_id: int, now: datetime) -> None:
    """Writes for which unit a ticket is, whatever was written before. The ticket is locked."""
    forget_unit(uow, number)
    stand_unit(uow, number, organisation_id, now)


def forget_unit(uow: UnitOfWork, number: str) -> None:
    """A ticket is for no unit. The ticket is locked."""
    uow.execute(delete(UnitTicket).where(UnitTicket.number == number))


def unit_of_ticket(uow: UnitOfWork, number: str) -> str | None:
    """The name of the unit that a ticket is for."""
    statement = select(Organisation.name).join(UnitTicket, UnitTicket.organisation_id == Organisation.id)
    found: str | None = uow.execute(statement.where(UnitTicket.number == number)).scalar()
    return found


@dataclass(frozen=True)
class UnitRequest:
    """A request as the month's page lists it. `unit`: empty where it was never said for which of several it is."""

    number: str
    unit_id: int | None
    unit: str
    summary: str
    category: str
    state: TicketState
    opened_at: datetime
    facts: RequestFacts


_COLUMNS = (
    Ticket.number, UnitTicket.organisation_id, Organisation.name.label("unit"), Ticket.summary, Ticket.category,
    Ticket.state, Ticket.opened_at, Ticket.score,
)  # fmt: skip
_LEFT_OUT = (TicketState.MERGED.value, TicketState.WITHDRAWN.value)


def requests_between(
    uow: UnitOfWork, since: datetime, until: datetime, places: Collection[int] | None
) -> list[UnitRequest]:
    """The requests that units made from `since` until before `until`, at these places (None: anywhere); newest first."""
    rows = uow.execute(
        select(*_COLUMNS)
        .outerjoin(UnitTicket, UnitTicket.number == Ticket.number)
        .outerjoin(Organisation, Organisation.id == UnitTicket.organisation_id)
        .where(
            Ticket.opened_at >= since,
            Ticket.opened_at < until,
            Ticket.category.in_(REQUEST_CATEGORIES),
            Ticket.state.not_in(_LEFT_OUT),
            *within(places),
        )
        .order_by(Ticket.opened_at.desc(), Ticket.number.desc())
    ).all()
    promises = _promises(uow, [row.number for row in rows])
    found = []
    for row in rows:
        kind = request_kind(row.category)
        assert kind is not None
        satisfied = None if row.score is None else row.score != Score.DISSATISFIED.value
        facts = RequestFacts(
            kind, promises.get((row.number, DeadlineKind.CONTACT)), promises.get((row.number, DeadlineKind.HANDLE)),
            satisfied,
        )  # fmt: skip
        found.append(
            UnitRequest(
                row.number,
                row.organisation_id,
                row.unit or "",
                row.summary,
                row.category,
                TicketState(row.state),
                row.opened_at,
                facts,
            )
        )
    return found


def _promises(uow: UnitOfWork, numbers: Collection[str]) -> dict[tuple[str, DeadlineKind], Promise]:
    """The first promise of each kind that was not dropped; a later one is of a ticket that was opened again."""
    statement = select(Deadline.number, Deadline.kind, Deadline.due_at, Deadline.met_at).where(
        Deadline.number.in_(numbers), Deadline.dropped_at.is_(None),
        Deadline.kind.in_((DeadlineKind.CONTACT.value, DeadlineKind.HANDLE.value)),
    )  # fmt: skip
    found: dict[tuple[str, DeadlineKind], Promise] = {}
    for row in uow.execute(statement.order_by(Deadline.id)):
        found.setdefault((row.number, DeadlineKind(row.kind)), Promise(row.due_at, row.met_at))
    return found
