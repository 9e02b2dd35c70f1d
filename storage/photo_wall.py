"""Pictures of closed matters, before and after: those that there are in a month, and those that somebody let be shown."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, delete, func, select
from sqlalchemy.orm import aliased

from governance.tickets.states import TicketState
from storage.models import Attachment, ShownPhotos, Ticket
from storage.once import insert_once
from storage.ticket_counts import FOR_ALL, within
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class PhotoPair:
    """A closed matter with a picture from its report and one of the work done. `shown`: these are on the wall."""

    number: str
    summary: str
    place_id: int | None
    category: str | None
    ended_at: datetime
    before: int
    after: int
    shown: bool


def pairs_between(
    uow: UnitOfWork, places: Collection[int] | None, first: datetime, end: datetime, most: int
) -> list[PhotoPair]:
    """Those closed in these places (None: anywhere) from `first` until before `end`, the newest first."""
    ended = (Ticket.ended_at >= first, Ticket.ended_at < end)
    rows = uow.execute(
        _PAIRS.where(*ended, *within(places)).order_by(Ticket.ended_at.desc(), Ticket.number).limit(most)
    )
    return [_pair(row) for row in rows]


def pair_of(uow: UnitOfWork, number: str) -> PhotoPair | None:
    """The pictures of one closed matter; None where it is not closed, or has not both."""
    row = uow.execute(_PAIRS.where(Ticket.number == number)).first()
    return None if row is None else _pair(row)


def show_photos(uow: UnitOfWork, number: str, before: int, after: int, by_id: int, now: datetime) -> bool:
    """Notes that just these two may be shown; False where some are on the wall already."""
    return insert_once(uow, ShownPhotos, number=number, before_id=before, after_id=after, by_id=by_id, at=now)


def hide_photos(uow: UnitOfWork, number: str) -> bool:
    """Takes them off; False where there are none."""
    return uow.execute(delete(ShownPhotos).where(ShownPhotos.number == number)).rowcount == 1


_BEFORE, _AFTER = aliased(Attachment), aliased(Attachment)


def _one(of: type[Attachment], *, report: bool) -> Select[Any]:
    """The first picture of the report, or the last one of the work."""
    best = func.min(of.id) if report else func.max(of.id)
    kind = of.purpose == "report" if report else of.purpose != "report"
    wanted = (of.number == Ticket.number, of.kind == "image", of.state == "stored", kind)
    return select(best).where(*wanted).correlate(Ticket)


_before, _after = (
    _one(_BEFORE, report=True).scalar_subquery(),
    _one(_AFTER, report=False).scalar_subquery(),
)
_LOOKED_BEFORE, _LOOKED_AFTER = aliased(Attachment), aliased(Attachment)
_PAIRS = (
    select(
        Ticket.number, Ticket.summary, Ticket.place_id, Ticket.category, Ticket.ended_at, _before.label("before"),
        _after.label("after"), _LOOKED_BEFORE.id.label("looked_before"), _LOOKED_AFTER.id.label("looked_after"),
    )
    .outerjoin(ShownPhotos, ShownPhotos.number == Ticket.number)
    .outerjoin(_LOOKED_BEFORE, (_LOOKED_BEFORE.id == ShownPhotos.before_id) & (_LOOKED_BEFORE.state == "stored"))
    .outerjoin(_LOOKED_AFTER, (_LOOKED_AFTER.id == ShownPhotos.after_id) & (_LOOKED_AFTER.state == "stored"))
    .where(Ticket.state == TicketState.CLOSED.value, _before.is_not(None), _after.is_not(None), FOR_ALL)
)  # fmt: skip


def _pair(row: object) -> PhotoPair:
    values = dict(row._mapping)  # type: ignore[attr-defined]
    before, after = values.pop("looked_before"), values.pop("looked_after")
    shown = before is not None and after is not None
    return PhotoPair(**(values | ({"before": before, "after": after} if shown else {})), shown=shown)
