"""Where a place is on the map, how far somebody is from it, and the code that a station shows these minutes."""

from datetime import datetime, timedelta

from handlers.context import Context
from storage import keyring
from storage.attachments import loose_evidence
from understanding.nearby import distance_m
from understanding.place_index import PlaceIndex

DIGITS = 6


def position_of(index: PlaceIndex, place_id: int) -> tuple[float, float] | None:
    """The place's degrees, else those of what it lies in up to its courtyard or road number."""
    for ancestor in index.line_of(place_id):
        node = index.nodes[ancestor]
        if node.lat is not None and node.lon is not None:
            return node.lat, node.lon
        if node.kind not in ("building", "unit", "station", "landmark"):
            return None
    return None


def metres_from(ctx: Context, place_id: int, lat: float, lon: float) -> float | None:
    """How far a position is from a place; None where the place has none."""
    there = position_of(ctx.places, place_id)
    return None if there is None else distance_m(lat, lon, *there)


def last_position(ctx: Context) -> tuple[float, float] | None:
    """The position that the sender sent a moment ago and that belongs to nothing yet."""
    loose = ctx.sender.loose_media_at
    if loose is None or ctx.now - loose > ctx.config.rules.join_window:
        return None
    found = [each for each in loose_evidence(ctx.uow, ctx.sender.id, ctx.now - ctx.config.rules.join_window)
             if each.lat is not None]  # fmt: skip
    return (found[-1].lat, found[-1].lon) if found else None  # type: ignore[return-value]


def code_now(ctx: Context, station_id: int, back: int = 0) -> str:
    """The station's code of these minutes, or of the ones before."""
    return keyring.digest("duty code", str(station_id), str(_slot(ctx) - back)).translate(_TO_DIGITS)[:DIGITS]


def is_code(ctx: Context, station_id: int, said: str) -> bool:
    """Whether it is the station's code now or was until a moment ago."""
    return said in (code_now(ctx, station_id), code_now(ctx, station_id, back=1))


def code_good_until(ctx: Context) -> datetime:
    """When the next code is shown (UTC)."""
    span = timedelta(minutes=ctx.config.rules.code_minutes)
    return datetime.fromtimestamp((_slot(ctx) + 1) * span.total_seconds(), ctx.now.tzinfo)


def _slot(ctx: Context) -> int:
    return int(ctx.now.timestamp() // (ctx.config.rules.code_minutes * 60))


_TO_DIGITS = str.maketrans("abcdef", "012345")
