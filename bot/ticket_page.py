"""How a ticket stands, on a page for who reported it: to be read in large letters, or aloud."""

from html import escape

from flask import Blueprint, Response, abort

from bot import texts
from bot.pages import HEADERS, PublicPages, page
from governance.tickets.states import ENDED
from handlers.reporting.by_link import stands_publicly
from handlers.reporting.standing_texts import STEP_MARK, stands
from handlers.texts.work import short


def ticket_page(pages: PublicPages) -> Blueprint:
    """One page a ticket; an address that nobody was given is 404 without a word."""
    blueprint = Blueprint("ticket_status", __name__)

    @blueprint.get("/tickets/<token>")
    def status(token: str) -> Response:
        found = stands_publicly(pages.database, pages.config, pages.clock(), pages.book, token)
        if found is None:
            abort(404)
        here, ticket = found
        said = stands(ticket, here)
        more = texts.TICKET_OVER if ticket.state in ENDED else texts.TICKET_MORE.format(n=short(ticket.number))
        return Response(page(texts.TICKET_TITLE, _body(said, more)), mimetype="text/html", headers=HEADERS)

    return blueprint


def _body(said: str, more: str) -> str:
    """The state first and large, then what it is, then what was done, in order."""
    first, *rest = said.splitlines()
    number, _, state = first.partition("　")
    steps = [line for line in rest if line.startswith(STEP_MARK)]
    lines = "".join(f"<p>{escape(line)}</p>" for line in rest if line not in steps)
    listed = "".join(f"<li>{escape(line.removeprefix(STEP_MARK))}</li>" for line in steps)
    done = texts.TICKET_STEPS.format(steps=listed) if listed else ""
    return (
        f'<p class="state">{escape(state)}</p><p>{escape(number)}</p>{lines}{done}<p class="about">{escape(more)}</p>'
    )
