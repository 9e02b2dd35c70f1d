"""Enterprises' requests in the browser: a month's figures by kind, each request, and the file."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue

from bot.parameters import month as month_asked
from bot.parameters import takes
from console import request_texts, texts
from console.command_forms import CommandForm, Spot, done_of, form_view, schema_of
from console.exporting import exported
from console.parts import XLSX, Console, guarded, nonce, page, staff
from governance.days import month_of
from governance.permissions import Act
from handlers.office.requests import requests_of, requests_page
from handlers.requests.office_commands import FileRequestForUnit

_W = request_texts
FORMS = {
    "file": CommandForm(
        FileRequestForUnit, _W.FILE_FOR_UNIT, needs=("unit", "text"),
    )
}  # fmt: skip
"""What can be done on the page."""
MONTH = month_asked("month", texts.ASKED["month"])


def request_pages(blueprint: Blueprint, console: Console) -> None:
    """The page and its file."""

    @blueprint.get("/requests")
    @guarded(console, Act.ASSESS)
    @takes(MONTH)
    def requests(month: date | None) -> ResponseReturnValue:
        with console.reading() as ctx:
            found = requests_page(ctx, staff(), month)
        form = form_view("file", FORMS["file"], {}, {}, _spot("file", {}))
        return page("requests.html", w=_W, found=found, now=console.clock(), form=form, nonce=nonce())

    @blueprint.post("/requests")
    @guarded(console, Act.ASSESS)
    @takes(of_form=lambda: schema_of(FORMS))
    def do_request() -> ResponseReturnValue:
        """Files a request for a unit; the same form sent twice is done once."""
        return done_of(console, FORMS, _spot, _W.CHANGED)

    @blueprint.get("/requests.xlsx")
    @guarded(console, Act.ASSESS)
    @takes(MONTH, gives=(XLSX,))
    def request_file(month: date | None) -> ResponseReturnValue:
        with console.reading() as ctx:
            asked = month or month_of(ctx.today)
        name = f"requests-{asked:%Y-%m}.xlsx"
        return exported(
            console, Act.ASSESS, name, _W.FIELDS, lambda places: _rows(console, asked, places), month=f"{asked:%Y-%m}"
        )


def _rows(console: Console, month: date, places: Collection[int] | None) -> Iterable[dict[str, Any]]:
    zone = console.config.zone
    with console.reading() as ctx:
        found = requests_of(ctx, month, places)
    for each in found:
        both = (each.facts.contact, each.facts.answer)
        instants = [at for promise in both for at in ((promise.due_at, promise.met_at) if promise else (None, None))]
        told = [None if at is None else f"{at.astimezone(zone):%Y-%m-%d %H:%M}" for at in instants]
        cells = (
            each.number, each.unit or _W.NO_UNIT, _W.kind_said(each.facts.kind), each.summary,
            texts.STATE[each.state.value], f"{each.opened_at.astimezone(zone):%Y-%m-%d %H:%M}", *told,
        )  # fmt: skip
        yield dict(zip(_W.FIELDS, cells, strict=True))


def _spot(do: str, _given: dict[str, Any]) -> Spot:
    return Spot(url_for("console.do_request"), do)
