"""The yearly evaluation in the browser: drafted, objections settled, published, counted again; and the communities' brands."""

from typing import Any

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue

from bot.parameters import takes
from bot.parameters import year as year_asked
from console import evaluation_texts, texts
from console.command_forms import CommandForm, FormView, Spot, done_of, form_view, schema_of
from console.exporting import exported
from console.parts import Console, guarded, missing, nonce, page, staff
from governance.clock import local_day
from governance.permissions import Act
from handlers.evaluation.commands import (
    DraftEvaluation,
    KeepBrand,
    PublishEvaluation,
    RecountEntry,
    RecountEvaluation,
    SettleEvaluation,
)
from handlers.office.evaluation import FIELDS, evaluation_for, evaluation_records, has_round

CHANGED = "evaluation-changed"
"""The event in the browser upon which the page is fetched anew."""
_T = evaluation_texts
_DO, _NOTE, _ROUND = _T.DO, {"note": _T.NOTE_HINT}, ("round",)
FORMS: dict[str, CommandForm] = {
    "draft": CommandForm(DraftEvaluation, _DO["draft"], hints={"year": _T.YEAR_HINT}),
    "uphold": CommandForm(
        SettleEvaluation, _DO["uphold"], ("number",), {"upheld": "1"}, _NOTE, needs=("points", "note")
    ),
    "dismiss": CommandForm(
        SettleEvaluation, _DO["dismiss"], ("number",), {"upheld": "0", "points": "", "less": ""}, _NOTE, True, ("note",)
    ),
    "anew": CommandForm(RecountEntry, _DO["anew"], ("number",), hints=_NOTE, plain=True, needs=("note",)),
    "publish": CommandForm(PublishEvaluation, _DO["publish"], _ROUND),
    "recount": CommandForm(RecountEvaluation, _DO["recount"], _ROUND, plain=True),
    "brand": CommandForm(
        KeepBrand, _DO["brand"], hints={"community": _T.OWN_COMMUNITY, "year": _T.YEAR_HINT}, needs=("title", "story")
    ),
}
"""What can be done on the page, each the form of a command."""
YEAR = year_asked("year", texts.ASKED["year"])


def evaluation_pages(blueprint: Blueprint, console: Console) -> None:
    """The page, its forms, and a round as a file."""

    @blueprint.get("/evaluation")
    @guarded(console, Act.RUN_EVALUATION)
    @takes(YEAR)
    def evaluation(year: int | None) -> ResponseReturnValue:
        return page("evaluation.html", live=CHANGED, **_shown(console, year))

    @blueprint.get("/evaluation/live")
    @guarded(console, Act.RUN_EVALUATION)
    @takes(YEAR)
    def evaluation_live(year: int | None) -> ResponseReturnValue:
        return page("evaluation_live.html", **_shown(console, year))

    @blueprint.post("/evaluation")
    @guarded(console, Act.RUN_EVALUATION)
    @takes(of_form=lambda: schema_of(FORMS))
    def run_evaluation() -> ResponseReturnValue:
        """Does the command of the form; the same form sent twice is done once."""
        return done_of(console, FORMS, lambda _do, _sent: Spot(url_for("console.run_evaluation")), CHANGED)

    @blueprint.get("/evaluation/<row:round_id>.xlsx")
    @guarded(console, Act.RUN_EVALUATION)
    def evaluation_file(round_id: int) -> ResponseReturnValue:
        """A round of their places."""
        with console.reading() as ctx:
            if not has_round(ctx, round_id):
                return missing()

        def rows(places: Any) -> list[dict[str, Any]]:
            with console.reading() as ctx:
                return list(evaluation_records(ctx, round_id, places))

        return exported(console, Act.RUN_EVALUATION, f"evaluation-{round_id}.xlsx", FIELDS, rows)


def _shown(console: Console, year: int | None) -> dict[str, Any]:
    shown = year or local_day(console.clock(), console.config.zone).year
    with console.reading() as ctx:
        found = evaluation_for(ctx, staff(), shown)
    return {"shown": found, "e": _T, "nonce": nonce(), "form_of": _blank, "asked": request.args.get("year", "")}


def _blank(do: str, **given: Any) -> FormView:
    """A form of the page before anybody has typed in it."""
    return form_view(do, FORMS[do], given, {}, Spot(url_for("console.run_evaluation")))
