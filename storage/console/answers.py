"""Known questions with their answers, and enquiries that none of them answered."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select, update

from storage.models import KnownAnswer, Ticket, TicketEvent
from storage.ticket_counts import within
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class AnswerRow:
    """A question with its answer; `asked`: how often it has answered somebody."""

    id: int
    question: str
    answer: str
    asked: int
    at: datetime


@dataclass(frozen=True)
class Unanswered:
    """An enquiry that became a ticket, and what staff answered to it."""

    number: str
    text: str
    opened_at: datetime
    answer: str | None


_COLUMNS = (KnownAnswer.id, KnownAnswer.question, KnownAnswer.answer, KnownAnswer.asked, KnownAnswer.at)


def known_answers(uow: UnitOfWork) -> list[AnswerRow]:
    """All that are kept, the oldest first."""
    rows = uow.execute(select(*_COLUMNS).where(KnownAnswer.retired_at.is_(None)).order_by(KnownAnswer.id))
    return [AnswerRow(*tuple(row)) for row in rows]


def retired_answers(uow: UnitOfWork, most: int = 20) -> list[AnswerRow]:
    """Those that were retired last."""
    gone = select(*_COLUMNS).where(KnownAnswer.retired_at.is_not(None)).order_by(KnownAnswer.retired_at.desc())
    return [AnswerRow(*tuple(row)) for row in uow.execute(gone.limit(most))]


def locked_answer(uow: UnitOfWork, answer_id: int) -> AnswerRow | None:
    """One that still answers, as nobody else changes it before this transaction ends; None where there is none."""
    one = select(*_COLUMNS).where(KnownAnswer.id == answer_id, KnownAnswer.retired_at.is_(None)).with_for_update()
    row = uow.execute(one).first()
    return None if row is None else AnswerRow(*tuple(row))


def restore_answer(uow: UnitOfWork, answer_id: int) -> bool:
    """It answers again; False where none was retired."""
    gone = (KnownAnswer.id == answer_id, KnownAnswer.retired_at.is_not(None))
    statement = update(KnownAnswer).where(*gone).values(retired_at=None).returning(KnownAnswer.id)
    return uow.execute(statement).first() is not None


def keep_answer(uow: UnitOfWork, answer_id: int | None, question: str, answer: str, by_id: int, now: datetime) -> bool:
    """Writes a new one, or (with its id) other words for one that is there; False where none is."""
    values = {"question": question, "answer": answer, "by_id": by_id, "at": now}
    if answer_id is None:
        uow.add(KnownAnswer, asked=0, **values)
        return True
    return _changed(uow, answer_id, values)


def retire_answer(uow: UnitOfWork, answer_id: int, now: datetime) -> bool:
    """It answers nobody any more; False where there is none."""
    return _changed(uow, answer_id, {"retired_at": now})


def _changed(uow: UnitOfWork, answer_id: int, values: dict[str, Any]) -> bool:
    """Whether one of this id that still answers was there to change."""
    running = (KnownAnswer.id == answer_id, KnownAnswer.retired_at.is_(None))
    statement = update(KnownAnswer).where(*running).values(**values).returning(KnownAnswer.id)
    return uow.execute(statement).first() is not None


def note_asked(uow: UnitOfWork, answer_id: int) -> None:
    """It has answered somebody once more."""
    uow.execute(update(KnownAnswer).where(KnownAnswer.id == answer_id).values(asked=KnownAnswer.asked + 1))


def unanswered(uow: UnitOfWork, places: Collection[int] | None, most: int = 50) -> list[Unanswered]:
    """The newest enquiries at these places (None: anywhere) that became tickets."""
    answer = (
        select(TicketEvent.note)
        .where(TicketEvent.number == Ticket.number, TicketEvent.kind == "answer")
        .order_by(TicketEvent.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    columns = (Ticket.number, Ticket.text, Ticket.opened_at, answer)
    statement = select(*columns).where(Ticket.urgency == "enquiry", *within(places))
    rows = uow.execute(statement.order_by(Ticket.opened_at.desc(), Ticket.number.desc()).limit(most))
    return [Unanswered(*tuple(row)) for row in rows]
