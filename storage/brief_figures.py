"""The figures of a brief: what came in, was done, is open and late at some places."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, func, select

from governance.tickets.deadlines import DeadlineKind
from governance.tickets.states import TicketState
from storage.models import Deadline, Ticket
from storage.unit_of_work import UnitOfWork


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


def brief_figures(
    uow: UnitOfWork, places: Sequence[int] | None, first: datetime, end: datetime, now: datetime
) -> BriefFigures:
    """The figures of these places, or (None) of the whole subdistrict, for what happened from `first` until before `end`."""
    here = [] if places is None else [Ticket.place_id.in_(places)]
    running = Ticket.ended_at.is_(None)

    def count(*where: object) -> int:
        return int(uow.execute(select(func.count()).select_from(Ticket).where(*here, *where)).scalar_one())  # type: ignore[arg-type]

    late = and_(
        Deadline.number == Ticket.number, Deadline.kind == DeadlineKind.HANDLE.value, Deadline.met_at.is_(None),
        Deadline.dropped_at.is_(None), Deadline.due_at < now,
    )  # fmt: skip
    waiting = [TicketState.REPORTED.value, TicketState.ACCEPTED.value, TicketState.RETURNED.value]
    return BriefFigures(
        came=count(Ticket.opened_at >= first, Ticket.opened_at < end),
        closed=count(Ticket.ended_at >= first, Ticket.ended_at < end, Ticket.state == TicketState.CLOSED.value),
        open=count(running),
        late=count(running, select(Deadline.id).where(late).exists()),
        dangers=count(running, Ticket.urgency == "hazard"),
        to_verify=count(running, Ticket.state == TicketState.HANDLED.value),
        to_dispatch=count(running, Ticket.state.in_(waiting)),
    )
