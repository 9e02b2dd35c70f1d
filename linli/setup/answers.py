"""What is asked for, and when an answer can be used: by its form, and then by trying it."""

import base64
import re
import secrets
from collections.abc import Callable
from typing import Any

from pydantic import ValidationError
from redis import Redis

from bot.api import PlatformApi
from linli import live, setup_texts, texts
from linli.encrypted import Flaw, flaws, web_is_encrypted
from linli.settings import Settings, malformed
from linli.setup.asking import Question, Unfit, ask, hint, well
from storage.database import Database

TEST_ACCOUNT, OWN_ACCOUNT = "1", "2"
PROXIES = "LINLI_PROXIES"
Answers = dict[str, str]


def account(before: Answers, queue: Redis) -> tuple[str, Answers]:
    """Which kind of account, and what the platform knows it by; tried with a call for a token."""
    kind = ask(Question(setup_texts.KIND, _kind), OWN_ACCOUNT if before.get("LINLI_WECHAT_AES_KEY") else "")
    form = Question(setup_texts.APP_ID, _like(_APP_ID, setup_texts.APP_ID_BAD))
    app_id = ask(form, before.get("LINLI_WECHAT_APP_ID", ""))
    known = Question(setup_texts.APP_SECRET, lambda said: _known(app_id, said, queue), secret=True)
    secret = ask(known, before.get("LINLI_WECHAT_APP_SECRET", ""))
    signed = Question(
        setup_texts.TOKEN, _made(_like(_TOKEN, setup_texts.TOKEN_BAD), secrets.token_hex(16)), secret=True
    )
    token = ask(signed, before.get("LINLI_WECHAT_TOKEN", ""))
    found = {"LINLI_WECHAT_APP_ID": app_id, "LINLI_WECHAT_APP_SECRET": secret, "LINLI_WECHAT_TOKEN": token}
    if kind == OWN_ACCOUNT:
        sealed = Question(setup_texts.AES_KEY, _made(_aes_key, _new_aes_key()), secret=True)
        found["LINLI_WECHAT_AES_KEY"] = ask(sealed, before.get("LINLI_WECHAT_AES_KEY", ""))
    return kind, found


def machine(before: Answers) -> Answers:
    """Database and address, each tried."""
    found = {"LINLI_DATABASE_URL": ask(Question(setup_texts.DATABASE, _database), before.get("LINLI_DATABASE_URL", ""))}
    found["LINLI_PUBLIC_URL"] = ask(Question(setup_texts.PUBLIC_URL, _public_url), before.get("LINLI_PUBLIC_URL", ""))
    if found["LINLI_PUBLIC_URL"].startswith("https://"):
        found[PROXIES] = before.get(PROXIES, "1")
    return {name: value for name, value in found.items() if value}


def people() -> tuple[str, str, str]:
    """Name of the subdistrict, and name and phone of who is to administer it first."""
    street = ask(Question(setup_texts.STREET, _words))
    name = ask(Question(setup_texts.NAME, _words))
    return street, name, ask(Question(setup_texts.PHONE, _like(_PHONE, setup_texts.PHONE_BAD)))


_APP_ID, _SECRET, _TOKEN = re.compile(r"wx[0-9a-f]{16}"), re.compile(r"[0-9a-f]{32}"), re.compile(r"[A-Za-z0-9]{3,32}")
_PHONE, _ADDRESS = re.compile(r"1[0-9]{10}"), re.compile(r"https?://[^/\s]+/?")
_LONGEST = 40


def _kind(said: str) -> str:
    if said not in (TEST_ACCOUNT, OWN_ACCOUNT):
        raise Unfit(setup_texts.KIND_BAD)
    return said


def _like(pattern: re.Pattern[str], otherwise: str) -> Callable[[str], str]:
    """A check by form alone."""

    def check(said: str) -> str:
        if not pattern.fullmatch(said):
            raise Unfit(otherwise)
        return said

    return check


def _made(check: Callable[[str], str], fresh: str) -> Callable[[str], str]:
    """A check that takes a fresh one for an empty answer."""
    return lambda said: check(said or fresh)


def _words(said: str) -> str:
    if not said:
        raise Unfit(setup_texts.NEEDED)
    if len(said) > _LONGEST:
        raise Unfit(setup_texts.TOO_LONG)
    return said


def _known(app_id: str, said: str, queue: Redis) -> str:
    """A secret that the platform takes; one that is right and refused for its address may be kept."""
    if not _SECRET.fullmatch(said):
        raise Unfit(setup_texts.APP_SECRET_BAD)
    settings = _with(wechat_app_id=app_id, wechat_app_secret=said)
    found = live.token(settings, PlatformApi(settings.wechat_api_base, app_id, said, queue))
    if not found.well:
        raise Unfit(found.text, may_stand=True)
    well(found.text)
    return said


def _aes_key(said: str) -> str:
    try:
        _with(wechat_aes_key=said)
    except Unfit:
        raise Unfit(setup_texts.AES_KEY_BAD) from None
    return said


def _new_aes_key() -> str:
    """43 characters that stand for 32 bytes; letters and digits, as the platform's site takes no others."""
    while True:
        key = base64.b64encode(secrets.token_bytes(32)).decode().rstrip("=")
        if key.isalnum():
            return key


def _database(said: str) -> str:
    if not said:
        return said
    _with(database_url=said)
    database = Database(said)
    try:
        if not database.reachable():
            raise Unfit(texts.DATABASE_AWAY, may_stand=True)
    finally:
        database.close()
    well(setup_texts.DATABASE_OK)
    return said


def _public_url(said: str) -> str:
    if not _ADDRESS.fullmatch(said) or not web_is_encrypted(said):
        raise Unfit(setup_texts.PUBLIC_URL_BAD)
    url = _with(public_url=said).public_url
    found = flaws(url) if url.startswith("https://") else []
    if Flaw.AWAY in found or not url.startswith("https://"):
        hint(setup_texts.PUBLIC_URL_AWAY)
    for flaw in found:
        if flaw is not Flaw.AWAY:
            hint(texts.PUBLIC_FLAWS[flaw.value])
    if not found and url.startswith("https://"):
        well(setup_texts.PUBLIC_URL_OK)
    return url


def _with(**changed: Any) -> Settings:
    """The present settings with these in their place; raises Unfit in words."""
    try:
        return Settings(**changed, _env_file=None)  # type: ignore[call-arg]
    except ValidationError as error:
        raise Unfit(malformed(error)) from error
