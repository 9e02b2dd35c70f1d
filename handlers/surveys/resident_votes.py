"""A vote of all who live at a council's place: a survey of one question, counted by the rule that is told at its start."""

from governance.councils.meetings import MeetingState
from governance.councils.votes import Share
from governance.surveys.kinds import Asked, Form, is_span
from governance.surveys.votes import EachIs
from handlers.catalogue import executes
from handlers.context import Context
from handlers.councils.finding import meeting_over, meeting_run
from handlers.councils.open_words import open_words
from handlers.councils.outcomes import CannotNow, Missing, NoSuch, WhichOne
from handlers.councils.outcomes import Why as CouncilWhy
from handlers.outcomes import Refuse
from handlers.surveys import words
from handlers.surveys.commands import DraftResidentVote, OpenResidentVote
from handlers.surveys.finding import area_asked, instant, ref
from handlers.surveys.outcomes import CannotSurvey, ResidentVoteOpened, ResidentVotePreview, Why
from handlers.surveys.releasing import release
from storage.councils.meetings import MeetingRow
from storage.councils.seats import council_by_id
from storage.surveys.people import Counts, counts
from storage.surveys.rows import SurveyRow, add_question, add_survey, survey_by_id

LONGEST = 200


@executes(OpenResidentVote)
def open_vote(
    command: OpenResidentVote, ctx: Context
) -> ResidentVoteOpened | CannotSurvey | CannotNow | Missing | NoSuch:
    """Nobody is named in what is voted on; who may vote is counted now, and each is told once by the clock."""
    meeting = meeting_run(ctx, command.meeting)
    return release(ctx, *_written(ctx, command, meeting, council_by_id(ctx.uow, meeting.council_id).place_id))


@executes(DraftResidentVote)
def draft_vote(
    command: DraftResidentVote, ctx: Context
) -> ResidentVotePreview | CannotSurvey | CannotNow | Missing | NoSuch | WhichOne:
    """Written and counted, for whoever runs the council to look at; it goes out when they say so."""
    if not command.text.strip():
        return CannotSurvey(Why.VOTE_WORDS)
    if command.ends is None:
        return CannotSurvey(Why.VOTE_END)
    meeting = _meeting(ctx, command)
    place = command.where or council_by_id(ctx.uow, meeting.council_id).place_id
    survey, people = _written(ctx, command, meeting, place)
    return ResidentVotePreview(ref(ctx, survey), ctx.places.full_name(place), people.reached + people.muted)


def _meeting(ctx: Context, command: DraftResidentVote) -> MeetingRow:
    """The one that is named, else the only one whose council has the place that is named. Raises Refuse."""
    if command.where is None:
        return meeting_run(ctx, command.meeting)
    if command.meeting is None:
        return meeting_over(ctx, command.where)
    meeting = meeting_run(ctx, command.meeting)
    if council_by_id(ctx.uow, meeting.council_id).place_id not in ctx.places.line_of(command.where):
        raise Refuse(CannotSurvey(Why.ELSEWHERE, said=ctx.places.full_name(command.where)))
    return meeting


def _written(
    ctx: Context, command: OpenResidentVote | DraftResidentVote, meeting: MeetingRow, place: int
) -> tuple[SurveyRow, Counts]:
    """The vote as a draft, and who may vote. Raises Refuse."""
    if meeting.state is MeetingState.CANCELLED:
        raise Refuse(CannotNow(CouncilWhy.MEETING_OVER, meeting.id))
    text = open_words(ctx, command.text.strip())[:LONGEST]
    ends = instant(ctx, command.ends)
    if not text:
        raise Refuse(CannotSurvey(Why.QUESTION))
    if ends is None or not is_span(None, ends, ctx.now):
        raise Refuse(CannotSurvey(Why.END if ends is None else Why.PAST, at=ends))
    people = counts(ctx.uow, Asked.VOTERS, area_asked(ctx, (place,)), ctx.now)
    if not people.reached + people.muted:
        raise Refuse(CannotSurvey(Why.NO_VOTER))
    assert ctx.person_id is not None
    number = add_survey(
        ctx.uow, title=text, asked=Asked.VOTERS, places=(place,), anonymous=command.secret, by_id=ctx.person_id,
        created_at=ctx.now, starts_at=None, ends_at=ends, share=(command.share or Share.HALF).value,
        each_is=(EachIs.HOUSEHOLD if command.household else EachIs.PERSON).value,
        least_percent=ctx.config.rules.resident_vote_percent, meeting_id=meeting.id,
    )  # fmt: skip
    add_question(ctx.uow, number, Form.ONE, text, words.VOTE_CHOICES)
    survey = survey_by_id(ctx.uow, number)
    assert survey is not None
    return survey, people
