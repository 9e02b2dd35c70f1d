"""Which survey is meant, whether it is the sender's to run, and how it is spoken of."""

from collections.abc import Collection, Sequence
from datetime import datetime

from governance.permissions import Act
from governance.surveys.kinds import SurveyState
from handlers.area_notices.audience import outermost, places_inside
from handlers.context import Context
from handlers.outcomes import Refuse
from handlers.posts import not_allowed, require
from handlers.reporting.overseen_area import Area, own_area
from handlers.surveys.outcomes import CannotSurvey, NoSuchSurvey, QuestionLine, SurveyRef, VoteRule, WhereToAsk, Why
from storage.surveys.rows import QuestionRow, SurveyRow, lock_survey, questions_of, survey_by_id
from understanding.places_told import places_told


def ref(ctx: Context, row: SurveyRow) -> SurveyRef:
    """A survey as it is spoken of."""
    rule = None
    if row.share is not None and row.each_is is not None and row.least_percent is not None:
        rule = VoteRule(row.share, row.each_is, row.least_percent)
    return SurveyRef(row.id, row.title, row.anonymous, len(questions_of(ctx.uow, [row.id])), row.ends_at, rule)


def line(row: QuestionRow) -> QuestionLine:
    """A question as people read it."""
    return QuestionLine(row.position, row.form, row.text, row.choices)


def run_here(ctx: Context, number: int, states: Collection[SurveyState], why: Why) -> SurveyRow:
    """The survey, locked, where it is the sender's to run and in one of these states. Raises Refuse."""
    require(ctx, Act.RUN_SURVEYS)
    found = survey_by_id(ctx.uow, number)
    if found is None or not holds(ctx, own_area(ctx, Act.RUN_SURVEYS).places, found.places):
        raise Refuse(NoSuchSurvey(number))
    survey = lock_survey(ctx.uow, number)
    if survey.state not in states:
        raise Refuse(CannotSurvey(why, number))
    return survey


def holds(ctx: Context, own: Collection[int] | None, places: Sequence[int]) -> bool:
    """Whether all these places lie in what is somebody's own (None: everything)."""
    known = [place for place in places if place in ctx.places.nodes]
    return own is None or (bool(known) and all(place in own for place in known))


def area_asked(ctx: Context, places: Sequence[int]) -> frozenset[int] | None:
    """The places whose people are asked; None: the whole subdistrict."""
    return places_inside(ctx, places)


def where_to_ask(ctx: Context, said: str) -> tuple[int, ...]:
    """The places that are named, all of them the sender's business; all that is theirs where none is. Raises Refuse."""
    own = own_area(ctx, Act.RUN_SURVEYS)
    if not said.strip():
        return outermost(ctx, ctx.places.roots() if own.places is None else own.places)
    told = places_told(ctx.places, said.strip())
    near = [place for place in told.unclear if own.holds(place)]
    if told.unknown or (told.unclear and len(near) != 1) or not (told.places or near):
        raise Refuse(WhereToAsk(said.strip(), tuple(ctx.places.full_name(place) for place in near or told.unclear)))
    places = [*told.places, *near]
    foreign = [place for place in places if not _all_theirs(ctx, own, place)]
    if foreign:
        raise Refuse(not_allowed(ctx, Act.RUN_SURVEYS, foreign[0]))
    return outermost(ctx, places)


def instant(ctx: Context, said: datetime | None) -> datetime | None:
    """What a form sends has no zone: it is the subdistrict's clock."""
    return said if said is None or said.tzinfo is not None else said.replace(tzinfo=ctx.config.zone)


def _all_theirs(ctx: Context, own: Area, place: int) -> bool:
    inside = places_inside(ctx, [place])
    return own.places is None or (inside is not None and inside <= frozenset(own.places))
