"""`linli demo`: a sample subdistrict, the whole product and the stand-in, with nothing configured."""

import base64
import fcntl
import os
import secrets
import shlex
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from bot.api import PlatformApi
from bot.errors import PlatformAway, PlatformError
from bot.menu import publish
from linli import clock, sample, texts, valkey
from linli.errors import Stop
from linli.platform_errors import explained
from linli.ports import claim
from linli.readiness import wait_for
from linli.sample_phones import RULES
from linli.settings import DEMO, Settings, load
from linli.supervisor import Supervisor
from linli.up import start
from linli.wiring import open_database, queue_url
from scheduler.queue import connect
from storage.schema import upgrade

FIRST_PORT = 8080
MOST_DEMOS = 20
"""Side by side on one data folder's name."""


def run(settings: Settings) -> int:
    """Starts everything and prints the addresses; answers the exit status when it is stopped."""
    with _own_folder(settings) as settings, _ports(settings) as (web, phones, metrics):
        return _run(settings, web, phones, metrics)


def _run(settings: Settings, web: int, phones: int, metrics: int) -> int:
    click.echo(texts.DEMO_PREPARING, err=True)
    clock.set_up_demo_clock(settings.data_dir)
    database = open_database(settings)
    upgrade(database)
    sample.build(database, ZoneInfo(settings.timezone), clock.system_clock(), lambda _count: None)
    database.close()
    redis_url = queue_url(settings)
    environment = _environment(settings, web, phones, metrics)
    webhook = f"http://127.0.0.1:{web}/wechat"
    click.echo(texts.DEMO_STARTING, err=True)

    def when_ready() -> None:
        wait_for(f"http://127.0.0.1:{web}/readyz")
        wait_for(f"http://127.0.0.1:{phones}")
        _publish_menu(environment, redis_url)
        _say_ready(settings, web, phones, metrics)

    with Supervisor(when_ended=lambda: valkey.release(settings.data_dir)) as children:
        children.add("simulator", ["simulate", "--bind", f"127.0.0.1:{phones}", "--webhook", webhook], environment)
        start(children, environment)
        return children.run(when_ready)
    return 0


def _environment(settings: Settings, web: int, phones: int, metrics: int) -> dict[str, str]:
    """What the demo's processes find in their environment."""
    rules = settings.rules
    if rules is None:
        rules = settings.data_dir.absolute() / "demo-rules.toml"
        rules.write_text(RULES, "utf-8")
    return {
        **os.environ,
        **_account(),
        DEMO: "1",
        "LINLI_DATA_DIR": str(settings.data_dir),
        "LINLI_BIND": f"127.0.0.1:{web}",
        "LINLI_METRICS_BIND": f"127.0.0.1:{metrics}",
        "LINLI_WECHAT_API_BASE": f"http://127.0.0.1:{phones}",
        "LINLI_RULES": str(rules),
    }


def _say_ready(settings: Settings, web: int, phones: int, metrics: int) -> None:
    """Prints the addresses, and what is not as a first visitor would expect."""
    office = f"http://127.0.0.1:{web}"
    folder = "" if settings.data_dir == load().data_dir else f"LINLI_DATA_DIR={shlex.quote(str(settings.data_dir))} "
    click.echo(
        texts.DEMO_READY.format(
            chat=f"http://127.0.0.1:{phones}",
            console=f"{office}/console/",
            webhook=f"{office}/wechat",
            metrics=f"http://127.0.0.1:{metrics}/metrics",
            export=f"{folder}{Path(sys.executable).parent / 'linli'} export tickets",
        )
    )
    if folder:
        click.echo(texts.DEMO_SECOND.format(path=settings.data_dir), err=True)
    if clock.ahead():
        click.echo(texts.DEMO_AHEAD.format(hours=int(clock.ahead().total_seconds()) // 3600), err=True)
    sys.stdout.flush()


def _account() -> dict[str, str]:
    """Made-up credentials, new at each start, that only the stand-in knows."""
    return {
        "LINLI_WECHAT_TOKEN": secrets.token_hex(16),
        "LINLI_WECHAT_AES_KEY": base64.b64encode(secrets.token_bytes(32)).decode().rstrip("="),
        "LINLI_WECHAT_APP_ID": "wx" + secrets.token_hex(8),
        "LINLI_WECHAT_APP_SECRET": secrets.token_hex(16),
    }


@contextmanager
def _own_folder(settings: Settings) -> Iterator[Settings]:
    """The settings' data folder, or where a demo runs on it already the first free one beside it; held meanwhile."""
    for number in range(1, MOST_DEMOS + 1):
        name = settings.data_dir.name if number == 1 else f"{settings.data_dir.name}-{number}"
        folder = settings.data_dir.absolute().with_name(name) if number > 1 else settings.data_dir
        folder.mkdir(parents=True, exist_ok=True)
        with open(folder / "demo.lock", "w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if settings.database_url:
                    break
                continue
            yield settings.model_copy(update={"data_dir": folder})
            return
    raise Stop(texts.DEMO_RUNS.format(path=settings.data_dir))


@contextmanager
def _ports(settings: Settings) -> Iterator[tuple[int, int, int]]:
    """The bot's port (the setting's when it was set) and the next free ones for stand-in and figures; held meanwhile."""
    first = settings.address[1] if "bind" in settings.model_fields_set else FIRST_PORT
    with ExitStack() as held:
        found: list[int] = []
        for port in range(first, first + 100):
            with suppress(OSError):
                held.enter_context(claim("127.0.0.1", port))
                found.append(port)
            if len(found) == 3:
                yield found[0], found[1], found[2]
                return
    raise Stop(texts.PORT_TAKEN.format(address=f"127.0.0.1:{first}"))


def _publish_menu(environment: dict[str, str], redis_url: str) -> None:
    api_base, app_id = environment["LINLI_WECHAT_API_BASE"], environment["LINLI_WECHAT_APP_ID"]
    secret = environment["LINLI_WECHAT_APP_SECRET"]
    try:
        publish(PlatformApi(api_base, app_id, secret, connect(redis_url)))
    except (PlatformAway, PlatformError) as error:
        raise Stop(explained(texts.PLATFORM_AWAY, error, api_base)) from error
