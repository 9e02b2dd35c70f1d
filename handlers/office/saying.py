"""What staff say at the back office as they would by phone: the same words, the same rules, each once."""

import hashlib
from collections.abc import Callable
from datetime import datetime

from handlers.inbound import CONSOLE, Inbound, Kind, Reply
from handlers.office.staff import Staff
from storage.console.ticket_page import office_account
from storage.database import Database
from storage.inbound import Delivery
from storage.origin import origin
from storage.unit_of_work import UnitOfWork

Receive = Callable[[Inbound], Reply]


def say(database: Database, receive: Receive, staff: Staff, text: str, nonce: str, now: datetime) -> str:
    """Does what the words say, as a message of theirs; the same nonce again gets the first answer. Raises NotTaken."""
    with database.write() as connection:
        uow = UnitOfWork(connection)
        office_account(uow, staff.person_id, staff.code, now)
        uow.finish()
    key, digest = f"{CONSOLE}:{staff.person_id}:{nonce}"[:250], hashlib.sha256(text.encode()).hexdigest()
    delivery = Delivery(int(now.timestamp()), key[:140], digest)
    return receive(
        Inbound(CONSOLE, staff.code, key, Kind.TEXT, now, delivery, text=text, channel=CONSOLE, address=origin())
    ).text
