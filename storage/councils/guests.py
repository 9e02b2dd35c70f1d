"""Guests of a meeting: counted by a keyed digest of their account, and known by nothing else; and the mark of its code."""

from sqlalchemy import delete, func, select

from governance.councils.codes import MARK
from storage import keyring
from storage.councils.meetings import MeetingRow
from storage.models import MeetingGuest
from storage.once import insert_once
from storage.unit_of_work import UnitOfWork

_CODE, _GUEST = "meeting code", "meeting guest"


def mark_of(meeting: MeetingRow) -> str:
    """What proves the code on the wall of this meeting."""
    return keyring.digest(_CODE, str(meeting.id), meeting.code)[:MARK]


def is_mark_of(meeting: MeetingRow, mark: str) -> bool:
    """Whether a code was made by us for this meeting."""
    return len(mark) == MARK and keyring.is_digest(mark, _CODE, str(meeting.id), meeting.code)


def note_guest(uow: UnitOfWork, meeting_id: int, account_id: int) -> bool:
    """Counts a guest; False where they were counted before."""
    if _known(uow, meeting_id, account_id):
        return False
    return insert_once(uow, MeetingGuest, meeting_id=meeting_id, mark=_marks(meeting_id, account_id)[0])


def drop_guest(uow: UnitOfWork, meeting_id: int, account_id: int) -> None:
    """Who turns out to be a member is no guest."""
    marks = _marks(meeting_id, account_id)
    uow.execute(delete(MeetingGuest).where(MeetingGuest.meeting_id == meeting_id, MeetingGuest.mark.in_(marks)))


def guests_of(uow: UnitOfWork, meeting_id: int) -> int:
    """How many there are."""
    statement = select(func.count()).select_from(MeetingGuest).where(MeetingGuest.meeting_id == meeting_id)
    return int(uow.execute(statement).scalar_one())


def _known(uow: UnitOfWork, meeting_id: int, account_id: int) -> bool:
    theirs = (MeetingGuest.meeting_id == meeting_id, MeetingGuest.mark.in_(_marks(meeting_id, account_id)))
    return uow.execute(select(MeetingGuest.mark).where(*theirs)).first() is not None


def _marks(meeting_id: int, account_id: int) -> list[str]:
    return keyring.digests(_GUEST, str(meeting_id), str(account_id))
