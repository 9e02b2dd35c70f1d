"""Enterprises' requests in the browser: a month's figures by kind, each request, and the file."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from flask import Blueprint
from flask.typing import ResponseReturnValue

from bot.parameters import month as month_asked
from bot.parameters import takes
from console import request_texts, texts
from console.exporting import exported
from console.parts import XLSX, Console, guarded, page, staff
from governance.days import month_of
from governance.permissions import Act
from handlers.office.requests import requests_of, requests_page

_W = request_texts
MONTH = month_asked("month", texts.ASKED["month"])


def request_pages(blueprint: Blueprint, console: Console) -> None:
    """The page and its file."""

    @blueprint.get("/requests")
    @guarded(console, Act.ASSESS)
    @takes(MONTH)
    def requests(month: date | None) -> ResponseReturnValue:
        with console.reading() as ctx:
            found = requests_page(ctx, staff(), month)
        return page("requests.html", w=_W, found=found, now=console.clock())

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
