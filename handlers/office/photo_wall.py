"""The photo wall of a month: closed matters before and after, and stars; none of it without somebody's word for who is in it."""

from dataclasses import dataclass
from datetime import date

from governance.days import month_of, next_month, start_of
from governance.permissions import Act
from handlers.context import Context
from handlers.office.staff import Staff, may_here, places_of
from storage.photo_wall import PhotoPair, pairs_between
from storage.stars.awards import announced_between

MOST = 200


@dataclass(frozen=True)
class WallPair:
    """A matter in nobody's words: its kind and its community; `decides`: the reader may put it on the wall or take it off."""

    pair: PhotoPair
    kind: str
    community: str
    decides: bool


@dataclass(frozen=True)
class WallStar:
    """Somebody who agreed to be named: the address of their poster, who and where."""

    code: str
    name: str
    area: str


@dataclass(frozen=True)
class PhotoWall:
    """What is on it, and what the reader may put there."""

    shown: tuple[WallPair, ...]
    offered: tuple[WallPair, ...]
    stars: tuple[WallStar, ...]


def photo_wall(ctx: Context, staff: Staff, month: date) -> PhotoWall:
    """Of the places that they may see."""
    first, end = month_of(month), next_month(month)
    places, zone = places_of(ctx, staff), ctx.config.zone
    rows = pairs_between(ctx.uow, places, start_of(first, zone), start_of(end, zone), MOST)
    pairs = [_seen(ctx, staff, row) for row in rows]
    awards = announced_between(ctx.uow, first, end)
    stars = tuple(
        WallStar(each.code, each.shown or "", ctx.places.full_name(each.area_id))
        for each in awards
        if each.code and each.picture_id is not None and (places is None or each.area_id in places)
    )
    return PhotoWall(
        tuple(each for each in pairs if each.pair.shown),
        tuple(each for each in pairs if each.decides and not each.pair.shown),
        stars,
    )


def _seen(ctx: Context, staff: Staff, row: PhotoPair) -> WallPair:
    category = ctx.config.category(row.category)
    community = None if row.place_id is None else ctx.places.community_of(row.place_id)
    return WallPair(
        row, "" if category is None else category.full_name, "" if community is None else ctx.places.nodes[community].name,
        may_here(ctx, staff, Act.DISPATCH, row.place_id),
    )  # fmt: skip
