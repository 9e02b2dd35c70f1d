"""Visits in the browser: the month's plan and what came of it, what was noted for the few who may read it, and the file."""

from collections.abc import Collection
from datetime import date
from typing import Any

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue

from bot.parameters import month as month_asked
from bot.parameters import takes
from console import texts, visit_texts
from console.command_forms import CommandForm, Spot, form_view, schema_of, submitted
from console.exporting import exported
from console.parts import Console, guarded, missing, nonce, page, staff, told
from governance.clock import local_day
from governance.days import month_of
from governance.permissions import Act
from handlers.office.visits import FIELDS, LOOK_FIELDS, look_records, note_read, plan_records, reason_read, visits_for
from handlers.visits.commands import KeepHousehold, PlanVisits, ReleaseHousehold, SetYardProblem

_DO = visit_texts.DO
FORMS: dict[str, CommandForm] = {
    "plan": CommandForm(PlanVisits, _DO["plan"]),
    "keep": CommandForm(KeepHousehold, _DO["keep"], hints={"said": visit_texts.KEEP_HINT}, needs=("said",)),
    "problem": CommandForm(
        SetYardProblem, _DO["problem"], needs=("yard", "title", "owner"), hints=visit_texts.PROBLEM_HINTS
    ),
    "release": CommandForm(
        ReleaseHousehold, _DO["release"], hints={"said": visit_texts.RELEASE_HINT}, needs=("said",), plain=True
    ),
}
"""What can be done on the page, each the form of a command."""
MONTH = month_asked("month", texts.ASKED["month"])


def visit_pages(blueprint: Blueprint, console: Console) -> None:
    """The page, its forms, the notes and the file."""
    _note_views(blueprint, console)
    _look_file(blueprint, console)

    @blueprint.get("/visits")
    @guarded(console, Act.VISIT)
    @takes(MONTH)
    def visits(month: date | None) -> ResponseReturnValue:
        with console.reading() as ctx:
            found = visits_for(ctx, staff(), month or _this_month(console))
        forms = [form_view(do, form, {}, {}, _spot()) for do, form in FORMS.items()] if found.plans else []
        return page("visits.html", v=visit_texts, found=found, forms=forms, nonce=nonce())

    @blueprint.post("/visits")
    @guarded(console, Act.PLAN_VISITS)
    @takes(of_form=lambda: schema_of(FORMS))
    def plan() -> ResponseReturnValue:
        """Does the command of the form; the same form sent twice is done once."""
        sent = dict(request.form.items())
        form = FORMS.get(sent.get("do", ""))
        return told(texts.NO_SUCH_ACT, 400) if form is None else submitted(console, sent["do"], form, sent, _spot())

    @blueprint.get("/visits.csv")
    @guarded(console, Act.PLAN_VISITS)
    @takes(MONTH, gives=("text/csv",))
    def visits_file(month: date | None) -> ResponseReturnValue:
        """The month's plan of their places, without what was noted."""
        asked = month or _this_month(console)

        def rows(places: Collection[int] | None) -> list[dict[str, Any]]:
            with console.reading() as ctx:
                return list(plan_records(ctx, asked, places))

        return exported(console, Act.PLAN_VISITS, "visits.csv", FIELDS, rows, month=f"{asked:%Y-%m}")


def _look_file(blueprint: Blueprint, console: Console) -> None:
    @blueprint.get("/visits/looks.csv")
    @guarded(console, Act.PLAN_VISITS)
    @takes(gives=("text/csv",))
    def looks_file() -> ResponseReturnValue:
        """The yearly look-backs of their places; nobody is named."""

        def rows(places: Collection[int] | None) -> list[dict[str, Any]]:
            with console.reading() as ctx:
                return list(look_records(ctx, places))

        return exported(console, Act.PLAN_VISITS, "looks.csv", LOOK_FIELDS, rows)


def _note_views(blueprint: Blueprint, console: Console) -> None:
    """What is read one by one, each time with a trace."""

    @blueprint.post("/visits/<row:visit_id>/note")
    @guarded(console, Act.VISIT)
    def visit_note(visit_id: int) -> ResponseReturnValue:
        """What was noted of the people."""
        with console.writing() as ctx:
            found = note_read(ctx, staff(), visit_id)
        return missing() if found is None else told(found or visit_texts.EMPTY_NOTE)

    @blueprint.post("/households/<row:household_id>/reason")
    @guarded(console, Act.PLAN_VISITS)
    def kept_reason(household_id: int) -> ResponseReturnValue:
        """Why a household is kept in view."""
        with console.writing() as ctx:
            found = reason_read(ctx, staff(), household_id)
        return missing() if found is None else told(found)


def _spot() -> Spot:
    return Spot(url_for("console.plan"))


def _this_month(console: Console) -> date:
    return month_of(local_day(console.clock(), console.config.zone))
