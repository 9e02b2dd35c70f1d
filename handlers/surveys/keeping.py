"""An answer is kept, whether it came by chat or on a page: one a person, or a household, and question."""

from collections.abc import Mapping

from governance.notices import NoticeKind
from governance.surveys.kinds import takes_answers
from governance.surveys.votes import EachIs
from handlers.context import Context
from handlers.surveys import words
from handlers.surveys.finding import area_asked
from storage.outbox import enqueue_notification
from storage.surveys.answers import keep_answer
from storage.surveys.ballots import household_voted, lives_there, unit_of
from storage.surveys.people import note_answered
from storage.surveys.rows import SurveyRow, lock_survey
from storage.unit_of_work import UnitOfWork


def unit_in(uow: UnitOfWork, survey: SurveyRow, asked_id: int) -> int:
    """As whom an answer is kept: the person, or the first of the household that was asked."""
    return unit_of(uow, survey.id, asked_id) if survey.each_is is EachIs.HOUSEHOLD else asked_id


def has_moved(ctx: Context, survey: SurveyRow, account_id: int, person_id: int | None) -> bool:
    """Whether somebody has no vote any more since they live elsewhere now; an opinion they keep."""
    return survey.is_vote and not lives_there(ctx.uow, account_id, person_id, area_asked(ctx, survey.places))


def keep(ctx: Context, survey: SurveyRow, asked_id: int, unit: int, answers: Mapping[int, str]) -> bool:
    """Keeps answers by question, in place of earlier ones; False where it ended at this moment, and then none of them.

    An open vote is locked: none comes in while it is counted. Anonymous ones wait for each other at their box.
    """
    if survey.is_vote and not survey.anonymous:
        survey = lock_survey(ctx.uow, survey.id)
        if not takes_answers(survey.state, survey.ends_at, ctx.now):
            return False
    for question, kept in answers.items():
        if not keep_answer(ctx.uow, survey, unit, question, kept, ctx.now):
            return False
    note_answered(ctx.uow, asked_id)
    if survey.each_is is EachIs.HOUSEHOLD:
        _tell_household(ctx, survey, asked_id)
    return True


def _tell_household(ctx: Context, survey: SurveyRow, asked_id: int) -> None:
    """Nobody looks whether a room is somebody's: whose vote another one takes the place of hears of it, once of each."""
    text = words.REPLACED.format(n=survey.id, title=words.short(survey.title))
    for account in household_voted(ctx.uow, survey.id, asked_id):
        enqueue_notification(
            ctx.uow, dedupe_key=f"survey:{survey.id}:replaced:{asked_id}:{account}", account_id=account,
            kind=NoticeKind.SURVEY_NEWS, text=text, now=ctx.now, valid_until=survey.ends_at,
        )  # fmt: skip
        ctx.uow.wake = True
