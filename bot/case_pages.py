"""The year's cases once they are counted: a page that anybody may open, and the same as a booklet to print."""

import base64
from html import escape

from flask import Blueprint, Response, abort
from flask.typing import ResponseReturnValue

from bot import case_texts as texts
from bot.page_frame import view
from bot.pages import HEADERS, WITH_PICTURES, PublicPages, page
from bot.small_picture import small_picture
from handlers.context import Context
from handlers.office.cases import CasesOfYear, PublishedCase, published
from storage.unit_of_work import UnitOfWork


def case_pages(pages: PublicPages) -> Blueprint:
    """The page and the booklet; a year that is not counted is 404."""
    blueprint = Blueprint("cases", __name__)

    @blueprint.get("/cases/<year:year>")
    def cases(year: int) -> ResponseReturnValue:
        found = _found(pages, year)
        title = texts.TITLE.format(year=found.year)
        body = pages.drawn.file(("html", view(), found), lambda: page(title, _body(pages, found)).encode())
        return Response(body, mimetype="text/html", headers=WITH_PICTURES)

    @blueprint.get("/cases/<year:year>.pdf")
    def booklet(year: int) -> ResponseReturnValue:
        from bot.case_pdf import case_pdf  # its library takes half a second to load

        found = _found(pages, year)
        content = pages.drawn.file(
            ("pdf", found), lambda: case_pdf(found, [_picture(pages, each) for each in found.cases], pages.fonts)
        )
        return Response(content, mimetype="application/pdf", headers=HEADERS)

    return blueprint


def days_said(case: PublishedCase) -> str:
    """How long it took."""
    return texts.SAME_DAY if case.days == 0 else texts.DAYS.format(days=case.days)


def _found(pages: PublicPages, year: int) -> CasesOfYear:
    with pages.database.read() as connection:
        found = published(Context(UnitOfWork(connection), pages.config, pages.clock(), pages.book), year)
    if found is None:
        abort(404)
    return found


def _body(pages: PublicPages, found: CasesOfYear) -> str:
    head = escape(texts.HEAD.format(subdistrict=found.subdistrict, voters=found.voters))
    cases = "".join(_case(pages, each) for each in found.cases)
    return f"<p>{head}</p>{cases}{texts.PDF.format(year=found.year)}"


def _case(pages: PublicPages, case: PublishedCase) -> str:
    picture, title = _picture(pages, case), escape(case.line.title)
    data = "" if picture is None else base64.b64encode(picture).decode()
    return texts.CASE.format(
        place=case.line.place, title=title, story=escape(case.story), community=escape(case.line.community),
        category=escape(case.category), days=days_said(case), votes=case.line.votes,
        picture=texts.PICTURE.format(data=data, title=title) if data else "",
    )  # fmt: skip


def _picture(pages: PublicPages, case: PublishedCase) -> bytes | None:
    return small_picture(pages.files, None if case.picture is None else case.picture[0])
