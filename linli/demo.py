"""`linli demo`: a sample subdistrict, the whole product and the stand-in, with nothing configured."""

import base64
import os
import secrets
import socket
import sys
import time
from pathlib import Path
from zoneinfo import ZoneInfo

import click
import requests

from bot.api import PlatformApi
from bot.errors import PlatformAway, PlatformError
from bot.menu import publish
from linli import sample, simulate, texts, valkey
from linli.clock import system_clock
from linli.errors import Stop
from linli.settings import Settings
from linli.supervisor import Supervisor
from linli.up import start
from linli.wiring import open_database, queue_url
from scheduler.queue import connect
from storage.schema import upgrade

READY_WITHIN_S = 45
FIRST_PORT = 8080


def run(settings: Settings) -> int:
    """Starts everything and prints the addresses; answers the exit status when it is stopped."""
    click.echo(texts.DEMO_PREPARING, err=True)
    database = open_database(settings)
    upgrade(database)
    sample.build(database, ZoneInfo(settings.timezone), system_clock(), lambda _count: None)
    database.close()
    redis_url = queue_url(settings)
    web, phones = _free_ports(settings)
    environment = {**os.environ, **_account(), "LINLI_BIND": f"127.0.0.1:{web}"}
    environment["LINLI_WECHAT_API_BASE"] = api_base = f"http://127.0.0.1:{phones}"
    environment[simulate.DEMO] = "1"
    if settings.rules is None:
        rules = settings.data_dir.absolute() / "demo-rules.toml"
        rules.write_text(sample.RULES, "utf-8")
        environment["LINLI_RULES"] = str(rules)
    webhook = f"http://127.0.0.1:{web}/wechat"
    click.echo(texts.DEMO_STARTING, err=True)

    def when_ready() -> None:
        _wait_for(f"http://127.0.0.1:{web}/readyz")
        _wait_for(api_base)
        _publish_menu(api_base, environment, redis_url)
        export = f"{Path(sys.executable).parent / 'linli'} export tickets"
        metrics = f"http://127.0.0.1:{web}/metrics"
        click.echo(
            texts.DEMO_READY.format(
                chat=api_base,
                console=f"http://127.0.0.1:{web}/console/",
                webhook=webhook,
                metrics=metrics,
                export=export,
            )
        )
        sys.stdout.flush()

    with Supervisor(when_ended=lambda: valkey.release(settings.data_dir)) as children:
        children.add("simulator", ["simulate", "--bind", f"127.0.0.1:{phones}", "--webhook", webhook], environment)
        start(children, environment)
        return children.run(when_ready)
    return 0


def _account() -> dict[str, str]:
    """Made-up credentials, new at each start, that only the stand-in knows."""
    return {
        "LINLI_WECHAT_TOKEN": secrets.token_hex(16),
        "LINLI_WECHAT_AES_KEY": base64.b64encode(secrets.token_bytes(32)).decode().rstrip("="),
        "LINLI_WECHAT_APP_ID": "wx" + secrets.token_hex(8),
        "LINLI_WECHAT_APP_SECRET": secrets.token_hex(16),
    }


def _free_ports(settings: Settings) -> tuple[int, int]:
    """The bot's port (the setting's when it was set) and the next free one for the stand-in."""
    first = settings.address[1] if "bind" in settings.model_fields_set else FIRST_PORT
    found: list[int] = []
    for port in range(first, first + 100):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            if probe.connect_ex(("127.0.0.1", port)) != 0:
                found.append(port)
        if len(found) == 2:
            return found[0], found[1]
    raise Stop(texts.PORT_TAKEN.format(address=f"127.0.0.1:{first}"))


def _wait_for(url: str) -> None:
    deadline = time.monotonic() + READY_WITHIN_S
    while time.monotonic() < deadline:
        try:
            if requests.get(url, timeout=2).status_code == 200:
                return
        except requests.RequestException:
            pass
        time.sleep(0.1)
    raise Stop(texts.NOT_READY.format(url=url))


def _publish_menu(api_base: str, environment: dict[str, str], redis_url: str) -> None:
    app_id, secret = environment["LINLI_WECHAT_APP_ID"], environment["LINLI_WECHAT_APP_SECRET"]
    try:
        publish(PlatformApi(api_base, app_id, secret, connect(redis_url)))
    except (PlatformAway, PlatformError) as error:
        raise Stop(texts.PLATFORM_AWAY.format(error=error)) from error
