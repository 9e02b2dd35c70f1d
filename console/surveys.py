"""Surveys in the browser: written, looked at, sent, followed, read and answered to."""

from typing import Any

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue

from bot.parameters import takes
from console import survey_texts
from console.command_forms import CommandForm, FormView, Spot, done_of, form_view, schema_of
from console.exporting import exported
from console.parts import Console, guarded, missing, nonce, page, staff
from governance.permissions import Act
from handlers.office.surveys import ANSWER_FIELDS, answer_records, survey_page, surveys_page
from handlers.surveys import words
from handlers.surveys.commands import (
    AddSurveyQuestion,
    DraftSurvey,
    DropSurvey,
    DropSurveyQuestion,
    EndSurvey,
    LinkSurvey,
    SendSurvey,
    TellSurveyDone,
)

CHANGED = "surveys-changed"
"""The event in the browser upon which the page's parts are fetched anew."""
_DO, _HINTS, _HERE = survey_texts.DO, survey_texts.HINTS, ("survey",)
_DRAFT_HINTS = {name: _HINTS[name] for name in ("title", "where", "choices", "form", "asked", "starts", "question")}

FORMS: dict[str, CommandForm] = {
    "draft": CommandForm(DraftSurvey, _DO["draft"], hints=_DRAFT_HINTS, needs=("title", "ends")),
    "add": CommandForm(
        AddSurveyQuestion, _DO["add"], _HERE, hints={"choices": _HINTS["choices"], "form": _HINTS["form"]}, needs=("question",)
    ),
    "remove": CommandForm(DropSurveyQuestion, _DO["remove"], ("survey", "question"), plain=True),
    "send": CommandForm(SendSurvey, _DO["send"], _HERE),
    "drop": CommandForm(DropSurvey, _DO["drop"], _HERE, plain=True),
    "end": CommandForm(EndSurvey, _DO["end"], _HERE, plain=True),
    "link": CommandForm(LinkSurvey, _DO["link"], _HERE, plain=True, needs=("about",)),
    "done": CommandForm(TellSurveyDone, _DO["done"], _HERE, needs=("text",)),
}  # fmt: skip
"""What can be done on the pages, each the form of a command."""


def survey_pages(blueprint: Blueprint, console: Console) -> None:
    """The pages, what is done there, and the file of a survey's answers."""
    _page_of_all(blueprint, console)
    _page_of_one(blueprint, console)

    @blueprint.post("/surveys")
    @guarded(console, Act.RUN_SURVEYS)
    @takes(of_form=lambda: schema_of(FORMS))
    def do_survey() -> ResponseReturnValue:
        """Does the command of the form; the same form sent twice is done once."""
        return done_of(console, FORMS, _spot, CHANGED)


def _page_of_all(blueprint: Blueprint, console: Console) -> None:
    @blueprint.get("/surveys")
    @guarded(console, Act.RUN_SURVEYS)
    def surveys() -> ResponseReturnValue:
        return page("surveys.html", live=CHANGED, **_all(console))

    @blueprint.get("/surveys/live")
    @guarded(console, Act.RUN_SURVEYS, polled=True)
    def surveys_live() -> ResponseReturnValue:
        return page("surveys_live.html", **_all(console))


def _page_of_one(blueprint: Blueprint, console: Console) -> None:
    @blueprint.get("/surveys/<row:survey_id>")
    @guarded(console, Act.RUN_SURVEYS)
    def survey(survey_id: int) -> ResponseReturnValue:
        shown = _one(console, survey_id)
        return missing() if shown is None else page("survey.html", live=CHANGED, **shown)

    @blueprint.get("/surveys/<row:survey_id>/live")
    @guarded(console, Act.RUN_SURVEYS, polled=True)
    def survey_live(survey_id: int) -> ResponseReturnValue:
        shown = _one(console, survey_id)
        return missing() if shown is None else page("survey_live.html", **shown)

    @blueprint.get("/surveys/<row:survey_id>/answers.csv")
    @guarded(console, Act.RUN_SURVEYS)
    @takes(gives=("text/csv",))
    def survey_file(survey_id: int) -> ResponseReturnValue:
        """What came of a survey; nobody stands beside their answer."""
        with console.reading() as ctx:
            if survey_page(ctx, staff(), survey_id) is None:
                return missing()
            return exported(
                console, Act.RUN_SURVEYS, f"survey-{survey_id}.csv", ANSWER_FIELDS,
                lambda places: answer_records(ctx, survey_id, places),
            )  # fmt: skip


def _all(console: Console) -> dict[str, Any]:
    with console.reading() as ctx:
        found = surveys_page(ctx, staff())
    return {"entries": found, **_common()}


def _one(console: Console, number: int) -> dict[str, Any] | None:
    with console.reading() as ctx:
        found = survey_page(ctx, staff(), number)
    return None if found is None else {"shown": found, "row": found.entry.row, **_common()}


def _common() -> dict[str, Any]:
    return {"s": survey_texts, "w": words, "nonce": nonce(), "form_of": _blank}


def _spot(do: str, given: dict[str, Any]) -> Spot:
    named = [str(given[name]) for name in FORMS[do].given if given.get(name)]
    return Spot(url_for("console.do_survey"), "-".join((do, *named)))


def _blank(do: str, **given: Any) -> FormView:
    """A form of the page before anybody has typed in it."""
    return form_view(do, FORMS[do], given, {}, _spot(do, given))
