"""The back office as one blueprint at /console."""

from pathlib import Path

import structlog
from flask import Blueprint, Response, abort, g, request, send_from_directory
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException

from bot.parameters import Unreadable
from console import texts
from console.account import account_pages
from console.activities import activity_pages
from console.alliance import alliance_pages
from console.api_keys import api_key_pages
from console.area_notices import notice_pages
from console.articles import article_pages
from console.assessment import assessment_pages
from console.audit import audit_pages
from console.board import board_pages
from console.board_views import board_view_pages
from console.bulk import bulk_pages
from console.cases import case_pages
from console.councils import council_pages
from console.deliveries import delivery_pages
from console.directory import directory_pages
from console.entries import entry_pages, leave_pages
from console.evaluation import evaluation_pages
from console.events import events_pages
from console.exports import export_pages
from console.figures import figures_pages
from console.find import find_pages
from console.grid_branches import grid_branch_pages
from console.hotline import hotline_pages
from console.interface import interface_pages
from console.jobs import jobs_pages
from console.joins import join_pages
from console.knowledge import knowledge_pages
from console.map import map_pages
from console.outlines import outline_pages
from console.page_policy import POLICY
from console.parts import Console, refusal
from console.password import password_pages
from console.photos import photo_pages
from console.platforms import platform_pages
from console.privacy import privacy_pages
from console.projects import projects_pages
from console.requests import request_pages
from console.rota import rota_pages
from console.say import say_pages
from console.screens import screens_pages
from console.settings import setting_pages
from console.sign_in import sign_in_pages
from console.stars import stars_pages
from console.surveys import survey_pages
from console.things import thing_pages
from console.ticket import ticket_pages
from console.visits import visit_pages
from console.wall import wall_pages
from handlers.errors import NotTaken
from storage.database import Unavailable
from storage.origin import came_from
from storage.room import no_room

log = structlog.get_logger("linli.console")
_ASSETS = {
    "htmx.min.js": "htmx.org/dist/htmx.min.js",
    "echarts.min.js": "echarts/dist/echarts.min.js",
}
"""Of the packages for the browser, what is given out; fonts besides."""
_PAGES = (
    sign_in_pages, password_pages, board_pages, bulk_pages, ticket_pages, events_pages, notice_pages, wall_pages, assessment_pages,
    knowledge_pages, hotline_pages, directory_pages, say_pages, export_pages, stars_pages, jobs_pages, screens_pages,
    interface_pages, audit_pages, privacy_pages, account_pages, alliance_pages, projects_pages, council_pages, survey_pages,
    visit_pages, case_pages, activity_pages, evaluation_pages, request_pages, grid_branch_pages,
    thing_pages, platform_pages, join_pages, rota_pages, board_view_pages, map_pages, outline_pages, figures_pages,
    entry_pages, leave_pages, setting_pages, api_key_pages, find_pages, article_pages, delivery_pages, photo_pages,
)  # fmt: skip
_FONTS = "@fontsource/noto-sans-sc"


def console_pages(console: Console) -> Blueprint:
    """Everything under /console."""
    blueprint = Blueprint(
        "console", __name__, url_prefix="/console", template_folder="templates", static_folder="static"
    )
    for pages in _PAGES:
        pages(blueprint, console)
    _filters(blueprint, console)
    _assets(blueprint, console)

    @blueprint.before_request
    def origin() -> None:
        g.https = console.config.public_url.startswith("https://")
        came_from(request.remote_addr or "")

    @blueprint.after_request
    def headers(response: Response) -> Response:
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault("X-Content-Type-Options", "nosniff")
        response.headers.setdefault("Referrer-Policy", "same-origin")
        if not request.path.startswith(("/console/assets/", "/console/static/")):
            response.headers["Cache-Control"] = "private, no-store"
        return response

    _refusals(blueprint)
    return blueprint


def _refusals(blueprint: Blueprint) -> None:
    """What is said where a page can't be had."""

    def away(error: Exception) -> ResponseReturnValue:
        return refusal(texts.NO_ROOM, 507) if no_room(error) else refusal(texts.AWAY, 503)

    for error in (*Unavailable, NotTaken):
        blueprint.register_error_handler(error, away)

    @blueprint.errorhandler(HTTPException)
    def refused(error: HTTPException) -> ResponseReturnValue:
        if isinstance(error, Unreadable):
            return refusal(error.said, 400)
        said = {404: texts.NOT_FOUND, 403: texts.NO_RIGHT, 413: texts.TOO_LARGE}.get(error.code or 400, texts.NOT_FOUND)
        return refusal(said, error.code or 400)

    @blueprint.errorhandler(Exception)
    def failed(error: Exception) -> ResponseReturnValue:
        if no_room(error):
            return away(error)
        log.error("page failed", exc_info=True, path=request.path)
        return refusal(texts.FAILED, 500)


def _filters(blueprint: Blueprint, console: Console) -> None:
    """Instants as templates write them, in the subdistrict's zone."""
    blueprint.add_app_template_filter(lambda at: texts.moment(at, console.config.zone), "moment")
    blueprint.add_app_template_filter(lambda at: texts.instant(at, console.config.zone), "instant")


def _assets(blueprint: Blueprint, console: Console) -> None:
    folder = console.assets.resolve()

    @blueprint.get("/assets/<name>")
    def asset(name: str) -> ResponseReturnValue:
        if name not in _ASSETS:
            abort(404)
        return _kept(folder, _ASSETS[name])

    @blueprint.get("/assets/font/<path:name>")
    def font(name: str) -> ResponseReturnValue:
        return _kept(folder / _FONTS, name)


def _kept(folder: Path, name: str) -> Response:
    """A file of a package, which the browser may keep for a day."""
    response = send_from_directory(folder, name)
    response.headers["Cache-Control"] = "public, max-age=86400"
    return response
