"""What an event covers: it grows from a building to its courtyard, to the courtyards beside it, to the community and beyond."""

from collections.abc import Collection, Iterable

from governance.events.nearness import Spot, SpotOf

MOST_YARDS, MOST_COMMUNITIES = 3, 2
"""More courtyards of one community are the community; more communities are all that they lie in."""


def covers(places: Collection[int], where: Spot) -> bool:
    """Whether a place lies in what is covered."""
    return any(place in where.line for place in places)


def covered(spots: Iterable[Spot], spot_of: SpotOf) -> tuple[int, ...]:
    """What several reports cover together, as little as it can be said with."""
    places: tuple[int, ...] = ()
    for each in spots:
        places = grown(places, each, spot_of)
    return places


def grown(places: tuple[int, ...], new: Spot, spot_of: SpotOf) -> tuple[int, ...]:
    """What is covered together with a new place; never less than before."""
    if covers(places, new):
        return places
    inner = new.building or new.place
    kept = [place for place in places if new.place not in spot_of(place).line]
    return _upwards([*kept, inner], spot_of) if kept else (inner,)


def wider(places: tuple[int, ...], spot_of: SpotOf) -> tuple[int, ...]:
    """The next larger thing: of a building its courtyard, of courtyards the community, of that what it lies in."""
    spots = [spot_of(place) for place in places]
    lowest = min(spot.level for spot in spots)
    lifted = [_above(spot) if spot.level == lowest else spot.place for spot in spots]
    return _without_inner(list(dict.fromkeys(lifted)), spot_of)


def _above(spot: Spot) -> int:
    """What a place lies in, one level up; itself at the top."""
    outer = (spot.yard, spot.community, *spot.line[1:])
    return next((place for place in outer if place is not None and place != spot.place), spot.place)


def _upwards(found: list[int], spot_of: SpotOf) -> tuple[int, ...]:
    """Buildings of one courtyard, or of several, as their courtyards; many courtyards as their community; many of these as all."""
    yards = [spot.yard if spot.level == 1 and spot.yard is not None else spot.place for spot in map(spot_of, found)]
    places = list(dict.fromkeys(yards))
    for community in dict.fromkeys(spot_of(place).community for place in places):
        inside = [place for place in places if spot_of(place).community == community]
        if community is not None and len(inside) > MOST_YARDS:
            places = [place for place in places if place not in inside] + [community]
    communities = {spot_of(place).community for place in places} - {None}
    if len(communities) > MOST_COMMUNITIES:
        places = [spot_of(places[0]).line[-1]]
    return _without_inner(places, spot_of)


def _without_inner(places: list[int], spot_of: SpotOf) -> tuple[int, ...]:
    return tuple(
        place for place in places if not any(other != place and other in spot_of(place).line for other in places)
    )
