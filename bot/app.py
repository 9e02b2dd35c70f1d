"""The web application: the webhook and the pages that operators' tools ask."""

from collections.abc import Callable, Sequence

import structlog
from flask import Blueprint, Flask, Response, abort, request
from werkzeug.exceptions import HTTPException

from bot import codec
from bot.my_data import my_data_pages
from bot.pages import PublicPages
from bot.parameters import RowId, StrictRequest
from bot.public import public
from bot.refusals import failed, headers_on, refused
from bot.star_pages import star_pages
from bot.webhook import Receive, webhook
from governance.clock import Clock

log = structlog.get_logger("linli.web")

Check = Callable[[], bool]
MOST_BYTES = 11 * 1024 * 1024
"""Of any body; most addresses take less."""


def create_app(
    account: codec.Account, receive: Receive, clock: Clock, checks: dict[str, Check],
    pages: PublicPages | None = None, blueprints: Sequence[Blueprint] = (),
) -> Flask:  # fmt: skip
    """`checks`: what must be reachable for /readyz, by name; `pages`: what the public pages are made from; `blueprints`: what
    else is served.
    """
    app = Flask("linli", static_folder=None)
    app.request_class = StrictRequest
    app.url_map.converters["row"] = RowId
    app.config["MAX_CONTENT_LENGTH"] = MOST_BYTES
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

    _refusals(app)
    return app


def _refusals(app: Flask) -> None:
    """What is answered where no view answers, and what every answer carries."""
    app.after_request(headers_on)
    app.register_error_handler(HTTPException, refused)

    @app.before_request
    def known() -> None:
        """No address that we gave out holds a NUL, and no database looks for one."""
        if any(isinstance(part, str) and "\0" in part for part in (request.view_args or {}).values()):
            abort(404)

    @app.errorhandler(Exception)
    def fell(error: Exception) -> Response:
        log.error("request failed", exc_info=True)
        return failed()
