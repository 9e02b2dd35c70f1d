"""How reporters found what was done."""

from datetime import datetime

from sqlalchemy import delete, select

from governance.tickets.satisfaction import Score
from storage.models import Rating, Ticket
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


def score_of(uow: UnitOfWork, number: str) -> Score | None:
    """What the ticket counts for."""
    found = uow.execute(select(Ticket.score).where(Ticket.number == number)).scalar()
    return None if found is None else Score(found)


AHEAD = "ahead"
"""The kind of a rating that is given before the work is verified; it counts when it is."""


def rate_ahead(
    uow: UnitOfWork, number: str, account_id: int, round_: int, score: Score, note: str | None, now: datetime
) -> None:
    """Keeps what a reporter says of work that is not verified yet, instead of what they said before."""
    uow.execute(delete(Rating).where(Rating.number == number, Rating.kind == AHEAD, Rating.account_id == account_id))
    rate_ticket(uow, number, account_id, kind=AHEAD, round_=round_, score=score, note=note, now=now)


def rated_ahead(uow: UnitOfWork, number: str, round_: int) -> dict[int, tuple[Score, str | None]]:
    """What reporters have said so far of the work of this round, by account."""
    statement = select(Rating.account_id, Rating.score, Rating.note).where(
        Rating.number == number, Rating.kind == AHEAD, Rating.round == round_
    )
    return {row.account_id: (Score(row.score), row.note) for row in uow.execute(statement)}


def forget_ahead(uow: UnitOfWork, number: str) -> None:
    """The work is done anew: what was said of it before does not count."""
    uow.execute(delete(Rating).where(Rating.number == number, Rating.kind == AHEAD))
