"""A resident says where they live: later reports need no place."""

from handlers.catalogue import executes
from handlers.context import Context
from handlers.people.commands import ChooseHome
from handlers.people.outcomes import HomeChosen, HomeUnknown, WhichHome
from handlers.people.residence import move_in
from handlers.stars.households import household_digest
from understanding.place_search import decided, search

LISTED = 5


@executes(ChooseHome)
def choose_home(command: ChooseHome, ctx: Context) -> HomeChosen | HomeUnknown | WhichHome:
    """我住梧桐里1号院1幢: the building is the sender's own from now on."""
    index = ctx.places
    found = search(index, command.said)
    candidates = tuple(each for each in found if index.is_home(each.place))
    chosen = decided(candidates)
    if chosen is not None:
        move_in(ctx, chosen.place, household_digest(chosen.place, command.said))
        return HomeChosen(chosen.place)
    inside = [] if candidates or not found else index.homes_in(found[0].place)
    if inside:
        return WhichHome((inside[0],), yard=found[0].place, count=len(inside))
    return WhichHome(tuple(each.place for each in candidates[:LISTED])) if candidates else HomeUnknown(command.said)
