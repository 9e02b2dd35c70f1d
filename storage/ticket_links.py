"""The address at which a reporter reads on a page how their ticket stands: signed, and kept nowhere."""

import re

from sqlalchemy import select

from storage import keyring
from storage.models import Ticket
from storage.texts import FORGOTTEN_TEXT
from storage.unit_of_work import UnitOfWork

_TOKEN = re.compile(r"([A-Z]{1,6}[0-9]{8}-[0-9]{4,9})-([0-9a-f]{32})")
_PURPOSE = "ticket page"


def link_of(uow: UnitOfWork, number: str) -> str | None:
    """What ends the address of a ticket for who reported it; None where nobody from outside did."""
    account = uow.execute(select(Ticket.account_id).where(Ticket.number == number)).scalar()
    return None if account is None else f"{number}-{_signed(number, account)}"


def linked_by(uow: UnitOfWork, token: str) -> str | None:
    """The ticket of an address; None for one that nobody was given, and for what was forgotten."""
    read = _TOKEN.fullmatch(token)
    if read is None:
        return None
    row = uow.execute(select(Ticket.account_id, Ticket.summary).where(Ticket.number == read[1])).first()
    if row is None or row.account_id is None or row.summary == FORGOTTEN_TEXT:
        return None
    return read[1] if keyring.is_digest(read[2], _PURPOSE, read[1], str(row.account_id)) else None


def _signed(number: str, account: int) -> str:
    return keyring.digest(_PURPOSE, number, str(account))
