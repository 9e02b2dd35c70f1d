"""A vote of all who live at a council's place: a survey of one question, counted by the rule that is told at its start."""

from governance.councils.meetings import MeetingState
from governance.councils.votes import Share
from governance.surveys.kinds import Asked, Form, SurveyState, is_span
from governance.surveys.votes import EachIs
from handlers.catalogue import executes
from handlers.context import Context
from handlers.councils.finding import meeting_run
from handlers.councils.open_words import open_words
from handlers.councils.outcomes import CannotNow, Missing, NoSuch
from handlers.councils.outcomes import Why as CouncilWhy
from handlers.surveys import words
from handlers.surveys.commands import OpenResidentVote
from handlers.surveys.finding import area_asked, instant, ref
from handlers.surveys.outcomes import CannotSurvey, ResidentVoteOpened, Why
from storage.councils.seats import council_by_id
from storage.surveys.answers import make_boxes
from storage.surveys.people import counts
from storage.surveys.rows import add_question, add_survey, change_survey, survey_by_id

LONGEST = 200


@executes(OpenResidentVote)
def open_vote(
    command: OpenResidentVote, ctx: Context
) -> ResidentVoteOpened | CannotSurvey | CannotNow | Missing | NoSuch:
    """Nobody is named in what is voted on; who may vote is counted now, and each is told once by the clock."""
    meeting = meeting_run(ctx, command.meeting)
    if meeting.state is MeetingState.CANCELLED:
        return CannotNow(CouncilWhy.MEETING_OVER, meeting.id)
    text = open_words(ctx, command.text.strip())[:LONGEST]
    ends = instant(ctx, command.ends)
    if not text:
        return CannotSurvey(Why.QUESTION)
    if ends is None or not is_span(None, ends, ctx.now):
        return CannotSurvey(Why.END if ends is None else Why.PAST, at=ends)
    place = council_by_id(ctx.uow, meeting.council_id).place_id
    people = counts(ctx.uow, Asked.VOTERS, area_asked(ctx, (place,)), ctx.now)
    if not people.reached + people.muted:
        return CannotSurvey(Why.NO_VOTER)
    assert ctx.person_id is not None
    number = add_survey(
        ctx.uow, title=text, asked=Asked.VOTERS, places=(place,), anonymous=command.secret, by_id=ctx.person_id,
        created_at=ctx.now, starts_at=None, ends_at=ends, share=(command.share or Share.HALF).value,
        each_is=(EachIs.HOUSEHOLD if command.household else EachIs.PERSON).value,
        least_percent=ctx.config.rules.resident_vote_percent, meeting_id=meeting.id,
    )  # fmt: skip
    add_question(ctx.uow, number, Form.ONE, text, words.VOTE_CHOICES)
    if command.secret:
        make_boxes(ctx.uow, number, people.reached + people.muted)
    change_survey(ctx.uow, number, state=SurveyState.SENDING)
    ctx.uow.wake = True
    survey = survey_by_id(ctx.uow, number)
    assert survey is not None
    return ResidentVoteOpened(ref(ctx, survey), people.reached + people.muted)
