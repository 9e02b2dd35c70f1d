"""The ticket board: lists with their counts, filters, search, dangers on top with their clocks; it renews itself."""

from dataclasses import asdict
from functools import partial
from typing import Any

from flask import Blueprint, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from bot.parameters import takes, whole, words
from console import board_texts, texts
from console.board_filters import FILTERS
from console.board_views import PLAIN, address_of, asked_as_kept, opens_at, setup_of
from console.parts import Console, guarded, nonce, page, staff
from governance.permissions import Act
from governance.texts import ROLE
from governance.tickets.nearness import nearness
from handlers.alarms import texts as alarm_texts
from handlers.alarms.jobs import faults_told
from handlers.office.attacks import attacks_to_show
from handlers.office.tickets import Board, board_for
from storage.console.board import version
from storage.console.board_search import PAGE, Wanted

_ASKED = texts.ASKED
RENEWED = (words("v", _ASKED["v"], 60), whole("clock", _ASKED["clock"], 0, 59, 0))


def board_pages(blueprint: Blueprint, console: Console) -> None:
    """The board and the part of it that renews itself."""

    @blueprint.get("/")
    @guarded(console)
    @takes(*FILTERS)
    def home(q: str, **filters: Any) -> ResponseReturnValue:
        """The board; who comes to it anew and has said with which view it opens gets that one."""
        if not request.args:
            with console.reading() as ctx:
                at = opens_at(ctx)
            if at is not None:
                return redirect(at)
        return page("board.html", **_shown(console, Wanted(text=q, **filters)))

    @blueprint.get("/board")
    @guarded(console, polled=True)
    @takes(*FILTERS, *RENEWED)
    def rows(v: str, clock: int, q: str, **filters: Any) -> ResponseReturnValue:
        """204 while nothing has changed since the version that the page shows."""
        with console.reading() as ctx:
            same = v == version(ctx.uow)
        if same and clock % 30:
            return make_response("", 204)
        shown = _shown(console, Wanted(text=q, **filters))
        return make_response(render_template("board_rows.html", t=texts, staff=staff(), Act=Act, live=True, **shown))


def _shown(console: Console, wanted: Wanted) -> dict[str, Any]:
    with console.reading() as ctx:
        board: Board = board_for(ctx, staff(), wanted)
        attacks = attacks_to_show(ctx) if staff().may(Act.AUDIT) else []
        setup = setup_of(ctx)
        faults = faults_told(ctx) if staff().may(Act.AUDIT) else []
    pages = max(((board.total or 0) + PAGE - 1) // PAGE, 1)
    return {
        "board": board, "wanted": wanted, "pages": pages, "now": console.clock(), "zone": console.config.zone, "nonce": nonce(),
        "attacks": attacks, "faults": [alarm_texts.stands(each, console.config.zone) for each in faults],
        "to": partial(_address, wanted), "b": board_texts, "asked": _given(wanted),
        "near": lambda due: nearness(due, console.clock(), console.config.zone),
        "categories": console.config.all_categories,
        "setup": setup, "kept": asked_as_kept(_given(wanted)), "address_of": address_of,
        "role": {each.value: said for each, said in ROLE.items()},
        "category": {each.code: each.name for each in console.config.all_categories},
    }  # fmt: skip


def _given(wanted: Wanted, **changed: Any) -> dict[str, Any]:
    """What the board is asked for as an address says it, what goes without saying left out; another list, filter or order starts
    at its beginning.
    """
    at = {"page": 1, "before": ""} if changed.keys() - {"page", "before"} else {}
    asked = {**asdict(wanted), **at, **changed}
    asked["q"] = asked.pop("text")
    return {name: value for name, value in asked.items() if value not in (None, "") and value != _UNSAID.get(name)}


_UNSAID = {**PLAIN, "sort": "due", "page": 1}


def _address(wanted: Wanted, **changed: Any) -> str:
    return url_for("console.home", **(_given(wanted, **changed) or PLAIN))
