"""Where a ticket is: found in the tree from words or a point, written, and those who answer for it told."""

from dataclasses import dataclass

from handlers import texts
from handlers.context import Context
from handlers.notices import tell_of_hazard
from handlers.turn import Turn
from storage.tickets import OwnTicket, set_place
from understanding.nearby import nearest
from understanding.normalise import normalise
from understanding.place import detail_in, is_place_only, place_text
from understanding.place_search import Candidate, only_a_place
from understanding.reading import Reading

LONGEST_PLACE = 80
NEAR_M = 150.0
CLEARLY_M = 40.0
"""A point is at the nearest place when the next one is this much farther away."""


@dataclass(frozen=True)
class Whereabouts:
    """A place of the tree, where it is known, and its words."""

    place_id: int | None
    text: str | None


def whereabouts(ctx: Context, reading: Reading, text: str) -> Whereabouts:
    """The place that a report names, with what it adds (3楼楼道); else only the writer's words for it."""
    if reading.place is None:
        return Whereabouts(None, reading.said and reading.said[:LONGEST_PLACE])
    return at(ctx, reading.place.place, text)


def says_only_a_place(turn: Turn) -> bool:
    """Whether the turn's words say where and nothing else, in the tree's names or others."""
    return is_place_only(turn.words, place_text(turn.words)) or only_a_place(turn.places, turn.words)


def at(ctx: Context, place: int, text: str = "") -> Whereabouts:
    """A place of the tree, with what the text says of where in it."""
    index = ctx.places
    detail = detail_in(normalise(text), with_unit=index.nodes[place].kind != "unit") if text else ""
    return Whereabouts(place, (index.full_name(place) + detail)[:LONGEST_PLACE])


def near_point(ctx: Context, lat: float, lon: float) -> tuple[int | None, list[int]]:
    """The place at a point, when one is clearly the nearest, and the nearest ones (three at most).

    Of several at one point (the buildings of a courtyard) it is what they lie in.
    """
    found = nearest(ctx.places, lat, lon, NEAR_M)
    if not found:
        return None, []
    here = [place for distance, place in found if distance - found[0][0] < CLEARLY_M]
    outer = here[0]
    if all(place == outer or outer in ctx.places.line_of(place) for place in here):
        return outer, []
    return None, [place for _, place in found[:3]]


def complete(ctx: Context, ticket: OwnTicket, where: Whereabouts) -> None:
    """Writes the place of a ticket that had none, and tells those who answer for it."""
    assert where.text is not None
    set_place(ctx.uow, ticket.number, where.text, where.place_id)
    ctx.uow.wake = True
    if where.place_id is not None:
        announce(ctx, ticket.number, ticket.summary, where, ticket.urgency)


def announce(ctx: Context, number: str, summary: str, where: Whereabouts, urgency: str) -> None:
    """Tells everybody up to the subdistrict of a danger at once; all else the one whom it is dispatched to hears of."""
    if urgency == "hazard":
        text = texts.notice_new(number, summary, where.text or texts.SOMEWHERE, urgency)
        tell_of_hazard(ctx, where.place_id, number, text)


def offered(candidates: tuple[Candidate, ...], most: int = 3) -> list[int]:
    """The likeliest places to choose from by number."""
    return [candidate.place for candidate in candidates[:most]]
