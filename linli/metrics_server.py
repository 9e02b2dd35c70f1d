"""The figures for Prometheus on an address of their own: the public port is for everybody, these are not."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask, Response
from werkzeug.serving import WSGIRequestHandler, make_server

from bot.breaker import Breaker
from bot.metrics import exposition
from linli import texts
from linli.errors import Stop
from linli.ports import listener
from linli.settings import DEMO, Settings
from linli.wiring import open_database, queue_url
from scheduler.queue import connect
from storage.backlog import backlog


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
    breaker = Breaker(connect(queue_url(settings)), settings.wechat_app_id)
    app = Flask("metrics", static_folder=None)

    @app.get("/metrics")
    def metrics() -> Response:
        return Response(exposition(lambda: backlog(database), breaker.is_open), mimetype="text/plain")

    with listening:
        server = make_server(host, port, app, threaded=True, request_handler=_Quiet, fd=listening.fileno())
        threading.Thread(target=server.serve_forever, name="metrics", daemon=True).start()
        try:
            yield
        finally:
            server.shutdown()
            server.server_close()
            database.close()
