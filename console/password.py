"""Signing in by a password and a second factor: the way in without a phone."""

import secrets

from flask import Blueprint, Response, redirect, request, url_for
from flask.typing import ResponseReturnValue

from console import texts
from console.gate import (
    NOTES_OF_SOURCE,
    TRIES_OF_ALL,
    TRIES_OF_BROWSER,
    TRIES_OF_KNOWN_BROWSER,
    TRIES_OF_SOURCE,
    TRIES_ON_ACCOUNT,
    TRIES_ON_ACCOUNT_FROM,
    Ask,
)
from console.parts import TOKEN_BYTES, Console, sent
from console.sign_in import BROWSER, browser_id, end_earlier, form_is_ours, sign_in_page, with_browser, with_cookie
from console.visitor import source, visitor
from handlers.office.outcomes import SignedIn
from handlers.office.passwords import Try, looked_at, note_turned_away, sign_in_by_password
from handlers.outcomes import in_words
from storage import keyring

LONGEST = 200
"""Of a code; a password counts to its last character."""


def password_pages(blueprint: Blueprint, console: Console) -> None:
    """The form is a part of the sign-in page; here it is looked at."""

    @blueprint.post("/sign-in")
    def by_password() -> ResponseReturnValue:
        if not form_is_ours():
            return sign_in_page(console, texts.NO_TOKEN, 400)
        code, otp = (request.form.get(name, "")[:LONGEST] for name in ("code", "otp"))
        tried = Try(code.strip().upper(), request.form.get("password", ""), otp, visitor())
        if not console.gate.admits(*_asks(tried.code)):
            return _turned_away(console, tried)
        looked = looked_at(console.reading, tried)
        token = secrets.token_urlsafe(TOKEN_BYTES)
        with console.writing() as ctx:
            found = sign_in_by_password(ctx, tried, looked, token)
            if isinstance(found, SignedIn):
                end_earlier(ctx)
            said = in_words(found, ctx.here)
        if not isinstance(found, SignedIn):
            return sign_in_page(console, said, 503 if looked.busy else 403, filled=code)
        console.gate.forgive(*_own(tried.code))
        home = with_cookie(redirect(url_for("console.home")), token)  # type: ignore[arg-type]
        return with_browser(home, _known_as(tried.code))


def _asks(code: str) -> tuple[Ask, ...]:
    """What a try uses. A browser in which the owner has signed in has tries of its own: no stranger can use them up."""
    if _known(code):
        return ((TRIES_OF_KNOWN_BROWSER, f"{browser_id()} {code}"),)
    return (
        (TRIES_OF_BROWSER, browser_id()), (TRIES_OF_SOURCE, source()), *_own(code), (TRIES_ON_ACCOUNT, code),
        (TRIES_OF_ALL, "all"),
    )  # fmt: skip


def _own(code: str) -> tuple[Ask, ...]:
    """What the owner's own slips of the hand have used."""
    known = (TRIES_OF_KNOWN_BROWSER, f"{browser_id()} {code}")
    return (known,) if _known(code) else ((TRIES_ON_ACCOUNT_FROM, f"{source()} {code}"),)


def _known(code: str) -> bool:
    name, _, proof = (sent(BROWSER) or "").partition(".")
    return proof in keyring.digests("known browser", name, code)


def _known_as(code: str) -> str:
    name = secrets.token_urlsafe(TOKEN_BYTES)
    return f"{name}.{keyring.digest('known browser', name, code)}"


def _turned_away(console: Console, tried: Try) -> Response:
    """The same for every code, known or not; the audit hears of it now and then, not with each try."""
    if console.gate.admits((NOTES_OF_SOURCE, source())):
        with console.writing() as ctx:
            note_turned_away(ctx, tried)
    return sign_in_page(console, texts.TOO_MANY_TRIES, 429, filled=tried.code)
