"""Signing in by phone: a code to send or scan, then the number that the screen shows. Nothing is written, and the platform is
not called, before somebody asks for a code.
"""

import secrets

from flask import Blueprint, Response, g, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from console import texts
from console.gate import (
    CODES_OF_BROWSER,
    CODES_OF_SOURCE,
    LOOKS_OF_BROWSER,
    LOOKS_OF_SOURCE,
    PAGES_OF_SOURCE,
    PICTURES,
)
from console.parts import COOKIE, TOKEN_BYTES, Console, code_picture, cookie_name, guarded, page, sent, staff
from console.visitor import source, visitor
from handlers.context import Context
from handlers.office.browsers import begin, leave, let_in
from handlers.office.commands import LOGIN_SCENE
from handlers.office.sign_in import new_code
from handlers.office.staff import browser
from storage import keyring
from storage.console.sessions import session_of
from storage.console.sign_in_requests import SignInRequest, request_of

BROWSER = "linli_browser"
"""The cookie by which a browser's tries are counted, and known again where somebody has signed in by a password."""
KNOWN_FOR_S = 180 * 24 * 3600
RETRY_S = 60


def sign_in_pages(blueprint: Blueprint, console: Console) -> None:
    """The pages before anybody is signed in, and the way out."""
    _code_views(blueprint, console)

    @blueprint.post("/sign-out")
    @guarded(console)
    def sign_out() -> ResponseReturnValue:
        with console.writing() as ctx:
            leave(ctx, staff().session_id)
        response = make_response(redirect(url_for("console.sign_in")))
        sign_in_cookie(response, COOKIE, "", "/console", 0)
        response.headers["Clear-Site-Data"] = '"cache", "storage"'
        return response


def _code_views(blueprint: Blueprint, console: Console) -> None:
    """The page, the code, and whether a phone has sent it."""

    @blueprint.get("/sign-in")
    def sign_in() -> ResponseReturnValue:
        if not console.gate.admits((PAGES_OF_SOURCE, source())):
            return too_many()
        with console.reading() as ctx:
            if browser(ctx, sent(COOKIE)).staff is not None:
                return redirect(url_for("console.home"))
        return sign_in_page(console, texts.SIGN_IN_OVER if "over" in request.args else None)

    @blueprint.post("/sign-in/code")
    def show_code() -> ResponseReturnValue:
        """Somebody sits there and asks for a code: from now on this browser waits."""
        if not form_is_ours():
            return sign_in_page(console, texts.NO_TOKEN, 400)
        if not console.gate.admits((CODES_OF_BROWSER, browser_id()), (CODES_OF_SOURCE, source())):
            return sign_in_page(console, texts.TOO_MANY_TRIES, 429)
        return _waiting(console)

    @blueprint.get("/sign-in/state")
    def state() -> ResponseReturnValue:
        """Asked every second: shows the number once the phone has sent the code, moves on once it has answered."""
        token = sent(COOKIE) or ""
        if not console.gate.admits((LOOKS_OF_BROWSER, token), (LOOKS_OF_SOURCE, source())):
            return make_response("", 204)
        with console.reading() as ctx:
            signed_in = browser(ctx, token).staff is not None
            waiting = None if signed_in else request_of(ctx.uow, token, ctx.now)
        if signed_in:
            return _moves_on(url_for("console.home"))
        return _moves_on(url_for("console.sign_in", over="")) if waiting is None else _state(console, waiting)


def end_earlier(ctx: Context) -> None:
    """Whoever signs in anew in this browser is no more in it by an earlier cookie."""
    earlier = session_of(ctx.uow, sent(COOKIE) or "", ctx.now)
    if earlier is not None:
        leave(ctx, earlier.id)


def sign_in_page(console: Console, wrong: str | None = None, status: int = 200, **shown: str | None) -> Response:
    """The page as who is not signed in sees it; a browser without a cookie gets one, which signs nobody in."""
    token, known = sent(COOKIE), sent(BROWSER)
    fresh = token or secrets.token_urlsafe(TOKEN_BYTES)
    response = page("sign_in.html", status, wrong=wrong, csrf=form_token(fresh), **shown)
    if status == 429:
        response.headers["Retry-After"] = str(RETRY_S)
    if not token:
        with_cookie(response, fresh)
    if not known:
        with_browser(response, secrets.token_urlsafe(TOKEN_BYTES))
    return response


def too_many() -> Response:
    """For who asks so often that even the page is too much."""
    return make_response(
        texts.TOO_MANY_TRIES, 429, {"Retry-After": str(RETRY_S), "Content-Type": "text/plain; charset=utf-8"}
    )


def form_is_ours() -> bool:
    """Whether a form came from a page that this browser was shown; it has no other secret yet."""
    token = sent(COOKIE)
    said = request.form.get("csrf", "").encode()
    return bool(token) and secrets.compare_digest(said, form_token(token or "").encode())


def form_token(token: str) -> str:
    """What the forms of a browser carry in which nobody is signed in yet."""
    return keyring.digest("csrf", token)


def browser_id() -> str:
    """The browser as its tries are counted; who sends no cookie is counted by the address."""
    return (sent(BROWSER) or source()).partition(".")[0]


def with_cookie(response: Response, token: str) -> Response:
    """The session's cookie."""
    return sign_in_cookie(response, COOKIE, token, "/console", 12 * 3600)


def with_browser(response: Response, value: str) -> Response:
    """The cookie by which the browser is known again."""
    return sign_in_cookie(response, BROWSER, value, "/console/sign-in", KNOWN_FOR_S)


def sign_in_cookie(response: Response, name: str, value: str, path: str, seconds: int) -> Response:
    """A cookie that no script reads, and that no other site sends along; `path` where it may have one (not over https)."""
    path = "/" if g.https else path
    response.set_cookie(
        cookie_name(name), value, path=path, max_age=seconds, httponly=True, samesite="Lax", secure=g.https
    )
    return response


def _waiting(console: Console) -> Response:
    """A new cookie with a new code: one that somebody may have planted here before waits for nothing."""
    token, code = secrets.token_urlsafe(TOKEN_BYTES), new_code()
    with console.writing() as ctx:
        end_earlier(ctx)
        begin(ctx, token, code, visitor())
    address = console.scene_code(f"{LOGIN_SCENE}{code}") if console.gate.admits((PICTURES, "all")) else None
    picture = None if address is None else code_picture(address)
    return with_cookie(page("sign_in.html", code=code, picture=picture, csrf=form_token(token)), token)


def _state(console: Console, waiting: SignInRequest) -> Response:
    """What a browser is shown that waits."""
    if waiting.granted_id is not None:
        fresh = secrets.token_urlsafe(TOKEN_BYTES)
        with console.writing() as ctx:
            taken = let_in(ctx, waiting, fresh)
        moved = _moves_on(url_for("console.home"))
        return with_cookie(moved, fresh) if taken else moved
    if waiting.number is None:
        return make_response("", 204)
    response = make_response(render_template("sign_in_number.html", number=waiting.number))
    response.headers["HX-Retarget"], response.headers["HX-Reswap"] = "#code", "outerHTML"
    return response


def _moves_on(address: str) -> Response:
    response = make_response("", 200)
    response.headers["HX-Redirect"] = address
    return response
