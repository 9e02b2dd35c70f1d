"""`linli doctor`: what is misconfigured, in plain Chinese."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from importlib.metadata import version

from bot.api import PlatformApi
from bot.errors import PlatformAway, PlatformError
from governance.clock import local_day
from linli import setup_texts, texts
from linli.clock import ahead, system_clock
from linli.database_away import why_away
from linli.encrypted import Flaw, flaws, on_this_machine, web_is_encrypted
from linli.env_file import unknown_names
from linli.errors import Stop
from linli.platform_errors import explained
from linli.private_files import open_to_others, tighten
from linli.settings import Settings, require_wechat
from linli.wiring import open_database, queue_url, subdistrict_config
from scheduler.queue import connect, reachable
from storage.database import Unavailable
from storage.errors import DatabaseBehind
from storage.key_rotation import key_fits
from storage.schema import differences, require_current


@dataclass(frozen=True)
class Finding:
    """One thing looked at: whether it is well, whether the start may go on, and the sentence that says so."""

    well: bool
    text: str
    hint: bool = False
    """A hint is no problem: the exit status stays zero."""


LOOK_AHEAD = timedelta(days=60)
"""So far ahead deadlines may lie."""


def examine(settings: Settings) -> Iterator[Finding]:
    """Looks at everything a start needs, one after the other."""
    yield Finding(True, setup_texts.VERSION.format(version=version("linli")))
    yield from _names()
    yield from _data_dir(settings)
    yield from _rules(settings)
    yield from _wechat(settings)
    yield from _database(settings)
    yield from _queue(settings)
    yield from _public(settings)


def _names() -> Iterator[Finding]:
    known = frozenset(f"LINLI_{name.upper()}" for name in Settings.model_fields)
    for name in unknown_names(known):
        yield Finding(False, setup_texts.UNKNOWN_SETTING.format(name=name), hint=True)


def _public(settings: Settings) -> Iterator[Finding]:
    """How the own address is spoken with, and whether anything listens beyond this machine."""
    for name, (host, _) in (("LINLI_BIND", settings.address), ("LINLI_METRICS_BIND", settings.metrics_address)):
        if not on_this_machine(host):
            yield Finding(False, texts.BOUND_ELSEWHERE.format(name=name), hint=True)
    if not settings.public_url.startswith("https://"):
        if not web_is_encrypted(settings.public_url or "http://localhost"):
            yield Finding(False, texts.PUBLIC_IN_CLEAR)
        return
    if not settings.proxies:
        yield Finding(False, texts.NO_PROXIES, hint=True)
    found = flaws(settings.public_url)
    for flaw in found:
        yield Finding(False, texts.PUBLIC_FLAWS[flaw.value], hint=flaw is Flaw.AWAY)
    if not found:
        yield Finding(True, texts.PUBLIC_OK)


def _data_dir(settings: Settings) -> Iterator[Finding]:
    try:
        settings.data_dir.mkdir(parents=True, exist_ok=True)
        writable = os.access(settings.data_dir, os.W_OK)
    except OSError:
        writable = False
    yield Finding(writable, texts.DATA_DIR_OK if writable else texts.DATA_DIR_BAD.format(path=settings.data_dir))
    if writable:
        tighten(settings)
    for path in open_to_others(settings):
        yield Finding(False, texts.OPEN_TO_OTHERS.format(path=path), hint=True)
    if ahead():
        yield Finding(False, texts.DEMO_CLOCK_AHEAD.format(path=settings.data_dir))


def _rules(settings: Settings) -> Iterator[Finding]:
    try:
        config = subdistrict_config(settings)
    except Stop as stop:
        yield Finding(False, str(stop))
        return
    ahead = local_day(system_clock() + LOOK_AHEAD, config.zone)
    if not config.calendar.known(ahead):
        yield Finding(False, texts.CALENDAR_UNKNOWN.format(year=ahead.year), hint=True)


def _wechat(settings: Settings) -> Iterator[Finding]:
    try:
        require_wechat(settings)
    except Stop as stop:
        yield Finding(False, str(stop))
        return
    yield Finding(True, texts.TOKEN_OK)
    if not settings.wechat_aes_key:
        yield Finding(False, texts.NO_AES, hint=True)
    if not settings.wechat_app_secret:
        yield Finding(False, texts.NO_SECRET, hint=True)
        return
    yield from _platform(settings)


def _platform(settings: Settings) -> Iterator[Finding]:
    try:
        redis = connect(queue_url(settings))
        PlatformApi(settings.wechat_api_base, settings.wechat_app_id, settings.wechat_app_secret, redis).tokens.token()
    except Stop as stop:
        yield Finding(False, str(stop))
        return
    except (PlatformAway, PlatformError) as error:
        yield Finding(False, explained(texts.PLATFORM_AWAY, error, settings.wechat_api_base))
        return
    yield Finding(True, texts.PLATFORM_OK)


def _database(settings: Settings) -> Iterator[Finding]:
    try:
        database = open_database(settings)
        require_current(database)
        found = differences(database)
    except DatabaseBehind:
        yield Finding(False, texts.DATABASE_BEHIND)
    except (*Unavailable, OSError) as error:
        yield Finding(False, why_away(error))
    else:
        yield Finding(not found, texts.DATABASE_DIFFERS + "；".join(found) if found else texts.DATABASE_OK)
        if not key_fits(database):
            yield Finding(False, setup_texts.WRONG_KEY)


def _queue(settings: Settings) -> Iterator[Finding]:
    try:
        well = reachable(connect(queue_url(settings)))
    except Stop as stop:
        yield Finding(False, str(stop))
        return
    yield Finding(well, texts.QUEUE_OK if well else texts.QUEUE_AWAY)
