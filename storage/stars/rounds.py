"""Rounds: one a community and month."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, select, update

from governance.stars.round_dates import RoundDates
from governance.stars.states import RUNNING, AwardState, RoundState
from governance.stars.undo import RoundBefore, read_before, written_before
from storage.lock_order import Lock
from storage.models import StarAward, StarRound
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
    before: RoundBefore | None
    """What it was before it was last put off or skipped."""


_COLUMNS = (
    StarRound.id, StarRound.place_id, StarRound.month, StarRound.state, StarRound.opens_at, StarRound.review_at,
    StarRound.notice_at, StarRound.announce_at, StarRound.reason, StarRound.held,
    StarRound.before,
)  # fmt: skip


def free_round(uow: UnitOfWork, round_id: int) -> RoundRow | None:
    """One round, locked; None while somebody else holds it."""
    statement = select(*_COLUMNS).where(StarRound.id == round_id)
    row = uow.lock_free(statement).first()
    return None if row is None else _row(row)


def round_by_id(uow: UnitOfWork, round_id: int, *, lock: bool = False) -> RoundRow:
    """One round."""
    (found,) = _rounds(uow, StarRound.id == round_id, lock=lock)
    return found


def running_rounds(uow: UnitOfWork) -> list[RoundRow]:
    """Those in which something is still to come."""
    return _rounds(uow, *_in(RUNNING))


def rounds_of(uow: UnitOfWork, place_ids: Collection[int]) -> list[RoundRow]:
    """All rounds of these communities, past ones too."""
    return _rounds(uow, StarRound.place_id.in_(place_ids))


def rounds_in(
    uow: UnitOfWork, place_ids: Collection[int], states: Collection[RoundState], *, lock: bool = False
) -> list[RoundRow]:
    """The rounds of these communities in these states."""
    return _rounds(uow, StarRound.place_id.in_(place_ids), *_in(states), lock=lock)


def rounds_since(uow: UnitOfWork, month: date) -> list[RoundRow]:
    """The rounds of this month and of later ones."""
    return _rounds(uow, StarRound.month >= month)


def rounds_cleared(uow: UnitOfWork) -> list[RoundRow]:
    """Announced rounds with an award that may follow: what was said against it has been dismissed since."""
    cleared = select(StarAward.round_id).where(StarAward.state == AwardState.NOTICED.value)
    return _rounds(uow, StarRound.state == RoundState.ANNOUNCED.value, StarRound.id.in_(cleared))


def lock_rounds(uow: UnitOfWork, round_ids: Collection[int]) -> dict[int, RoundRow]:
    """These rounds by id, locked till the transaction ends, always in one order; before any of their candidates."""
    statement = select(*_COLUMNS).where(StarRound.id.in_(round_ids)).order_by(StarRound.id)
    return {row.id: _row(row) for row in uow.lock(statement, Lock.STAR_ROUND, round_ids)}


def _in(states: Collection[RoundState]) -> tuple[ColumnElement[bool]]:
    return (StarRound.state.in_([state.value for state in states]),)


def _rounds(uow: UnitOfWork, *where: ColumnElement[bool], lock: bool = False) -> list[RoundRow]:
    """The oldest first; locked till the transaction ends, where asked."""
    statement = select(*_COLUMNS).where(*where).order_by(StarRound.id)
    found = uow.lock(statement, Lock.STAR_ROUND) if lock else uow.execute(statement)
    return sorted((_row(row) for row in found), key=lambda row: (row.month, row.id))


def plan_round(uow: UnitOfWork, place_id: int, month: date, dates: RoundDates) -> None:
    """Writes a round that is to come; nothing when the community has one for the month."""
    insert_once(
        uow, StarRound, place_id=place_id, month=month, state=RoundState.PLANNED.value, held=0, **_dates(dates),
    )  # fmt: skip


def remember_before(uow: UnitOfWork, round_id: int, before: RoundBefore | None) -> None:
    """Keeps what a round was before it was put off or skipped, so that this can be taken back."""
    text = None if before is None else json.dumps(written_before(before))
    uow.execute(update(StarRound).where(StarRound.id == round_id).values(before=text))


def change_round(uow: UnitOfWork, round_id: int, dates: RoundDates | None = None, **values: Any) -> None:
    """Writes a round's state, dates or reason."""
    values |= {} if dates is None else _dates(dates)
    uow.execute(update(StarRound).where(StarRound.id == round_id).values(**values))


def _row(row: Any) -> RoundRow:
    dates = RoundDates(row.opens_at, row.review_at, row.notice_at, row.announce_at)
    return RoundRow(
        row.id, row.place_id, row.month, RoundState(row.state), dates, row.reason, row.held, _before(row.before)
    )


def _before(text: str | None) -> RoundBefore | None:
    return None if text is None else read_before(json.loads(text))


def _dates(dates: RoundDates) -> dict[str, datetime]:
    return {
        "opens_at": dates.opens_at,
        "review_at": dates.review_at,
        "notice_at": dates.notice_at,
        "announce_at": dates.announce_at,
    }
