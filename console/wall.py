"""The wall screen: readable from five metres, renews itself, and stays when the database is away for a while.

It is shown to staff, and to a screen that was given a key: that shows the wall for as long as the key is good, and nothing else.
"""

from typing import Any

from flask import Blueprint, Response, g, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from console import event_texts, texts, wall_texts
from console.gate import KEYS_OF_SOURCE
from console.parts import COOKIE, Console, guarded, page, sent, to_page
from console.sign_in import RETRY_S, sign_in_cookie
from console.visitor import source, visitor
from governance.wall import together
from handlers.office.screens import note_unknown, shown
from handlers.office.staff import browser
from handlers.office.wall import wall_for
from handlers.office.wall_trends import DaysBefore
from storage.console.wall_keys import SEEN_EVERY, wall_key_of

KEY = "linli_wall"
"""The cookie of a screen with a key."""
KEPT_S = 400 * 24 * 3600
LONGEST = 60


def wall_pages(blueprint: Blueprint, console: Console) -> None:
    """The screen, the part that is fetched every five seconds, and where a screen gets its key."""

    before = DaysBefore()

    @guarded(console, polled=True)
    def for_staff(template: str) -> ResponseReturnValue:
        return _rendered(console, before, template)

    @blueprint.get("/wall")
    def wall() -> ResponseReturnValue:
        return _screen(console, before, "wall.html") or for_staff("wall.html")

    @blueprint.get("/wall/live", endpoint="live_wall")
    def live() -> ResponseReturnValue:
        return _screen(console, before, "wall_live.html") or for_staff("wall_live.html")

    @blueprint.get("/wall/key")
    def wall_key() -> ResponseReturnValue:
        return page("wall_key.html")

    @blueprint.post("/wall/key")
    def enter_key() -> ResponseReturnValue:
        """The screen is known by the key from now on."""
        if not console.gate.admits((KEYS_OF_SOURCE, source())):
            response = page("wall_key.html", 429, wrong=texts.TOO_MANY_TRIES)
            response.headers["Retry-After"] = str(RETRY_S)
            return response
        key = plain_key(request.form.get("key", ""))
        with console.reading() as ctx:
            known = wall_key_of(ctx.uow, key)
        if known is None:
            with console.writing() as ctx:
                note_unknown(ctx, visitor().said)
            return page("wall_key.html", 403, wrong=texts.WALL_KEY_WRONG)
        return _kept(make_response(redirect(url_for("console.wall"))), key)


def plain_key(typed: str) -> str:
    """A key as it is known, however it was typed."""
    return "".join(letter for letter in typed[:LONGEST].upper() if letter.isascii() and letter.isalnum())


def _screen(console: Console, before: DaysBefore, template: str) -> ResponseReturnValue | None:
    """What a screen with a key is shown, also one that is good no more; None for who has none, or is signed in."""
    key = sent(KEY)
    if key is None:
        return None
    with console.reading() as ctx:
        if browser(ctx, sent(COOKIE)).staff is not None:
            return None
        known, now = wall_key_of(ctx.uow, key), ctx.now
    if known is None:
        return to_page("console.wall_key")
    key_id, seen_at = known
    response = _rendered(console, before, template)
    if seen_at is None or now - seen_at >= SEEN_EVERY:
        with console.writing() as ctx:
            shown(ctx, key_id)
        _kept(response, key)
    return response


def _kept(response: Response, key: str) -> Response:
    return sign_in_cookie(response, KEY, key, "/console/wall", KEPT_S)


def _rendered(console: Console, before: DaysBefore, template: str) -> Response:
    if template == "wall.html":
        return page(template, **_shown(console, before))
    return make_response(render_template(template, t=texts, staff=g.get("staff"), **_shown(console, before)))


def _shown(console: Console, before: DaysBefore) -> dict[str, Any]:
    with console.reading() as ctx:
        found = wall_for(ctx, before)
    most = max((each.open for each in found.communities), default=0) or 1
    return {
        "wall": found, "most": most, "zone": console.config.zone, "now": console.clock(), "percent": texts.percent,
        "e": event_texts, "w": wall_texts, "together": together,
    }  # fmt: skip
