"""The wall screen's figures: today, dangers, rates, heat by community and grid, who is on duty, stars."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from governance.days import month_of, start_of
from governance.stars.states import AwardState
from governance.tickets.sensitive import is_sensitive
from governance.wall import first_due, is_night
from handlers.context import Context
from handlers.events.outcomes import EventLine
from handlers.office import texts
from handlers.office.events import events_on_wall
from handlers.office.tickets import Promise, of_danger
from handlers.office.wall_map import Heat, communities_on_wall
from handlers.office.wall_trends import DaysBefore, Trends, trends_for
from handlers.stars import texts as star_words
from handlers.stars.areas import area_called
from handlers.tickets.prevention import CHANNEL
from storage.brief_figures import BriefFigures, brief_figures
from storage.console.board import BoardRow, hazards, promises_of
from storage.console.map import Asked, open_counts
from storage.console.wall import check_ins_on
from storage.duty.standing import on_duty
from storage.grids import grids_to_check
from storage.people import names_of
from storage.serving import grids_with_places
from storage.stars.awards import awards_in
from storage.ticket_sums import Sums, sums
from understanding.masking import masked_name

LAST = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Wall:
    """All that the screen shows, as of `at`. `hazards`: those first of which a promise is due first; `outlines`: of the
    communities, where the map is a true one; `night`: it is dimmed."""

    subdistrict: str
    at: datetime
    today: BriefFigures
    month: Sums
    hazards: list[tuple[BoardRow, list[Promise]]]
    communities: list[Heat]
    outlines: list[str]
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
    by_place = {place: count for place, count in open_counts(ctx.uow, Asked(None)).items() if place is not None}
    announced = awards_in(ctx.uow, [AwardState.ANNOUNCED])
    newest = [award for award in announced if award.month == max(each.month for each in announced)]
    duty = on_duty(ctx.uow, ctx.now)
    root = next((ctx.places.nodes[place].name for place in ctx.places.roots()), "")
    shown = [(_without_words(ctx, each), of_danger(promises.get(each.number, []), ctx.now)) for each in dangers]
    return Wall(
        root, ctx.now, figures, month, sorted(shown, key=lambda each: _due(each[1])),
        *communities_on_wall(ctx, by_place), _grids(ctx, by_place),
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
    those may name a neighbour whom no roster knows. Of a person in danger only the community.
    """
    quiet = is_sensitive(row.category)
    category = None if quiet else ctx.config.category(row.category or "")
    place = row.place_id if row.place_id in ctx.places.nodes else None
    place = ctx.places.community_of(place) if quiet and place is not None else place
    return replace(
        row, summary=texts.ANY_DANGER if category is None else category.name,
        place_text=None if place is None else ctx.places.full_name(place),
    )  # fmt: skip


def _grids(ctx: Context, by_place: dict[int, tuple[int, int]]) -> list[Heat]:
    found, inside = [], grids_with_places(ctx.uow)
    for grid in grids_to_check(ctx.uow):
        counts = [by_place[place] for place in inside.get(grid.id, ()) if place in by_place]
        found.append(Heat(grid.name, sum(each[0] for each in counts), sum(each[1] for each in counts)))
    return sorted(found, key=lambda each: -each.open)
