"""Surveys and their questions: written, locked, listed."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, delete, insert, or_, select, update

from governance.councils.votes import Share
from governance.surveys.doings import Doing, DoingKind
from governance.surveys.kinds import RUNNING, Asked, Form, SurveyState
from governance.surveys.votes import EachIs
from storage.lock_order import Lock
from storage.models import Survey, SurveyBox, SurveyQuestion
from storage.unit_of_work import UnitOfWork

_SURVEY, _BOX = 1, 2
_RUNS = Survey.state.in_(sorted(state.value for state in RUNNING))


@dataclass(frozen=True)
class SurveyRow:
    """A survey as it stands. Instants are UTC."""

    id: int
    title: str
    asked: Asked
    places: tuple[int, ...]
    anonymous: bool
    state: SurveyState
    by_id: int
    created_at: datetime
    starts_at: datetime | None
    ends_at: datetime
    sent_at: datetime | None
    closed_at: datetime | None
    cursor: int
    boxes: int
    secret: str | None
    done: str | None
    done_at: datetime | None
    done_cursor: int
    told_at: datetime | None
    about: tuple[Doing, ...]
    share: Share | None
    each_is: EachIs | None
    least_percent: int | None
    meeting_id: int | None
    remind_cursor: int
    reminded_at: datetime | None
    passed: bool | None

    @property
    def is_vote(self) -> bool:
        """Whether it is a residents' vote."""
        return self.share is not None


@dataclass(frozen=True)
class QuestionRow:
    """A question; `position` from 1."""

    id: int
    survey_id: int
    position: int
    form: Form
    text: str
    choices: tuple[str, ...]


def _surveys(uow: UnitOfWork, *where: Any) -> list[SurveyRow]:
    rows = uow.execute(select(Survey.__table__).where(*where).order_by(Survey.id))
    return [_survey(dict(row._mapping)) for row in rows]


def _survey(known: dict[str, Any]) -> SurveyRow:
    read: dict[str, Any] = {"asked": Asked(known["asked"]), "state": SurveyState(known["state"])}
    read["share"] = None if known["share"] is None else Share(known["share"])
    read["each_is"] = None if known["each_is"] is None else EachIs(known["each_is"])
    read["about"] = tuple(Doing(DoingKind(kind), number) for kind, number in json.loads(known["about"] or "[]"))
    return SurveyRow(**{**known, **read, "places": tuple(json.loads(known["places"]))})


def add_survey(uow: UnitOfWork, *, asked: Asked, places: Collection[int], **row: Any) -> int:
    """Writes a draft; its number."""
    row |= {"asked": asked.value, "places": json.dumps(list(places)), "state": SurveyState.DRAFT.value}
    return int(uow.execute(insert(Survey).values(**row).returning(Survey.id)).scalar_one())


def survey_by_id(uow: UnitOfWork, survey_id: int) -> SurveyRow | None:
    """One survey."""
    return next(iter(_surveys(uow, Survey.id == survey_id)), None)


def lock_survey(uow: UnitOfWork, survey_id: int) -> SurveyRow:
    """The survey, locked until the transaction ends."""
    uow.lock(select(Survey.id).where(Survey.id == survey_id), Lock.SURVEY, [(_SURVEY, survey_id)]).all()
    (found,) = _surveys(uow, Survey.id == survey_id)
    return found


def lock_box(uow: UnitOfWork, survey_id: int, number: int) -> str | None:
    """What a box holds, locked until the transaction ends; None where the survey has ended meanwhile."""
    statement = select(SurveyBox.id, SurveyBox.held).where(SurveyBox.survey_id == survey_id, SurveyBox.number == number)
    row = uow.lock(statement, Lock.SURVEY, [(_BOX, survey_id, number)]).first()
    return None if row is None else str(row.held)


def change_survey(uow: UnitOfWork, survey_id: int, **values: Any) -> None:
    """Writes columns of one survey."""
    if "state" in values:
        values["state"] = SurveyState(values["state"]).value
    uow.execute(update(Survey).where(Survey.id == survey_id).values(**values))


def surveys_in(uow: UnitOfWork, *states: SurveyState) -> list[SurveyRow]:
    """All surveys in these states, the newest first."""
    return _surveys(uow, Survey.state.in_(sorted(state.value for state in states)))[::-1]


def surveys_to_send(uow: UnitOfWork, now: datetime, before: timedelta) -> list[tuple[int, bool]]:
    """Surveys that have begun and have not reached everybody yet; and (True) residents' votes that all were asked of and that end
    soon, where not all who may still vote have been reminded.
    """
    begun = or_(Survey.starts_at.is_(None), Survey.starts_at <= now)
    asks = and_(Survey.state == SurveyState.SENDING.value, begun)
    soon = and_(Survey.ends_at <= now + before, Survey.share.is_not(None), Survey.reminded_at.is_(None))
    reminds = and_(Survey.state == SurveyState.OPEN.value, soon)
    due = select(Survey.id, Survey.state).where(or_(asks, reminds), Survey.ends_at > now)
    return [(row.id, row.state == SurveyState.OPEN.value) for row in uow.execute(due.order_by(Survey.id))]


def surveys_to_end(uow: UnitOfWork, now: datetime) -> list[int]:
    """Surveys whose time has passed."""
    return list(uow.execute(select(Survey.id).where(_RUNS, Survey.ends_at <= now).order_by(Survey.id)).scalars())


def votes_in(uow: UnitOfWork, meeting_id: int) -> list[SurveyRow]:
    """The residents' votes that were opened from a meeting."""
    return _surveys(uow, Survey.meeting_id == meeting_id)


def link_doings(uow: UnitOfWork, survey_id: int, doings: Collection[Doing]) -> None:
    """Writes what was done about a survey, in place of what stood there."""
    kept = json.dumps([(each.kind.value, each.number) for each in doings])
    uow.execute(update(Survey).where(Survey.id == survey_id).values(about=kept))


def surveys_to_tell(uow: UnitOfWork) -> list[int]:
    """Surveys of which it was said what was done, and not all who answered have been told."""
    due = select(Survey.id).where(Survey.done_at.is_not(None), Survey.told_at.is_(None))
    return list(uow.execute(due.order_by(Survey.id)).scalars())


def questions_of(uow: UnitOfWork, survey_ids: Collection[int]) -> list[QuestionRow]:
    """The questions of these surveys in their order."""
    statement = select(SurveyQuestion.__table__).where(SurveyQuestion.survey_id.in_(survey_ids))
    rows = uow.execute(statement.order_by(SurveyQuestion.survey_id, SurveyQuestion.position))
    return [
        QuestionRow(row.id, row.survey_id, row.position, Form(row.form), row.text, tuple(json.loads(row.choices)))
        for row in rows
    ]


def add_question(uow: UnitOfWork, survey_id: int, form: Form, text: str, choices: Collection[str]) -> None:
    """Writes the next question of a draft; the caller holds its lock."""
    position = len(questions_of(uow, [survey_id])) + 1
    kept = json.dumps(list(choices), ensure_ascii=False)
    row = {"survey_id": survey_id, "position": position, "form": form.value, "text": text, "choices": kept}
    uow.execute(insert(SurveyQuestion).values(**row))


def drop_question(uow: UnitOfWork, survey_id: int, position: int) -> None:
    """Takes a question out of a draft, those behind it move up; the caller holds its lock."""
    uow.execute(
        delete(SurveyQuestion).where(SurveyQuestion.survey_id == survey_id, SurveyQuestion.position == position)
    )
    for row in questions_of(uow, [survey_id]):
        if row.position > position:
            moved = update(SurveyQuestion).where(SurveyQuestion.id == row.id)
            uow.execute(moved.values(position=row.position - 1))
