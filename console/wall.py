"""The wall screen: readable from five metres, renews itself, and stays when the database is away for a while."""

from typing import Any

from flask import Blueprint, make_response, render_template
from flask.typing import ResponseReturnValue

from console import texts
from console.parts import Console, guarded, page
from handlers.office.wall import wall_for


def wall_pages(blueprint: Blueprint, console: Console) -> None:
    """The screen and the part that is fetched every five seconds."""

    @blueprint.get("/wall")
    @guarded(console)
    def wall() -> ResponseReturnValue:
        return page("wall.html", **_shown(console))

    @blueprint.get("/wall/live", endpoint="live_wall")
    @guarded(console)
    def live() -> ResponseReturnValue:
        return make_response(render_template("wall_live.html", t=texts, **_shown(console)))


def _shown(console: Console) -> dict[str, Any]:
    with console.reading() as ctx:
        found = wall_for(ctx)
    most = max((each.open for each in found.communities), default=0) or 1
    return {"wall": found, "most": most, "zone": console.config.zone, "now": console.clock(), "percent": texts.percent}
