"""The page of projects that anybody may open."""

from html import escape

from flask import Blueprint, Response

from bot import texts
from bot.pages import HEADERS, PublicPages, page
from handlers.projects.outcomes import ProjectLine
from handlers.projects.public import projects_publicly
from handlers.projects.texts import STATE
from handlers.texts.work import day


def project_pages(pages: PublicPages) -> Blueprint:
    """What can be claimed, what units do, what is done."""
    blueprint = Blueprint("projects", __name__)

    @blueprint.get("/projects")
    def projects() -> Response:
        found = projects_publicly(pages.database, pages.config, pages.clock(), pages.book)
        parts = [f"<h2>{escape(STATE[state])}</h2>" + "".join(map(_entry, lines)) for state, lines in found]
        body = "".join(parts) or f"<p>{escape(texts.NO_PROJECTS)}</p>"
        html = page(texts.PROJECTS_TITLE, f"<p>{escape(texts.PROJECTS_ABOUT)}</p>{body}")
        return Response(html, mimetype="text/html", headers=HEADERS)

    return blueprint


def _entry(line: ProjectLine) -> str:
    facts = [line.place, *line.units]
    facts += [texts.PROJECT_UNTIL.format(day=day(line.until))] if line.until is not None else []
    return texts.PROJECT_ENTRY.format(
        number=line.project.number,
        title=escape(line.project.title),
        facts=escape("　".join(each for each in facts if each)),
    )
