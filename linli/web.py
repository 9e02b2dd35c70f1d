"""The web processes: granian with the Flask application in each."""

import gc
import os
import signal
import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any

from flask import Flask
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from linli import logs, texts
from linli.clock import system_clock
from linli.errors import Stop
from linli.metrics_server import metrics_served
from linli.ports import claim
from linli.settings import DEMO, Settings, load, require_wechat
from linli.web_app import web_app
from linli.wiring import queue_url, ready_database, subdistrict_config, tools_of
from scheduler.actors import declare, woken
from scheduler.queue import Waker, broker_at, connect

SWITCH_INTERVAL_S = 0.02
"""The thread that leads a commit holds the database's lock: it is not to be interrupted every 5 ms."""


def serve(settings: Settings) -> None:
    """Serves until told to stop; raises Stop when it cannot start."""
    require_wechat(settings)
    subdistrict_config(settings)
    ready_database(settings).close()
    queue_url(settings)
    with _claimed(*settings.address), metrics_served(settings):
        server_of("linli.web:application", settings).serve()


def server_of(target: str, settings: Settings) -> Any:
    """A granian server for a WSGI application factory, with the settings' address, processes and threads."""
    host, port = settings.address
    return Granian(
        target,
        factory=True,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=settings.web_processes,
        blocking_threads=settings.web_threads,
        backpressure=settings.web_threads * 4,
        respawn_failed_workers=True,
        respawn_interval=0.5,
        workers_kill_timeout=10,
        log_level=LogLevels.error,
        working_dir=Path.cwd(),
    )


def application() -> Flask:
    """The application of one web process, from the environment."""
    _end_while_loading()
    logs.configure()
    settings = load()
    database = ready_database(settings)
    url = queue_url(settings)
    actors = declare(broker_at(url), tools_of(settings, database, url, system_clock))
    redis = connect(url)
    _settle_interpreter()
    return web_app(settings, database, system_clock, Waker(woken(actors)), redis)


def _end_while_loading() -> None:
    """A process told to end before it serves ends at once: until granian sets its own, it has its parent's handler, which waits."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _settle_interpreter() -> None:
    """What is loaded by now stays for good, and a message leaves few cycles: collect seldom."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
    sys.setswitchinterval(SWITCH_INTERVAL_S)


def _claimed(host: str, port: int) -> AbstractContextManager[object]:
    """Keeps the port from others while we serve; in a demo the demo does so."""
    if os.environ.get(DEMO) == "1":
        return nullcontext()
    try:
        return claim(host, port)
    except OSError as error:
        raise Stop(texts.PORT_TAKEN.format(address=f"{host}:{port}")) from error
