"""A resident says where they live: later reports need no place."""

from handlers.catalogue import executes
from handlers.context import Context
from handlers.people.commands import ChooseHome
from handlers.people.outcomes import HomeChosen, HomeUnknown, WhichHome
from handlers.people.residence import move_in
from handlers.stars.households import household_digest
from understanding.place_search import Candidate, decided, search

LISTED = 5


def _near_home(ctx: Context, said: str) -> list[Candidate]:
    """What the words may mean where the sender lives now: of 3幢 the one of the same courtyard."""
    index, home = ctx.places, ctx.sender.place_id
    if home is None or not any(letter.isdigit() for letter in said):
        return []
    return [each for each in search(index, said, home) if index.is_home(each.place)]


@executes(ChooseHome)
def choose_home(command: ChooseHome, ctx: Context) -> HomeChosen | HomeUnknown | WhichHome:
    """我住梧桐里1号院1幢: the building is the sender's own from now on."""
    index = ctx.places
    found = search(index, command.said)
    candidates = tuple(each for each in found if index.is_home(each.place))
    chosen = decided(candidates) or decided(tuple(_near_home(ctx, command.said)))
    if chosen is not None:
        move_in(ctx, chosen.place, household_digest(chosen.place, command.said))
        return HomeChosen(chosen.place)
    inside = [] if candidates or not found else index.homes_in(found[0].place)
    if inside:
        return WhichHome((inside[0],), yard=found[0].place, count=len(inside))
    return WhichHome(tuple(each.place for each in candidates[:LISTED])) if candidates else HomeUnknown(command.said)
