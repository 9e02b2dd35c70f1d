"""A residents' vote goes out: the boxes stand ready, and the clock tells each who may vote."""

from governance.surveys.kinds import SurveyState
from handlers.context import Context
from handlers.surveys.finding import ref
from handlers.surveys.outcomes import CannotSurvey, ResidentVoteOpened, Why
from storage.surveys.answers import make_boxes
from storage.surveys.people import Counts
from storage.surveys.rows import SurveyRow, change_survey


def release(ctx: Context, survey: SurveyRow, people: Counts) -> ResidentVoteOpened | CannotSurvey:
    """Whoever muted notices may vote all the same, and counts."""
    voters = people.reached + people.muted
    if not voters:
        return CannotSurvey(Why.NO_VOTER)
    if survey.anonymous:
        make_boxes(ctx.uow, survey.id, voters)
    change_survey(ctx.uow, survey.id, state=SurveyState.SENDING)
    ctx.uow.wake = True
    return ResidentVoteOpened(ref(ctx, survey), voters)
