"""The address at which one who was asked answers on a page: signed, and kept nowhere."""

import re
from dataclasses import dataclass

from sqlalchemy import select

from storage import keyring
from storage.lock_order import Lock
from storage.models import Account, SurveyAnswer, SurveyPerson
from storage.unit_of_work import UnitOfWork

_TOKEN = re.compile(r"([1-9][0-9]{0,17})-([0-9a-f]{32})")
_PURPOSE = "survey page"


@dataclass(frozen=True)
class Linked:
    """Whom an address is of, and as whom they were asked."""

    asked_id: int
    survey_id: int
    account_id: int
    person_id: int | None
    answered: bool


def token_of(asked_id: int) -> str:
    """What ends the address of somebody who was asked."""
    return f"{asked_id}-{keyring.digest(_PURPOSE, str(asked_id))}"


def linked_by(uow: UnitOfWork, token: str) -> Linked | None:
    """Whom an address is of; None for one that nobody was given, and for who was forgotten."""
    read = _TOKEN.fullmatch(token)
    if read is None or not keyring.is_digest(read[2], _PURPOSE, read[1]):
        return None
    columns = (
        SurveyPerson.id, SurveyPerson.survey_id, SurveyPerson.account_id, SurveyPerson.person_id, SurveyPerson.answered,
    )  # fmt: skip
    row = uow.execute(select(*columns).where(SurveyPerson.id == int(read[1]))).first()
    return None if row is None else Linked(*tuple(row))


def lock_account(uow: UnitOfWork, account_id: int) -> None:
    """Whoever answers on a page and in the chat at once does one after the other."""
    uow.lock(select(Account.id).where(Account.id == account_id), Lock.ACCOUNT, [account_id]).all()


def answers_under(uow: UnitOfWork, unit: int) -> dict[int, str]:
    """What is kept under somebody who is not anonymous, by question."""
    rows = uow.execute(select(SurveyAnswer.question_id, SurveyAnswer.text).where(SurveyAnswer.asked_id == unit))
    return {row.question_id: row.text for row in rows}
