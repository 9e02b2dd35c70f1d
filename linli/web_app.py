"""The web application of one process: webhook, public pages, Open311 and the back office over an open database."""

from collections.abc import Callable

from flask import Flask
from redis import Redis
from werkzeug.middleware.proxy_fix import ProxyFix

from bot.api import PlatformApi
from bot.app import create_app
from bot.connect import PlatformDoor, connect
from bot.errors import PlatformAway, PlatformError
from bot.open311 import OpenDoor, open311
from bot.pages import PublicPages
from bot.read_api import ReadDoor, read_api
from console.alarm import alarm
from console.app import console_pages
from console.gate import Gate
from console.parts import Console
from console.tiles import Tiles
from governance.clock import Clock
from handlers.conversation.reception import Reception
from linli.fonts import ASSETS, FONTS
from linli.settings import Settings
from linli.wiring import account_of, files_of, followed_config
from scheduler.queue import reachable
from scheduler.registry import JOBS
from storage.console.sign_in_requests import CODE_FOR
from storage.database import Database

LOGIN_CODE_S = int(CODE_FOR.total_seconds())
"""How long the code of a sign-in page is good, in seconds."""
ROOM_CODE_S = 30 * 24 * 3600
"""How long the code of a meeting's room is; the platform makes none that is good for longer and ends."""


def web_app(
    settings: Settings, database: Database, clock: Clock, wake: Callable[[], None], redis: Redis,
    later: Callable[[Callable[[], None]], None] = lambda _does: None,
) -> Flask:  # fmt: skip
    """The web application over an open database; `wake` tells a worker that rows wait; `later` is given what may be done once
    all else is ready: reading what the first message would wait for.
    """
    config, follows, _ = followed_config(settings, database)
    reception, files = Reception(database, config, clock, wake), files_of(settings)
    a_second = config.as_read.rules.pushes_a_second
    labels = {job.name: job.label for job in JOBS}
    office = Console(
        database, config, clock, reception.receive, reception.perform, files, ASSETS,
        _code(settings, redis, a_second, LOGIN_CODE_S), _code(settings, redis, a_second, ROOM_CODE_S),
        Gate(redis, lambda: config.rules), job_labels=labels, tiles=Tiles(settings.map_tiles, settings.map_datum),
        settle=follows.refresh,
    )  # fmt: skip
    app = create_app(
        account_of(settings),
        reception.receive,
        clock,
        checks={"database": database.reachable, "queue": lambda: reachable(redis)},
        blueprints=[
            open311(OpenDoor(database, config, clock, settings.ticket_prefix, wake)),
            connect(PlatformDoor(database, config, clock, wake)),
            read_api(ReadDoor(database, config, clock, office.gate.reads)),
            console_pages(office),
        ],
        pages=PublicPages(database, config, clock, FONTS, files),
        watch=alarm(office),
    )
    app.before_request(follows.look)
    later(reception.warm)
    if settings.proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=settings.proxies, x_proto=0, x_host=0)  # type: ignore[method-assign]
    return app


def _code(settings: Settings, redis: Redis, a_second: int, seconds: int) -> Callable[[str], str | None]:
    """Makes the address of a code that is good for so long; None while the platform is away or may not make one."""
    if not settings.wechat_app_secret:
        return lambda _scene: None
    api = PlatformApi(settings.wechat_api_base, settings.wechat_app_id, settings.wechat_app_secret, redis, a_second)

    def address(scene: str) -> str | None:
        try:
            return api.create_short_code(scene, seconds)
        except (PlatformError, PlatformAway):
            return None

    return address
