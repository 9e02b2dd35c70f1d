"""One id from a message to what came of it: steps of tickets, audit, pushes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, select, union_all
from sqlalchemy import literal as said

from storage.models import Audit, Outbox, TicketEvent
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Traced:
    """One thing that came of it. `sort`: ticket, audit or push; `what`: the step, action or kind; `about`: number or subject."""

    sort: str
    at: datetime
    what: str
    about: str
    state: str


def trace_of_ticket(uow: UnitOfWork, number: str) -> str | None:
    """The id of the message by which a ticket was made; None of one that no message made."""
    first = select(TicketEvent.trace).where(TicketEvent.number == number).order_by(TicketEvent.id).limit(1)
    found: str | None = uow.execute(first).scalar()
    return found


def traced(uow: UnitOfWork, trace: str) -> Sequence[Traced]:
    """All that came of one message or order, the oldest first; what the clock did about its ticket later is in it."""
    rows = uow.execute(union_all(*_of(trace))).all()
    return [Traced(**row._mapping) for row in sorted(rows, key=lambda row: (row.at, row.sort, row.what))]


def _of(trace: str) -> list[Select[str, datetime, str, str, str]]:
    event = select(
        said("ticket").label("sort"), TicketEvent.at.label("at"), TicketEvent.kind.label("what"),
        TicketEvent.number.label("about"), TicketEvent.to_state.label("state"),
    ).where(TicketEvent.trace == trace)  # fmt: skip
    audit = select(said("audit"), Audit.at, Audit.action, Audit.subject, Audit.actor).where(Audit.trace == trace)
    push = select(
        said("push"), Outbox.created_at, Outbox.kind, Outbox.dedupe_key, Outbox.state
    ).where(Outbox.trace == trace)  # fmt: skip
    return [event, audit, push]
