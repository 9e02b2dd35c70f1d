"""What is asked for, and when an answer can be used: by its form, and then by trying it."""

import base64
import os
import re
import secrets
from collections.abc import Callable
from typing import Any

from pydantic import ValidationError
from redis import Redis
from sqlalchemy import literal, select
from sqlalchemy.exc import ArgumentError

from bot.api import PlatformApi
from linli import env_file, live, setup_texts, texts
from linli.database_away import why_away
from linli.encrypted import Flaw, database_is_encrypted, flaws, web_is_encrypted
from linli.ports import is_free
from linli.settings import Settings, malformed
from linli.setup.asking import Question, Unfit, hint, well
from linli.setup.walk import Answers, Step
from storage.database import Database, Unavailable, parsed_url

TEST_ACCOUNT, OWN_ACCOUNT = "1", "2"
KIND, STREET, NAME, PHONE = "kind", "street", "name", "phone"
PROXIES = "LINLI_PROXIES"


def questions(queue: Redis) -> tuple[Step, ...]:
    """All of them in order; each answer is tried as soon as it is given."""
    token = _made(_like(_TOKEN, setup_texts.TOKEN_BAD), secrets.token_hex(16))
    sealed, own = _made(_aes_key, _new_aes_key()), lambda found: found[KIND] == OWN_ACCOUNT
    return (
        Step(KIND, lambda _: Question(setup_texts.KIND, _kind)),
        Step("LINLI_WECHAT_APP_ID", lambda _: Question(setup_texts.APP_ID, _like(_APP_ID, setup_texts.APP_ID_BAD))),
        Step("LINLI_WECHAT_APP_SECRET", lambda found: _secret(found["LINLI_WECHAT_APP_ID"], queue), kept=False),
        Step("LINLI_WECHAT_TOKEN", lambda _: Question(setup_texts.TOKEN, token, secret=True), kept=False),
        Step("LINLI_WECHAT_AES_KEY", lambda _: Question(setup_texts.AES_KEY, sealed, secret=True), own, kept=False),
        Step("LINLI_DATABASE_URL", lambda _: Question(setup_texts.DATABASE, _database), kept=False),
        Step("LINLI_BIND", lambda _: Question(setup_texts.BIND.format(address=_bind()), _free), lambda _: _taken()),
        Step("LINLI_PUBLIC_URL", lambda _: Question(setup_texts.PUBLIC_URL, _public_url)),
        Step(STREET, lambda _: Question(setup_texts.STREET, _words)),
        Step(NAME, lambda _: Question(setup_texts.NAME, _words), kept=False),
        Step(PHONE, lambda _: Question(setup_texts.PHONE, _like(_PHONE, setup_texts.PHONE_BAD)), kept=False),
    )


def settings_of(found: Answers, before: Answers) -> Answers:
    """What of the answers is written down as settings."""
    settings = {name: value for name, value in found.items() if name.startswith("LINLI_") and value}
    if settings["LINLI_PUBLIC_URL"].startswith("https://"):
        settings[PROXIES] = before.get(PROXIES, "1")
    return settings


def _secret(app_id: str, queue: Redis) -> Question:
    return Question(setup_texts.APP_SECRET, lambda said: _known(app_id, said, queue), secret=True)


def _bind() -> str:
    """Where we are to listen, by the environment, the file or the default."""
    said = os.environ.get("LINLI_BIND") or env_file.values().get("LINLI_BIND")
    return said or str(Settings.model_fields["bind"].default)


def _taken() -> bool:
    """Whether somebody else has the port on which we would listen, or it can't be read."""
    try:
        return not is_free(*_with(bind=_bind()).address)
    except Unfit:
        return True


def _free(said: str) -> str:
    settings = _with(bind=said)
    if not is_free(*settings.address):
        raise Unfit(texts.PORT_TAKEN.format(address=said))
    return said


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
    if _in_clear(said):
        raise Unfit(setup_texts.DATABASE_IN_CLEAR)
    _with(database_url=said)
    database = Database(said)
    try:
        with database.read() as connection:
            connection.execute(select(literal(1)))
    except Unavailable as error:
        raise Unfit(why_away(error), may_stand=True) from error
    finally:
        database.close()
    well(setup_texts.DATABASE_OK)
    return said


def _in_clear(said: str) -> bool:
    """Whether it is a database elsewhere that would be spoken with in clear."""
    try:
        return not database_is_encrypted(parsed_url(said))
    except ArgumentError:
        return False


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
