"""A survey ends: no answer counts any more, marks of anonymous ones go, and who made it hears of it."""

from governance.notices import NoticeKind
from governance.surveys.kinds import SurveyState
from governance.surveys.votes import result_of
from handlers.context import Context
from handlers.notices import tell
from handlers.surveys import words
from handlers.surveys.finding import area_asked, ref
from storage.serving import followed_accounts
from storage.surveys.answers import answers_of, drop_answers, take_off_marks
from storage.surveys.ballots import voters_of
from storage.surveys.people import turnout
from storage.surveys.rows import SurveyRow, change_survey, survey_by_id


def end_now(ctx: Context, survey: SurveyRow) -> tuple[int, int]:
    """How many answered, and how many were asked; the caller holds the survey's lock."""
    moved, units = _voters(ctx, survey) if survey.is_vote else (frozenset[int](), 0)
    drop_answers(ctx.uow, survey, moved)
    if survey.anonymous:
        take_off_marks(ctx.uow, survey)
    change_survey(ctx.uow, survey.id, state=SurveyState.CLOSED, closed_at=ctx.now)
    answered, people = turnout(ctx.uow, [survey.id])[survey.id]
    if survey.is_vote:
        text = _counted(ctx, survey.id, len(moved), units)
    else:
        text = words.OVER.format(n=survey.id, title=words.short(survey.title), answered=answered, people=people)
    accounts = followed_accounts(ctx.uow, [survey.by_id])
    tell(ctx, accounts, f"survey:{survey.id}:over", NoticeKind.SURVEY_OVER, text, again=True)
    return answered, people


def _voters(ctx: Context, survey: SurveyRow) -> tuple[frozenset[int], int]:
    """Who has voted and lives there no more; and how many people, or households, have a vote now."""
    voters = voters_of(ctx.uow, survey, area_asked(ctx, survey.places))
    there = {each.unit for each in voters if each.lives_there}
    return frozenset(each.unit for each in voters if each.answered and each.unit not in there), len(there)


def _counted(ctx: Context, survey_id: int, moved: int, units: int) -> str:
    """A vote's result is written, to be told to whoever voted; what its secretary hears."""
    survey = survey_by_id(ctx.uow, survey_id)
    assert survey is not None
    about = ref(ctx, survey)
    assert about.rule is not None
    answers = [each for found in answers_of(ctx.uow, survey).values() for each in found]
    result = result_of(answers, units, moved, about.rule.share, about.rule.percent)
    said = words.result_said(result, about.rule)
    change_survey(ctx.uow, survey.id, passed=result.passed, done=said, done_at=ctx.now)
    ctx.uow.wake = True
    return words.VOTE_OVER.format(n=survey.id, title=words.short(survey.title), result=said)
