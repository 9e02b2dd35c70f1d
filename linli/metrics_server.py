"""The figures for Prometheus on an address of their own: the public port is for everybody, these are not."""

import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import structlog
from flask import Flask, Response
from redis import Redis
from werkzeug.serving import WSGIRequestHandler, make_server

from bot.answer_figures import AnswerFigures
from bot.machine import machine_figures, process_name
from bot.metrics import exposition
from governance.alarms.judging import Reading
from linli import texts
from linli.clock import system_clock
from linli.errors import Stop
from linli.ports import listener
from linli.settings import DEMO, Settings
from linli.wiring import open_database, queue_url
from scheduler.queue import connect, reachable
from scheduler.watchman import EVERY_S
from storage.alarms import read_figures
from storage.backlog import backlog
from storage.beats import beat
from storage.database import Database, Unavailable

FIRST_S = 3.0

log = structlog.get_logger("linli.alarms")


class _Quiet(WSGIRequestHandler):
    def log(self, type: str, message: str, *args: object) -> None:
        """Says nothing: a scrape a few seconds is no event."""


@contextmanager
def metrics_served(settings: Settings) -> Iterator[None]:
    """Serves /metrics on the settings' address for as long as the block runs; raises Stop where somebody has the address."""
    host, port = settings.metrics_address
    try:
        listening = listener(host, port, claimed=os.environ.get(DEMO) == "1")
    except OSError as error:
        raise Stop(texts.PORT_TAKEN.format(address=f"{host}:{port}")) from error
    database = open_database(settings)
    redis = connect(queue_url(settings))
    app = Flask("metrics", static_folder=None)

    @app.get("/metrics")
    def metrics() -> Response:
        return Response(exposition(lambda: backlog(database), lambda: figures(database, redis)), mimetype="text/plain")

    with listening:
        server = make_server(host, port, app, threaded=True, request_handler=_Quiet, fd=listening.fileno())
        threading.Thread(target=server.serve_forever, name="metrics", daemon=True).start()
        stopping = threading.Event()
        threading.Thread(target=_beat, args=(settings, database, redis, stopping), name="beat", daemon=True).start()
        try:
            yield
        finally:
            stopping.set()
            server.shutdown()
            server.server_close()
            database.close()


def figures(database: Database, redis: Redis) -> dict[str, Reading]:
    """All that can be read now; without the database that it is away, and whether Redis is there."""
    queue = {"linli_queue_up": Reading(float(reachable(redis)))}
    try:
        with database.read() as connection:
            return read_figures(connection, system_clock()) | queue
    except Unavailable:
        return {"linli_database_up": Reading(0.0), **queue}


def _beat(settings: Settings, database: Database, redis: Redis, stopping: threading.Event) -> None:
    """The web's sign of life, with how it has answered lately.

    Web processes are forks of this one: it begins when they are there, and holds no connection in between.
    """
    answers, name, pause = AnswerFigures(time.monotonic), process_name("web"), FIRST_S
    while not stopping.wait(pause):
        pause = EVERY_S
        try:
            own = {**machine_figures(settings.data_dir), **answers.look(), "linli_queue_up": float(reachable(redis))}
            with database.write() as connection:
                beat(connection, name, "web", own, system_clock())
        except Unavailable:
            pass  # who watches from outside sees that it is away
        except Exception:
            log.error("no sign of life", exc_info=True)
        finally:
            database.close()
