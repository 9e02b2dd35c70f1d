"""Meetings, who is invited, who came, and what was said."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select, update

from governance.councils.meetings import MeetingState
from governance.councils.watching import Stage
from storage.councils.locks import lock_rows
from storage.models import CouncilMeeting, MeetingMember, MeetingNote
from storage.once import insert_once
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class MeetingRow:
    """A meeting as it stands."""

    id: int
    council_id: int
    starts_at: datetime
    room: str
    state: MeetingState
    code: str
    called_by: int
    called_at: datetime
    closed_at: datetime | None
    minutes_due_at: datetime
    minutes_stage: Stage
    look_at: datetime | None


@dataclass(frozen=True)
class SeatRow:
    """Somebody who is invited to a meeting."""

    meeting_id: int
    person_id: int
    answer: bool | None
    reason: str | None
    came_at: datetime | None
    how: str | None


@dataclass(frozen=True)
class NoteRow:
    """What was said."""

    topic_id: int | None
    person_id: int | None
    text: str
    at: datetime


_SEATS = select(
    MeetingMember.meeting_id, MeetingMember.person_id, MeetingMember.answer, MeetingMember.reason, MeetingMember.came_at,
    MeetingMember.how,
)  # fmt: skip


def _meetings(uow: UnitOfWork, statement: Any) -> list[MeetingRow]:
    return [_meeting(dict(row._mapping)) for row in uow.execute(statement)]


def _meeting(known: dict[str, Any]) -> MeetingRow:
    changed = {"state": MeetingState(known["state"]), "minutes_stage": Stage(known["minutes_stage"])}
    return MeetingRow(**{**known, **changed})


def _all(*where: Any) -> Any:
    return select(CouncilMeeting.__table__).where(*where).order_by(CouncilMeeting.starts_at, CouncilMeeting.id)


def call_meeting(uow: UnitOfWork, people: Iterable[int], **row: Any) -> int:
    """Writes a meeting with its invitations; its number."""
    row["state"] = MeetingState.CALLED.value
    number = int(uow.execute(insert(CouncilMeeting).values(**row).returning(CouncilMeeting.id)).scalar_one())
    for person in people:
        insert_once(uow, MeetingMember, meeting_id=number, person_id=person)
    return number


def meeting_by_id(uow: UnitOfWork, meeting_id: int) -> MeetingRow | None:
    """One meeting."""
    return next(iter(_meetings(uow, _all(CouncilMeeting.id == meeting_id))), None)


def lock_meeting(uow: UnitOfWork, meeting_id: int) -> MeetingRow:
    """The meeting, locked until the transaction ends."""
    lock_rows(uow, CouncilMeeting, [meeting_id])
    (found,) = _meetings(uow, _all(CouncilMeeting.id == meeting_id))
    return found


def change_meeting(uow: UnitOfWork, meeting_id: int, **values: Any) -> None:
    """Writes columns of one meeting."""
    uow.execute(update(CouncilMeeting).where(CouncilMeeting.id == meeting_id).values(**values))


def meetings_of(uow: UnitOfWork, council_ids: Collection[int], since: datetime) -> list[MeetingRow]:
    """The meetings of these councils that began, or begin, after an instant; none that was cancelled."""
    there = CouncilMeeting.state != MeetingState.CANCELLED.value
    return _meetings(uow, _all(CouncilMeeting.council_id.in_(council_ids), CouncilMeeting.starts_at >= since, there))


def meetings_to_watch(uow: UnitOfWork, now: datetime) -> list[int]:
    """Meetings of whose minutes a word is due."""
    due = select(CouncilMeeting.id).where(CouncilMeeting.look_at <= now)
    return list(uow.execute(due.order_by(CouncilMeeting.look_at, CouncilMeeting.id)).scalars())


def invitations_of(uow: UnitOfWork, person_id: int, since: datetime) -> list[MeetingRow]:
    """The meetings that somebody is invited to, since an instant; none that was cancelled."""
    invited = select(MeetingMember.meeting_id).where(MeetingMember.person_id == person_id)
    there = CouncilMeeting.state != MeetingState.CANCELLED.value
    return _meetings(uow, _all(CouncilMeeting.id.in_(invited), CouncilMeeting.starts_at >= since, there))


def seats_of(uow: UnitOfWork, meeting_id: int) -> list[SeatRow]:
    """Who is invited."""
    rows = uow.execute(_SEATS.where(MeetingMember.meeting_id == meeting_id).order_by(MeetingMember.id))
    return [SeatRow(*tuple(row)) for row in rows]


def seat_of(uow: UnitOfWork, meeting_id: int, person_id: int) -> SeatRow | None:
    """Somebody's place in a meeting."""
    theirs = (MeetingMember.meeting_id == meeting_id, MeetingMember.person_id == person_id)
    row = uow.execute(_SEATS.where(*theirs)).first()
    return None if row is None else SeatRow(*tuple(row))


def invite(uow: UnitOfWork, meeting_id: int, person_id: int) -> None:
    """Invites somebody who became a member after the meeting was called."""
    insert_once(uow, MeetingMember, meeting_id=meeting_id, person_id=person_id)


def answer(uow: UnitOfWork, meeting_id: int, person_id: int, comes: bool, reason: str | None, now: datetime) -> None:
    """Writes whether somebody comes; the last answer counts."""
    theirs = (MeetingMember.meeting_id == meeting_id, MeetingMember.person_id == person_id)
    uow.execute(update(MeetingMember).where(*theirs).values(answer=comes, reason=reason, answered_at=now))


def come(uow: UnitOfWork, meeting_id: int, person_id: int, how: str, now: datetime) -> bool:
    """Writes that somebody has come; False where they had."""
    theirs = (MeetingMember.meeting_id == meeting_id, MeetingMember.person_id == person_id)
    change = update(MeetingMember).where(*theirs, MeetingMember.came_at.is_(None)).values(came_at=now, how=how)
    return uow.execute(change).rowcount == 1


def note(
    uow: UnitOfWork, meeting_id: int, topic_id: int | None, person_id: int | None, text: str, now: datetime
) -> None:
    """Writes down what was said."""
    row = {"meeting_id": meeting_id, "topic_id": topic_id, "person_id": person_id, "text": text, "at": now}
    uow.execute(insert(MeetingNote).values(**row))


def notes_of(uow: UnitOfWork, meeting_id: int) -> list[NoteRow]:
    """What was said, in its order."""
    columns = (MeetingNote.topic_id, MeetingNote.person_id, MeetingNote.text, MeetingNote.at)
    rows = uow.execute(select(*columns).where(MeetingNote.meeting_id == meeting_id).order_by(MeetingNote.id))
    return [NoteRow(*tuple(row)) for row in rows]
