"""Requests of other systems, once each: one that comes again soon is answered with the ticket it has opened."""

from datetime import datetime, timedelta

from sqlalchemy import delete, select, update

from storage.models import Inbound
from storage.once import insert_once
from storage.unit_of_work import UnitOfWork

REPEAT_FOR = timedelta(hours=1)
"""A sender that heard no answer asks again within this time; the same words later are another matter."""


def opened_before(uow: UnitOfWork, digest: str, account_id: int, now: datetime) -> str | None:
    """The number that this request has opened within the hour; None where it is new, and from then on it is taken."""
    key = f"open311:{digest}"
    uow.execute(delete(Inbound).where(Inbound.dedupe_key == key, Inbound.received_at < now - REPEAT_FOR))
    new = insert_once(uow, Inbound, dedupe_key=key, account_id=account_id, kind="open311", received_at=now, reply="")
    if new:
        return None
    number: str = uow.execute(select(Inbound.reply).where(Inbound.dedupe_key == key)).scalar_one()
    return number


def note_opened(uow: UnitOfWork, digest: str, number: str) -> None:
    """Keeps the number with the request, in its transaction."""
    uow.execute(update(Inbound).where(Inbound.dedupe_key == f"open311:{digest}").values(reply=number))
