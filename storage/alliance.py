"""What paired branches do together: pairings, lectures, agreements and milestones, found and changed."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, or_, select, update
from sqlalchemy import text as sql

from governance.alliance.kinds import AgreementKind
from storage.models import Agreement, Lecture, Milestone, Pairing
from storage.models.alliance import OPEN
from storage.once import insert_once
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class PairingRow:
    """Two branches that are paired. `ended_at`: it ended before its day."""

    id: int
    code: str
    branch_id: int
    partner_id: int
    since: date
    until: date | None
    ended_at: datetime | None
    ended_why: str | None


@dataclass(frozen=True)
class AgreementRow:
    """What they agreed on."""

    id: int
    pairing_id: int
    kind: AgreementKind
    title: str
    starts_on: date
    ends_on: date
    ended_at: datetime | None


@dataclass(frozen=True)
class MilestoneRow:
    """What an agreement promises by a day. `told`: governance.milestones."""

    id: int
    agreement_id: int
    title: str
    owner_id: int
    due_on: date
    told: int | None
    proved_at: datetime | None
    proved_by: int | None
    proof: str | None
    dropped_at: datetime | None


@dataclass(frozen=True)
class LectureRow:
    """A lecture that was held."""

    pairing_id: int
    held_on: date
    topic: str
    teacher: str | None
    people: int


_PAIRINGS = select(*(getattr(Pairing, name) for name in PairingRow.__dataclass_fields__))
_AGREEMENTS = select(*(getattr(Agreement, name) for name in AgreementRow.__dataclass_fields__))
_MILESTONES = select(*(getattr(Milestone, name) for name in MilestoneRow.__dataclass_fields__))
_LECTURES = select(*(getattr(Lecture, name) for name in LectureRow.__dataclass_fields__))


def _pairings(uow: UnitOfWork, *where: ColumnElement[bool]) -> list[PairingRow]:
    return [PairingRow(**row._mapping) for row in uow.execute(_PAIRINGS.where(*where).order_by(Pairing.id))]


def pairing_by_id(uow: UnitOfWork, pairing_id: int) -> PairingRow | None:
    """The pairing, also one that is over."""
    return next(iter(_pairings(uow, Pairing.id == pairing_id)), None)


def all_pairings(uow: UnitOfWork) -> list[PairingRow]:
    """All, also those that are over."""
    return _pairings(uow)


def pairings_of(uow: UnitOfWork, branch_ids: Collection[int], today: date) -> list[PairingRow]:
    """The pairings of these branches that are not over."""
    theirs = or_(Pairing.branch_id.in_(branch_ids), Pairing.partner_id.in_(branch_ids))
    return _pairings(uow, theirs, Pairing.ended_at.is_(None), or_(Pairing.until.is_(None), Pairing.until >= today))


def agreements_of(uow: UnitOfWork, pairing_ids: Collection[int]) -> list[AgreementRow]:
    """All agreements of these pairings, the earliest first."""
    statement = _AGREEMENTS.where(Agreement.pairing_id.in_(pairing_ids)).order_by(Agreement.starts_on, Agreement.id)
    return [AgreementRow(**{**row._mapping, "kind": AgreementKind(row.kind)}) for row in uow.execute(statement)]


def agreement_by_id(uow: UnitOfWork, agreement_id: int) -> AgreementRow:
    """The agreement."""
    row = uow.execute(_AGREEMENTS.where(Agreement.id == agreement_id)).one()
    return AgreementRow(**{**row._mapping, "kind": AgreementKind(row.kind)})


def milestones_of(uow: UnitOfWork, agreement_ids: Collection[int]) -> list[MilestoneRow]:
    """All milestones of these agreements, by their day."""
    statement = _MILESTONES.where(Milestone.agreement_id.in_(agreement_ids))
    return [MilestoneRow(**row._mapping) for row in uow.execute(statement.order_by(Milestone.due_on, Milestone.id))]


def milestone_by_id(uow: UnitOfWork, milestone_id: int) -> MilestoneRow | None:
    """The milestone."""
    row = uow.execute(_MILESTONES.where(Milestone.id == milestone_id)).first()
    return None if row is None else MilestoneRow(**row._mapping)


def open_milestones_owned(uow: UnitOfWork, person_id: int) -> list[MilestoneRow]:
    """What somebody answers for in person and has not proved."""
    statement = _MILESTONES.where(sql(OPEN), Milestone.owner_id == person_id)
    return [MilestoneRow(**row._mapping) for row in uow.execute(statement.order_by(Milestone.due_on, Milestone.id))]


def milestones_near(uow: UnitOfWork, until: date, told_all: int) -> list[MilestoneRow]:
    """Open ones due by this day of which not all has been told (`told_all`: the last stage)."""
    more = or_(Milestone.told.is_(None), Milestone.told > told_all)
    statement = _MILESTONES.where(sql(OPEN), Milestone.due_on <= until, more)
    return [MilestoneRow(**row._mapping) for row in uow.execute(statement.order_by(Milestone.due_on, Milestone.id))]


def note_stage(uow: UnitOfWork, milestone_id: int, stage: int) -> bool:
    """Notes that a stage is told; False when another has done it, or nobody waits for it any more."""
    later = or_(Milestone.told.is_(None), Milestone.told > stage)
    return _change(uow, Milestone.id == milestone_id, sql(OPEN), later, told=stage)


def prove(uow: UnitOfWork, milestone_id: int, person_id: int, proof: str, now: datetime) -> bool:
    """Writes what was done; False when somebody was quicker: of two at once one waits and then finds it done."""
    values = {"proved_at": now, "proved_by": person_id, "proof": proof}
    return _change(uow, Milestone.id == milestone_id, sql(OPEN), **values)


def _change(uow: UnitOfWork, *where: Any, **values: Any) -> bool:
    return uow.execute(update(Milestone).where(*where).values(**values)).rowcount == 1


def add_lecture(uow: UnitOfWork, **values: Any) -> bool:
    """Writes a lecture; False when the pairing has one of this topic on this day."""
    return insert_once(uow, Lecture, **values)


def lectures_of(uow: UnitOfWork, pairing_ids: Collection[int], first: date, last: date) -> list[LectureRow]:
    """The lectures of these pairings from the first to the last day, the earliest first."""
    held = (Lecture.pairing_id.in_(pairing_ids), Lecture.held_on >= first, Lecture.held_on <= last)
    return [
        LectureRow(**row._mapping) for row in uow.execute(_LECTURES.where(*held).order_by(Lecture.held_on, Lecture.id))
    ]


def end_pairing(uow: UnitOfWork, pairing_id: int, why: str, now: datetime) -> bool:
    """Ends a pairing with all that hangs on it; False when it was ended before."""
    running = (Pairing.id == pairing_id, Pairing.ended_at.is_(None))
    if uow.execute(update(Pairing).where(*running).values(ended_at=now, ended_why=why)).rowcount == 0:
        return False
    theirs = (Agreement.pairing_id == pairing_id, Agreement.ended_at.is_(None))
    uow.execute(update(Agreement).where(*theirs).values(ended_at=now))
    drop_of_ended(uow, now)
    return True


def drop_of_ended(uow: UnitOfWork, now: datetime) -> None:
    """Nobody waits any more for what agreements promised that were ended."""
    ended = select(Agreement.id).where(Agreement.ended_at.is_not(None))
    uow.execute(update(Milestone).where(sql(OPEN), Milestone.agreement_id.in_(ended)).values(dropped_at=now))


def stranded(uow: UnitOfWork, gone: Sequence[int]) -> list[int]:
    """Running pairings one of whose branches is among these."""
    theirs = or_(Pairing.branch_id.in_(gone), Pairing.partner_id.in_(gone))
    return list(
        uow.execute(select(Pairing.id).where(theirs, Pairing.ended_at.is_(None)).order_by(Pairing.id)).scalars()
    )


def pairings_coded(uow: UnitOfWork, codes: Collection[str]) -> list[int]:
    """The ids of the pairings with these codes."""
    return list(uow.execute(select(Pairing.id).where(Pairing.code.in_(codes)).order_by(Pairing.id)).scalars())
