"""What several platforms know of the same, in the browser: proposed with the reason, joined by a person, taken back again."""

from typing import Any

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue

from bot.parameters import one_of, row_id, takes, words
from console import join_texts, texts
from console.parts import Console, form_key, guarded, nonce, page, perform, told
from governance.permissions import Act
from handlers.connectors.commands import DismissSubject, JoinAllAlike, JoinSubject, KeepSubjectApart, SplitSubject
from handlers.office.joins import joins_page

CHANGED = "joins-changed"
DOS = ("join", "apart", "dismiss", "split", "all")
FORM = (
    one_of("do", texts.ASKED["do"], DOS),
    row_id("item", texts.ASKED["item"]),
    words("into", join_texts.INTO, 40),
    words("nonce", texts.ASKED["nonce"], 60),
)
Command = JoinSubject | KeepSubjectApart | DismissSubject | SplitSubject | JoinAllAlike


def join_pages(blueprint: Blueprint, console: Console) -> None:
    """The page, its part that renews itself, and the buttons."""

    @blueprint.get("/joins")
    @guarded(console, Act.MANAGE)
    def joins() -> ResponseReturnValue:
        return page("joins.html", live=CHANGED, **_shown(console))

    @blueprint.get("/joins/live")
    @guarded(console, Act.MANAGE)
    def joins_live() -> ResponseReturnValue:
        return page("joins_live.html", **_shown(console))

    @blueprint.post("/joins")
    @guarded(console, Act.MANAGE)
    @takes(form=FORM)
    def do_join(do: str, item: int | None, into: str, nonce: str) -> ResponseReturnValue:
        """Joins two, keeps them apart, or takes it back; the same form sent twice is done once."""
        command = _command(do, item, into)
        if command is None:
            return told(texts.NO_SUCH_ACT, 400)
        response = perform(console, command, form_key(command, nonce, "joins"))
        response.headers["HX-Trigger"] = CHANGED
        return response


def _command(do: str, item: int | None, into: str) -> Command | None:
    if do == "all":
        return JoinAllAlike(into)
    if item is None:
        return None
    if do == "join":
        return JoinSubject(item, into)
    if do == "apart":
        return KeepSubjectApart(item, into)
    if do == "dismiss":
        return DismissSubject(item)
    return SplitSubject(item) if do == "split" else None


def _shown(console: Console) -> dict[str, Any]:
    with console.reading() as ctx:
        found = joins_page(ctx)
    return {"j": join_texts, "found": found, "nonce": nonce(), "action": url_for("console.do_join")}
