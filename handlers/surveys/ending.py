"""A survey ends: no answer counts any more, marks of anonymous ones go, and who made it hears of it."""

from governance.notices import NoticeKind
from governance.surveys.kinds import SurveyState
from handlers.context import Context
from handlers.notices import tell
from handlers.surveys import words
from storage.serving import followed_accounts
from storage.surveys.answers import take_off_marks
from storage.surveys.people import turnout
from storage.surveys.rows import SurveyRow, change_survey


def end_now(ctx: Context, survey: SurveyRow) -> tuple[int, int]:
    """How many answered, and how many were asked; the caller holds the survey's lock."""
    if survey.anonymous:
        take_off_marks(ctx.uow, survey)
    change_survey(ctx.uow, survey.id, state=SurveyState.CLOSED, closed_at=ctx.now)
    answered, people = turnout(ctx.uow, [survey.id])[survey.id]
    text = words.OVER.format(n=survey.id, title=words.short(survey.title), answered=answered, people=people)
    accounts = followed_accounts(ctx.uow, [survey.by_id])
    tell(ctx, accounts, f"survey:{survey.id}:over", NoticeKind.SURVEY_OVER, text, again=True)
    return answered, people
