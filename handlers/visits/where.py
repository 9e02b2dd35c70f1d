"""Which building and household somebody speaks of, and whether they may speak of it."""

from collections.abc import Collection
from dataclasses import dataclass

from governance.permissions import Act, may_at
from handlers.context import Context
from handlers.outcomes import Refuse
from handlers.posts import area_of_terms, not_allowed, rights_area
from handlers.stars.households import household_digests
from handlers.tickets.parts import Worker, worker_of
from handlers.visits.outcomes import Home
from storage.households import HouseholdRow, household_at
from understanding.building_name import BUILDING
from understanding.place_search import NOT_SAID, decided, search
from understanding.visit_told import household_in

HOMES = frozenset({"building", "unit", "courtyard", "road_number"})
"""What is visited as a whole where no room is named."""
_EDGES = " ,，。.;；:："
OFFERED = 3


@dataclass(frozen=True)
class Spoken:
    """A building, the room where one was named, and what was said of it."""

    place: int
    room: str
    rest: str

    @property
    def home(self) -> Home:
        """As it is spoken of."""
        return Home(self.place, self.room or None)


@dataclass(frozen=True)
class Unclear:
    """No building was named, or it may be several."""

    places: tuple[int, ...]


def spoken_of(ctx: Context, worker: Worker, said: str, likely: Collection[int] = ()) -> Spoken | Unclear:
    """The building in the worker's area that is named; of several called alike the one that is likely (in their plan)."""
    told = household_in(said)
    tries = (told.where, said, _number_only(told.where))
    places = next((found for each in tries if (found := _named(ctx, worker, each, likely))), ())
    if len(places) != 1:
        return Unclear(places[:OFFERED])
    rest = _without_place(ctx, places[0], told.rest) if told.where == said else told.rest
    return Spoken(places[0], told.room, rest.strip(_EDGES))


def may_there(ctx: Context, act: Act, place: int) -> Worker:
    """The sender, who may do this at the place. Raises Refuse."""
    worker = worker_of(ctx, ctx.person_id)
    if worker is None or not may_at(act, worker.terms, *rights_area(ctx, place)):
        raise Refuse(not_allowed(ctx, act, place))
    return worker


def household_named(ctx: Context, spoken: Spoken) -> HouseholdRow | None:
    """The household, written if nobody has named it before; None where no room was named."""
    digests = household_digests(spoken.place, spoken.room) if spoken.room else []
    return household_at(ctx.uow, spoken.place, digests, spoken.room) if digests else None


def _named(ctx: Context, worker: Worker, words: str, likely: Collection[int]) -> tuple[int, ...]:
    found = tuple(
        each
        for each in search(ctx.places, words)
        if each.reason not in NOT_SAID and ctx.places.nodes[each.place].kind in HOMES
    )
    chosen = decided(found)
    if chosen is not None:
        return (chosen.place,)
    area = area_of_terms(ctx, worker.terms)
    near = [each.place for each in found if area is None or each.place in area]
    planned = [place for place in near if place in likely]
    return tuple(planned if len(planned) == 1 else near)


def _number_only(words: str) -> str:
    """1号院1幢201: the building's number, where its courtyard is not called as the tree has it."""
    found = BUILDING.search(words)
    return "" if found is None else found.group()


def _without_place(ctx: Context, place: int, rest: str) -> str:
    """What is said besides the building, where that was said last."""
    for each in ctx.places.line_of(place)[1:]:
        rest = rest.replace(ctx.places.nodes[each].name, "")
    return BUILDING.sub("", rest)
