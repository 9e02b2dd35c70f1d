"""The web application: the webhook and the pages that operators' tools ask."""

from collections.abc import Callable, Mapping, Sequence

import structlog
from flask import Blueprint, Flask, Response, abort, g, request
from werkzeug.exceptions import HTTPException

from bot import codec
from bot.answer_page import answer_page
from bot.article_pages import article_pages
from bot.booklet_pages import booklet_pages
from bot.case_pages import case_pages
from bot.council_page import council_page
from bot.my_data import my_data_pages
from bot.page_frame import keep_view, page_script
from bot.pages import PublicPages
from bot.parameters import RowId, StrictRequest, YearInAddress
from bot.project_pages import project_pages
from bot.public import public
from bot.refusals import BY_HTTPS, failed, headers_for, refused
from bot.star_pages import star_pages
from bot.survey_page import survey_page
from bot.ticket_page import ticket_page
from bot.watch import Watch, nobody, refused_page
from bot.web_font import web_font
from bot.webhook import Receive, webhook
from governance.clock import Clock

log = structlog.get_logger("linli.web")

Check = Callable[[], bool]
NOTED = frozenset({400, 403, 404, 405, 413, 429})
"""Refusals by which somebody may try what is not theirs."""
MOST_BYTES = 11 * 1024 * 1024
"""Of any body; most addresses take less."""


def create_app(
    account: codec.Account, receive: Receive, clock: Clock, checks: dict[str, Check],
    pages: PublicPages | None = None, blueprints: Sequence[Blueprint] = (), watch: Watch = nobody,
) -> Flask:  # fmt: skip
    """`checks`: what must be reachable for /readyz, by name; `pages`: what the public pages are made from; `blueprints`: what
    else is served; `watch`: hears of refusals that may be an attack.
    """
    app = Flask("linli", static_folder=None)
    app.debug = False  # whatever FLASK_DEBUG says
    app.request_class = StrictRequest
    app.url_map.converters |= {"row": RowId, "year": YearInAddress}
    app.config["MAX_CONTENT_LENGTH"] = MOST_BYTES
    app.register_blueprint(webhook(account, receive, clock, watch))
    if pages is not None:
        _public(app, pages)
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

    _refusals(app, headers_for("" if pages is None else pages.config.public_url), watch)
    return app


def _public(app: Flask, pages: PublicPages) -> None:
    """The pages that anybody may open."""
    app.register_blueprint(public(pages))
    app.register_blueprint(star_pages(pages))
    app.register_blueprint(case_pages(pages))
    app.register_blueprint(article_pages(pages))
    app.register_blueprint(booklet_pages(pages))
    app.register_blueprint(my_data_pages(pages))
    app.register_blueprint(project_pages(pages))
    app.register_blueprint(council_page(pages))
    app.register_blueprint(survey_page(pages))
    app.register_blueprint(answer_page(pages))
    app.register_blueprint(ticket_page(pages))
    app.register_blueprint(web_font(pages))
    app.register_blueprint(page_script())


def _refusals(app: Flask, headers: Mapping[str, str], watch: Watch) -> None:
    """What is answered where no view answers, what every answer carries, and which refusals stand in the log."""
    app.register_error_handler(HTTPException, refused)

    @app.after_request
    def complete(response: Response) -> Response:
        for name, value in headers.items():
            response.headers.setdefault(name, value)
        if response.status_code < 400 and not request.path.startswith(("/console/", "/wechat")):
            keep_view(response, https=BY_HTTPS.keys() <= headers.keys())
        if response.status_code in NOTED and not request.path.startswith("/wechat"):
            _note_refusal(response.status_code)
            refused_page(watch, response.status_code)
        return response

    @app.before_request
    def known() -> None:
        """No address that we gave out holds a NUL, and no database looks for one; what is asked must be readable on every route."""
        if any(isinstance(part, str) and "\0" in part for part in (request.view_args or {}).values()):
            abort(404)
        if hasattr(app.view_functions.get(request.endpoint or ""), "act"):
            return  # there it is asked first who may
        _ = request.args  # raises Unreadable, also where no view asks for any of it

    @app.errorhandler(Exception)
    def fell(error: Exception) -> Response:
        log.error("request failed", exc_info=True)
        return failed()


def _note_refusal(status: int) -> None:
    """Who, what and from where; the rule, not the address that was typed: it may hold a secret, or a name."""
    rule = request.url_rule.rule if request.url_rule else None
    log.warning(
        "not granted", status=status, method=request.method, rule=rule, who=g.get("who"), address=request.remote_addr
    )
