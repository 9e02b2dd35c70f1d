"""Tickets that have waited so long that they may be a project."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import exists, func, select

from governance.tickets.deadlines import DeadlineKind
from governance.tickets.lifecycle import UNHANDLED, Move
from governance.tickets.states import TicketState
from governance.tickets.urgency import Urgency
from storage.models import CouncilTopic, Deadline, Project, Resolution, Ticket, TicketEvent
from storage.unit_of_work import UnitOfWork


class Stuck(StrEnum):
    """Why a ticket counts as stuck."""

    LONG = "long"
    """Its promise to be handled was over long ago."""
    TWICE = "twice"
    """It missed its promise twice."""
    COUNCIL = "council"
    """The council has had it for long and resolved nothing."""


TWICE = 2
PROPOSED = "propose_project"
"""The event that tells that it was proposed once."""
_WAITS = sorted(state.value for state in UNHANDLED - {TicketState.ESCALATED, TicketState.SUSPENDED})


def stuck_tickets(uow: UnitOfWork, before: datetime, most: int = 50) -> list[tuple[str, Stuck]]:
    """Open tickets that nobody here settles, no dangers, of which nobody was told so yet; each with why it counts as stuck.

    Its promise to be handled was over before then, or was missed twice; or the council has had it since then without having
    resolved anything and it is no project.
    """
    proposed = exists().where(TicketEvent.number == Ticket.number, TicketEvent.kind == PROPOSED)
    free = (Ticket.ended_at.is_(None), Ticket.urgency != Urgency.HAZARD.value, ~proposed)
    waits = (*free, Ticket.state.in_(_WAITS))
    missed = (
        select(func.count()).select_from(Deadline)
        .where(Deadline.number == Ticket.number, Deadline.kind == DeadlineKind.HANDLE.value, Deadline.breached_at.is_not(None))
        .scalar_subquery()
    )  # fmt: skip
    taken = exists().where(
        TicketEvent.number == Ticket.number, TicketEvent.kind == Move.ESCALATE.value, TicketEvent.at >= before
    )
    running = exists().where(Project.ticket_number == Ticket.number, Project.ended_at.is_(None))
    resolved = exists().where(CouncilTopic.ticket_number == Ticket.number, Resolution.topic_id == CouncilTopic.id)
    at_council = (*free, Ticket.state == TicketState.ESCALATED.value, ~taken, ~running, ~resolved)
    found: dict[str, Stuck] = {}
    for why, where in (
        (Stuck.LONG, (*waits, Ticket.handle_due < before)), (Stuck.TWICE, (*waits, missed >= TWICE)), (Stuck.COUNCIL, at_council),
    ):  # fmt: skip
        statement = select(Ticket.number).where(*where).order_by(Ticket.opened_at, Ticket.number).limit(most)
        for number in uow.execute(statement).scalars():
            found.setdefault(number, why)
    return list(found.items())


def waits_since(uow: UnitOfWork, number: str, why: Stuck) -> datetime | None:
    """Since when a stuck ticket is over its day, or (the council has it) was taken there."""
    escalated = select(func.max(TicketEvent.at)).where(
        TicketEvent.number == number, TicketEvent.kind == Move.ESCALATE.value
    )
    due = select(Ticket.handle_due).where(Ticket.number == number)
    found: datetime | None = uow.execute(escalated if why is Stuck.COUNCIL else due).scalar()
    return found
