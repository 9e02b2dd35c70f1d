"""Reports that tell of a kind of trouble: held against each other, joined to events, told what is said to all, counted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import case, func, or_, select, update
from sqlalchemy import text as sql

from storage.lock_order import Lock
from storage.models import Account, Event, EventReport, Ticket
from storage.models.events import LOOSE, UNSEEN
from storage.unit_of_work import UnitOfWork

MOST_LOOSE = 300
"""So many reports that are of no event are held against each other, the newest."""
_LOOSE, _UNSEEN = sql(LOOSE), sql(UNSEEN)


@dataclass(frozen=True)
class Member:
    """A report that tells of trouble; of an event where `event_number` is set and `left_at` is not."""

    id: int
    number: str
    kind: str
    place_id: int
    account_id: int | None
    at: datetime
    event_number: str | None
    left_at: datetime | None
    told: int
    still_at: datetime | None
    over: bool | None


_COLUMNS = tuple(
    EventReport.__table__.c[name]
    for name in (
        "id",
        "number",
        "kind",
        "place_id",
        "account_id",
        "at",
        "event_number",
        "left_at",
        "told",
        "still_at",
        "over",
    )
)
_STAYS = EventReport.left_at.is_(None)
_MANY_BEHIND = ("wechat", "12345")
"""The channels in which each report comes from somebody else: whoever chats is known anyhow, a hotline speaks for its callers."""
_SYSTEM = (
    select(Account.id)
    .join(Ticket, Ticket.account_id == Account.id)
    .where(Ticket.number == EventReport.number, Account.channel.not_in(_MANY_BEHIND))
    .correlate(EventReport)
    .scalar_subquery()
)
_WHO = func.coalesce(EventReport.account_id, _SYSTEM, -EventReport.id)
"""Who tells of it: many records of one platform are one teller."""


def _members(uow: UnitOfWork, statement: Any) -> list[Member]:
    return [Member(*tuple(row)) for row in uow.execute(statement)]


def note_trouble(
    uow: UnitOfWork, *, number: str, kind: str, place_id: int, account_id: int | None, now: datetime, event: str | None, told: int
) -> None:  # fmt: skip
    """Writes that a report tells of a kind of trouble, and the event that it is of where there is one already."""
    uow.add(
        EventReport, number=number, kind=kind, place_id=place_id, account_id=account_id, at=now, looked=False,
        event_number=event, joined_at=None if event is None else now, told=told,
    )  # fmt: skip


def kinds_unseen(uow: UnitOfWork) -> list[str]:
    """The kinds of trouble of which reports have come that were not held against the others yet."""
    return list(uow.execute(select(EventReport.kind).where(_UNSEEN).distinct().order_by(EventReport.kind)).scalars())


def lock_unseen(uow: UnitOfWork, kind: str, most: int = MOST_LOOSE) -> list[Member]:
    """The reports of a kind that were not held against the others yet, the oldest first, locked."""
    statement = select(*_COLUMNS).where(_UNSEEN, EventReport.kind == kind).order_by(EventReport.id).limit(most)
    return [Member(*tuple(row)) for row in uow.lock(statement, Lock.EVENT_REPORT)]


def lock_loose(uow: UnitOfWork, kind: str, since: datetime) -> list[Member]:
    """The newest reports of a kind since then that are of no event, locked; those that were withdrawn don't count."""
    statement = select(*_COLUMNS).join(Ticket, Ticket.number == EventReport.number)
    statement = statement.where(_LOOSE, EventReport.kind == kind, EventReport.at >= since, Ticket.state != "withdrawn")
    newest = statement.order_by(EventReport.at.desc(), EventReport.id.desc()).limit(MOST_LOOSE)
    locked = uow.lock(newest, Lock.EVENT_REPORT, of=EventReport)
    return sorted((Member(*tuple(row)) for row in locked), key=lambda each: each.id)


def mark_looked(uow: UnitOfWork, ids: Sequence[int]) -> None:
    """Notes that these were held against the others."""
    uow.execute(update(EventReport).where(EventReport.id.in_(ids)).values(looked=True))


def tellers_of(uow: UnitOfWork, members: Sequence[Member]) -> dict[str, int]:
    """By report who tells of it, as `counts_of` counts them."""
    rows = uow.execute(
        select(EventReport.number, _WHO.label("who")).where(EventReport.id.in_([each.id for each in members]))
    )
    return {row.number: int(row.who) for row in rows}


def join_event(uow: UnitOfWork, ids: Sequence[int], event: str, told: int, now: datetime) -> None:
    """Makes these reports belong to an event; `told`: the newest answer that they need not get any more."""
    values = {"event_number": event, "joined_at": now, "left_at": None, "told": told, "looked": True}
    uow.execute(update(EventReport).where(EventReport.id.in_(ids)).values(**values))


def take_out(uow: UnitOfWork, ids: Sequence[int], now: datetime) -> None:
    """Takes reports out of their event; no other takes them in."""
    uow.execute(update(EventReport).where(EventReport.id.in_(ids)).values(left_at=now, looked=True))


def release(uow: UnitOfWork, event: str, now: datetime) -> None:
    """Takes all reports out of an event."""
    uow.execute(update(EventReport).where(EventReport.event_number == event, _STAYS).values(left_at=now))


def members_numbered(uow: UnitOfWork, numbers: Sequence[str]) -> list[Member]:
    """Those of these tickets that are of an event, not locked."""
    statement = select(*_COLUMNS).where(EventReport.number.in_(numbers), EventReport.event_number.is_not(None), _STAYS)
    return _members(uow, statement.order_by(EventReport.id.desc()))


def members_of_account(uow: UnitOfWork, account_id: int, events: Sequence[str]) -> list[Member]:
    """An account's reports in these events, the newest first."""
    statement = select(*_COLUMNS).where(
        EventReport.account_id == account_id, EventReport.event_number.in_(events), _STAYS
    )
    return _members(uow, statement.order_by(EventReport.id.desc()))


def members_of(uow: UnitOfWork, event: str) -> list[Member]:
    """The reports of an event, in the order in which they came."""
    statement = select(*_COLUMNS).where(EventReport.event_number == event, _STAYS)
    return _members(uow, statement.order_by(EventReport.id))


def places_told(uow: UnitOfWork, event: str, most: int) -> list[int]:
    """The places from which an event was reported, those that came first."""
    statement = select(EventReport.place_id).where(EventReport.event_number == event, _STAYS)
    statement = statement.group_by(EventReport.place_id).order_by(func.min(EventReport.id)).limit(most)
    return list(uow.execute(statement).scalars())


@dataclass(frozen=True)
class Counts:
    """How many reports an event has, from how many people; how many said that it is still so, and what was said at the end."""

    reports: int
    people: int
    still: int
    over: int
    not_over: int


def counts_of(uow: UnitOfWork, events: Sequence[str]) -> dict[str, Counts]:
    """The counts of several events."""
    columns = (
        func.count(), func.count(_WHO.distinct()), func.count(EventReport.still_at),
        _people_that(EventReport.over.is_(True)), _people_that(EventReport.over.is_(False)),
    )  # fmt: skip
    statement = select(EventReport.event_number, *columns).where(EventReport.event_number.in_(events), _STAYS)
    rows = uow.execute(statement.group_by(EventReport.event_number))
    found = {row[0]: Counts(*map(int, tuple(row)[1:])) for row in rows}
    return {event: found.get(event, Counts(0, 0, 0, 0, 0)) for event in events}


def _people_that(condition: Any) -> Any:
    return func.count(case((condition, _WHO)).distinct())


def note_answer(uow: UnitOfWork, ids: Sequence[int], over: bool, now: datetime) -> None:
    """What a reporter said when they were asked after the end."""
    uow.execute(update(EventReport).where(EventReport.id.in_(ids)).values(over=over, answered_at=now))


def note_still(uow: UnitOfWork, ids: Sequence[int], now: datetime) -> None:
    """That a reporter said that it is not over."""
    uow.execute(update(EventReport).where(EventReport.id.in_(ids)).values(still_at=now))


def ask_anew(uow: UnitOfWork, event: str) -> None:
    """What was said after an end that was none does not count for the next."""
    theirs = update(EventReport).where(EventReport.event_number == event, EventReport.over.is_not(None))
    uow.execute(theirs.values(over=None, answered_at=None))


def events_with_untold(uow: UnitOfWork, since: datetime) -> list[str]:
    """The events, open or ended since then, of which a reporter has not got the newest answer."""
    behind = select(EventReport.id).where(
        EventReport.event_number == Event.number, _STAYS, EventReport.told < Event.last_word
    )
    lately = or_(Event.state.in_(("proposed", "open")), Event.ended_at >= since)
    statement = select(Event.number).where(lately, Event.last_word.is_not(None), behind.exists())
    return list(uow.execute(statement.order_by(Event.number)).scalars())


@dataclass(frozen=True)
class Untold:
    """A report whose reporter has not got all answers. `withdrawn`: they took it back."""

    id: int
    number: str
    account_id: int | None
    told: int
    withdrawn: bool


def lock_untold(uow: UnitOfWork, event: str, last_word: int, most: int) -> list[Untold]:
    """The next reports whose reporters have not got the newest answer, locked; what another worker tells is passed over."""
    statement = (
        select(
            EventReport.id, EventReport.number, EventReport.account_id, EventReport.told,
            (Ticket.state == "withdrawn").label("withdrawn"),
        )
        .join(Ticket, Ticket.number == EventReport.number)
        .where(EventReport.event_number == event, _STAYS, EventReport.told < last_word)
        .order_by(EventReport.told, EventReport.id)
        .limit(most)
    )  # fmt: skip
    return [Untold(*tuple(row)) for row in uow.lock_free(statement, of=EventReport)]


def note_told(uow: UnitOfWork, ids: Sequence[int], word: int) -> None:
    """That these reporters have got all answers up to one."""
    uow.execute(update(EventReport).where(EventReport.id.in_(ids)).values(told=word))


def told_so_far(uow: UnitOfWork, event: str) -> list[tuple[int, int]]:
    """How many reports have got which answer as the newest."""
    statement = select(EventReport.told, func.count()).where(EventReport.event_number == event, _STAYS)
    rows = uow.execute(statement.group_by(EventReport.told))
    return [(int(told), int(count)) for told, count in map(tuple, rows)]


def silent_members(uow: UnitOfWork, event: str, most: int) -> list[Member]:
    """The next reports of which nobody has said whether it is over, by number; not locked: their tickets are locked first."""
    statement = select(*_COLUMNS).where(EventReport.event_number == event, _STAYS, EventReport.over.is_(None))
    return _members(uow, statement.order_by(EventReport.number).limit(most))
