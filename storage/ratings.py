"""How reporters found what was done."""

from datetime import datetime

from sqlalchemy import select

from governance.tickets.satisfaction import Score
from storage.models import Rating
from storage.unit_of_work import UnitOfWork


def rate_ticket(
    uow: UnitOfWork, number: str, account_id: int, *, kind: str, round_: int, score: Score, note: str | None,
    now: datetime,
) -> None:  # fmt: skip
    """Writes a rating; the caller has looked whether this account has rated this round."""
    uow.add(
        Rating, number=number, account_id=account_id, kind=kind, round=round_, score=score.value, note=note, at=now,
    )  # fmt: skip


def raters(uow: UnitOfWork, number: str, kind: str, round_: int) -> set[int]:
    """The accounts that have rated the ticket in this round."""
    statement = select(Rating.account_id).where(
        Rating.number == number, Rating.kind == kind, Rating.round == round_
    )  # fmt: skip
    return set(uow.execute(statement).scalars())
