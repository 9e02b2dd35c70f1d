"""Signing in: a code to send from one's phone, a picture to scan, or a password with a second factor."""

import io
import secrets

import segno
from flask import Blueprint, Response, make_response, redirect, request, url_for
from flask.typing import ResponseReturnValue

from console.parts import COOKIE, TOKEN_BYTES, Console, guarded, page, staff
from handlers.office.commands import LOGIN_SCENE
from handlers.office.outcomes import SignedIn
from handlers.office.passwords import hash_of, password_fits, sign_in_by_password
from handlers.office.sign_in import new_code
from handlers.office.staff import browser
from handlers.outcomes import in_words
from storage import keyring
from storage.console.sessions import end_session, open_session, renew

LONGEST = 200


def sign_in_pages(blueprint: Blueprint, console: Console) -> None:
    """The pages before anybody is signed in, and the way out."""
    _code_views(blueprint, console)
    _password_view(blueprint, console)

    @blueprint.post("/sign-out")
    @guarded(console)
    def sign_out() -> ResponseReturnValue:
        with console.writing() as ctx:
            end_session(ctx.uow, staff().session_id, ctx.now)
        response = make_response(redirect(url_for("console.sign_in")))
        response.delete_cookie(COOKIE, path="/console")
        return response


def _code_views(blueprint: Blueprint, console: Console) -> None:
    """The code, and whether a phone has sent it."""

    @blueprint.get("/sign-in")
    def sign_in() -> ResponseReturnValue:
        with console.reading() as ctx:
            if browser(ctx, request.cookies.get(COOKIE)).staff is not None:
                return redirect(url_for("console.home"))
        return _waiting(console)

    @blueprint.get("/sign-in/state")
    def state() -> ResponseReturnValue:
        """Asked every two seconds: moves on as soon as the phone has sent the code."""
        token = request.cookies.get(COOKIE)
        with console.reading() as ctx:
            there = browser(ctx, token)
        fresh = secrets.token_urlsafe(TOKEN_BYTES)
        if there.staff is not None and there.session is not None:
            with console.writing() as ctx:
                renew(ctx.uow, there.session.id, fresh)
        if there.session is not None and there.staff is None:
            return make_response("", 204)
        response = make_response("", 200)
        response.headers["HX-Redirect"] = url_for("console.home" if there.staff is not None else "console.sign_in")
        return response if there.staff is None else _with_cookie(console, response, fresh)


def _password_view(blueprint: Blueprint, console: Console) -> None:
    """The way in without a phone."""

    @blueprint.post("/sign-in")
    def by_password() -> ResponseReturnValue:
        token, form = request.cookies.get(COOKIE), request.form
        fresh = secrets.token_urlsafe(TOKEN_BYTES)
        said = [form.get(name, "")[:LONGEST] for name in ("code", "password", "otp")]
        if form.get("csrf") != _form_token(token):
            return redirect(url_for("console.sign_in"))
        with console.reading() as ctx:
            hashed = hash_of(ctx.uow, said[0])
        fits = password_fits(hashed, said[1])
        with console.writing() as ctx:
            session = browser(ctx, token).session
            if session is None or session.person_id is not None:
                return redirect(url_for("console.sign_in"))
            found = sign_in_by_password(ctx.uow, session.id, said[0], hashed if fits else None, said[2], ctx.now)
            wrong = None if isinstance(found, SignedIn) else in_words(found, ctx.here)
            if wrong is None:
                renew(ctx.uow, session.id, fresh)
        if wrong is not None:
            return _waiting(console, wrong)
        return _with_cookie(console, redirect(url_for("console.home")), fresh)  # type: ignore[arg-type]


def _waiting(console: Console, wrong: str | None = None) -> Response:
    """A new browser with a new code; the picture is of the account where it can be made, else it is left out."""
    token, code = secrets.token_urlsafe(TOKEN_BYTES), new_code()
    with console.writing() as ctx:
        open_session(ctx.uow, token, ctx.now, code)
    address = console.scene_code(f"{LOGIN_SCENE}{code}")
    picture = None if address is None else _svg(address)
    shown = page(
        "sign_in.html", 200 if wrong is None else 403, code=code, picture=picture, wrong=wrong, csrf=_form_token(token)
    )
    return _with_cookie(console, shown, token)


def _with_cookie(console: Console, response: Response, token: str) -> Response:
    secure = console.config.public_url.startswith("https://")
    response.set_cookie(COOKIE, token, path="/console", httponly=True, samesite="Lax", secure=secure, max_age=12 * 3600)
    return response


def _form_token(token: str | None) -> str:
    """A form of a browser in which nobody is signed in yet belongs to this browser."""
    return keyring.digest("csrf", token or "")


def _svg(address: str) -> str:
    out = io.BytesIO()
    segno.make(address, error="m", micro=False).save(out, kind="svg", xmldecl=False, svgns=True, scale=6, border=2)
    return out.getvalue().decode()
