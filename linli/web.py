"""The web processes: granian with the gateway and the Flask application in each."""

import gc
import os
import resource
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any

from flask import Flask
from granian import Granian
from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels

from bot.refusals import headers_for
from console.browsers import browsers_of
from linli import logs, texts
from linli.clock import system_clock
from linli.errors import Stop
from linli.gateway import Gateway
from linli.metrics_server import metrics_served
from linli.ports import claim
from linli.settings import DEMO, Settings, load, require_wechat
from linli.traces import require_otel, trace_to_collector
from linli.web_app import web_app
from linli.wiring import queue_url, ready_database, subdistrict_config, tools_of
from scheduler.actors import declare, woken
from scheduler.queue import Waker, broker_at, connect
from storage.database import Database

MOST_CONNECTIONS = 4096
"""Of one process; those that wait for a body hold nothing else."""
HEAD_WITHIN_MS = 20_000
WARMED_AFTER_S = 0.5
SWITCH_INTERVAL_S = 0.02
"""The thread that leads a commit holds the database's lock: it is not to be interrupted every 5 ms."""


def serve(settings: Settings) -> None:
    """Serves until told to stop; raises Stop when it cannot start."""
    require_wechat(settings)
    require_otel(settings)
    subdistrict_config(settings)
    ready_database(settings).close()
    queue_url(settings)
    _open_many()
    gc.freeze()  # the web processes are forks: a collection that went through it would copy it for each
    with _claimed(*settings.address), metrics_served(settings):
        server_of("linli.web:application", settings, Interfaces.RSGI).serve()


def server_of(target: str, settings: Settings, interface: Interfaces = Interfaces.WSGI) -> Any:
    """A granian server for an application factory, with the settings' address, processes and threads."""
    host, port = settings.address
    threads = settings.web_threads if interface is Interfaces.WSGI else 1
    return Granian(
        target,
        factory=True,
        address=host,
        port=port,
        interface=interface,
        workers=settings.web_processes,
        blocking_threads=threads,
        backpressure=settings.web_threads * 4 if interface is Interfaces.WSGI else MOST_CONNECTIONS,
        http=HTTPModes.http1,
        http1_settings=HTTP1Settings(header_read_timeout=HEAD_WITHIN_MS),
        websockets=False,
        respawn_failed_workers=True,
        respawn_interval=0.5,
        workers_kill_timeout=10,
        log_level=LogLevels.error,
        working_dir=Path.cwd(),
    )


def application() -> Gateway:
    """The application of one web process behind its gateway, from the environment."""
    settings = load()
    app, database = _served()
    return Gateway(
        app, browsers_of(database, system_clock), settings.web_threads, headers=headers_for(settings.public_url)
    )


def wsgi() -> Flask:
    """The same without the gateway, for another web server."""
    return _served()[0]


def _served() -> tuple[Flask, Database]:
    _end_while_loading()
    logs.configure()
    settings = load()
    trace_to_collector(settings)
    database = ready_database(settings)
    url = queue_url(settings)
    actors = declare(broker_at(url), tools_of(settings, database, url, system_clock))
    redis = connect(url)
    _settle_interpreter()
    return web_app(settings, database, system_clock, Waker(woken(actors)), redis, _once_ready), database


def _once_ready(does: Callable[[], None]) -> None:
    """In a thread, a moment after the first requests can be answered: it would hold them up."""
    begun = threading.Timer(WARMED_AFTER_S, does)
    begun.daemon = True
    begun.start()


def _open_many() -> None:
    """As many connections as the system lets us have: a connection is a file."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft != hard:
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


def _end_while_loading() -> None:
    """A process told to end before it serves ends at once: until granian sets its own, it has its parent's handler, which waits."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _settle_interpreter() -> None:
    """What is loaded by now stays for good, and a message leaves few cycles: collect seldom."""
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
