"""The tickets behind one point of a chart: those that lie where somebody assesses."""

from collections.abc import Collection
from datetime import date, timedelta

from governance.days import start_of, within_reach
from governance.permissions import Act
from governance.spread import step_of
from handlers.context import Context
from handlers.office.figures import span_of
from handlers.office.figures_texts import STEP
from handlers.office.privacy import veil
from handlers.office.staff import Staff, places_of
from handlers.texts import statistics as said
from storage import figures as counted
from storage.console.board import BoardRow

BY = ("came", "closed", "category", "community", "step", "repeated", "worker")
MOST_ID = 2**31 - 1


def tickets_behind(ctx: Context, staff: Staff, month: date, by: str, key: str) -> list[BoardRow]:
    """The newest; none where the key is of nothing."""
    places = places_of(ctx, staff, Act.ASSESS)
    try:
        numbers = _numbers(ctx, places, month, by, key)
    except (ValueError, OverflowError):
        return []
    over = veil(ctx)
    return [over.row(row) for row in counted.rows_of(ctx.uow, numbers)]


def _numbers(ctx: Context, places: Collection[int] | None, month: date, by: str, key: str) -> list[str]:
    span = span_of(ctx, month)
    match by:
        case "came":
            return counted.numbers_behind(ctx.uow, _day(ctx, key), places)
        case "closed":
            return counted.numbers_closed(ctx.uow, _day(ctx, key), places)
        case "category":
            return counted.numbers_behind(ctx.uow, span, places, category=key or None)
        case "community":
            return counted.numbers_behind(ctx.uow, span, _community(ctx, places, key), **_nowhere(key))
        case "step":
            return _of_step(ctx, span, places, key)
        case "repeated":
            place, _, code = key.partition(":")
            return counted.numbers_behind(ctx.uow, span, places, place_id=_row_id(place), category=code)
        case _:
            return counted.numbers_of_worker(ctx.uow, span, places, _row_id(key))


def _row_id(said: str) -> int:
    """ValueError for what no row can be called."""
    found = int(said)
    if not 0 < found <= MOST_ID:
        raise ValueError(said)
    return found


def _day(ctx: Context, key: str) -> counted.Span:
    day, zone = within_reach(date.fromisoformat(key)), ctx.config.zone
    span = span_of(ctx, day.replace(day=1))
    return counted.Span(start_of(day, zone), start_of(day + timedelta(days=1), zone), span.not_by)


def _community(ctx: Context, places: Collection[int] | None, name: str) -> Collection[int] | None:
    """The places of the community that is called so, of those that are theirs."""
    if name == said.NOWHERE:
        return places
    found = [place for place, node in ctx.places.nodes.items() if node.kind == "community" and node.name == name]
    inside = {each for place in found for each in (place, *ctx.places.inside(place))}
    return inside if places is None else inside & set(places)


def _nowhere(name: str) -> dict[str, None]:
    return {"place_id": None} if name == said.NOWHERE else {}


def _of_step(ctx: Context, span: counted.Span, places: Collection[int] | None, key: str) -> list[str]:
    step, _, number = key.partition(":")
    if step not in STEP:
        raise ValueError(step)
    found = []
    for row in counted.steps_of(ctx.uow, span, places):
        at = getattr(row, f"{step}_at")
        if at is not None and step_of(at - row.opened_at) == int(number):
            found.append(row.number)
    return found
