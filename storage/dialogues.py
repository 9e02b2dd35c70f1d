"""Questions that wait for their answer: one an account, in the database, so that a restart forgets none."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, select, update

from storage.job_failures import not_held_back
from storage.models import Account, Dialogue
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class OpenQuestion:
    """A question: what kind, and what its answer needs. `expires_at` is UTC."""

    account_id: int
    kind: str
    data: dict[str, Any]
    opened_at: datetime
    expires_at: datetime


def open_question(uow: UnitOfWork, question: OpenQuestion, replaces: bool) -> None:
    """Asks; an earlier question of the account is forgotten (`replaces`: there may be one)."""
    if replaces:
        uow.execute(delete(Dialogue).where(Dialogue.account_id == question.account_id))
    uow.add(
        Dialogue, account_id=question.account_id, kind=question.kind, data=json.dumps(question.data, ensure_ascii=False),
        opened_at=question.opened_at, expires_at=question.expires_at,
    )  # fmt: skip
    uow.change(_ASKED, account=question.account_id, until=question.expires_at)


_ASKED = update(Account).where(Account.id == bindparam("account")).values(asked_until=bindparam("until"))
"""Made once: a batch asks many."""


def question_of(uow: UnitOfWork, account_id: int) -> OpenQuestion | None:
    """The question that waits for the account's answer."""
    row = uow.execute(select(Dialogue.__table__).where(Dialogue.account_id == account_id)).first()
    return None if row is None else _question(row)


def close_question(uow: UnitOfWork, account_id: int) -> None:
    """The question is answered, or left."""
    uow.execute(delete(Dialogue).where(Dialogue.account_id == account_id))
    uow.execute(update(Account).where(Account.id == account_id).values(asked_until=None))


def accounts_unanswered(uow: UnitOfWork, now: datetime, job: str, most: int) -> list[int]:
    """The accounts that did not answer their question in time, the oldest first; `job`: which one may try them now."""
    late = (Dialogue.expires_at <= now, not_held_back(job, Dialogue.account_id, now))
    return list(
        uow.execute(select(Dialogue.account_id).where(*late).order_by(Dialogue.expires_at).limit(most)).scalars()
    )


def _question(row: Any) -> OpenQuestion:
    return OpenQuestion(row.account_id, row.kind, json.loads(row.data), row.opened_at, row.expires_at)
