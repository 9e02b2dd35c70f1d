"""Renders the posters that are due, and deletes those that were taken down."""

from bot.claims import renewed
from bot.tools import Tools
from handlers.context import Context
from handlers.jobs import Due
from handlers.stars.posters import facts_to_draw
from storage.stars.poster_files import claim_poster, drawn, gone, posters_due, renew_posters

POSTERS, POSTERS_DOWN = "posters", "posters_down"


def due(job: str, state: str) -> Due:
    """The posters in this state (pending: to render; withdrawn: to delete)."""

    def found(ctx: Context) -> list[str]:
        return [str(picture) for picture in posters_due(ctx.uow, state, ctx.now, job)]

    return found


def render(tools: Tools, item: str) -> int:
    """Renders one poster, before what shows it is delivered."""
    picture_id = int(item)
    if claim_poster(tools.database, picture_id, "pending", tools.clock()) is None:
        return 0
    from bot.poster import render_poster  # its libraries take half a second to load, and there is seldom one to render

    with renewed(picture_id, lambda ids: renew_posters(tools.database, ids, tools.clock())):
        facts = facts_to_draw(tools.database, tools.config, tools.clock(), tools.book, picture_id)
        if facts is None:
            gone(tools.database, picture_id, None)
            return 0
        content = render_poster(facts, tools.fonts)
        return int(drawn(tools.database, picture_id, tools.files.put(content), len(content), tools.clock()))


def take_down(tools: Tools, item: str) -> int:
    """Deletes one poster's file, unless another shows the same."""
    claimed = claim_poster(tools.database, int(item), "withdrawn", tools.clock())
    if claimed is None:
        return 0
    if gone(tools.database, int(item), claimed.sha256) and claimed.sha256 is not None:
        tools.files.remove(claimed.sha256)
    return 1
