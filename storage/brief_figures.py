"""The figures that everybody is told, in the brief, on the wall and in the chat: what came in, was done, is open and late."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, case, func, select

from governance.tickets.states import TicketState
from storage.models import Ticket
from storage.ticket_counts import DANGERS, NOT_VOIDED, RUNNING, TO_DISPATCH, TO_VERIFY, UNTAKEN, late
from storage.unit_of_work import UnitOfWork
from storage.work_tickets import TICKET_COLUMNS, WorkTicket, as_work_tickets


@dataclass(frozen=True)
class BriefFigures:
    """Counts of tickets; `came` and `closed` in the span, the others as they stand."""

    came: int
    closed: int
    open: int
    late: int
    dangers: int
    to_verify: int
    to_dispatch: int
    untaken: int


def brief_figures(
    uow: UnitOfWork, places: Collection[int] | None, first: datetime, end: datetime, now: datetime
) -> BriefFigures:
    """The figures of these places, or (None) of the whole subdistrict, for what happened from `first` until before `end`."""
    here = _beside(places)
    came, closed = (
        select(func.count()).select_from(Ticket).where(*here, *where).scalar_subquery()
        for where in (
            (Ticket.opened_at >= first, Ticket.opened_at < end, NOT_VOIDED),
            (Ticket.ended_at >= first, Ticket.ended_at < end, Ticket.state == TicketState.CLOSED.value, NOT_VOIDED),
        )
    )
    kinds = {
        "late": late(now), "dangers": DANGERS, "to_verify": TO_VERIFY, "to_dispatch": TO_DISPATCH, "untaken": UNTAKEN,
    }  # fmt: skip
    standing = [func.coalesce(func.sum(case((kind, 1), else_=0)), 0).label(name) for name, kind in kinds.items()]
    row = uow.execute(
        select(came.label("came"), closed.label("closed"), func.count().label("open"), *standing).where(*here, RUNNING)
    ).one()
    return BriefFigures(**{name: int(found) for name, found in row._mapping.items()})


def _beside(places: Collection[int] | None) -> list[ColumnElement[bool]]:
    """Where it lies, as no index by place is asked for it: all that ever was there is more than what is open anywhere."""
    return [] if places is None else [func.coalesce(Ticket.place_id, 0).in_(sorted(places))]


def open_count(uow: UnitOfWork, places: Collection[int] | None, not_of: Collection[int] = ()) -> int:
    """How many are open at these places (None: everywhere); `not_of`: people whose own don't count."""
    where = [*_beside(places), RUNNING]
    if not_of:
        where.append(func.coalesce(Ticket.assignee_id, 0).not_in(sorted(not_of)))
    return int(uow.execute(select(func.count()).select_from(Ticket).where(*where)).scalar_one())


def open_dangers(uow: UnitOfWork, places: Collection[int] | None) -> list[WorkTicket]:
    """The dangers that are counted, the oldest first."""
    statement = select(*TICKET_COLUMNS).where(*_beside(places), DANGERS).order_by(Ticket.opened_at, Ticket.number)
    return as_work_tickets(uow.execute(statement).all())
