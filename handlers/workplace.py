"""What those see who work at a place: its open tickets, and one of them by its number."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from governance.permissions import PERMISSIONS, Act, may, may_at
from governance.roles import Term
from governance.ticket_numbers import is_ticket_number, ticket_number
from handlers import texts
from handlers.context import Context, Here
from handlers.inbound import Reply
from handlers.outcomes import Tone, in_words, outcome, says
from handlers.posts import post_lines, refused, require, rights_area, sender_terms
from handlers.turn import Turn
from storage.serving import places_of_grids
from storage.tickets import PlacedTicket, open_at, tickets_numbered

LOOK_BACK_DAYS = 60
MOST = 50


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class OpenInArea:
    """The sender's posts in words, what is open there, and how much that is."""

    posts: tuple[str, ...]
    lines: tuple[texts.TicketLine, ...]
    total: int


@says
def open_in_area(found: OpenInArea, here: Here) -> str:
    """The posts, then the tickets."""
    return texts.workplace(list(found.posts), list(found.lines), found.total, here.config.zone)


def my_grid(turn: Turn) -> Reply:
    """我的网格: the sender's posts and the tickets that are open there."""
    return Reply(in_words(area_of(turn), turn.here))


def area_of(ctx: Context) -> OpenInArea:
    """The sender's posts and what is open there. Raises Refuse for who has none."""
    require(ctx, Act.SEE)
    terms = [term for term in sender_terms(ctx) if term.role in PERMISSIONS[Act.SEE]]
    tickets = open_at(ctx.uow, places_of_terms(ctx, terms), MOST)
    shown = tuple(_line(ticket) for ticket in tickets[: texts.MOST_LISTED])
    return OpenInArea(tuple(post_lines(ctx, terms)), shown, len(tickets))


def somebody_elses(turn: Turn, name: str) -> Reply | None:
    """A ticket that the sender did not report but may see; a refusal where it lies elsewhere; None for residents."""
    terms = sender_terms(turn)
    if not may(Act.SEE, terms):
        return None
    found = tickets_numbered(turn.uow, numbers_named(turn, name))
    seen = [ticket for ticket in found if _may_see(turn, terms, ticket)]
    if seen:
        return Reply(
            texts.progress(
                [_line(ticket) for ticket in seen[: texts.MOST_LISTED]], len(seen), turn.config.zone, own=False
            )
        )
    return Reply(refused(turn, Act.SEE, found[0].place_id)) if found else None


def _may_see(turn: Turn, terms: Sequence[Term], ticket: PlacedTicket) -> bool:
    if ticket.place_id is None:
        return False
    return may_at(Act.SEE, terms, *rights_area(turn, ticket.place_id))


def numbers_named(ctx: Context, name: str) -> list[str]:
    """The numbers that a name may mean: itself, or the last digits on each of the last days."""
    if is_ticket_number(name):
        return [name.upper()]
    digits = name.rpartition("-")[2]
    days = (ctx.today - timedelta(days=back) for back in range(LOOK_BACK_DAYS))
    return [ticket_number(ctx.config.ticket_prefix, day, int(digits)) for day in days]


def places_of_terms(ctx: Context, terms: Sequence[Term]) -> list[int]:
    """All places where these terms hold."""
    own = {term.place_id for term in terms if term.place_id is not None}
    inside = [place for place in ctx.places.nodes if own & set(ctx.places.line_of(place))]
    return inside + places_of_grids(ctx.uow, [term.grid_id for term in terms if term.grid_id is not None])


def _line(ticket: PlacedTicket) -> texts.TicketLine:
    summary = texts.where_and_what(ticket.place_text, ticket.summary)
    return ticket.number, ticket.state, summary, ticket.opened_at
