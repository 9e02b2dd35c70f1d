"""Who hears of an event: the heads, secretary and dispatcher of its places; by night whoever is on duty there, if anybody is."""

from collections.abc import Sequence

from governance.notices import quiet_until
from governance.roles import Role
from handlers.context import Context
from handlers.tickets.parts import accounts_of, all_reached
from storage.duty.standing import on_duty
from storage.serving import followed_accounts

ANSWER_FOR = (Role.GRID_HEAD, Role.COMMUNITY_SECRETARY, Role.DISPATCHER)
MOST_PLACES = 12
"""So many places are asked who answers for them; more of them lie in the same grids."""


def who_decides(ctx: Context, places: Sequence[int]) -> list[int]:
    """The accounts of those who are asked whether it is one matter."""
    watch = accounts_on_watch(ctx, places)
    if watch:
        return watch
    found = [
        account for place in places[:MOST_PLACES] for account in accounts_of(ctx, all_reached(ctx, place, ANSWER_FOR))
    ]
    return list(dict.fromkeys(found))


def accounts_on_watch(ctx: Context, places: Sequence[int]) -> list[int]:
    """The accounts of those who stand on a shift there in the night; nobody by day."""
    people = on_watch(ctx, places)
    return followed_accounts(ctx.uow, people) if people else []


def on_watch(ctx: Context, places: Sequence[int]) -> list[int]:
    """The people who stand on a shift in the quiet hours in the community of these places, or where all of it is watched over."""
    if quiet_until(ctx.now, ctx.config.zone, ctx.config.rules) is None:
        return []
    around = {each for place in places for each in _community_and_above(ctx, place)}
    return list(dict.fromkeys(person for person, place in on_duty(ctx.uow, ctx.now) if _watches(ctx, place, around)))


def _community_and_above(ctx: Context, place: int) -> list[int]:
    line = ctx.places.line_of(place)
    community = ctx.places.community_of(place)
    return line[line.index(community) :] if community in line else line


def _watches(ctx: Context, station: int, around: set[int]) -> bool:
    """A station lies in a community and watches over that; one that lies in no community watches over all it lies in."""
    community = ctx.places.community_of(station)
    if community is not None:
        return community in around
    return bool(around & set(ctx.places.line_of(station)))
