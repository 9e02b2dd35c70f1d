"""The frame of all pages that anybody may open: as usual, or with large letters and large targets (长辈版), and read aloud."""

from enum import StrEnum
from html import escape
from pathlib import Path

from flask import Blueprint, Response, has_request_context, request, send_from_directory

from bot import page_texts as texts
from bot.parameters import Unreadable

STATIC = Path(__file__).parent / "static"
STYLE = (STATIC / "page.css").read_text(encoding="utf-8")
COOKIE, KEPT_S = "linli_view", 400 * 24 * 3600
"""What somebody chose last; it says nothing about who they are."""
_KEPT = "public, max-age=86400"


class View(StrEnum):
    """As what somebody reads: 18 px, or 22, 26 and 30 px in 长辈版."""

    USUAL = "usual"
    LARGE = "large"
    LARGER = "larger"
    LARGEST = "largest"


def view() -> View:
    """What the reader asks for, or chose last."""
    if not has_request_context():
        return View.USUAL
    return _asked() or _known(request.cookies.get(COOKIE)) or View.USUAL


def framed(title: str, body: str) -> str:
    """A whole page; `body` is HTML, the title is not. A file that nobody asks for has nothing to choose or to press."""
    if not has_request_context():
        return _filled(title, body, View.USUAL, "", "", "")
    now = view()
    foot = "".join(texts.LINK.format(url=url, name=name) for url, name in texts.LINKS)
    return _filled(title, body, now, texts.SCRIPT, texts.BAR.format(views=_views(now)), texts.FOOT.format(links=foot))


def keep_view(response: Response, *, https: bool) -> None:
    """Has the browser remember what was asked for by the address; `https`: it comes by nothing else."""
    asked = _asked()
    if asked is not None and response.mimetype == "text/html":
        response.set_cookie(COOKIE, asked.value, max_age=KEPT_S, path="/", samesite="Lax", secure=https)


def page_script() -> Blueprint:
    """The one script of these pages."""
    blueprint = Blueprint("pages", __name__)

    @blueprint.get("/page.js")
    def script() -> Response:
        response = send_from_directory(STATIC, "page.js")
        response.headers["Cache-Control"] = _KEPT
        return response

    return blueprint


def _filled(title: str, body: str, now: View, script: str, bar: str, foot: str) -> str:
    look = "" if now is View.USUAL else f"elder {now.value}"
    said = escape(title)
    return texts.FRAME.format(title=said, body=body, look=look, style=STYLE, script=script, bar=bar, foot=foot)


def _views(now: View) -> str:
    """All choices stand in the page; which of them are seen is a matter of its style, so that a script may change it in place."""
    links = [texts.VIEW.format(kind="for-others", view=View.LARGE.value, current="", name=texts.ELDERS)]
    for each in View:
        current = ' aria-current="true"' if each is now is not View.USUAL else ""
        name = texts.VIEWS[each.value]
        links.append(texts.VIEW.format(kind="for-elders", view=each.value, current=current, name=name))
    return "".join(links)


def _asked() -> View | None:
    """Nothing where the address can't be read: the page that says so is made by this module too."""
    try:
        return _known(request.args.get("view"))
    except Unreadable:
        return None


def _known(said: str | None) -> View | None:
    return View(said) if said in set(View) else None
