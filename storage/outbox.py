"""Pushes that are owed: written with their cause, changed or taken back while they wait."""

import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, or_, select, update
from sqlalchemy.orm import aliased

from governance.notices import NoticeKind, kind_of
from storage.database import Database
from storage.models import Outbox, Ticket
from storage.unit_of_work import UnitOfWork


def enqueue_notification(
    uow: UnitOfWork, *, dedupe_key: str, account_id: int, kind: NoticeKind, text: str, now: datetime,
    not_before: datetime | None = None, number: str | None = None, taps: Sequence[str] = (),
    picture_id: int | None = None, by_night: bool = False, valid_until: datetime | None = None, ticket_then: str | None = None,
) -> None:  # fmt: skip
    """Writes a push that may go out at once, or not before an instant; with answers to tap, or a picture in place of words.

    How urgent it is, and whether it may come at night, its kind says; `by_night` makes an exception. `valid_until` and
    `ticket_then` (its state and owner) say when another has overtaken it.
    """
    known = kind_of(kind)
    uow.add(
        Outbox, dedupe_key=dedupe_key, account_id=account_id, kind=kind.value, text=text, state="waiting", attempts=0,
        not_before=not_before or now, created_at=now, number=number, picture_id=picture_id,
        taps=json.dumps(list(taps), ensure_ascii=False) if taps else None,
        priority=known.priority, by_night=by_night or known.by_night, valid_until=valid_until, ticket_then=ticket_then,
    )  # fmt: skip


def pushes_about(uow: UnitOfWork, number: str, account_id: int, kind: str) -> list[tuple[int, str, str]]:
    """Id, state and text of an account's pushes of a kind about a ticket, the oldest first."""
    statement = select(Outbox.id, Outbox.state, Outbox.text).where(
        Outbox.number == number, Outbox.account_id == account_id, Outbox.kind == kind
    )
    return [(row.id, row.state, row.text) for row in uow.execute(statement.order_by(Outbox.id))]


def say_more(uow: UnitOfWork, push_id: int, text: str) -> bool:
    """Changes the words of a push that has not gone out; False when it has."""
    statement = update(Outbox).where(Outbox.id == push_id, Outbox.state == "waiting").values(text=text)
    return uow.execute(statement).rowcount == 1


def last_told(uow: UnitOfWork, account_id: int, since: datetime) -> str | None:
    """The ticket of the newest push that reached an account after an instant."""
    told = (Outbox.account_id == account_id, Outbox.number.is_not(None), Outbox.sent_at > since)
    statement = select(Outbox.number).where(*told).order_by(Outbox.sent_at.desc(), Outbox.id.desc())
    found: str | None = uow.execute(statement.limit(1)).scalar()
    return found


def owed_already(uow: UnitOfWork, dedupe_keys: Sequence[str]) -> set[str]:
    """Those of the keys under which a push was written before."""
    return set(uow.execute(select(Outbox.dedupe_key).where(Outbox.dedupe_key.in_(dedupe_keys))).scalars())


_FINISHED = ("sent", "maybe_sent", "dropped")


def forget_finished(database: Database, now: datetime, days: int, most: int = 1000) -> int:
    """Drops finished pushes past their keeping, a thousand a transaction; answers how many.

    A key must not be free again while what it stands for may be said once more. What is owed stays. Those about a ticket go all
    at once, and only when it has ended long ago: their keys are counted up.
    """
    count, after, before = 0, 0, now - timedelta(days=days)
    while True:
        with database.write() as connection:
            old = select(Outbox.id).where(Outbox.id > after, _past(Outbox, before), _ticket_past(before))
            ids = connection.execute(old.order_by(Outbox.id).limit(most)).scalars().all()
            if not ids:
                return count
            connection.execute(delete(Outbox).where(Outbox.id.in_(ids)))
        count, after = count + len(ids), ids[-1]


def _past(row: Any, before: datetime) -> ColumnElement[bool]:
    sent = or_(row.sent_at.is_(None), row.sent_at < before)
    return and_(row.state.in_(_FINISHED), row.created_at < before, row.not_before < before, sent)


def _ticket_past(before: datetime) -> ColumnElement[bool]:
    other = aliased(Outbox)
    running = select(Ticket.number).where(
        Ticket.number == Outbox.number, or_(Ticket.ended_at.is_(None), Ticket.ended_at >= before)
    )
    younger = select(other.id).where(other.number == Outbox.number, ~_past(other, before))
    return or_(Outbox.number.is_(None), and_(~running.exists(), ~younger.exists()))


def take_back(uow: UnitOfWork, number: str, account_id: int, kind: str, why: str) -> None:
    """Drops what has not gone out to an account about a ticket: it says nothing any more."""
    left = (
        Outbox.number == number, Outbox.account_id == account_id, Outbox.kind == kind,
        Outbox.state.in_(("waiting", "kept")),
    )  # fmt: skip
    uow.execute(update(Outbox).where(*left).values(state="dropped", last_error=why))


def alarmed_of(uow: UnitOfWork, number: str) -> list[int]:
    """The accounts that were told of a ticket as a danger."""
    told = select(Outbox.account_id).where(Outbox.number == number, Outbox.kind == NoticeKind.HAZARD.value)
    return list(uow.execute(told.distinct().order_by(Outbox.account_id)).scalars())
