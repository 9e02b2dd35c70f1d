"""Pages of the stars that anybody may open: the roll of a year, and each award with its facts, poster and certificate."""

from html import escape

from flask import Blueprint, Response, abort, redirect
from flask.typing import ResponseReturnValue

from bot import texts
from bot.pages import HEADERS, PublicPages, page
from governance.days import FIRST_YEAR
from handlers.stars.roll import AwardPage, award_page, roll_of


def star_pages(pages: PublicPages) -> Blueprint:
    """The pages. What was taken down, or never was, is 404."""
    blueprint = Blueprint("stars", __name__)
    _roll_views(blueprint, pages)
    _award_views(blueprint, pages)
    return blueprint


def _roll_views(blueprint: Blueprint, pages: PublicPages) -> None:
    @blueprint.get("/stars")
    def now() -> ResponseReturnValue:
        return redirect(f"/stars/{pages.clock().astimezone(pages.config.zone).year}")

    @blueprint.get("/stars/<year:year>")
    def roll(year: int) -> ResponseReturnValue:
        awards = roll_of(pages.database, pages.config, pages.clock(), pages.book, year)
        return _html(texts.ROLL_TITLE.format(year=year), _roll(awards, year))


def _award_views(blueprint: Blueprint, pages: PublicPages) -> None:
    def found(code: str) -> AwardPage:
        award = award_page(pages.database, pages.config, pages.clock(), pages.book, code)
        if award is None:
            abort(404)
        return award

    @blueprint.get("/awards/<code>")
    def award(code: str) -> ResponseReturnValue:
        shown = found(code)
        return _html(f"{shown.facts.title} · {shown.facts.name}", _award(shown, code))

    @blueprint.get("/awards/<code>.png")
    def picture(code: str) -> ResponseReturnValue:
        shown = found(code)
        if shown.poster is None:
            abort(404)
        try:
            content = pages.files.get(shown.poster)
        except FileNotFoundError:
            abort(404)
        return Response(content, mimetype="image/png", headers=HEADERS)

    @blueprint.get("/awards/<code>.pdf")
    def certificate(code: str) -> ResponseReturnValue:
        from bot.award_pdf import award_pdf  # its library takes half a second to load

        content = award_pdf(found(code).facts, pages.fonts)
        return Response(content, mimetype="application/pdf", headers=HEADERS)


def _html(title: str, body: str) -> Response:
    return Response(page(title, body), mimetype="text/html", headers=HEADERS)


def _roll(awards: list[AwardPage], year: int) -> str:
    """By month, the newest first; the years before are a link."""
    parts, month = [], ""
    for award in awards:
        if award.facts.month != month:
            month = award.facts.month
            parts.append(f"<h2>{escape(month)}</h2>")
        parts.append(
            texts.ROLL_ENTRY.format(
                url=escape(f"/awards/{award.code}"), title=escape(award.facts.title), name=escape(award.facts.name),
                area=escape(f"{award.facts.community} {award.facts.area}"), deeds=escape(award.facts.deeds),
            )
        )  # fmt: skip
    if not awards:
        parts.append(f"<p>{texts.ROLL_EMPTY.format(year=year)}</p>")
    if year > FIRST_YEAR:
        parts.append(f'<p><a href="/stars/{year - 1}">{texts.ROLL_BEFORE.format(year=year - 1)}</a></p>')
    return "".join(parts)


def _award(shown: AwardPage, code: str) -> str:
    facts = shown.facts
    lines = "".join(f"<li>{escape(line)}</li>" for line in shown.why)
    picture = texts.AWARD_PICTURE.format(code=escape(code), name=escape(facts.name)) if shown.poster else ""
    return picture + texts.AWARD_BODY.format(
        month=escape(facts.month), area=escape(f"{facts.community} {facts.area}"), deeds=escape(facts.deeds),
        total=shown.total, lines=lines, code=escape(code), year=shown.year,
    )  # fmt: skip
