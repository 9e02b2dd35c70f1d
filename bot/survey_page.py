"""The page of what surveys came to and what was done about them, that anybody may open."""

from collections.abc import Sequence
from html import escape

from flask import Blueprint, Response

from bot import texts
from bot.pages import HEADERS, PublicPages, page
from governance.surveys.doings import Doing, DoingKind
from handlers.surveys import words
from handlers.surveys.public import OpenSurvey, surveys_publicly
from handlers.surveys.results import QuestionResult

_PAGES = {DoingKind.PROJECT: "/projects", DoingKind.RESOLUTION: "/resolutions"}


def survey_page(pages: PublicPages) -> Blueprint:
    """One page: how many chose what, and what was done; nobody's own words."""
    blueprint = Blueprint("surveys", __name__)

    @blueprint.get("/surveys")
    def surveys() -> Response:
        found = surveys_publicly(pages.database, pages.config, pages.clock(), pages.book)
        body = "".join(_entry(each) for each in found) or f"<p>{escape(texts.NO_SURVEYS)}</p>"
        return Response(page(texts.SURVEYS_TITLE, body), mimetype="text/html", headers=HEADERS)

    return blueprint


def _entry(each: OpenSurvey) -> str:
    return texts.SURVEY_ENTRY.format(
        number=each.number, title=escape(each.title), places=escape("、".join(each.places)), people=each.people,
        answered=each.answered, results="".join(_result(result) for result in each.results),
        done=escape(each.done or texts.SURVEY_NOT_DONE), doings=_doings(each.doings), head=texts.SURVEY_HEADS[each.is_vote],
        came=texts.SURVEY_CAME[each.is_vote],
    )  # fmt: skip


def _doings(doings: Sequence[Doing]) -> str:
    """What came of it; where that stands on a page of its own, with the way there."""
    parts = []
    for each in doings:
        name, page_of = escape(words.doings_said([each])), _PAGES.get(each.kind)
        parts.append(name if page_of is None else f'<a href="{page_of}">{name}</a>')
    return texts.SURVEY_DOINGS.format(doings="、".join(parts)) if parts else ""


def _result(result: QuestionResult) -> str:
    lines = [
        texts.SURVEY_CHOICE.format(choice=each.choice, count=each.count, share=each.share) for each in result.choices
    ]
    if result.too_few:
        lines = [texts.SURVEY_TOO_FEW.format(answers=result.answers)]
    lines = lines or [texts.SURVEY_WORDS.format(answers=result.answers)]
    listed = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f"{escape(result.question.text)}<ul>{listed}</ul>"
