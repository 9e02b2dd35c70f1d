"""Lists of what the subdistrict consists of; names masked, since looking things up needs no more."""

from dataclasses import dataclass
from typing import Any

from governance.roles import Role
from governance.texts import GRID_KIND, PLACE_KIND, ROLE, STATION_KIND
from handlers.context import Context
from storage.console.directory import grids_listed, people_listed, place_codes, shifts_listed, stations_listed
from understanding.masking import masked_name, masked_phone

PAGE = 100


@dataclass(frozen=True)
class DirectoryRow:
    """A line as its cells; `key`: what it is known by where it can be changed."""

    key: str
    cells: tuple[str, ...]


Rows = list[DirectoryRow]


def directory(ctx: Context, what: str, text: str, page: int) -> tuple[Rows, int]:
    """A page of one list as cells, and how many lines there are: people, places, grids, stations, shifts or rules."""
    rows = {
        "people": _people, "places": _places, "grids": _grids, "stations": _stations, "shifts": _shifts, "rules": _none,
        "templates": _none,
    }[what](ctx, text)  # fmt: skip
    start = (page - 1) * PAGE
    return rows[start : start + PAGE], len(rows)


def _people(ctx: Context, text: str) -> Rows:
    nodes = ctx.places.nodes
    found: Rows = []
    for row in people_listed(ctx.uow, text, ctx.now):
        where = ctx.places.full_name(row.place_id) if row.place_id in nodes else row.grid or ""
        found.append(
            DirectoryRow(row.code, (
                row.code, masked_name(row.name or ""), masked_phone(row.phone), ROLE[Role(row.role)] if row.role else "",
                where, "✓" if row.bound else "",
            ))
        )  # fmt: skip
    return found


def _places(ctx: Context, text: str) -> Rows:
    found = [
        node for node in ctx.places.nodes.values() if text in node.name or any(text in alias for alias in node.aliases)
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


def _none(_scene: Context, _text: str) -> Rows:
    """Rules and templates come from the settings."""
    return []
