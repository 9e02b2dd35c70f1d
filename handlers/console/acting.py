"""Staff act from the back office as they would by chat: the same words, the same rules, each once."""

import hashlib
from collections.abc import Callable
from datetime import datetime

from handlers.console.staff import Staff
from handlers.inbound import CONSOLE, Inbound, Kind, Reply
from storage.console.ticket_page import office_account
from storage.database import Database
from storage.inbound import Delivery, stored_replies
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
        found = stored_replies(UnitOfWork(connection), [key]).get(key)
        return None if found is None else found.text


def _key(staff: Staff, nonce: str) -> str:
    return f"{CONSOLE}:{staff.person_id}:{nonce}"[:250]
