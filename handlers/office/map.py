"""The map of the office: what stands open where, now or at the end of an earlier day, for somebody's own places."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from governance.days import start_of
from governance.permissions import Act
from governance.texts import STATION_KIND
from governance.things.datum import Datum, Point
from governance.tickets.sensitive import kept_from
from handlers.context import Context
from handlers.events.finding import places_touched
from handlers.office import texts
from handlers.office.map_places import Area, areas, positions, shown_in
from handlers.office.privacy import veil
from handlers.office.staff import Staff, may_here, places_of
from storage.console.board import BoardRow
from storage.console.map import MOST_LOOSE, Asked, Loose, loose_tickets, open_at_place, open_counts, stations_there
from storage.duty.map_consents import last_check_ins
from storage.events import EventRow, recent_events

MOST_ROWS = 200
"""So many places are listed beside the map; the map has all of them."""
MOST_BACK = 30
"""So many days the map goes back."""


@dataclass(frozen=True)
class Spot:
    """Something drawn at a point: a place with what is open there, a ticket without a place, an event, a station."""

    layer: str
    key: str
    name: str
    point: Point
    open: int = 1
    dangers: int = 0


@dataclass(frozen=True)
class PlaceRow:
    """A place in the list beside the map; `drawn`: it has a point."""

    place: int
    name: str
    community: str
    open: int
    dangers: int
    drawn: bool


@dataclass(frozen=True)
class MapShown:
    """The map, and all of it in words. `at`: the end of an earlier day, None: now; `more`: places that are not listed; `loose`:
    the newest tickets with a position only, `capped`: there may be more; `nowhere`: those that are drawn at no place and no point.
    """

    at: datetime | None
    areas: list[Area]
    spots: list[Spot]
    rows: list[PlaceRow]
    more: int
    open: int
    dangers: int
    loose: list[Loose]
    capped: bool
    nowhere: int
    events: list[Spot]
    stations: list[Spot]
    workers: list[Spot]


def map_for(ctx: Context, staff: Staff, datum: Datum, back: int = 0, category: str = "") -> MapShown:
    """What they may see of it, `back` days ago; points are in the datum that the map is drawn in."""
    asked = _asked(ctx, staff, back, category)
    counts = open_counts(ctx.uow, asked)
    loose = loose_tickets(ctx.uow, asked) if None in counts else []
    where = {place: shown_in(point, datum) for place, point in positions(ctx.places).items()}
    rows = _rows(ctx, counts, where)
    workers = [] if asked.at is not None else _workers(ctx, staff, where)
    events, stations = _events(ctx, staff, asked.at, where), _stations(ctx, asked.places, where)
    spots = [
        *(Spot("ticket", str(row.place), row.name, where[row.place], row.open, row.dangers) for row in rows if row.drawn),
        *(_loose(each, datum) for each in loose), *events, *stations, *workers,
    ]  # fmt: skip
    return MapShown(
        asked.at, areas(ctx, datum), spots, rows[:MOST_ROWS], max(0, len(rows) - MOST_ROWS),
        sum(count for count, _ in counts.values()), sum(dangers for _, dangers in counts.values()), loose,
        len(loose) == MOST_LOOSE, sum(count for count, _ in counts.values()) - sum(row.open for row in rows) - len(loose),
        events, stations, workers,
    )  # fmt: skip


def tickets_at(ctx: Context, staff: Staff, place: int, back: int, category: str) -> list[BoardRow] | None:
    """The newest of those that are counted at a place; None where it is none that they may see."""
    asked = _asked(ctx, staff, back, category)
    if place not in ctx.places.nodes or (asked.places is not None and place not in asked.places):
        return None
    over = veil(ctx)
    return [over.row(each) for each in open_at_place(ctx.uow, replace(asked, places=frozenset({place})))]


def _asked(ctx: Context, staff: Staff, back: int, category: str) -> Asked:
    at = start_of(ctx.today - timedelta(days=back - 1), ctx.config.zone) if back else None
    return Asked(places_of(ctx, staff), category, at, kept_from(staff.terms))


def _rows(ctx: Context, counts: dict[int | None, tuple[int, int]], where: dict[int, Point]) -> list[PlaceRow]:
    rows = []
    for place, (count, dangers) in counts.items():
        if place is None or place not in ctx.places.nodes:
            continue
        community = ctx.places.community_of(place)
        called = "" if community is None else ctx.places.nodes[community].name
        rows.append(PlaceRow(place, ctx.places.full_name(place), called, count, dangers, place in where))
    return sorted(rows, key=lambda row: (-row.dangers, -row.open, row.place))


def _loose(ticket: Loose, datum: Datum) -> Spot:
    danger = int(ticket.urgency == "hazard")
    return Spot("loose", ticket.number, ticket.number, shown_in((ticket.lat, ticket.lon), datum), 1, danger)


def _events(ctx: Context, staff: Staff, at: datetime | None, where: dict[int, Point]) -> list[Spot]:
    """Those that were running then, each at the first of its places that is on the map."""
    found = []
    for event in recent_events(ctx.uow, at or ctx.now):
        touched = places_touched(ctx, event)
        if not _ran(event, at) or not any(may_here(ctx, staff, Act.SEE, place) for place in touched):
            continue
        point = next((where[place] for place in (*event.places, *touched) if place in where), None)
        if point is not None:
            found.append(Spot("event", event.number, event.title, point))
    return found


def _ran(event: EventRow, at: datetime | None) -> bool:
    if at is None:
        return event.ended_at is None
    return event.proposed_at < at and (event.ended_at is None or event.ended_at >= at)


def _workers(ctx: Context, staff: Staff, where: dict[int, Point]) -> list[Spot]:
    """Where those who agreed checked in last today: for who may send them there."""
    if not staff.may(Act.DISPATCH):
        return []
    zone = ctx.config.zone
    return [
        Spot("worker", str(place), texts.LAST_SEEN.format(
            name=name, place=ctx.places.full_name(place), at=f"{at.astimezone(zone):%H:%M}"), where[place])
        for name, place, at in last_check_ins(ctx.uow, ctx.today, places_of(ctx, staff, Act.DISPATCH))
        if place in where
    ]  # fmt: skip


def _stations(ctx: Context, places: Collection[int] | None, where: dict[int, Point]) -> list[Spot]:
    return [
        Spot("station", str(place), f"{ctx.places.full_name(place)}（{_KIND.get(kind, kind)}）", where[place])
        for place, kind in stations_there(ctx.uow)
        if place in where and place in ctx.places.nodes and (places is None or place in places)
    ]


_KIND = {kind.value: said for kind, said in STATION_KIND.items()}
