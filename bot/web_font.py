"""The Chinese font of the public pages, from the package that set-up fetches: a browser without one shows letters all the same."""

from flask import Blueprint, Response, send_from_directory

from bot.pages import PublicPages

PACKAGE = "@fontsource/noto-sans-sc"
KEPT = "public, max-age=86400"


def web_font(pages: PublicPages) -> Blueprint:
    """The style sheets and the parts of the font that they name; whoever reads a page fetches only parts with its letters."""
    blueprint = Blueprint("fonts", __name__)
    folder = pages.fonts.parent.parent / PACKAGE

    @blueprint.get("/fonts/<path:name>")
    def font(name: str) -> Response:
        response = send_from_directory(folder, name)
        response.headers["Cache-Control"] = KEPT
        return response

    return blueprint
