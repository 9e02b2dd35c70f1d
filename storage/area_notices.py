"""Notices to an area and what is told of them: written, locked, listed."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import delete, func, or_, select, update

from governance.area_notices import RUNNING, AreaKind, NoticeState
from storage.lock_order import Lock
from storage.models import AreaNotice, AreaNoticeWord
from storage.once import insert_once
from storage.unit_of_work import UnitOfWork

FIRST, START, END, CLEAR = "first", "start:", "end:", "clear:"
_TOLD = "notices that people were told of"
_RUNNING = AreaNotice.state.in_([state.value for state in RUNNING])


@dataclass(frozen=True)
class NoticeRow:
    """A notice as it stands. Instants are UTC."""

    id: int
    number: str
    kind: AreaKind
    text: str
    places: tuple[int, ...]
    starts_at: datetime
    ends_at: datetime | None
    state: NoticeState
    by_id: int
    approved_by_id: int | None
    audience: int
    changes: int
    created_at: datetime
    asked_at: datetime | None
    approved_at: datetime | None
    sent_at: datetime | None
    over_at: datetime | None
    why: str | None


@dataclass(frozen=True)
class WordRow:
    """What is told of a notice, and how far."""

    id: int
    notice_id: int
    name: str
    text: str
    at: datetime
    by_night: bool
    cursor: int
    last: int | None
    told: int
    done_at: datetime | None


def add_notice(uow: UnitOfWork, day: date, **row: Any) -> NoticeRow:
    """Writes a draft under the next number of the day; of two at once the later takes the next."""
    prefix = f"TZ{day:%Y%m%d}-"
    taken = uow.execute(select(func.count()).where(AreaNotice.number.like(f"{prefix}%"))).scalar_one()
    row["places"] = json.dumps(row["places"])
    while True:
        taken += 1
        number = f"{prefix}{taken:02d}"
        if insert_once(uow, AreaNotice, number=number, state=NoticeState.DRAFT.value, **row):
            return notices_numbered(uow, [number])[0]


def notices_numbered(uow: UnitOfWork, numbers: Sequence[str]) -> list[NoticeRow]:
    """The notices with these numbers."""
    return _notices(uow, select(AreaNotice.__table__).where(AreaNotice.number.in_(numbers)))


def lock_notice(uow: UnitOfWork, notice_id: int, *, wait: bool = True) -> NoticeRow | None:
    """The notice, locked until the transaction ends; None where there is none, or (without waiting) another has it."""
    statement = select(AreaNotice.__table__).where(AreaNotice.id == notice_id)
    found = uow.lock(statement, Lock.AREA_NOTICE, [notice_id]) if wait else uow.lock_free(statement)
    return next(iter(_read(found)), None)


def change_notice_row(uow: UnitOfWork, notice_id: int, **values: Any) -> None:
    """Writes columns of one notice."""
    uow.execute(update(AreaNotice).where(AreaNotice.id == notice_id).values(**values))
    uow.standing.pop(_TOLD, None)


def running_notices(uow: UnitOfWork, now: datetime) -> list[NoticeRow]:
    """Those that people were told of and whose time has not passed, the soonest first; read once for all messages of a batch."""
    if _TOLD not in uow.standing:
        statement = select(AreaNotice.__table__).where(_RUNNING).order_by(AreaNotice.starts_at, AreaNotice.id)
        uow.standing[_TOLD] = _read(uow.execute(statement, of=(AreaNotice,)))
    found: list[NoticeRow] = uow.standing[_TOLD]
    return [row for row in found if row.ends_at is None or row.ends_at > now]


def recent_notices(uow: UnitOfWork, since: datetime, most: int) -> list[NoticeRow]:
    """Those that are written, running, or were over after `since`; the newest first."""
    lately = or_(
        _RUNNING, AreaNotice.over_at >= since, AreaNotice.created_at >= since,
    )  # fmt: skip
    statement = select(AreaNotice.__table__).where(lately).order_by(AreaNotice.id.desc()).limit(most)
    return _notices(uow, statement)


def passed_notices(uow: UnitOfWork, now: datetime, open_since: datetime) -> list[int]:
    """Those sent whose end has passed; of those without one that began before `open_since`."""
    over = or_(AreaNotice.ends_at <= now, AreaNotice.ends_at.is_(None) & (AreaNotice.starts_at <= open_since))
    sent = AreaNotice.state == NoticeState.SENT.value
    return list(uow.execute(select(AreaNotice.id).where(sent, over).order_by(AreaNotice.id)).scalars())


def add_word(
    uow: UnitOfWork, notice_id: int, name: str, text: str, at: datetime, *, by_night: bool = False, last: int | None = None
) -> None:  # fmt: skip
    """Owes a word of a notice to those who hear of it, from an instant on; one of this name is owed once."""
    told = {"text": text, "at": at, "by_night": by_night, "last": last, "cursor": 0, "told": 0}
    insert_once(uow, AreaNoticeWord, notice_id=notice_id, name=name, **told)
    uow.wake = True


def words_of(uow: UnitOfWork, notice_ids: Sequence[int]) -> list[WordRow]:
    """What is told of these notices, in the order in which it was owed."""
    statement = select(AreaNoticeWord.__table__).where(AreaNoticeWord.notice_id.in_(notice_ids))
    return _words(uow, statement.order_by(AreaNoticeWord.id))


def word_of(uow: UnitOfWork, word_id: int) -> WordRow | None:
    """One of them as it stands now."""
    return next(iter(_words(uow, select(AreaNoticeWord.__table__).where(AreaNoticeWord.id == word_id))), None)


def owed_words(uow: UnitOfWork, now: datetime) -> list[int]:
    """The words that are due to be told, the oldest first."""
    due = (AreaNoticeWord.done_at.is_(None), AreaNoticeWord.at <= now)
    return list(
        uow.execute(select(AreaNoticeWord.id).where(*due).order_by(AreaNoticeWord.at, AreaNoticeWord.id)).scalars()
    )


def change_word(uow: UnitOfWork, word_id: int, **values: Any) -> None:
    """Writes columns of one word."""
    uow.execute(update(AreaNoticeWord).where(AreaNoticeWord.id == word_id).values(**values))


def drop_words_to_come(uow: UnitOfWork, notice_id: int) -> None:
    """Its begin and its end, as far as nobody was told yet, are told otherwise or not at all."""
    to_come = or_(AreaNoticeWord.name.startswith(START), AreaNoticeWord.name.startswith(END))
    untold = (AreaNoticeWord.done_at.is_(None), AreaNoticeWord.cursor == 0)
    uow.execute(delete(AreaNoticeWord).where(AreaNoticeWord.notice_id == notice_id, to_come, *untold))


def _notices(uow: UnitOfWork, statement: Any) -> list[NoticeRow]:
    return _read(uow.execute(statement))


def _read(rows: Iterable[Any]) -> list[NoticeRow]:
    return [
        NoticeRow(**{
            **row._mapping, "kind": AreaKind(row.kind), "state": NoticeState(row.state), "places": tuple(json.loads(row.places)),
        })
        for row in rows
    ]  # fmt: skip


def _words(uow: UnitOfWork, statement: Any) -> list[WordRow]:
    return [WordRow(**row._mapping) for row in uow.execute(statement)]
