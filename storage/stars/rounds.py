"""Rounds: one a community and month."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select, update

from governance.stars.round_dates import RoundDates
from governance.stars.states import RUNNING, RoundState
from storage.models import StarRound
from storage.once import insert_once
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class RoundRow:
    """A round; `place_id`: its community, `month`: the first day of the month that it honours."""

    id: int
    place_id: int
    month: date
    state: RoundState
    dates: RoundDates
    reason: str | None
    held: int


_COLUMNS = (
    StarRound.id, StarRound.place_id, StarRound.month, StarRound.state, StarRound.opens_at, StarRound.review_at,
    StarRound.notice_at, StarRound.announce_at, StarRound.reason, StarRound.held,
)  # fmt: skip


def rounds(uow: UnitOfWork, *where: Any, lock: bool = False) -> list[RoundRow]:
    """Those that meet the conditions, the oldest first; locked till the transaction ends, where asked."""
    statement = select(*_COLUMNS).where(*where).order_by(StarRound.month, StarRound.id)
    return [_row(row) for row in uow.execute(statement.with_for_update() if lock else statement)]


def free_round(uow: UnitOfWork, round_id: int) -> RoundRow | None:
    """One round, locked; None while somebody else holds it."""
    statement = select(*_COLUMNS).where(StarRound.id == round_id).with_for_update(skip_locked=True)
    row = uow.execute(statement).first()
    return None if row is None else _row(row)


def round_by_id(uow: UnitOfWork, round_id: int, *, lock: bool = False) -> RoundRow:
    """One round."""
    (found,) = rounds(uow, StarRound.id == round_id, lock=lock)
    return found


def running_rounds(uow: UnitOfWork, *where: Any, lock: bool = False) -> list[RoundRow]:
    """Those in which something is still to come."""
    return rounds(uow, StarRound.state.in_([state.value for state in RUNNING]), *where, lock=lock)


def plan_round(uow: UnitOfWork, place_id: int, month: date, dates: RoundDates) -> None:
    """Writes a round that is to come; nothing when the community has one for the month."""
    insert_once(
        uow, StarRound, place_id=place_id, month=month, state=RoundState.PLANNED.value, held=0, **_dates(dates),
    )  # fmt: skip


def change_round(uow: UnitOfWork, round_id: int, dates: RoundDates | None = None, **values: Any) -> None:
    """Writes a round's state, dates or reason."""
    values |= {} if dates is None else _dates(dates)
    uow.execute(update(StarRound).where(StarRound.id == round_id).values(**values))


def _row(row: Any) -> RoundRow:
    dates = RoundDates(row.opens_at, row.review_at, row.notice_at, row.announce_at)
    return RoundRow(row.id, row.place_id, row.month, RoundState(row.state), dates, row.reason, row.held)


def _dates(dates: RoundDates) -> dict[str, datetime]:
    return {
        "opens_at": dates.opens_at,
        "review_at": dates.review_at,
        "notice_at": dates.notice_at,
        "announce_at": dates.announce_at,
    }
