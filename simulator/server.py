"""The stand-in as a server: API and chat page on one port."""

import socket
import threading
from pathlib import Path

from flask import Flask, Response
from werkzeug.exceptions import HTTPException
from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server

from simulator.api import server_api, subscribe_templates
from simulator.chat import Forward, chat
from simulator.people import Code, Spot
from simulator.platform import Platform
from simulator.wecom import wecom_api


class _Quiet(WSGIRequestHandler):
    protocol_version = "HTTP/1.1"

    def log(self, type: str, message: str, *args: object) -> None:
        """Says nothing: the phones show what happens."""


def create_app(
    platform: Platform, spots: list[Spot], codes: list[Code], assets: Path, forward: Forward | None = None
) -> Flask:
    """The stand-in's application. `forward`: lets so many hours pass for the product, and answers what time it is then."""
    app = Flask("simulator", static_folder=None)
    app.register_blueprint(server_api(platform))
    app.register_blueprint(subscribe_templates(platform))
    app.register_blueprint(wecom_api(lambda: platform.wecom))
    app.register_blueprint(chat(platform, spots, codes, assets, forward))

    @app.errorhandler(HTTPException)
    def refuse(error: HTTPException) -> Response:
        return Response(status=error.code or 400)

    return app


def server_of(app: Flask, host: str, port: int, listening: socket.socket | None = None) -> BaseWSGIServer:
    """A threaded server, not yet serving; port 0 takes a free one. `listening`: a socket that is bound already."""
    fd = None if listening is None else listening.fileno()
    return make_server(host, port, app, threaded=True, request_handler=_Quiet, fd=fd)


def serve_in_thread(server: BaseWSGIServer) -> threading.Thread:
    """Serves until `server.shutdown()`."""
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), name="stand-in", daemon=True)
    thread.start()
    return thread
