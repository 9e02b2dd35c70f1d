"""Lists of what the subdistrict consists of; who serves the public is named, everybody else masked."""

from dataclasses import dataclass
from typing import Any

from governance.duty.plan_lines import lines_of_plan
from governance.own_settings import GROUPS, Kind, cells_of_value
from governance.permissions import Act
from governance.roles import STAFF, Role
from governance.rule_limits import LIMITS
from governance.rule_meanings import RULE_MEANING
from governance.texts import GRID_KIND, PLACE_KIND, ROLE, STATION_KIND
from handlers.context import Context
from handlers.master_data.setting_values import all_of, present
from handlers.office.privacy import shown_name
from handlers.office.staff import Staff, places_of
from storage.console.directory import grids_listed, people_listed, place_codes, shifts_listed, stations_listed
from storage.duty.plan_read import present_plan
from understanding.masking import masked_name, masked_phone

PAGE = 100
IN_OFFICE = STAFF - {Role.BUILDING_LEADER}
"""These may be found by all who work at the office."""
SHORTEST, MOST_PLACES = 2, 5000
"""Words of fewer letters stand for no post or place; so many places are asked for at most."""
SPAN, NO_TEMPLATE = "{least}～{most}", "没有：48 小时以外的等对方下次说话时带到"


@dataclass(frozen=True)
class DirectoryRow:
    """A line as its cells; `key`: what it is known by where it can be changed."""

    key: str
    cells: tuple[str, ...]


Rows = list[DirectoryRow]


def directory(ctx: Context, staff: Staff, what: str, text: str, page: int, role: str = "") -> tuple[Rows, int]:
    """A page of one of the lists, and how many lines there are in all; of people those whose post is at the staff's places.
    `role`: only people with this post.
    """
    if what == "people":
        rows = people_seen(ctx, staff, text, colleagues=False, role=role)
        return rows[(page - 1) * PAGE : page * PAGE], len(rows)
    rows = {
        "places": _places, "grids": _grids, "stations": _stations, "patterns": _patterns,
        "shifts": _shifts, "rules": _rules, "categories": _categories, "templates": _templates,
    }[what](ctx, text)  # fmt: skip
    start = (page - 1) * PAGE
    return rows[start : start + PAGE], len(rows)


def people_seen(ctx: Context, staff: Staff, text: str, *, colleagues: bool, role: str = "") -> Rows:
    """People with a post at the staff's own places. `colleagues`: those in office elsewhere too, never residents nor leaders of
    buildings.
    """
    nodes, theirs = ctx.places.nodes, places_of(ctx, staff, Act.ASSESS)
    found: Rows = []
    listed = people_listed(ctx.uow, text, ctx.now, *_meant(ctx, text))
    roles: dict[str, set[Role]] = {}
    for row in listed:
        roles.setdefault(row.code, set()).update([Role(row.role)] if row.role else [])
    for row in listed:
        near = theirs is None or row.place_id in theirs or row.community_id in theirs
        if role and row.role != role:
            continue
        if not near and not (colleagues and row.role and Role(row.role) in IN_OFFICE):
            continue
        name = shown_name(row.name or "", roles[row.code])
        where = ctx.places.full_name(row.place_id) if row.place_id in nodes else row.grid or ""
        found.append(
            DirectoryRow(row.code, (
                row.code, name, masked_phone(row.phone), ROLE[Role(row.role)] if row.role else "",
                where, "✓" if row.bound else "",
            ))
        )  # fmt: skip
    return found


def _meant(ctx: Context, text: str) -> tuple[set[str], set[int]]:
    """The posts and the places that words stand for: 楼栋长, 梧桐里1号院1幢."""
    if len(text) < SHORTEST:
        return set(), set()
    called = {role.value for role, title in ROLE.items() if text in title}
    named = {place for place in ctx.places.nodes if text in ctx.places.full_name(place)}
    places = {place for place in ctx.places.nodes if named.intersection(ctx.places.line_of(place))} if named else named
    return called, places if len(places) <= MOST_PLACES else named


def _places(ctx: Context, text: str) -> Rows:
    found = [
        node
        for node in ctx.places.nodes.values()
        if text in ctx.places.full_name(node.id) or any(text in alias for alias in node.aliases)
    ]
    kinds: dict[str, Any] = {kind.value: name for kind, name in PLACE_KIND.items()}
    codes = place_codes(ctx.uow)
    return [
        DirectoryRow(codes.get(node.id, ""), (
            ctx.places.full_name(node.id), kinds.get(node.kind, node.kind), "、".join(node.aliases),
            "✓" if node.lat is not None else "",
        ))
        for node in found
    ]  # fmt: skip


def _grids(ctx: Context, text: str) -> Rows:
    kinds: dict[str, Any] = {kind.value: name for kind, name in GRID_KIND.items()}
    nodes = ctx.places.nodes
    return [
        DirectoryRow(row.code, (
            row.code, row.name, kinds[row.kind], nodes[row.community_id].name if row.community_id in nodes else "",
            row.branch or "",
        ))
        for row in grids_listed(ctx.uow)
        if text in row.name or text in (row.branch or "")
    ]  # fmt: skip


def _stations(ctx: Context, text: str) -> Rows:
    kinds: dict[str, Any] = {kind.value: name for kind, name in STATION_KIND.items()}
    return [
        DirectoryRow(row.code, (
            row.name, kinds.get(row.kind, row.kind), masked_name(row.lead) if row.lead else "", str(row.shifts),
        ))
        for row in stations_listed(ctx.uow, ctx.now)
        if text in row.name
    ]  # fmt: skip


def _patterns(ctx: Context, text: str) -> Rows:
    names = {
        code: ctx.places.full_name(place) for place, code in place_codes(ctx.uow).items() if place in ctx.places.nodes
    }
    return [
        DirectoryRow(code, (
            code, names.get(each["station"], each["station"]), each["weekdays"], f"{each['start']}～{each['end']}",
            each["capacity"], each.get("qualification", ""),
        ))
        for code, each in lines_of_plan(present_plan(ctx.uow.connection))["patterns"].items()
        if text in code or text in names.get(each["station"], "")
    ]  # fmt: skip


def _shifts(ctx: Context, text: str) -> Rows:
    zone = ctx.config.zone
    return [
        DirectoryRow("", (
            str(row.id), f"{row.starts_at.astimezone(zone):%m-%d %H:%M}", row.place or row.title or "",
            f"{row.taken}/{row.capacity}",
        ))
        for row in shifts_listed(ctx.uow, ctx.now)
        if text in (row.place or "") or text in (row.title or "")
    ]  # fmt: skip


def _rules(ctx: Context, text: str) -> Rows:
    read = ctx.config.as_read.rules
    return [
        DirectoryRow(name, (
            RULE_MEANING[name], str(value), str(getattr(read, name)), SPAN.format(least=LIMITS[name][0], most=LIMITS[name][1]),
            name,
        ))
        for name, value in all_of(ctx.config, Kind.RULES, present(ctx, Kind.RULES)).items()
        if text in RULE_MEANING.get(name, "") or text in name
    ]  # fmt: skip


def _categories(ctx: Context, text: str) -> Rows:
    own = present(ctx, Kind.CATEGORIES)
    values = all_of(ctx.config, Kind.CATEGORIES, own)
    cells = {name: cells_of_value(Kind.CATEGORIES, name, value) for name, value in values.items()}
    return [
        DirectoryRow(name, (
            f"{each['group']}·{each['name']}", each["line"], each["urgency"], each["words"], "✓" if name in own else "",
        ))
        for name, each in cells.items()
        if text in each["group"] + each["name"] + each["words"]
    ]  # fmt: skip


def _templates(ctx: Context, text: str) -> Rows:
    values = all_of(ctx.config, Kind.TEMPLATES, present(ctx, Kind.TEMPLATES))
    cells = {name: cells_of_value(Kind.TEMPLATES, name, values.get(name)) for name in GROUPS}
    return [
        DirectoryRow(name, (GROUPS[name], each.get("id", NO_TEMPLATE), each.get("kind", ""), each.get("fields", "")))
        for name, each in cells.items()
        if text in GROUPS[name]
    ]
