"""The map: what stands open where, as clusters or heat, now or on an earlier day, with a list that says the same."""

from datetime import timedelta
from typing import Any

from flask import Blueprint, Response
from flask.typing import ResponseReturnValue

from bot.parameters import row_id, takes, whole, words
from console import map_texts, texts
from console.page_policy import with_pictures_from
from console.parts import Console, guarded, missing, page, staff
from handlers.office.map import MOST_BACK, MapShown, Spot, map_for, tickets_at
from handlers.office.map_places import Area
from storage.console.map import MOST_LISTED

FILTERS = (whole("back", texts.ASKED["back"], 0, MOST_BACK, 0), words("category", texts.ASKED["category"], 32))


def map_pages(blueprint: Blueprint, console: Console) -> None:
    """The page, the part of it that a filter renews, and the tickets of one place."""

    @blueprint.get("/map", endpoint="map")
    @guarded(console)
    @takes(*FILTERS)
    def whole_map(back: int, category: str) -> ResponseReturnValue:
        return _with_tiles(console, page("map.html", **_shown(console, back, category)))

    @blueprint.get("/map/live", endpoint="live_map")
    @guarded(console)
    @takes(*FILTERS)
    def live(back: int, category: str) -> ResponseReturnValue:
        return page("map_live.html", **_shown(console, back, category))

    @blueprint.get("/map/behind", endpoint="map_behind")
    @guarded(console)
    @takes(row_id("place", texts.ASKED["place"]), *FILTERS)
    def behind(place: int | None, back: int, category: str) -> ResponseReturnValue:
        """The tickets that are counted at one place."""
        with console.reading() as ctx:
            found = None if place is None else tickets_at(ctx, staff(), place, back, category)
            called = "" if found is None or place is None else ctx.places.full_name(place)
        if found is None:
            return missing()
        return page("map_behind.html", m=map_texts, found=found, called=called, most=MOST_LISTED)


def _with_tiles(console: Console, response: Response) -> Response:
    """The browser may fetch pictures from the tile server, and nothing else from anywhere."""
    if console.tiles.address:
        response.headers["Content-Security-Policy"] = with_pictures_from(console.tiles.origin)
    return response


def _shown(console: Console, back: int, category: str) -> dict[str, Any]:
    with console.reading() as ctx:
        found = map_for(ctx, staff(), console.tiles.datum, back, category)
        today = ctx.today
    day = None if found.at is None else today - timedelta(days=back)
    return {
        "m": map_texts, "found": found, "back": back, "category": category, "when": map_texts.when(day), "most_back": MOST_BACK,
        "categories": console.config.all_categories, "tiles": console.tiles, "drawn": _drawn(found),
        "days": [map_texts.when(today - timedelta(days=each) if each else None) for each in range(MOST_BACK + 1)],
    }  # fmt: skip


def _drawn(found: MapShown) -> dict[str, Any]:
    """What the browser draws: longitude first, as GeoJSON has it."""
    return {"areas": [_area(each) for each in found.areas], "spots": [_spot(each) for each in found.spots]}


def _area(area: Area) -> dict[str, Any]:
    parts = [[[round(lon, 6), round(lat, 6)] for lat, lon in (*ring, ring[0])] for ring in area.parts]
    return {"id": str(area.place), "name": area.name, "kind": area.kind, "known": area.known, "parts": parts}


def _spot(spot: Spot) -> list[Any]:
    lat, lon = spot.point
    return [spot.layer, spot.key, spot.name, round(lon, 6), round(lat, 6), spot.open, spot.dangers]
