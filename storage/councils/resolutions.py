"""Resolutions, how far they are, and which the clock looks at next."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select, update

from governance.councils.watching import ResolutionState, Stage
from storage.councils.locks import lock_rows
from storage.models import CouncilMeeting, Resolution, ResolutionWord
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class ResolutionRow:
    """A resolution, with the council that it is of."""

    id: int
    meeting_id: int
    topic_id: int | None
    text: str
    owner_id: int
    written_by: int | None
    written_at: datetime
    due_at: datetime
    state: ResolutionState
    stage: Stage
    look_at: datetime | None
    ended_at: datetime | None
    council_id: int

    def is_late(self, now: datetime) -> bool:
        """Whether it should be done by now, and nobody said that it is, or why it is not."""
        return self.state is ResolutionState.OPEN and now >= self.due_at


@dataclass(frozen=True)
class WordRow:
    """What was said of one."""

    resolution_id: int
    kind: str
    person_id: int | None
    text: str
    at: datetime


_RESOLUTIONS = select(Resolution.__table__, CouncilMeeting.council_id).join(
    CouncilMeeting, CouncilMeeting.id == Resolution.meeting_id
)


def _found(uow: UnitOfWork, *where: Any) -> list[ResolutionRow]:
    rows = uow.execute(_RESOLUTIONS.where(*where).order_by(Resolution.due_at, Resolution.id))
    made = [dict(row._mapping) for row in rows]
    return [
        ResolutionRow(**{**each, "state": ResolutionState(each["state"]), "stage": Stage(each["stage"])})
        for each in made
    ]


def resolve(uow: UnitOfWork, **row: Any) -> int:
    """Writes a resolution; its number."""
    row["stage"] = int(row["stage"])
    written = insert(Resolution).values(**row, state=ResolutionState.OPEN.value)
    return int(uow.execute(written.returning(Resolution.id)).scalar_one())


def resolution_by_id(uow: UnitOfWork, resolution_id: int) -> ResolutionRow | None:
    """One resolution."""
    return next(iter(_found(uow, Resolution.id == resolution_id)), None)


def lock_resolution(uow: UnitOfWork, resolution_id: int) -> ResolutionRow:
    """The resolution, locked until the transaction ends."""
    lock_rows(uow, Resolution, [resolution_id])
    (found,) = _found(uow, Resolution.id == resolution_id)
    return found


def resolutions_of(uow: UnitOfWork, council_ids: Collection[int]) -> list[ResolutionRow]:
    """What these councils have resolved, the soonest due first."""
    return _found(uow, CouncilMeeting.council_id.in_(council_ids))


def resolutions_in(uow: UnitOfWork, meeting_id: int) -> list[ResolutionRow]:
    """What one meeting has resolved."""
    return _found(uow, Resolution.meeting_id == meeting_id)


def resolutions_owned(uow: UnitOfWork, person_id: int) -> list[ResolutionRow]:
    """What somebody has to do."""
    return _found(uow, Resolution.owner_id == person_id, Resolution.state == ResolutionState.OPEN.value)


def resolutions_to_watch(uow: UnitOfWork, now: datetime) -> list[int]:
    """Resolutions of which a word is due."""
    due = select(Resolution.id).where(Resolution.look_at <= now)
    return list(uow.execute(due.order_by(Resolution.look_at, Resolution.id)).scalars())


def change_resolution(uow: UnitOfWork, resolution_id: int, **values: Any) -> None:
    """Writes columns of one resolution."""
    uow.execute(update(Resolution).where(Resolution.id == resolution_id).values(**values))


def say_of(uow: UnitOfWork, resolution_id: int, kind: str, person_id: int | None, text: str, now: datetime) -> None:
    """Writes how far it is."""
    row = {"resolution_id": resolution_id, "kind": kind, "person_id": person_id, "text": text, "at": now}
    uow.execute(insert(ResolutionWord).values(**row))


def words_of(uow: UnitOfWork, resolution_ids: Collection[int]) -> list[WordRow]:
    """What was said of these, in its order."""
    columns = (
        ResolutionWord.resolution_id, ResolutionWord.kind, ResolutionWord.person_id, ResolutionWord.text, ResolutionWord.at,
    )  # fmt: skip
    there = ResolutionWord.resolution_id.in_(resolution_ids)
    return [WordRow(*tuple(row)) for row in uow.execute(select(*columns).where(there).order_by(ResolutionWord.id))]
