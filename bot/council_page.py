"""The page of what councils have resolved, that anybody may open."""

from html import escape

from flask import Blueprint, Response

from bot import texts
from bot.pages import HEADERS, PublicPages, page
from handlers.councils import words
from handlers.councils.public import resolutions_publicly
from handlers.councils.words import public_state


def council_page(pages: PublicPages) -> Blueprint:
    """One page: open ones first, without anybody's name."""
    blueprint = Blueprint("councils", __name__)

    @blueprint.get("/resolutions")
    def resolutions() -> Response:
        ctx, found = resolutions_publicly(pages.database, pages.config, pages.clock(), pages.book)
        body = "".join(
            texts.RESOLUTION_ENTRY.format(
                number=each.number, text=escape(each.text), council=escape(words.council(each.council)),
                state=escape(public_state(each.state, each.late, words.day(each.due, ctx.here))), news=escape(each.news),
            )
            for each in found
        )  # fmt: skip
        about = f"<p>{escape(texts.RESOLUTIONS_ABOUT)}</p>"
        shown = page(texts.RESOLUTIONS_TITLE, about + (body or f"<p>{escape(texts.NO_RESOLUTIONS)}</p>"))
        return Response(shown, mimetype="text/html", headers=HEADERS)

    return blueprint
