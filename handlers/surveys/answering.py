"""Opinions: taken from whom the survey asks, until its end; shown what is asked and what came of it."""

from governance.surveys.answers import answer_in
from governance.surveys.kinds import NEEDS_BINDING, RUNNING, Form, SurveyState, takes_answers
from handlers.catalogue import executes
from handlers.context import Context
from handlers.conversation.questions import Question, ask, asked, settled
from handlers.outcomes import Refuse
from handlers.surveys import words
from handlers.surveys.commands import AnswerSurvey, ShowSurveys
from handlers.surveys.finding import line, ref
from handlers.surveys.keeping import has_moved, keep, unit_in
from handlers.surveys.outcomes import (
    AnswerKept,
    CannotSurvey,
    MovedAway,
    NoSuchChoice,
    NoSuchSurvey,
    NotAskedOf,
    QuestionAsked,
    SurveyIsOver,
    SurveyLine,
    SurveysShown,
    WhichQuestion,
    Why,
)
from storage.surveys.answers import answered_by
from storage.surveys.people import AskedRow, asked_row, surveys_asked_of
from storage.surveys.rows import QuestionRow, SurveyRow, questions_of, survey_by_id, surveys_in

MOST = 10
_GONE_OUT = (SurveyState.SENDING, SurveyState.OPEN, SurveyState.CLOSED)


@executes(AnswerSurvey)
def answer(
    command: AnswerSurvey, ctx: Context
) -> (
    AnswerKept | QuestionAsked | NoSuchSurvey | NotAskedOf | SurveyIsOver | NoSuchChoice | WhichQuestion | CannotSurvey
):
    """One a person and question: a later one replaces it. Of what is anonymous nothing is said back."""
    survey, mine = _mine(ctx, command.survey)
    if not takes_answers(survey.state, survey.ends_at, ctx.now):
        return SurveyIsOver(ref(ctx, survey))
    questions = questions_of(ctx.uow, [survey.id])
    unit = unit_in(ctx.uow, survey, mine.id)
    before = answered_by(ctx.uow, survey, unit)
    question = _meant(ctx, survey, questions, before, command)
    if not command.said.strip():
        _ask(ctx, survey, question)
        return QuestionAsked(ref(ctx, survey), line(question))
    kept = answer_in(question.form, question.choices, command.said)
    if kept is None:
        _ask(ctx, survey, question)
        return NoSuchChoice(ref(ctx, survey), line(question))
    if not keep(ctx, survey, mine.id, unit, {question.id: kept}):
        return SurveyIsOver(ref(ctx, survey))
    left = [each for each in questions if each.id not in before | {question.id}]
    _ask(ctx, survey, left[0] if left else None)
    said = "" if survey.anonymous else words.answer_said(line(question), kept)
    following = line(left[0]) if left else None
    in_words = question.form is Form.WORDS
    return AnswerKept(ref(ctx, survey), question.position, said, question.id in before, in_words, following)


@executes(ShowSurveys)
def show(_command: ShowSurveys, ctx: Context) -> SurveysShown:
    """What the sender is asked, and what was done about surveys that asked them."""
    theirs = {} if ctx.account is None else surveys_asked_of(ctx.uow, ctx.sender.id, ctx.person_id)
    rows = [row for row in surveys_in(ctx.uow, *_GONE_OUT) if row.id in theirs]
    rows = [row for row in rows if row.state in RUNNING] + [row for row in rows if row.state not in RUNNING]
    return SurveysShown(
        tuple(SurveyLine(ref(ctx, row), row.state, theirs[row.id], row.done or "") for row in rows[:MOST])
    )


def _mine(ctx: Context, number: int) -> tuple[SurveyRow, AskedRow]:
    """The survey, and as whom it asked the sender. Raises Refuse."""
    survey = survey_by_id(ctx.uow, number)
    early = survey is not None and survey.starts_at is not None and ctx.now < survey.starts_at
    if survey is None or survey.state not in _GONE_OUT or early:
        raise Refuse(NoSuchSurvey(number))
    mine = asked_row(ctx.uow, survey.id, ctx.sender.id, ctx.person_id)
    unbound = survey.asked in NEEDS_BINDING and ctx.person_id is None
    if mine is None and not unbound and survey.state is SurveyState.SENDING:
        raise Refuse(CannotSurvey(Why.ON_ITS_WAY, survey.id))
    if mine is None or unbound:
        raise Refuse(NotAskedOf(number, survey.asked, unbound))
    if has_moved(ctx, survey, ctx.sender.id, ctx.person_id):
        raise Refuse(MovedAway(number))
    return survey, mine


def _meant(
    ctx: Context, survey: SurveyRow, questions: list[QuestionRow], before: frozenset[int], command: AnswerSurvey
) -> QuestionRow:
    """The question that is named; else the first that is not answered, else the only one. Raises Refuse."""
    if command.question is not None:
        named = [each for each in questions if each.position == command.question]
        if not named:
            raise Refuse(CannotSurvey(Why.NOT_THERE, survey.id))
        return named[0]
    left = [each for each in questions if each.id not in before]
    if not left and len(questions) > 1:
        raise Refuse(WhichQuestion(ref(ctx, survey)))
    return (left or questions)[0]


def _ask(ctx: Context, survey: SurveyRow, question: QuestionRow | None) -> None:
    """The next words may answer it; a question of another matter that is open is not put aside for it."""
    before = asked(ctx)
    if before is not None and before.kind != Question.SURVEY:
        return
    if question is None:
        if before is not None:
            settled(ctx)
        return
    ask(
        ctx, Question.SURVEY, survey=survey.id, question=question.position, form=question.form.value,
        choices=list(question.choices),
    )  # fmt: skip
