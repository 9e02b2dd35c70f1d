"""Words that are said to a survey: by its number to the letter, or as the answer to its open question."""

from typing import Any

from governance.surveys.answers import answer_in
from governance.surveys.kinds import Form
from handlers.surveys.commands import AnswerSurvey, ShowSurveys
from understanding.hazard import Hazard
from understanding.survey_told import survey_told


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


def chosen(data: dict[str, Any], text: str) -> AnswerSurvey | None:
    """A choice of the open question, by number or in its words; None for any other words, and where words are wanted."""
    form = Form(data["form"])
    if form is Form.WORDS or answer_in(form, data["choices"], text) is None:
        return None
    return AnswerSurvey(data["survey"], data["question"], text)


def in_own_words(data: dict[str, Any], text: str) -> AnswerSurvey | None:
    """Words for an open question that wants words."""
    return AnswerSurvey(data["survey"], data["question"], text) if Form(data["form"]) is Form.WORDS else None
