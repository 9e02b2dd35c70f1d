"""What is called back of an award: pushes that have not gone out, and its poster."""

from datetime import datetime

from sqlalchemy import select, update

from storage.models import Attachment, Outbox
from storage.unit_of_work import UnitOfWork

_NOT_OUT = Outbox.state.in_(("waiting", "kept"))


def reword(uow: UnitOfWork, key: str, text: str | None) -> None:
    """Gives the pushes whose keys begin so, and that have not gone out, other words; (None) drops them."""
    here = (Outbox.dedupe_key.startswith(key, autoescape=True), _NOT_OUT)
    values = {"text": text} if text is not None else {"state": "dropped", "text": "", "last_error": "taken down"}
    uow.execute(update(Outbox).where(*here).values(**values))


def recall(uow: UnitOfWork, key: str, why: str) -> list[int]:
    """Drops the pushes whose keys begin so and that have not gone out; answers the accounts that have got theirs."""
    ours = Outbox.dedupe_key.startswith(key, autoescape=True)
    uow.execute(update(Outbox).where(ours, _NOT_OUT).values(state="dropped", last_error=why))
    gone = select(Outbox.account_id).where(ours, Outbox.state != "dropped").order_by(Outbox.id)
    return list(dict.fromkeys(uow.execute(gone).scalars()))


def drop_pictures(uow: UnitOfWork, picture_id: int, why: str) -> None:
    """Drops the pushes of a picture that have not gone out."""
    here = (Outbox.picture_id == picture_id, _NOT_OUT)
    uow.execute(update(Outbox).where(*here).values(state="dropped", last_error=why))


def withdraw_picture(uow: UnitOfWork, picture_id: int, now: datetime) -> None:
    """A poster is not shown any more; a worker deletes its file."""
    values = {"state": "withdrawn", "not_before": now, "attempts": 0}
    uow.execute(update(Attachment).where(Attachment.id == picture_id).values(**values))
    uow.wake = True
