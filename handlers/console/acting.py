"""Staff act from the back office as they would by chat: the same words, the same rules, each once."""

import hashlib
from collections.abc import Callable
from datetime import datetime

from handlers.console.staff import Staff
from handlers.context import Context, SubdistrictConfig
from handlers.inbound import CONSOLE, Inbound, Kind, Reply
from handlers.texts import console as words
from storage.console.ticket_page import events_of, last_event, office_account
from storage.database import Database
from storage.inbound import Delivery, stored_replies
from storage.place_book import PlaceBook
from storage.unit_of_work import UnitOfWork

Receive = Callable[[Inbound], Reply]


def act(database: Database, receive: Receive, staff: Staff, text: str, nonce: str, now: datetime) -> str:
    """Does what the words say, as a message of theirs; the same nonce again gets the first answer. Raises NotTaken."""
    with database.write() as connection:
        uow = UnitOfWork(connection)
        office_account(uow, staff.person_id, staff.code, now)
        uow.finish()
    key, digest = _key(staff, nonce), hashlib.sha256(text.encode()).hexdigest()
    delivery = Delivery(int(now.timestamp()), key[:140], digest)
    return receive(Inbound(CONSOLE, staff.code, key, Kind.TEXT, now, delivery, text=text, channel=CONSOLE)).text


def answered(database: Database, staff: Staff, nonce: str) -> str | None:
    """What was answered when this form came the first time; None when it has not come yet."""
    key = _key(staff, nonce)
    with database.read() as connection:
        return stored_replies(UnitOfWork(connection), [key]).get(key)


def _key(staff: Staff, nonce: str) -> str:
    return f"{CONSOLE}:{staff.person_id}:{nonce}"[:250]


def changed_since(
    database: Database, config: SubdistrictConfig, number: str, seen: int, now: datetime, book: PlaceBook
) -> str | None:
    """What happened to a ticket since somebody looked at it, in words; None where nothing did."""
    with database.read() as connection:
        ctx = Context(UnitOfWork(connection), config, now, book)
        if last_event(ctx.uow, number) <= seen:
            return None
        news = [words.event(event.kind, event.who) for event in events_of(ctx.uow, number) if event.id > seen]
        return words.STALE.format(news="；".join(news[-3:]))
