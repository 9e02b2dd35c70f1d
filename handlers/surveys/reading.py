"""Words that are said to a survey: by its number to the letter, or as the answer to its open question."""

from typing import Any

from governance.councils.votes import Share
from governance.surveys.answers import answer_in
from governance.surveys.kinds import Form
from handlers.context import Here
from handlers.reporting.whereabouts import says_only_a_place
from handlers.surveys.commands import AnswerSurvey, DraftResidentVote, DropSurvey, SendSurvey, ShowSurveys
from understanding.council_told import meeting_said, without_numbers
from understanding.hazard import Hazard
from understanding.normalise import normalise
from understanding.place_search import decided, search
from understanding.survey_told import survey_told, until_in, vote_sent, vote_told
from understanding.time_told import time_told


def said_to_survey(text: str, hazard: Hazard | None) -> AnswerSurvey | ShowSurveys | None:
    """意见3 2; None for what is said to none, and for words that tell of a danger: that is reported, whatever it is said to."""
    told = survey_told(text)
    if told is None:
        return None
    if told.survey is None:
        return ShowSurveys()
    if hazard is not None and hazard.sure and not told.by_number:
        return None
    return AnswerSurvey(told.survey, told.question, told.said)


def said_of_vote(text: str, hazard: Hazard | None, here: Here) -> DraftResidentVote | SendSurvey | DropSurvey | None:
    """居民表决：要不要装充电棚，到周五晚8点，梧桐里1号院; 发出居民表决3. None for other words, and for what tells of a danger."""
    decided_on = vote_sent(text)
    if decided_on is not None:
        number, goes = decided_on
        return SendSurvey(number) if goes else DropSurvey(number)
    told = vote_told(text)
    if told is None or (hazard is not None and hazard.sure):
        return None
    what: list[str] = []
    ends, where, meeting = None, None, None
    for clause in told.clauses:
        words = normalise(clause)
        until = until_in(words) if what else ""
        when = time_told(until, here.local) if until else None
        place = decided(search(here.places, words, None)) if what and says_only_a_place(here.places, words) else None
        if when is not None and (when.end or when.start):
            ends = when.end or when.start
        elif place is not None:
            where = place.place
        elif what and meeting_said(clause) is not None and not without_numbers(clause):
            meeting = meeting_said(clause)
        else:
            what.append(clause)
    share = Share.TWO_THIRDS if told.two_thirds else None
    return DraftResidentVote(meeting, "，".join(what), ends, where, share, told.household, told.secret)


def chosen(data: dict[str, Any], text: str) -> AnswerSurvey | None:
    """A choice of the open question, by number or in its words; None for any other words, and where words are wanted."""
    form = Form(data["form"])
    if form is Form.WORDS or answer_in(form, data["choices"], text) is None:
        return None
    return AnswerSurvey(data["survey"], data["question"], text)


def in_own_words(data: dict[str, Any], text: str) -> AnswerSurvey | None:
    """Words for an open question that wants words."""
    return AnswerSurvey(data["survey"], data["question"], text) if Form(data["form"]) is Form.WORDS else None
