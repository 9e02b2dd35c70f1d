"""The wall screen's figures: today, dangers, rates, heat by community and grid, who is on duty, stars."""

import math
from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from governance.days import month_of, start_of
from governance.stars.states import AwardState
from governance.wall import first_due, is_night
from handlers.context import Context
from handlers.events.outcomes import EventLine
from handlers.office import texts
from handlers.office.events import events_on_wall
from handlers.office.tickets import Promise, of_danger
from handlers.office.wall_trends import DaysBefore, Trends, trends_for
from handlers.stars import texts as star_words
from handlers.stars.areas import area_called
from handlers.tickets.prevention import CHANNEL
from storage.brief_figures import BriefFigures, brief_figures
from storage.console.board import BoardRow, hazards, promises_of
from storage.console.wall import check_ins_on, open_by_place
from storage.duty.standing import on_duty
from storage.grids import grids_to_check
from storage.people import names_of
from storage.serving import grids_with_places
from storage.stars.awards import awards_in
from storage.ticket_sums import Sums, sums
from understanding.masking import masked_name
from understanding.place_index import NO_HOMES

LAST = datetime.max.replace(tzinfo=UTC)
NOWHERE = 0.0, -90.0
"""Where a community is drawn of which no place is known: below all others."""


@dataclass(frozen=True)
class Heat:
    """A community or grid with what is open there; `x` and `y`: where a community stands on the map, 0 to 100."""

    name: str
    open: int
    dangers: int
    x: float = 0.0
    y: float = 0.0


@dataclass(frozen=True)
class Wall:
    """All that the screen shows, as of `at`. `hazards`: those first of which a promise is due first; `night`: it is dimmed."""

    subdistrict: str
    at: datetime
    today: BriefFigures
    month: Sums
    hazards: list[tuple[BoardRow, list[Promise]]]
    communities: list[Heat]
    grids: list[Heat]
    duty: list[tuple[str, str]]
    check_ins: int
    stars: list[tuple[str, str, str]]
    events: list[tuple[EventLine, datetime]]
    trends: Trends
    night: bool


def wall_for(ctx: Context, before: DaysBefore | None = None) -> Wall:
    """The whole subdistrict: figures and places only, no reporter. `before`: where the days before today are kept."""
    zone, today = ctx.config.zone, ctx.today
    first = start_of(today, zone)
    figures = brief_figures(ctx.uow, None, first, first + timedelta(days=1), ctx.now)
    month = sums(ctx.uow, start_of(month_of(today), zone), ctx.now, ctx.now, not_by=CHANNEL)
    dangers = hazards(ctx.uow, None)
    promises = promises_of(ctx.uow, [each.number for each in dangers])
    by_place = open_by_place(ctx.uow)
    announced = awards_in(ctx.uow, [AwardState.ANNOUNCED])
    newest = [award for award in announced if award.month == max(each.month for each in announced)]
    duty = on_duty(ctx.uow, ctx.now)
    root = next((ctx.places.nodes[place].name for place in ctx.places.roots()), "")
    shown = [(_without_words(ctx, each), of_danger(promises.get(each.number, []), ctx.now)) for each in dangers]
    return Wall(
        root, ctx.now, figures, month, sorted(shown, key=lambda each: _due(each[1])),
        _communities(ctx, by_place), _grids(ctx, by_place),
        _duty(ctx, duty),
        check_ins_on(ctx.uow, today),
        [(star_words.KIND[award.kind], award.shown, area_called(ctx, award)) for award in newest],
        events_on_wall(ctx), trends_for(ctx, before), is_night(ctx.now.astimezone(zone).time()),
    )  # fmt: skip


def _due(promises: list[Promise]) -> datetime:
    """When the first of them that is open is due; where all are kept it waits."""
    first = first_due([(due, met) for _, due, met in promises])
    return LAST if first is None else promises[first][1]


def _duty(ctx: Context, duty: list[tuple[int, int]]) -> list[tuple[str, str]]:
    """Who stands where, masked: the screen hangs where everybody passes."""
    names = names_of(ctx.uow, [person for person, _ in duty])
    places = {place: ctx.places.full_name(place) for _, place in duty if place in ctx.places.nodes}
    return [(masked_name(names.get(person, "")), places.get(place, "")) for person, place in duty]


def _without_words(ctx: Context, row: BoardRow) -> BoardRow:
    """A danger as it may hang where everybody passes: what it is of and at which building, in no words of who told of it, since
    those may name a neighbour whom no roster knows.
    """
    category = ctx.config.category(row.category or "")
    known = row.place_id is not None and row.place_id in ctx.places.nodes
    return replace(
        row, summary=texts.ANY_DANGER if category is None else category.name,
        place_text=ctx.places.full_name(row.place_id) if known and row.place_id is not None else None,
    )  # fmt: skip


def _communities(ctx: Context, by_place: dict[int, tuple[int, int]]) -> list[Heat]:
    """Where they stand on the map: by the middle of where people live, so that a landmark entered later moves nothing; in the
    order of their ids where nothing is known.
    """
    opened, dangers, points = Counter[int](), Counter[int](), dict[int, list[tuple[float, float]]]()
    for place, node in ctx.places.nodes.items():
        community = ctx.places.community_of(place)
        if community is None:
            continue
        opened[community] += by_place.get(place, (0, 0))[0]
        dangers[community] += by_place.get(place, (0, 0))[1]
        if node.kind not in NO_HOMES and node.lat is not None and node.lon is not None:
            points.setdefault(community, []).append((node.lon, node.lat))
    middles = {
        place: (sum(x for x, _ in found) / len(found), sum(y for _, y in found) / len(found))
        for place, found in points.items()
    }
    names = {place: node.name for place, node in ctx.places.nodes.items() if node.kind == "community"}
    drawn = _square({place: middles.get(place, NOWHERE) for place in names})
    return [Heat(name, opened[place], dangers[place], *drawn[place]) for place, name in names.items()]


def _square(middles: dict[int, tuple[float, float]]) -> dict[int, tuple[float, float]]:
    """Points in rows, the most northern on top, each row from west to east, in equal steps: nothing lies on top of another."""
    side = math.ceil(math.sqrt(len(middles))) or 1
    north_first = sorted(middles, key=lambda place: (-middles[place][1], place))
    drawn = {}
    for line in range(math.ceil(len(middles) / side)):
        here = sorted(north_first[line * side : (line + 1) * side], key=lambda place: (middles[place][0], place))
        for column, place in enumerate(here):
            drawn[place] = (100 * (column + 0.5) / len(here), 100 * (line + 0.4) / side)
    return drawn


def _grids(ctx: Context, by_place: dict[int, tuple[int, int]]) -> list[Heat]:
    found, inside = [], grids_with_places(ctx.uow)
    for grid in grids_to_check(ctx.uow):
        counts = [by_place[place] for place in inside.get(grid.id, ()) if place in by_place]
        found.append(Heat(grid.name, sum(each[0] for each in counts), sum(each[1] for each in counts)))
    return sorted(found, key=lambda each: -each.open)
