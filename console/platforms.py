"""Other platforms in the browser: how each stands, and what waits for a person."""

from typing import Any

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue

from bot.parameters import one_of, row_id, takes, words
from console import platform_texts, texts
from console.parts import Console, form_key, guarded, nonce, page, perform, told
from governance.connectors.standing import Owner
from governance.permissions import Act
from handlers.connectors.commands import ReplayRecord, ReplayTold, SettleConflict
from handlers.office.platforms import platforms_page

CHANGED = "platforms-changed"
DOS = ("ours", "theirs", "replay", "resend")
FORM = (
    one_of("do", texts.ASKED["do"], DOS),
    row_id("item", texts.ASKED["item"]),
    words("nonce", texts.ASKED["nonce"], 60),
)


def platform_pages(blueprint: Blueprint, console: Console) -> None:
    """The page, its part that renews itself, and the buttons."""

    @blueprint.get("/platforms")
    @guarded(console, Act.MANAGE)
    def platforms() -> ResponseReturnValue:
        return page("platforms.html", live=CHANGED, **_shown(console))

    @blueprint.get("/platforms/live")
    @guarded(console, Act.MANAGE)
    def platforms_live() -> ResponseReturnValue:
        return page("platforms_live.html", **_shown(console))

    @blueprint.post("/platforms")
    @guarded(console, Act.MANAGE)
    @takes(form=FORM)
    def do_platform(do: str, item: int | None, nonce: str) -> ResponseReturnValue:
        """Settles a conflict, or lets something be tried again; the same form sent twice is done once."""
        if item is None or do not in DOS:
            return told(texts.NO_SUCH_ACT, 400)
        command = _command(do, item)
        response = perform(console, command, form_key(command, nonce, "platforms"))
        response.headers["HX-Trigger"] = CHANGED
        return response


def _command(do: str, item: int) -> SettleConflict | ReplayRecord | ReplayTold:
    if do == "replay":
        return ReplayRecord(item)
    return ReplayTold(item) if do == "resend" else SettleConflict(item, Owner(do))


def _shown(console: Console) -> dict[str, Any]:
    with console.reading() as ctx:
        found = platforms_page(ctx)
    return {"p": platform_texts, "found": found, "nonce": nonce(), "action": url_for("console.do_platform")}
