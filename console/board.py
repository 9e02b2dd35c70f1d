"""The ticket board: filters, search, dangers on top with their clocks, bulk dispatch; it renews itself."""

from typing import Any

from flask import Blueprint, make_response, render_template, request
from flask.typing import ResponseReturnValue

from console import texts
from console.command_forms import CommandForm, filled
from console.parts import Console, form_key, guarded, nonce, number_of, page, perform, staff, told
from governance.permissions import Act
from handlers.errors import NotTaken
from handlers.office.tickets import Board, board_for
from handlers.tickets.commands import DispatchTicket
from storage.console.board import PAGE, Wanted, version

MOST_AT_ONCE = 50
LONGEST = 60
_TO = CommandForm(DispatchTicket, texts.TICKET_DO["dispatch"], needs=("ticket", "whom"))


def board_pages(blueprint: Blueprint, console: Console) -> None:
    """The board and the part of it that renews itself."""

    @blueprint.get("/")
    @guarded(console)
    def home() -> ResponseReturnValue:
        return page("board.html", **_shown(console))

    @blueprint.get("/board")
    @guarded(console, polled=True)
    def rows() -> ResponseReturnValue:
        """204 while nothing has changed since the version that the page shows."""
        with console.reading() as ctx:
            same = request.args.get("v") == version(ctx.uow)
        if same and number_of("clock", 0) % 30:
            return make_response("", 204)
        return make_response(render_template("board_rows.html", t=texts, staff=staff(), Act=Act, **_shown(console)))

    @blueprint.post("/board/dispatch")
    @guarded(console, Act.DISPATCH)
    def dispatch() -> ResponseReturnValue:
        """Several tickets to one person: each by itself, so that one that can't be dispatched holds up no other."""
        numbers, whom = request.form.getlist("number")[:MOST_AT_ONCE], request.form.get("whom", "").strip()
        if not numbers or not whom:
            return make_response(render_template("said.html", said=texts.NO_CHOICE, bad=True))
        answers = [_dispatch(console, number, whom) for number in numbers]
        return make_response("".join(answers))


def _dispatch(console: Console, number: str, whom: str) -> str:
    """What came of one of them, as it is shown."""
    made = filled(_TO, {"ticket": number, "whom": whom})
    if made.command is None:
        return told("、".join(made.problems.values()), 422).get_data(as_text=True)
    try:
        return perform(console, made.command, form_key(made.command, request.form.get("nonce", ""))).get_data(
            as_text=True
        )
    except NotTaken:
        return told(texts.AWAY, 503).get_data(as_text=True)


def _shown(console: Console) -> dict[str, Any]:
    wanted = _wanted()
    with console.reading() as ctx:
        board: Board = board_for(ctx, staff(), wanted)
    pages = max((board.total + PAGE - 1) // PAGE, 1)
    return {
        "board": board, "wanted": wanted, "pages": pages, "now": console.clock(), "zone": console.config.zone, "nonce": nonce(),
        "categories": console.config.categories, "category": {each.code: each.name for each in console.config.categories},
    }  # fmt: skip


def _wanted() -> Wanted:
    args = request.args
    community = args.get("community", "")
    return Wanted(
        show=args.get("show", "open") if args.get("show", "open") in texts.SHOW else "open",
        text=args.get("q", "")[:LONGEST],
        urgency=args.get("urgency", "") if args.get("urgency", "") in texts.URGENCY else "",
        category=args.get("category", "")[:32],
        community=int(community) if community.isdigit() else None,
        page=max(number_of("page"), 1),
    )
