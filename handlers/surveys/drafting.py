"""A survey is written, shown with whom it would reach, and sent or left."""

import re

from governance.permissions import Act
from governance.surveys.kinds import MOST_QUESTIONS, RUNNING, Asked, Form, SurveyState, fits_choices, is_span
from handlers.catalogue import executes
from handlers.context import Context
from handlers.outcomes import Refuse
from handlers.posts import require
from handlers.surveys.commands import (
    AddSurveyQuestion,
    DraftSurvey,
    DropSurvey,
    DropSurveyQuestion,
    EndSurvey,
    SendSurvey,
    TellSurveyDone,
)
from handlers.surveys.ending import end_now
from handlers.surveys.finding import area_asked, instant, line, ref, run_here, where_to_ask
from handlers.surveys.outcomes import (
    CannotSurvey,
    NoSuchSurvey,
    ResidentVoteOpened,
    SurveyDoneTold,
    SurveyDropped,
    SurveyEnded,
    SurveyPreview,
    SurveySent,
    WhereToAsk,
    Why,
)
from handlers.surveys.releasing import release
from storage.surveys.answers import make_boxes
from storage.surveys.people import Counts, counts, turnout
from storage.surveys.rows import (
    SurveyRow,
    add_question,
    add_survey,
    change_survey,
    drop_question,
    questions_of,
    survey_by_id,
)

DRAFT = (SurveyState.DRAFT,)
_BETWEEN = re.compile(r"[、,，;；/|]+")


@executes(DraftSurvey)
def draft(command: DraftSurvey, ctx: Context) -> SurveyPreview | CannotSurvey | WhereToAsk:
    """Written and counted; nobody is asked yet."""
    require(ctx, Act.RUN_SURVEYS)
    title = command.title.strip()
    if not title:
        return CannotSurvey(Why.TITLE)
    starts, ends = instant(ctx, command.starts), instant(ctx, command.ends)
    if ends is None:
        return CannotSurvey(Why.END)
    if not is_span(starts, ends, ctx.now):
        return CannotSurvey(Why.PAST if ends <= ctx.now else Why.SPAN, at=ends)
    first = _question(command.question, command.form, command.choices) if command.question.strip() else None
    assert ctx.person_id is not None
    number = add_survey(
        ctx.uow, title=title, asked=command.asked or Asked.RESIDENTS, places=where_to_ask(ctx, command.where),
        anonymous=command.anonymous, by_id=ctx.person_id, created_at=ctx.now, starts_at=starts, ends_at=ends,
    )  # fmt: skip
    if first is not None:
        add_question(ctx.uow, number, *first)
    return _preview(ctx, number)


@executes(AddSurveyQuestion)
def add_one(command: AddSurveyQuestion, ctx: Context) -> SurveyPreview | CannotSurvey | NoSuchSurvey:
    """Behind those that are there."""
    survey = run_here(ctx, command.survey, DRAFT, Why.NOT_DRAFT)
    if survey.is_vote:
        return CannotSurvey(Why.IS_VOTE, survey.id)
    made = _question(command.question, command.form, command.choices)
    if len(questions_of(ctx.uow, [survey.id])) >= MOST_QUESTIONS:
        return CannotSurvey(Why.TOO_MANY, survey.id)
    add_question(ctx.uow, survey.id, *made)
    return _preview(ctx, survey.id)


@executes(DropSurveyQuestion)
def drop_one(command: DropSurveyQuestion, ctx: Context) -> SurveyPreview | CannotSurvey | NoSuchSurvey:
    """Those behind it move up."""
    survey = run_here(ctx, command.survey, DRAFT, Why.NOT_DRAFT)
    if survey.is_vote:
        return CannotSurvey(Why.IS_VOTE, survey.id)
    if command.question not in {each.position for each in questions_of(ctx.uow, [survey.id])}:
        return CannotSurvey(Why.NOT_THERE, survey.id)
    drop_question(ctx.uow, survey.id, command.question)
    return _preview(ctx, survey.id)


@executes(SendSurvey)
def send(command: SendSurvey, ctx: Context) -> SurveySent | ResidentVoteOpened | CannotSurvey | NoSuchSurvey:
    """Counted anew: it must ask something, of somebody, for a time that is still to come."""
    survey = run_here(ctx, command.survey, DRAFT, Why.NOT_DRAFT)
    if not questions_of(ctx.uow, [survey.id]):
        return CannotSurvey(Why.QUESTION, survey.id)
    if not is_span(survey.starts_at, survey.ends_at, ctx.now):
        return CannotSurvey(Why.PAST, survey.id, survey.ends_at)
    people = _counts(ctx, survey)
    if survey.is_vote:
        return release(ctx, survey, people)
    if not people.reached:
        return CannotSurvey(Why.NOBODY, survey.id)
    if survey.anonymous:
        make_boxes(ctx.uow, survey.id, people.reached)
    change_survey(ctx.uow, survey.id, state=SurveyState.SENDING)
    ctx.uow.wake = True
    later = survey.starts_at is not None and survey.starts_at > ctx.now
    return SurveySent(ref(ctx, survey), people.reached, survey.starts_at if later else None)


@executes(DropSurvey)
def drop(command: DropSurvey, ctx: Context) -> SurveyDropped | CannotSurvey | NoSuchSurvey:
    """The draft stays where it can be read, and goes nowhere."""
    survey = run_here(ctx, command.survey, DRAFT, Why.NOT_DRAFT)
    change_survey(ctx.uow, survey.id, state=SurveyState.DROPPED, closed_at=ctx.now)
    return SurveyDropped(ref(ctx, survey))


@executes(EndSurvey)
def end(command: EndSurvey, ctx: Context) -> SurveyEnded | CannotSurvey | NoSuchSurvey:
    """Before its time; what was answered counts."""
    survey = run_here(ctx, command.survey, RUNNING, Why.NOT_RUNNING)
    answered, people = end_now(ctx, survey)
    return SurveyEnded(ref(ctx, survey), answered, people)


@executes(TellSurveyDone)
def tell_done(command: TellSurveyDone, ctx: Context) -> SurveyDoneTold | CannotSurvey | NoSuchSurvey:
    """Once; the clock tells whoever answered."""
    survey = run_here(ctx, command.survey, (SurveyState.CLOSED,), Why.NOT_ENDED)
    text = command.text.strip()
    if not text:
        return CannotSurvey(Why.WORDS, survey.id)
    if survey.done is not None:
        return CannotSurvey(Why.TOLD, survey.id, survey.done_at)
    change_survey(ctx.uow, survey.id, done=text, done_at=ctx.now)
    ctx.uow.wake = True
    return SurveyDoneTold(ref(ctx, survey), turnout(ctx.uow, [survey.id])[survey.id][0])


def _question(text: str, form: Form | None, choices: str) -> tuple[Form, str, tuple[str, ...]]:
    """Where nothing is said of how it is answered, choices make it one of choice, and none one of words. Raises Refuse."""
    if not text.strip():
        raise Refuse(CannotSurvey(Why.QUESTION))
    parts = tuple(part.strip() for part in _BETWEEN.split(choices) if part.strip())
    how = form or (Form.ONE if parts else Form.WORDS)
    if not fits_choices(how, parts):
        raise Refuse(CannotSurvey(Why.CHOICES))
    return how, text.strip(), parts


def _counts(ctx: Context, survey: SurveyRow) -> Counts:
    return counts(ctx.uow, survey.asked, area_asked(ctx, survey.places), ctx.now)


def _preview(ctx: Context, number: int) -> SurveyPreview:
    survey = survey_by_id(ctx.uow, number)
    assert survey is not None
    people = _counts(ctx, survey)
    names = tuple(ctx.places.full_name(place) for place in survey.places if place in ctx.places.nodes)
    questions = tuple(line(each) for each in questions_of(ctx.uow, [number]))
    return SurveyPreview(
        ref(ctx, survey), survey.asked, names, survey.starts_at, questions, people.reached, people.muted,
        max(people.people - people.reached - people.muted, 0),
    )  # fmt: skip
