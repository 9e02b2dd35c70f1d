"""Pages that anybody may open: what is announced; and, who has the address, a certificate, its verification, a calendar."""

from html import escape

from flask import Blueprint, Response, abort

from bot import texts
from bot.pages import HEADERS, PublicPages, page
from handlers.area_notices.known import announced_publicly
from handlers.area_notices.words import announced
from handlers.duty.papers import CertificateFacts, Coming, calendar_of, certificate_facts
from handlers.duty.texts.words import hours
from understanding.masking import masked_name


def public(pages: PublicPages) -> Blueprint:
    """The pages. An address that is not known is 404, without a word."""
    blueprint = Blueprint("public", __name__)

    @blueprint.get("/certificates/<code>.pdf")
    def certificate(code: str) -> Response:
        from bot.certificate_pdf import certificate_pdf  # its library takes half a second to load

        facts = _known(pages, code)
        content = certificate_pdf(facts, f"{pages.config.public_url}/verify/{code}", pages.fonts, pages.config.zone)
        return Response(content, mimetype="application/pdf", headers=HEADERS)

    @blueprint.get("/verify/<code>")
    def verify(code: str) -> Response:
        facts = _known(pages, code)
        return Response(_page(facts), mimetype="text/html", headers=HEADERS)

    @blueprint.get("/calendar/<secret>.ics")
    def calendar(secret: str) -> Response:
        found = calendar_of(pages.database, pages.config, secret, pages.clock(), pages.book)
        if found is None:
            abort(404)
        return Response(_ics(found, pages), mimetype="text/calendar", headers=HEADERS)

    @blueprint.get("/notices")
    def notices() -> Response:
        ctx, found = announced_publicly(pages.database, pages.config, pages.clock(), pages.book)
        said = [announced(each, ctx.here).splitlines() for each in found]
        body = "".join(f"<p><b>{escape(first)}</b></p>{_paragraphs(rest)}" for first, *rest in said)
        return Response(
            page(texts.NOTICES_TITLE, body or f"<p>{escape(texts.NO_NOTICES)}</p>"), mimetype="text/html", headers=HEADERS
        )  # fmt: skip

    return blueprint


def _known(pages: PublicPages, code: str) -> CertificateFacts:
    facts = certificate_facts(pages.database, code)
    if facts is None:
        abort(404)
    return facts


def _page(facts: CertificateFacts) -> str:
    row = facts.row
    said = texts.VERIFIED if facts.minutes_now == row.minutes else texts.VERIFIED_CHANGED
    lines = said.format(
        name=masked_name(row.name) if row.name else texts.FORGOTTEN, first=row.first, last=row.last, hours=hours(row.minutes),
        now=hours(facts.minutes_now),
    )  # fmt: skip
    return page(texts.VERIFY_TITLE, _paragraphs(lines.splitlines()))


def _paragraphs(lines: list[str]) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in lines)


def _ics(found: list[Coming], pages: PublicPages) -> bytes:
    from icalendar import Calendar, Event  # as long to read as ten of these pages take

    calendar = Calendar()
    calendar.add("prodid", "-//Linli//duty//ZH")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", texts.CALENDAR_NAME)
    for coming in found:
        event = Event()
        event.add("uid", f"shift-{coming.id}@linli")
        event.add("dtstamp", pages.clock())
        event.add("dtstart", coming.starts_at)
        event.add("dtend", coming.ends_at)
        event.add("summary", texts.CALENDAR_EVENT.format(title=coming.title))
        calendar.add_component(event)
    return bytes(calendar.to_ical())
