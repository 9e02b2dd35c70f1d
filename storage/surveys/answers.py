"""What was answered: with who did, or in boxes that say nothing of that."""

import json
import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select, update

from governance.surveys.boxes import box_of, boxes_for, with_answer, without_marks
from storage import keyring
from storage.models import Account, Person, SurveyAnswer, SurveyBox, SurveyPerson, SurveyQuestion
from storage.once import insert_once
from storage.surveys.rows import SurveyRow, change_survey, lock_box, survey_by_id
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class NamedAnswer:
    """An answer of somebody who is not anonymous."""

    question_id: int
    text: str
    name: str | None
    openid: str


def make_boxes(uow: UnitOfWork, survey_id: int, people: int) -> None:
    """Gives an anonymous survey its boxes, all of them empty, and the secret that its marks are made with."""
    boxes = boxes_for(people)
    change_survey(uow, survey_id, boxes=boxes, secret=secrets.token_hex(16))
    for number in range(boxes):
        insert_once(uow, SurveyBox, survey_id=survey_id, number=number, held="{}")


def keep_answer(
    uow: UnitOfWork, survey: SurveyRow, asked_id: int, question_id: int, answer: str, now: datetime
) -> bool:
    """Keeps an answer in place of an earlier one; False where the survey ended at this moment."""
    if survey.anonymous:
        return _into_box(uow, survey, asked_id, question_id, answer)
    row = {"question_id": question_id, "asked_id": asked_id, "text": answer, "at": now}
    if not insert_once(uow, SurveyAnswer, **row):
        theirs = (SurveyAnswer.question_id == question_id, SurveyAnswer.asked_id == asked_id)
        uow.execute(update(SurveyAnswer).where(*theirs).values(text=answer, at=now))
    return True


def answered_by(uow: UnitOfWork, survey: SurveyRow, asked_id: int) -> frozenset[int]:
    """The questions that somebody has answered so far."""
    if survey.anonymous:
        if survey.secret is None:
            return frozenset()
        mark = _mark(survey.secret, asked_id)
        number = box_of(mark, survey.boxes)
        where = (SurveyBox.survey_id == survey.id, SurveyBox.number == number)
        held = uow.execute(select(SurveyBox.held).where(*where)).scalar_one_or_none()
        return frozenset(int(question) for question in json.loads(held or "{}").get(mark, {}))
    found = select(SurveyAnswer.question_id).where(SurveyAnswer.asked_id == asked_id)
    return frozenset(uow.execute(found).scalars())


def take_off_marks(uow: UnitOfWork, survey: SurveyRow) -> None:
    """An anonymous survey has ended: all answers into one box, sorted; marks and secret are gone. The caller holds its lock."""
    held = [json.loads(lock_box(uow, survey.id, number) or "{}") for number in range(survey.boxes)]
    uow.execute(delete(SurveyBox).where(SurveyBox.survey_id == survey.id))
    kept = json.dumps(without_marks(held), ensure_ascii=False)
    uow.execute(insert(SurveyBox).values(survey_id=survey.id, number=0, held=kept))
    change_survey(uow, survey.id, secret=None, boxes=1)


def drop_answers(uow: UnitOfWork, survey: SurveyRow, units: Collection[int]) -> None:
    """Votes that do not count are taken out before the count, so that it comes out the same again. The caller holds the lock."""
    if not units:
        return
    if not survey.anonymous:
        uow.execute(delete(SurveyAnswer).where(SurveyAnswer.asked_id.in_(sorted(units))))
        return
    marks = {_mark(survey.secret or "", unit) for unit in units}
    for number in sorted({box_of(mark, survey.boxes) for mark in marks}):
        held = json.loads(lock_box(uow, survey.id, number) or "{}")
        kept = json.dumps({mark: given for mark, given in held.items() if mark not in marks}, ensure_ascii=False)
        where = (SurveyBox.survey_id == survey.id, SurveyBox.number == number)
        uow.execute(update(SurveyBox).where(*where).values(held=kept))


def answers_of(uow: UnitOfWork, survey: SurveyRow) -> dict[int, list[str]]:
    """All answers of a survey that has ended, by question, sorted."""
    if survey.anonymous:
        where = (SurveyBox.survey_id == survey.id, SurveyBox.number == 0)
        held = uow.execute(select(SurveyBox.held).where(*where)).scalar_one_or_none()
        if survey.secret is not None or held is None:
            return {}
        return {int(question): list(answers) for question, answers in json.loads(held).items()}
    found: dict[int, list[str]] = {}
    for each in named_answers(uow, [survey.id]):
        found.setdefault(each.question_id, []).append(each.text)
    return {question: sorted(answers) for question, answers in found.items()}


def named_answers(uow: UnitOfWork, survey_ids: Collection[int]) -> list[NamedAnswer]:
    """Who answered what, of surveys that are not anonymous."""
    statement = (
        select(SurveyAnswer.question_id, SurveyAnswer.text, Person.name, Account.openid)
        .join(SurveyQuestion, SurveyQuestion.id == SurveyAnswer.question_id)
        .join(SurveyPerson, SurveyPerson.id == SurveyAnswer.asked_id)
        .join(Account, Account.id == SurveyPerson.account_id)
        .outerjoin(Person, Person.id == SurveyPerson.person_id)
        .where(SurveyQuestion.survey_id.in_(survey_ids))
    )
    rows = uow.execute(statement.order_by(SurveyQuestion.position, SurveyAnswer.asked_id))
    return [NamedAnswer(*tuple(row)) for row in rows]


def _into_box(uow: UnitOfWork, survey: SurveyRow, asked_id: int, question_id: int, answer: str) -> bool:
    if survey.secret is None:
        return False
    mark = _mark(survey.secret, asked_id)
    number = box_of(mark, survey.boxes)
    held = lock_box(uow, survey.id, number)
    if held is None or _has_ended(uow, survey.id):
        return False
    kept = json.dumps(with_answer(json.loads(held), mark, question_id, answer), ensure_ascii=False)
    where = (SurveyBox.survey_id == survey.id, SurveyBox.number == number)
    uow.execute(update(SurveyBox).where(*where).values(held=kept))
    return True


def _has_ended(uow: UnitOfWork, survey_id: int) -> bool:
    now = survey_by_id(uow, survey_id)
    return now is None or now.secret is None


def _mark(secret: str, asked_id: int) -> str:
    return keyring.digest_under(secret, str(asked_id))
