"""An article to residents, as anybody may read it once it goes out."""

import base64
from html import escape

from flask import Blueprint, Response, abort
from flask.typing import ResponseReturnValue

from bot import texts
from bot.pages import WITH_PICTURES, PublicPages, page
from bot.small_picture import small_picture
from handlers.area_notices.audience import area_names
from handlers.context import Context
from storage.articles import article_file, published_article
from storage.unit_of_work import UnitOfWork


def article_pages(pages: PublicPages) -> Blueprint:
    """The page; what nobody was told of yet is 404."""
    blueprint = Blueprint("articles", __name__)

    @blueprint.get("/articles/<row:number>")
    def article(number: int) -> ResponseReturnValue:
        with pages.database.read() as connection:
            ctx = Context(UnitOfWork(connection), pages.config, pages.clock(), pages.book)
            row = published_article(ctx.uow, number)
            if row is None:
                abort(404)
            file = None if row.picture_id is None else article_file(ctx.uow, row.picture_id)
            area = "、".join(area_names(ctx, row.places))
        day = (row.goes_at or row.approved_at or row.created_at).astimezone(pages.config.zone)
        head = texts.ARTICLE_HEAD.format(area=escape(area), month=day.month, day=day.day, year=day.year)
        picture = small_picture(pages.files, None if file is None else file[0])
        shown = "" if picture is None else texts.ARTICLE_PICTURE.format(data=base64.b64encode(picture).decode())
        return Response(
            page(row.title, f"{head}{shown}{paragraphs(row.body)}"), mimetype="text/html", headers=WITH_PICTURES
        )

    return blueprint


def paragraphs(body: str) -> str:
    """Its words as HTML, a paragraph a line."""
    return "".join(f"<p>{escape(line)}</p>" for line in body.splitlines() if line.strip())
