"""Candidates and what became of them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, func, insert, select, update

from governance.stars.states import AWARD_MOVES, AwardKind, AwardMove, AwardState, Consent
from storage.lock_order import Lock
from storage.models import Person, StarAward, StarRound
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class AwardRow:
    """A candidate with their round. `name`: in full, of the person or as nominated. `left`: the person is gone."""

    id: int
    round_id: int
    community_id: int
    month: date
    kind: AwardKind
    area_id: int
    place_id: int
    person_id: int | None
    name: str
    public_name: str | None
    state: AwardState
    consent: Consent
    score: int
    facts: str | None
    deeds: str | None
    note: str | None
    announcement_id: int | None
    picture_id: int | None
    code: str | None
    left: bool

    @property
    def shown(self) -> str:
        """The name as the person agreed to be named."""
        return self.public_name or self.name


_COLUMNS = (
    StarAward.id, StarAward.round_id, StarRound.place_id.label("community_id"), StarRound.month, StarAward.kind, StarAward.area_id,
    StarAward.place_id, StarAward.person_id, StarAward.name, StarAward.public_name, StarAward.state, StarAward.consent,
    StarAward.score, StarAward.facts, StarAward.deeds, StarAward.note, StarAward.announcement_id, StarAward.picture_id,
    StarAward.code, Person.name.label("person_name"), Person.left_at,
)  # fmt: skip


def award_by_id(uow: UnitOfWork, award_id: int, *, lock: bool = False) -> AwardRow | None:
    """One candidate; None where no candidate has this number."""
    return next(iter(_awards(uow, StarAward.id == award_id, lock=lock)), None)


def awards_numbered(uow: UnitOfWork, award_ids: Collection[int], *, lock: bool = False) -> list[AwardRow]:
    """Those with these numbers, as far as there are any."""
    return _awards(uow, StarAward.id.in_(award_ids), lock=lock)


def awards_of_round(
    uow: UnitOfWork, round_id: int, states: Collection[AwardState] | None = None, *, lock: bool = False
) -> list[AwardRow]:
    """A round's candidates, all or those in these states."""
    return _awards(uow, StarAward.round_id == round_id, *_in(states), lock=lock)


def awards_of_person(
    uow: UnitOfWork, person_id: int, states: Collection[AwardState], *, lock: bool = False
) -> list[AwardRow]:
    """What somebody is a candidate for, or was awarded."""
    return _awards(uow, StarAward.person_id == person_id, *_in(states), lock=lock)


def awards_in(uow: UnitOfWork, states: Collection[AwardState]) -> list[AwardRow]:
    """Those in these states, of all communities and months."""
    return _awards(uow, *_in(states))


def announced_between(uow: UnitOfWork, first: date, end: date) -> list[AwardRow]:
    """What was announced of the months from `first` until before `end`, and still stands."""
    return _awards(uow, _ANNOUNCED, StarRound.month >= first, StarRound.month < end)


def announced_at(uow: UnitOfWork, community_ids: Collection[int], since: date) -> list[AwardRow]:
    """What was announced in these communities of the months from `since`, and still stands."""
    return _awards(uow, _ANNOUNCED, StarRound.place_id.in_(community_ids), StarRound.month >= since)


def announced_together(uow: UnitOfWork, announcement_id: int) -> list[AwardRow]:
    """What one announcement named, and still stands."""
    return _awards(uow, _ANNOUNCED, StarAward.announcement_id == announcement_id)


def announced_with_code(uow: UnitOfWork, code: str) -> AwardRow | None:
    """The award at this public address; None when it is not public (any more)."""
    return next(iter(_awards(uow, _ANNOUNCED, StarAward.code == code)), None)


def announced_with_poster(uow: UnitOfWork, picture_id: int) -> AwardRow | None:
    """The award that this poster shows; None when it is not public (any more)."""
    return next(iter(_awards(uow, _ANNOUNCED, StarAward.picture_id == picture_id)), None)


_ANNOUNCED = StarAward.state == AwardState.ANNOUNCED.value


def _in(states: Collection[AwardState] | None) -> tuple[ColumnElement[bool], ...]:
    return () if states is None else (StarAward.state.in_([state.value for state in states]),)


def _awards(uow: UnitOfWork, *where: ColumnElement[bool], lock: bool = False) -> list[AwardRow]:
    """In the order in which they were named; locked in the same order."""
    statement = (
        select(*_COLUMNS)
        .join(StarRound, StarRound.id == StarAward.round_id)
        .outerjoin(Person, Person.id == StarAward.person_id)
        .where(*where)
        .order_by(StarAward.id)
    )
    found = uow.lock(statement, Lock.STAR_AWARD, of=StarAward) if lock else uow.execute(statement)
    return [_award(row) for row in found]


def _award(row: Any) -> AwardRow:
    name = row.person_name if row.person_id is not None else row.name
    return AwardRow(
        row.id, row.round_id, row.community_id, row.month, AwardKind(row.kind), row.area_id, row.place_id, row.person_id,
        name or "", row.public_name, AwardState(row.state), Consent(row.consent), row.score, row.facts, row.deeds, row.note,
        row.announcement_id, row.picture_id, row.code, row.left_at is not None,
    )  # fmt: skip


def add_award(
    uow: UnitOfWork, *, round_id: int, kind: AwardKind, area_id: int, place_id: int, person_id: int | None, name: str | None,
    now: datetime,
) -> int:  # fmt: skip
    """Writes a candidate; answers the id. `name` only of somebody who is not in the roster. The round must be locked."""
    row = {
        "round_id": round_id, "kind": kind.value, "area_id": area_id, "place_id": place_id, "person_id": person_id,
        "name": name if person_id is None else None, "state": AwardState.CANDIDATE.value, "at": now,
        "consent": Consent.NONE.value, "score": 0,
    }  # fmt: skip
    return int(uow.execute(insert(StarAward).values(**row).returning(StarAward.id)).scalar_one())


def move_award(uow: UnitOfWork, award_id: int, move: AwardMove, **values: Any) -> bool:
    """Makes a move where the award's state allows it; False when it does not (any more)."""
    sources, target = AWARD_MOVES[move]
    here = (StarAward.id == award_id, StarAward.state.in_([state.value for state in sources]))
    return uow.execute(update(StarAward).where(*here).values(state=target.value, **values)).rowcount == 1


def bring_back_award(uow: UnitOfWork, award_id: int, state: AwardState) -> bool:
    """Gives a candidate that lapsed with its round the state of before; False when it is not lapsed (any more)."""
    lapsed = (StarAward.id == award_id, StarAward.state == AwardState.LAPSED.value)
    return uow.execute(update(StarAward).where(*lapsed).values(state=state.value, ended_at=None)).rowcount == 1


def change_award(uow: UnitOfWork, award_id: int, **values: Any) -> None:
    """Writes columns other than the state."""
    uow.execute(update(StarAward).where(StarAward.id == award_id).values(**values))


def last_awards(uow: UnitOfWork, person_ids: Sequence[int], before: date) -> dict[int, date]:
    """The month of each person's last award before a month; who has had none is not in it."""
    statement = (
        select(StarAward.person_id, func.max(StarRound.month).label("month"))
        .join(StarRound, StarRound.id == StarAward.round_id)
        .where(StarAward.person_id.in_(person_ids), StarRound.month < before)
        .where(StarAward.state.in_([AwardState.NOTICED.value, AwardState.STOPPED.value, AwardState.ANNOUNCED.value]))
        .group_by(StarAward.person_id)
    )
    return {row.person_id: row.month for row in uow.execute(statement)}
