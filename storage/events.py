"""Events as those see them who handle them: found, locked, made, changed, with what was said to all and their log."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import func, insert, or_, select, update
from sqlalchemy import text as sql

from governance.events.numbers import day_prefix, event_number
from governance.events.states import EventState
from storage.lock_order import Lock
from storage.models import Event, EventLog, EventReport, EventWord
from storage.models.events import ACTIVE
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class EventRow:
    """An event. `word`, `word_at`: the newest answer to all. Instants are UTC."""

    number: str
    kind: str
    title: str
    places: tuple[int, ...]
    grows: bool
    state: EventState
    lead_person_id: int | None
    proposed_at: datetime
    last_report_at: datetime
    confirmed_at: datetime | None
    confirmed_by: int | None
    estimate_at: datetime | None
    last_word: int | None
    reopened: int
    ended_at: datetime | None
    settled_at: datetime | None
    word: str | None
    word_at: datetime | None


_FIELDS = (
    "number", "kind", "title", "places", "grows", "state", "lead_person_id", "proposed_at", "last_report_at",
    "confirmed_at", "confirmed_by", "estimate_at", "last_word", "reopened", "ended_at", "settled_at",
)  # fmt: skip
_EVENTS = select(
    *(Event.__table__.c[name] for name in _FIELDS), EventWord.text.label("word"), EventWord.at.label("word_at")
).outerjoin(EventWord, EventWord.id == Event.last_word)
_IS_ACTIVE = sql(ACTIVE)
_ACTIVE = _EVENTS.where(_IS_ACTIVE).order_by(Event.proposed_at, Event.number)
_KNOWN = "active events"


def _rows(uow: UnitOfWork, statement: Any) -> list[EventRow]:
    return [_event(dict(row._mapping)) for row in uow.execute(statement)]


def _event(known: dict[str, Any]) -> EventRow:
    places = tuple(int(place) for place in known["places"].split())
    return EventRow(**{**known, "places": places, "state": EventState(known["state"])})


def active_events(uow: UnitOfWork) -> list[EventRow]:
    """What is proposed or open, the oldest first: asked once for all messages of a batch."""
    if _KNOWN not in uow.standing:
        uow.standing[_KNOWN] = [_event(dict(row._mapping)) for row in uow.execute(_ACTIVE, of=(Event, EventWord))]
    found: list[EventRow] = uow.standing[_KNOWN]
    return found


def recent_events(uow: UnitOfWork, since: datetime, kind: str | None = None) -> list[EventRow]:
    """What is active, or was ended or refused since then, the newest first."""
    statement = _EVENTS.where(or_(_IS_ACTIVE, Event.ended_at >= since))
    statement = statement if kind is None else statement.where(Event.kind == kind)
    return _rows(uow, statement.order_by(Event.proposed_at.desc(), Event.number.desc()))


def events_of_each(uow: UnitOfWork, account_ids: Sequence[int], since: datetime) -> dict[int, list[EventRow]]:
    """The events that several accounts have reported, active or ended since then, by account."""
    mine = (EventReport.account_id.in_(account_ids), EventReport.left_at.is_(None), Event.state != "refused")
    statement = _EVENTS.add_columns(EventReport.account_id.label("account"))
    statement = statement.join(EventReport, EventReport.event_number == Event.number)
    found: dict[int, list[EventRow]] = {}
    for row in uow.execute(
        statement.where(*mine, or_(_IS_ACTIVE, Event.ended_at >= since)).order_by(EventReport.id.desc())
    ):
        known = dict(row._mapping)
        theirs = found.setdefault(known.pop("account"), [])
        event = _event(known)
        theirs += [event] if all(event.number != other.number for other in theirs) else []
    return found


def event_row(uow: UnitOfWork, number: str) -> EventRow | None:
    """The event as it stands, not locked."""
    return next(iter(_rows(uow, _EVENTS.where(Event.number == number))), None)


def event_of_report(uow: UnitOfWork, number: str) -> EventRow | None:
    """The event that a ticket is a report of, whatever its state, not locked."""
    statement = _EVENTS.join(EventReport, EventReport.event_number == Event.number)
    mine = (EventReport.number == number, EventReport.left_at.is_(None))
    return next(iter(_rows(uow, statement.where(*mine).order_by(EventReport.id.desc()).limit(1))), None)


def lock_event(uow: UnitOfWork, number: str) -> EventRow:
    """The event, locked until the transaction ends, after tickets and before reports; reports still join it meanwhile."""
    lock_events(uow, [number])
    found = event_row(uow, number)
    assert found is not None
    return found


def lock_events(uow: UnitOfWork, numbers: Sequence[str]) -> None:
    """Locks several in the order of their numbers."""
    statement = select(Event.number).where(Event.number.in_(sorted(numbers))).order_by(Event.number)
    uow.lock(statement, Lock.EVENT, numbers).all()


def make_event(uow: UnitOfWork, day: date, **values: Any) -> str:
    """Writes a new event under the day's next number; the day stays locked until the transaction ends."""
    uow.lock_day(day)
    last = uow.execute(select(func.max(Event.number)).where(Event.number.startswith(day_prefix(day)))).scalar()
    number = event_number(day, 1 if last is None else int(last.rpartition("-")[2]) + 1)
    uow.execute(insert(Event).values(number=number, **_as_columns(values)))
    uow.standing.pop(_KNOWN, None)
    return number


def change_event(uow: UnitOfWork, number: str, **values: Any) -> None:
    """Writes columns of one event."""
    uow.execute(update(Event).where(Event.number == number).values(**_as_columns(values)))
    uow.standing.pop(_KNOWN, None)


def _as_columns(values: dict[str, Any]) -> dict[str, Any]:
    written = dict(values)
    if "places" in written:
        written["places"] = " ".join(str(place) for place in written["places"])
    if "state" in written:
        written["state"] = EventState(written["state"]).value
    return written


def log_event(
    uow: UnitOfWork, number: str, what: str, now: datetime, person_id: int | None, note: str | None = None
) -> None:
    """Appends a line to an event's log."""
    uow.add(EventLog, event_number=number, person_id=person_id, what=what, note=note, at=now)


@dataclass(frozen=True)
class LogLine:
    """One line of the log."""

    at: datetime
    person_id: int | None
    what: str
    note: str | None


def log_of(uow: UnitOfWork, number: str) -> list[LogLine]:
    """An event's log, the oldest first."""
    columns = (EventLog.at, EventLog.person_id, EventLog.what, EventLog.note)
    statement = select(*columns).where(EventLog.event_number == number).order_by(EventLog.id)
    return [LogLine(*tuple(row)) for row in uow.execute(statement)]


@dataclass(frozen=True)
class Word:
    """An answer to all."""

    id: int
    kind: str
    text: str
    person_id: int | None
    at: datetime


def say_to_all(uow: UnitOfWork, number: str, kind: str, text: str, now: datetime, person_id: int | None) -> int:
    """Writes an answer to all; its id. The job tells each reporter who has not got it."""
    row = {"event_number": number, "kind": kind, "text": text, "at": now, "person_id": person_id}
    word = int(uow.execute(insert(EventWord).values(**row).returning(EventWord.id)).scalar_one())
    change_event(uow, number, last_word=word)
    uow.wake = True
    return word


def words_of(uow: UnitOfWork, number: str, after: int = 0) -> list[Word]:
    """The answers to all after one of them, the oldest first."""
    columns = (EventWord.id, EventWord.kind, EventWord.text, EventWord.person_id, EventWord.at)
    statement = select(*columns).where(EventWord.event_number == number, EventWord.id > after)
    return [Word(*tuple(row)) for row in uow.execute(statement.order_by(EventWord.id))]


def stale_proposals(uow: UnitOfWork, before: datetime) -> list[str]:
    """Proposed events of which nothing new was reported since then."""
    statement = select(Event.number).where(_IS_ACTIVE, Event.state == "proposed", Event.last_report_at < before)
    return list(uow.execute(statement.order_by(Event.number)).scalars())


def events_to_settle(uow: UnitOfWork, before: datetime) -> list[str]:
    """Events that ended before then, and of whose reporters some may have said nothing."""
    since = before - timedelta(days=7)
    ended = (Event.ended_at < before, Event.ended_at >= since, Event.state == "ended", Event.settled_at.is_(None))
    return list(uow.execute(select(Event.number).where(*ended).order_by(Event.number)).scalars())
