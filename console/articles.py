"""Articles to residents in the browser: written with the phone's view beside it, looked at by somebody else, followed."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from flask import Blueprint, make_response, redirect, request, url_for
from flask.typing import ResponseReturnValue

from bot.parameters import one_of, takes, whole, words
from bot.small_picture import small_picture
from console import article_texts, texts
from console.parts import Console, form_key, guarded, missing, nonce, order, page, refusal, staff
from governance.days import within_reach
from governance.permissions import Act
from handlers.area_notices.texts import WAY
from handlers.articles.commands import (
    AgreeToArticle,
    AskForArticle,
    DropArticle,
    IllustrateArticle,
    WithholdArticle,
    WriteArticle,
)
from handlers.office.articles import ArticlePage, article_for, article_picture, articles_for, keep_picture_of_article
from handlers.outcomes import Tone
from storage.articles import newest_article_of
from storage.errors import AttachmentRefused, AttachmentTooLarge, PictureTooSmall
from storage.media_types import LIMITS
from storage.pictures import read_picture

_W, _F = article_texts, article_texts.FIELDS
MOST_SAVES = 1_000_000
TYPED = (
    words("title", _F["title"], 400), words("digest", _F["digest"], 600), words("body", _F["body"], _W.BODY_ASKED),
    words("where", _F["where"], _W.WHERE_LONG), words("goes_at", _F["goes_at"], 30), words("copy", _F["copy"], 1),
    words("why", _W.WHY, 200), words("consent", _W.CONSENT, 1), words("public", _W.NUMBERS_PUBLIC, 1),
    whole("version", texts.ASKED["seen"], 1, MOST_SAVES),
    one_of("do", texts.ASKED["do"], _W.DO, "save"), words("nonce", texts.ASKED["nonce"], 60, into="sent"),
)  # fmt: skip
Typed = Mapping[str, Any]


def article_pages(blueprint: Blueprint, console: Console) -> None:
    """The list, one article, what is done to it, its picture."""
    _list_views(blueprint, console)
    _one_views(blueprint, console)
    _picture_views(blueprint, console)


def _list_views(blueprint: Blueprint, console: Console) -> None:
    @blueprint.get("/articles")
    @guarded(console, Act.DISPATCH)
    def articles() -> ResponseReturnValue:
        with console.reading() as ctx:
            found = articles_for(ctx, staff())
        return page("articles.html", w=_W, found=found)

    @blueprint.get("/articles/new")
    @guarded(console, Act.DISPATCH)
    def new_article() -> ResponseReturnValue:
        return _desk(None, {})

    @blueprint.post("/articles/new")
    @guarded(console, Act.DISPATCH)
    @takes(form=TYPED)
    def begin_article(**typed: Any) -> ResponseReturnValue:
        """Keeps the first draft; the same form sent twice is kept once."""
        command = _written(typed, None)
        if command is None:
            return _desk(None, typed, texts.NO_INSTANT, 422)
        answered = order(console, command, form_key(command, typed["sent"]))
        if answered.tone is not Tone.DONE:
            return _desk(None, typed, answered.text, 409)
        with console.reading() as ctx:
            number = newest_article_of(ctx.uow, staff().person_id)
        return redirect(url_for("console.article", article=number), 303)


def _one_views(blueprint: Blueprint, console: Console) -> None:
    @blueprint.get("/articles/<row:article>")
    @guarded(console, Act.DISPATCH)
    def article(article: int) -> ResponseReturnValue:
        found = _found(console, article)
        return missing() if found is None else _desk(found, _kept(console, found))

    @blueprint.post("/articles/<row:article>")
    @guarded(console, Act.DISPATCH)
    @takes(form=TYPED)
    def do_article(article: int, **typed: Any) -> ResponseReturnValue:
        """Does it; where it is refused the page comes back with all that was typed."""
        found = _found(console, article)
        if found is None:
            return missing()
        command = _command(article, typed)
        if command is None:
            return _desk(found, typed, texts.NO_INSTANT, 422)
        answered = order(console, command, form_key(command, typed["sent"]))
        if answered.tone is not Tone.DONE:
            seen = typed if typed["do"] == "save" else _kept(console, found)
            return _desk(found, seen, answered.text, 409)
        dropped = typed["do"] == "drop"
        return redirect(url_for("console.articles") if dropped else url_for("console.article", article=article), 303)


def _picture_views(blueprint: Blueprint, console: Console) -> None:
    @blueprint.post("/articles/<row:article>/picture")
    @guarded(console, Act.DISPATCH)
    @takes(files=("picture",))
    def illustrate_article(article: int) -> ResponseReturnValue:
        """Its picture, made smaller where it is large; what is no picture, whatever its name says, is not taken."""
        found, file = _found(console, article), request.files.get("picture")
        if found is None or file is None:
            return missing()
        try:
            taken = read_picture(file.stream.read(LIMITS["image"] + 1), console.config.zone)
        except AttachmentTooLarge:
            return _desk(found, _kept(console, found), texts.TOO_LARGE, 413)
        except PictureTooSmall:
            return _desk(found, _kept(console, found), texts.PICTURE_TOO_SMALL, 415)
        except AttachmentRefused:
            return _desk(found, _kept(console, found), texts.NOT_A_PICTURE, 415)
        with console.writing() as ctx:
            picture = keep_picture_of_article(ctx, console.files, taken)
        answered = order(console, IllustrateArticle(article, picture), nonce())
        if answered.tone is not Tone.DONE:
            return refusal(answered.text, 409)
        return redirect(url_for("console.article", article=article), 303)

    @blueprint.get("/articles/pictures/<row:article>")
    @guarded(console, Act.DISPATCH)
    def picture_of_article(article: int) -> ResponseReturnValue:
        with console.reading() as ctx:
            digest = article_picture(ctx, staff(), article)
        content = small_picture(console.files, digest)
        if content is None:
            return missing()
        response = make_response(content)
        response.headers["Content-Type"] = "image/jpeg"
        return response


def _found(console: Console, number: int) -> ArticlePage | None:
    with console.reading() as ctx:
        return article_for(ctx, staff(), number)


def _command(number: int, typed: Typed) -> Any:
    match typed["do"]:
        case "ask":
            return AskForArticle(number, typed["version"], typed["consent"] == "1", typed["public"] == "1")
        case "agree":
            return AgreeToArticle(number, typed["version"])
        case "withhold":
            return WithholdArticle(number, typed["why"])
        case "drop":
            return DropArticle(number)
        case "bare":
            return IllustrateArticle(number, None)
    return _written(typed, number)


def _written(typed: Typed, number: int | None) -> WriteArticle | None:
    """None where the time can't be read."""
    try:
        goes_at = datetime.fromisoformat(typed["goes_at"]) if typed["goes_at"] else None
        if goes_at is not None:
            within_reach(goes_at.date())
    except ValueError:
        return None
    title, digest, body, where = (
        typed[name].replace("\0", "").replace("\r\n", "\n") for name in ("title", "digest", "body", "where")
    )
    return WriteArticle(title, digest, body, where, goes_at, typed["copy"] == "1", number, typed["version"])


def _kept(console: Console, found: ArticlePage) -> dict[str, Any]:
    """As the form shows what is kept."""
    goes_at = found.row.goes_at
    return {
        **asdict(found.row), "where": "、".join(found.line.area), "copy": "" if found.row.copy == "no" else "1",
        "goes_at": "" if goes_at is None else f"{goes_at.astimezone(console.config.zone):%Y-%m-%dT%H:%M}",
    }  # fmt: skip


def _desk(found: ArticlePage | None, typed: Typed, said: str = "", status: int = 200) -> ResponseReturnValue:
    return page("article.html", status, w=_W, found=found, typed=typed, said=said, nonce=nonce(), ways=WAY)
