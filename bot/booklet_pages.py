"""街道这一年 as a page and as a booklet to print, whom a year commends, and a letter to each of them; for anybody to open."""

import base64
from collections.abc import Mapping
from html import escape

from flask import Blueprint, Response, abort, has_request_context
from flask.typing import ResponseReturnValue
from sqlalchemy import Connection

from bot import booklet_texts as texts
from bot.booklet_html import booklet_body, commended_body
from bot.page_frame import view
from bot.pages import HEADERS, WITH_PICTURES, PublicPages, page
from bot.small_picture import small_picture
from handlers.context import Context
from handlers.office.year_booklet import booklet_of, commendations, letter_of
from storage.unit_of_work import UnitOfWork


def booklet_pages(pages: PublicPages) -> Blueprint:
    """The pages; a year of which nothing is public is 404."""
    blueprint = Blueprint("booklets", __name__)
    _booklets(blueprint, pages)

    @blueprint.get("/commendations/<year:year>")
    def commended(year: int) -> ResponseReturnValue:
        with pages.database.read() as connection:
            found = commendations(_context(pages, connection), year)
        if not found:
            abort(404)
        body = commended_body(found, lambda digest: image(pages, digest))
        html = page(texts.COMMENDATIONS_TITLE.format(year=year), body + texts.LINKS.format(year=year))
        return Response(html, mimetype="text/html", headers=WITH_PICTURES)

    @blueprint.get("/commendations/letters/<row:number>.pdf")
    def letter(number: int) -> ResponseReturnValue:
        from bot.letter_pdf import letter_pdf  # its library takes half a second to load

        with pages.database.read() as connection:
            found = letter_of(_context(pages, connection), number)
        if found is None:
            abort(404)
        content = pages.drawn.file(found, lambda: letter_pdf(found, pages.config.public_url, pages.fonts))
        return Response(content, mimetype="application/pdf", headers=HEADERS)

    return blueprint


def _booklets(blueprint: Blueprint, pages: PublicPages) -> None:
    @blueprint.get("/booklets/<year:year>")
    def booklet(year: int) -> ResponseReturnValue:
        return _given_out(booklet_file(pages, year, printed=False), "text/html", WITH_PICTURES)

    @blueprint.get("/booklets/<year:year>.pdf")
    def printed(year: int) -> ResponseReturnValue:
        return _given_out(booklet_file(pages, year, printed=True), "application/pdf", HEADERS)


def booklet_file(pages: PublicPages, year: int, *, printed: bool) -> bytes | None:
    """The year as a PDF file or an HTML page with its pictures inside; None where nothing of it is public."""
    with pages.database.read() as connection:
        found = booklet_of(_context(pages, connection), year)
    if found.is_empty:
        return None
    if printed:
        from bot.booklet_pdf import booklet_pdf  # its library takes half a second to load

        return pages.drawn.file(
            ("pdf", found), lambda: booklet_pdf(found, lambda digest: small_picture(pages.files, digest), pages.fonts)
        )
    title = texts.TITLE.format(year=year)
    return pages.drawn.file(
        ("html", view(), has_request_context(), found),
        lambda: page(title, booklet_body(found, lambda digest: image(pages, digest))).encode(),
    )


def _given_out(content: bytes | None, kind: str, headers: Mapping[str, str]) -> Response:
    if content is None:
        abort(404)
    return Response(content, mimetype=kind, headers=headers)


def image(pages: PublicPages, digest: str | None) -> str:
    """A picture as it stands inside a page; empty where there is none."""
    content = small_picture(pages.files, digest)
    return "" if content is None else escape(base64.b64encode(content).decode())


def _context(pages: PublicPages, connection: Connection) -> Context:
    return Context(UnitOfWork(connection), pages.config, pages.clock(), pages.book)
