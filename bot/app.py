"""The web application: the webhook and the pages that operators' tools ask."""

from collections.abc import Callable, Sequence

import structlog
from flask import Blueprint, Flask, Response
from werkzeug.exceptions import HTTPException

from bot import codec
from bot.metrics import Backlog, exposition
from bot.my_data import my_data_pages
from bot.pages import PublicPages
from bot.public import public
from bot.star_pages import star_pages
from bot.webhook import Receive, webhook
from governance.clock import Clock

log = structlog.get_logger("linli.web")

Check = Callable[[], bool]


def create_app(
    account: codec.Account, receive: Receive, clock: Clock, checks: dict[str, Check], backlog: Backlog,
    breaker_open: Check = lambda: False, pages: PublicPages | None = None, blueprints: Sequence[Blueprint] = (),
) -> Flask:  # fmt: skip
    """`checks`: what must be reachable for /readyz, by name; `backlog`: rows that wait, by name, and `breaker_open`: whether the
    platform is left alone, for /metrics; `pages`: what the public pages are made from; `blueprints`: what else is served.
    """
    app = Flask("linli", static_folder=None)
    app.register_blueprint(webhook(account, receive, clock))
    if pages is not None:
        app.register_blueprint(public(pages))
        app.register_blueprint(star_pages(pages))
        app.register_blueprint(my_data_pages(pages))
    for blueprint in blueprints:
        app.register_blueprint(blueprint)

    @app.get("/healthz")
    def healthz() -> Response:
        return Response("ok\n", mimetype="text/plain")

    @app.get("/readyz")
    def readyz() -> Response:
        answers = {name: check() for name, check in checks.items()}
        lines = "".join(f"{name}: {'ok' if ok else 'unreachable'}\n" for name, ok in answers.items())
        return Response(lines, status=200 if all(answers.values()) else 503, mimetype="text/plain")

    @app.get("/metrics")
    def metrics() -> Response:
        return Response(exposition(backlog, breaker_open), mimetype="text/plain")

    @app.errorhandler(HTTPException)
    def refuse(error: HTTPException) -> Response:
        return Response(status=error.code or 400)

    @app.errorhandler(Exception)
    def failed(error: Exception) -> Response:
        log.error("request failed", exc_info=True)
        return Response(status=500)

    return app
