"""`linli simulate`: the stand-in, with the sample's people, buildings and spots on its phones."""

import os
import secrets
import subprocess
import sys
import threading
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import click
from sqlalchemy import select, update

from linli import clock, setup_texts, texts
from linli.clock import system_clock
from linli.errors import Stop
from linli.fonts import ASSETS
from linli.own_name import command
from linli.ports import listener
from linli.sample_phones import PHONES, TEMPLATE_FIELDS, TEMPLATE_ID
from linli.settings import DEMO, Settings, require_wechat
from linli.stopping import stop_signal
from linli.wiring import ready_database
from simulator.chat import Forward
from simulator.envelope import Secrets
from simulator.people import Code, Spot
from simulator.platform import Platform
from simulator.server import create_app, serve_in_thread, server_of
from storage.database import Database
from storage.models import Account, Place

SHOWN_CODES = 8
TICK_S = 120


def run(settings: Settings, bind: str, webhook: str) -> None:
    """Serves the chat page and the platform's API until a signal. Without an account it makes one up, for a rehearsal."""
    fonts = ASSETS / "@fontsource"
    if not (fonts / "noto-sans-sc").is_dir():
        raise Stop(texts.ASSETS_MISSING)
    rehearsing = not (settings.wechat_token or settings.wechat_app_id)
    if not rehearsing:
        require_wechat(settings)
    platform = _platform(_made_up() if rehearsing else _account(settings), webhook)
    database = None if rehearsing else ready_database(settings)
    codes, spots = ([], []) if database is None else _places(database)
    host, _, port = bind.rpartition(":")
    in_demo = os.environ.get(DEMO) == "1"
    try:
        listening = listener(host, int(port), claimed=in_demo)
    except (OSError, ValueError) as error:
        raise Stop(texts.PORT_TAKEN.format(address=bind)) from error
    forward = _forward(settings, database, platform) if in_demo and database is not None else None
    server = server_of(create_app(platform, spots, codes, fonts, forward), host, int(port), listening)
    stopping = stop_signal()
    serve_in_thread(server)
    if not in_demo:
        _say_started(platform, f"http://{bind}", webhook, rehearsing)
    stopping.wait()
    server.shutdown()


def _platform(secret: Secrets, webhook: str) -> Platform:
    """The stand-in with the sample's phones on the table."""
    platform = Platform(secret, webhook, system_clock)
    platform.templates[TEMPLATE_ID] = tuple(TEMPLATE_FIELDS)
    for person in PHONES:
        platform.add_person(person.openid, person.name, person.about)
        platform.permissions[person.openid, TEMPLATE_ID] = -1  # a long-term subscription
        platform.windows.note(person.openid, "message", system_clock())  # as if they had written earlier today
    return platform


def _account(settings: Settings) -> Secrets:
    return Secrets(settings.wechat_token, settings.wechat_aes_key, settings.wechat_app_id, settings.wechat_app_secret)


def _made_up() -> Secrets:
    """An account that only this stand-in knows."""
    return Secrets(secrets.token_hex(16), "", f"wx{secrets.token_hex(16)[:16]}", secrets.token_hex(16))


def _say_started(platform: Platform, address: str, webhook: str, rehearsing: bool) -> None:
    """Where it is, and what to type next."""
    account, words = platform.secret, setup_texts.REHEARSAL if rehearsing else setup_texts.SIMULATING
    said = words.format(
        address=address, webhook=webhook, public=webhook.removesuffix("/wechat"), linli=command(),
        app_id=account.app_id, app_secret=account.app_secret, token=account.token,
    )  # fmt: skip
    click.echo(said)
    sys.stdout.flush()


def _forward(settings: Settings, database: Database, platform: Platform) -> Forward:
    """In the demo: moves the clock of all its processes, then does what has become due."""
    one_at_a_time = threading.Lock()

    def forward(hours: int) -> str:
        with one_at_a_time:
            then = system_clock() + timedelta(hours=hours)
            _keep_awake(database, platform, then)
            now = clock.forward(hours).astimezone(ZoneInfo(settings.timezone))
            subprocess.run([sys.executable, "-m", "linli", "tick"], check=False, timeout=TICK_S)
        return f"{now:%m-%d %H:%M}"

    return forward


def _keep_awake(database: Database, platform: Platform, then: datetime) -> None:
    """The phones count as having written at that instant, as at the start, so that what is due reaches them."""
    openids = [phone.openid for phone in PHONES]
    with database.write() as connection:
        connection.execute(update(Account).where(Account.openid.in_(openids)).values(last_inbound_at=then))
    for openid in openids:
        platform.windows.note(openid, "message", then)


def _places(database: Database) -> tuple[list[Code], list[Spot]]:
    """The first buildings' codes and positions."""
    parent = Place.__table__.alias("parent")
    statement = (
        select(Place.name, Place.qr_scene, Place.lat, Place.lon, parent.c.name.label("courtyard"))
        .join(parent, parent.c.id == Place.parent_id)
        .where(Place.kind == "building", Place.lat.is_not(None))
        .order_by(Place.id)
        .limit(SHOWN_CODES)
    )
    with database.read() as connection:
        rows = connection.execute(statement).all()
    codes = [Code(f"{row.courtyard}{row.name}", row.qr_scene) for row in rows]
    spots = [Spot(f"{row.courtyard}{row.name}", row.lat, row.lon) for row in rows]
    return codes, spots
