"""The year's cases in the browser: proposed, voted on, counted again; no count is shown before the end."""

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue

from bot.parameters import takes
from bot.parameters import year as year_asked
from console import case_texts, texts
from console.command_forms import CommandForm, Spot, form_view, schema_of, submitted
from console.parts import Console, guarded, nonce, page, staff, told
from governance.clock import local_day
from governance.permissions import Act
from handlers.cases.commands import OpenCaseBallot, ProposeCase, RecountCases
from handlers.office.cases import cases_for

_DO, _YEAR = case_texts.DO, {"year": case_texts.YEAR_HINT}
FORMS: dict[str, CommandForm] = {
    "propose": CommandForm(ProposeCase, _DO["propose"], needs=("ticket", "title", "story")),
    "open": CommandForm(OpenCaseBallot, _DO["open"], hints={**_YEAR, "days": case_texts.DAYS_HINT}, asked=("anyway",)),
    "recount": CommandForm(RecountCases, _DO["recount"], hints=_YEAR, plain=True),
}
"""What can be done on the page, each the form of a command."""
YEAR = year_asked("year", texts.ASKED["year"])


def case_pages(blueprint: Blueprint, console: Console) -> None:
    """The page and its forms."""

    @blueprint.get("/cases")
    @guarded(console, Act.RUN_CASES)
    @takes(YEAR)
    def cases(year: int | None) -> ResponseReturnValue:
        shown = year or local_day(console.clock(), console.config.zone).year
        with console.reading() as ctx:
            found = cases_for(ctx, shown)
        opens = staff().may(Act.OPEN_CASES)
        forms = [form_view(do, form, {}, {}, _spot()) for do, form in FORMS.items() if opens or do != "open"]
        return page("cases.html", c=case_texts, found=found, forms=forms, nonce=nonce(), now=console.clock())

    @blueprint.post("/cases")
    @guarded(console, Act.RUN_CASES)
    @takes(of_form=lambda: schema_of(FORMS))
    def run_cases() -> ResponseReturnValue:
        """Does the command of the form; the same form sent twice is done once."""
        sent = dict(request.form.items())
        form = FORMS.get(sent.get("do", ""))
        return told(texts.NO_SUCH_ACT, 400) if form is None else submitted(console, sent["do"], form, sent, _spot())


def _spot() -> Spot:
    return Spot(url_for("console.run_cases"))
