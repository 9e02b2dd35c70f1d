"""Where a report is: found in the tree from words or a point; pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.context import Here
from understanding.interpretation import interpret
from understanding.model.command_model import CommandModel
from understanding.nearby import nearest
from understanding.normalise import normalise
from understanding.place import detail_in, is_place_only, place_text
from understanding.place_index import PlaceIndex
from understanding.place_search import Candidate, only_a_place
from understanding.reading import Reading, read_report
from understanding.situation import NOTHING_KNOWN

LONGEST_PLACE = 80
NEAR_M = 150.0
CLEARLY_M = 40.0
"""A point is at the nearest place when the next one is this much farther away."""
OFFERED = 3


@dataclass(frozen=True)
class Whereabouts:
    """A place of the tree, where it is known, and its words."""

    place_id: int | None
    text: str | None


def read_words(words: str, here: Here) -> Reading:
    """What a normalised text says, read with the writer's building and the subdistrict's categories."""
    dangers = here.dangers.get(words) or dangers_told([words], here.config.model)[words]
    return read_report(words, here.places, here.home, here.config.categories, here.config.learned, dangers)


def dangers_told(words: Sequence[str], model: CommandModel) -> dict[str, tuple[float, bool]]:
    """What normalised texts tell of a danger; several at once cost less, and nobody need hold a lock over it."""
    found = interpret([(each, NOTHING_KNOWN) for each in words], model)
    return {each: said.dangers for each, said in zip(words, found, strict=True)}


def whereabouts(places: PlaceIndex, reading: Reading, text: str) -> Whereabouts:
    """The place that a report names, with what it adds (3楼楼道); else only the writer's words for it."""
    if reading.place is None:
        return Whereabouts(None, reading.said and reading.said[:LONGEST_PLACE])
    return at(places, reading.place.place, text)


def says_only_a_place(places: PlaceIndex, words: str) -> bool:
    """Whether normalised words say where and nothing else, in the tree's names or others."""
    return is_place_only(words, place_text(words)) or only_a_place(places, words)


def at(places: PlaceIndex, place: int, text: str = "") -> Whereabouts:
    """A place of the tree, with what the text says of where in it."""
    detail = detail_in(normalise(text), with_unit=places.nodes[place].kind != "unit") if text else ""
    return Whereabouts(place, (places.full_name(place) + detail)[:LONGEST_PLACE])


def near_point(places: PlaceIndex, lat: float, lon: float) -> tuple[int | None, tuple[int, ...]]:
    """The place at a point, when one is clearly the nearest, and the nearest ones (three at most).

    Of several at one point (the buildings of a courtyard) it is what they lie in.
    """
    found = nearest(places, lat, lon, NEAR_M)
    if not found:
        return None, ()
    here = [place for distance, place in found if distance - found[0][0] < CLEARLY_M]
    outer = here[0]
    if all(place == outer or outer in places.line_of(place) for place in here):
        return outer, ()
    return None, tuple(place for _, place in found[:OFFERED])


def offered(candidates: Sequence[Candidate]) -> tuple[int, ...]:
    """The likeliest places to choose from by number."""
    return tuple(candidate.place for candidate in candidates[:OFFERED])
