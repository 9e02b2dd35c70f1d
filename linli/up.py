"""`linli up`: everything that serves, as children of one supervisor."""

import os

import click

from linli import setup_texts, texts, valkey
from linli.clock import ahead
from linli.errors import Stop
from linli.part_table import PARTS
from linli.ports import is_free
from linli.settings import Settings, require_wechat
from linli.supervisor import Supervisor
from linli.traces import require_otel
from linli.wiring import begin_queue, open_database, queue_url, subdistrict_config
from storage.key_rotation import key_fits
from storage.schema import upgrade


def run(settings: Settings) -> int:
    """Brings the schema up to date, then runs web, worker and scheduler until a signal; answers the exit status."""
    require_wechat(settings)
    require_otel(settings)
    if ahead():
        raise Stop(texts.DEMO_CLOCK_AHEAD.format(path=settings.data_dir))
    subdistrict_config(settings)
    _require_ports(settings)
    begin_queue(settings)
    database = open_database(settings)
    upgrade(database)
    if not key_fits(database):
        click.echo(setup_texts.WRONG_KEY, err=True)
    database.close()
    children = Supervisor(when_ended=lambda: valkey.release(settings.data_dir))
    queue_url(settings)
    with children:
        start(children, dict(os.environ))
        return children.run()
    return 0


def _require_ports(settings: Settings) -> None:
    """Raises Stop where somebody has a port of ours: a part could only die of it again and again."""
    for name, (host, port) in (("LINLI_BIND", settings.address), ("LINLI_METRICS_BIND", settings.metrics_address)):
        if not is_free(host, port):
            raise Stop(setup_texts.PORT_TAKEN.format(address=f"{host}:{port}", name=name))


def start(children: Supervisor, environment: dict[str, str]) -> None:
    """Starts all parts."""
    for part in PARTS:
        children.add(part.name, [part.name], environment)
