"""A survey that is answered on a page, by who was asked, at an address that only they were given; what was typed is not lost."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from governance.surveys.answers import LONGEST_ANSWER, answer_in, chosen_in
from governance.surveys.kinds import Form, SurveyState, takes_answers
from governance.surveys.votes import EachIs
from handlers.context import Context, SubdistrictConfig
from handlers.surveys.finding import line, ref
from handlers.surveys.keeping import has_moved, keep, unit_in
from handlers.surveys.outcomes import QuestionLine, SurveyRef
from storage.database import Database
from storage.place_book import PlaceBook
from storage.surveys.links import Linked, answers_under, linked_by, lock_account
from storage.surveys.rows import QuestionRow, SurveyRow, questions_of, survey_by_id
from storage.unit_of_work import UnitOfWork

Given = Mapping[int, Sequence[str]]
"""By the question's position, what was ticked or typed."""


class Standing(StrEnum):
    """How it stands with the page."""

    OPEN = "open"
    ANSWERED = "answered"
    """Open, and answered before."""
    KEPT = "kept"
    """What was sent is in."""
    EMPTY = "empty"
    """Nothing was sent."""
    WRONG = "wrong"
    """Some of what was sent is no answer; nothing of it is in."""
    OVER = "over"
    LATE = "late"
    """It was sent when it was over."""
    MOVED = "moved"
    """A vote, and they live there no more."""


class Wrong(StrEnum):
    """Why something is no answer."""

    CHOICE = "choice"
    LENGTH = "length"


@dataclass(frozen=True)
class PageQuestion:
    """A question with what is ticked or typed in it, and what is wrong with that."""

    line: QuestionLine
    chosen: tuple[int, ...] = ()
    said: str = ""
    wrong: Wrong | None = None


@dataclass(frozen=True)
class AnswerPage:
    """What the page shows. `each_is`: of a vote, what has one."""

    survey: SurveyRef
    standing: Standing
    each_is: EachIs | None
    questions: tuple[PageQuestion, ...]

    @property
    def takes(self) -> bool:
        """Whether it can still be answered."""
        return self.standing not in (Standing.OVER, Standing.LATE, Standing.MOVED)


def shown_on_page(
    database: Database, config: SubdistrictConfig, now: datetime, book: PlaceBook, token: str
) -> AnswerPage | None:
    """The page as it is opened, with what is kept where it is not anonymous; None: nobody was given this address."""
    with database.read() as connection:
        ctx = Context(UnitOfWork(connection), config, now, book)
        found = _meant(ctx, token)
        if found is None:
            return None
        linked, survey = found
        others = survey.each_is is EachIs.HOUSEHOLD and not linked.answered
        kept = {} if survey.anonymous or others else answers_under(ctx.uow, unit_in(ctx.uow, survey, linked.asked_id))
        standing = _shut(ctx, linked, survey) or (Standing.ANSWERED if linked.answered else Standing.OPEN)
        return _page(ctx, survey, standing, [_as_kept(row, kept.get(row.id, "")) for row in _questions(ctx, survey)])


def taken_on_page(
    database: Database, config: SubdistrictConfig, now: datetime, book: PlaceBook, token: str, given: Given
) -> AnswerPage | None:
    """Takes what was sent, all of it or nothing; the page comes back with what was typed."""
    with database.write() as connection:
        ctx = Context(UnitOfWork(connection), config, now, book)
        found = _meant(ctx, token)
        if found is None:
            return None
        linked, survey = found
        lock_account(ctx.uow, linked.account_id)
        rows = _questions(ctx, survey)
        questions = [_as_given(row, given.get(row.position, ())) for row in rows]
        answers = {row.id: kept for row in rows if (kept := _answer(row, given.get(row.position, ()))) is not None}
        standing = _shut(ctx, linked, survey) or _unfit(questions, answers)
        if standing is None:
            unit = unit_in(ctx.uow, survey, linked.asked_id)
            standing = Standing.KEPT if keep(ctx, survey, linked.asked_id, unit, answers) else Standing.OVER
        standing = Standing.LATE if standing is Standing.OVER else standing
        if standing is Standing.KEPT and survey.anonymous:
            questions = [PageQuestion(each.line) for each in questions]
        ctx.uow.finish()
        return _page(ctx, survey, standing, questions)


def _meant(ctx: Context, token: str) -> tuple[Linked, SurveyRow] | None:
    linked = linked_by(ctx.uow, token)
    survey = None if linked is None else survey_by_id(ctx.uow, linked.survey_id)
    return None if linked is None or survey is None else (linked, survey)


def _questions(ctx: Context, survey: SurveyRow) -> list[QuestionRow]:
    return questions_of(ctx.uow, [survey.id])


def _shut(ctx: Context, linked: Linked, survey: SurveyRow) -> Standing | None:
    """Why nothing is taken; None where it is."""
    if not takes_answers(survey.state, survey.ends_at, ctx.now):
        return Standing.OVER
    return Standing.MOVED if has_moved(ctx, survey, linked.account_id, linked.person_id) else None


def _unfit(questions: Sequence[PageQuestion], answers: Mapping[int, str]) -> Standing | None:
    if any(each.wrong for each in questions):
        return Standing.WRONG
    return None if answers else Standing.EMPTY


def _page(ctx: Context, survey: SurveyRow, standing: Standing, questions: Sequence[PageQuestion]) -> AnswerPage:
    if survey.state is SurveyState.CLOSED and not any(each.said or each.chosen for each in questions):
        questions = ()
    return AnswerPage(ref(ctx, survey), standing, survey.each_is, tuple(questions))


def _as_kept(row: QuestionRow, kept: str) -> PageQuestion:
    if row.form is Form.WORDS:
        return PageQuestion(line(row), said=kept)
    return PageQuestion(line(row), chosen_in(kept))


def _as_given(row: QuestionRow, given: Sequence[str]) -> PageQuestion:
    """As it was sent, whatever it is."""
    if row.form is Form.WORDS:
        said = "\n".join(given)
        wrong = Wrong.LENGTH if len(said.strip()) > LONGEST_ANSWER else None
        return PageQuestion(line(row), said=said, wrong=wrong)
    chosen = tuple(int(each) for each in given if each.isascii() and each.isdigit())
    wrong = Wrong.CHOICE if given and _answer(row, given) is None else None
    return PageQuestion(line(row), chosen, wrong=wrong)


def _answer(row: QuestionRow, given: Sequence[str]) -> str | None:
    between = "\n" if row.form is Form.WORDS else " "
    return answer_in(row.form, row.choices, between.join(given))
