"""The ticket board: filters, search, dangers on top with their clocks, bulk dispatch; it renews itself."""

from typing import Any

from flask import Blueprint, make_response, render_template
from flask.typing import ResponseReturnValue

from bot.parameters import one_of, row_id, takes, whole, words
from console import texts
from console.command_forms import CommandForm, filled
from console.parts import Console, form_key, guarded, nonce, page, perform, staff, told
from governance.permissions import Act
from handlers.errors import NotTaken
from handlers.office.attacks import attacks_to_show
from handlers.office.tickets import Board, board_for
from handlers.tickets.commands import DispatchTicket
from storage.console.board import version
from storage.console.board_search import PAGE, Wanted

MOST_AT_ONCE = 50
LONGEST = 60
_ASKED = texts.ASKED
FILTERS = (
    one_of("show", _ASKED["show"], texts.SHOW, "open"),
    words("q", _ASKED["q"], LONGEST),
    one_of("urgency", _ASKED["urgency"], texts.URGENCY),
    words("category", _ASKED["category"], 32),
    row_id("community", _ASKED["community"]),
    row_id("unit", _ASKED["unit"]),
    whole("page", _ASKED["page"], 1, 99_999, 1),
    words("before", _ASKED["before"], 24),
)
"""What the board can be asked for; the names are those of `Wanted`, but for the search."""
RENEWED = (words("v", _ASKED["v"], 60), whole("clock", _ASKED["clock"], 0, 59, 0))
CHOSEN = (
    words("number", _ASKED["number"], 40, many=True),
    words("whom", _ASKED["whom"], LONGEST),
    words("nonce", _ASKED["nonce"], LONGEST),
)
_TO = CommandForm(DispatchTicket, texts.TICKET_DO["dispatch"], needs=("ticket", "whom"))


def board_pages(blueprint: Blueprint, console: Console) -> None:
    """The board and the part of it that renews itself."""

    @blueprint.get("/")
    @guarded(console)
    @takes(*FILTERS)
    def home(q: str, **filters: Any) -> ResponseReturnValue:
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
        return make_response(render_template("board_rows.html", t=texts, staff=staff(), Act=Act, **shown))

    @blueprint.post("/board/dispatch")
    @guarded(console, Act.DISPATCH)
    @takes(form=CHOSEN)
    def dispatch(number: list[str], whom: str, nonce: str) -> ResponseReturnValue:
        """Several tickets to one person: each by itself, so that one that can't be dispatched holds up no other."""
        numbers = number[:MOST_AT_ONCE]
        if not numbers or not whom.strip():
            return make_response(render_template("said.html", said=texts.NO_CHOICE, bad=True))
        answers = [_dispatch(console, each, whom.strip(), nonce) for each in numbers]
        return make_response("".join(answers))


def _dispatch(console: Console, number: str, whom: str, nonce_sent: str) -> str:
    """What came of one of them, as it is shown."""
    made = filled(_TO, {"ticket": number, "whom": whom})
    if made.command is None:
        return told("、".join(made.problems.values()), 422).get_data(as_text=True)
    try:
        return perform(console, made.command, form_key(made.command, nonce_sent)).get_data(as_text=True)
    except NotTaken:
        return told(texts.AWAY, 503).get_data(as_text=True)


def _shown(console: Console, wanted: Wanted) -> dict[str, Any]:
    with console.reading() as ctx:
        board: Board = board_for(ctx, staff(), wanted)
        attacks = attacks_to_show(ctx) if staff().may(Act.AUDIT) else []
    pages = max(((board.total or 0) + PAGE - 1) // PAGE, 1)
    return {
        "board": board, "wanted": wanted, "pages": pages, "now": console.clock(), "zone": console.config.zone, "nonce": nonce(),
        "attacks": attacks,
        "categories": console.config.all_categories,
        "category": {each.code: each.name for each in console.config.all_categories},
    }  # fmt: skip
