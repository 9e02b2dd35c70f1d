"""Our people and places as a platform is given them: of the roles and types that it has codes for, the fields that it lists."""

import json
from collections.abc import Mapping
from datetime import datetime

from governance.connectors.mapping import Gives, Kind, Platform
from governance.connectors.standing import Standing
from handlers.context import Context
from storage.audit import AuditEntry, note_for
from storage.connectors.links import (
    PERSON,
    PERSON_OUT,
    PLACE,
    PLACE_OUT,
    add_link,
    change_link,
    link_to_ours,
    links_given,
)
from storage.connectors.ours import RosterLine, people_in_roles, places_of_kinds, roster_version
from storage.connectors.out import queue
from storage.connectors.platforms import Connected, change_connected, connected
from storage.keyring import digest

AT_ONCE = 200
"""In one transaction; what is left comes with the next."""
NEVER = "-"
GONE = "gone"
_BASE = frozenset({"kind", "number", "state", "at", "from"})


def due(ctx: Context, each: Connected) -> bool:
    """Whether the roster has changed, or a day has begun, since they were given it."""
    gives = ctx.config.platforms[each.platform].gives
    return bool(gives & {Gives.PEOPLE, Gives.PLACES}) and each.roster_version != _mark(ctx)


def _mark(ctx: Context) -> int:
    """Changes with the roster, and with the day: terms begin and end."""
    return roster_version(ctx.uow) * 400 + ctx.today.timetuple().tm_yday


def give_roster(ctx: Context, name: str) -> int:
    """Writes what is new, changed or gone; answers how much."""
    each, platform, mark = connected(ctx.uow, name), ctx.config.platforms[name], _mark(ctx)
    if each is None:
        return 0
    left = AT_ONCE
    for gives, kind, link in ((Gives.PEOPLE, Kind.PERSON, PERSON_OUT), (Gives.PLACES, Kind.PLACE, PLACE_OUT)):
        if gives in platform.gives:
            left -= _give_all(ctx, platform, kind, link, left)
    if left > 0:
        change_connected(ctx.uow, name, roster_version=mark)
    ctx.uow.wake = ctx.uow.wake or left < AT_ONCE
    return max(AT_ONCE - left, 1)


def _give_all(ctx: Context, platform: Platform, kind: Kind, link: str, most: int) -> int:
    record = platform.record(kind)
    if record is None:
        return 0
    codes = sorted(set(record.codes.get("role" if kind is Kind.PERSON else "type", {}).values()))
    lines = people_in_roles(ctx.uow, codes, ctx.now) if kind is Kind.PERSON else places_of_kinds(ctx.uow, codes)
    known, count = links_given(ctx.uow, platform.name, link), 0
    for line in lines:
        if count >= most:
            return count
        facts = _facts(ctx, kind, line, record.fields)
        says = digest("roster line", json.dumps(facts, ensure_ascii=False, sort_keys=True))
        if known.get(line.code) != says:
            _write(ctx, platform, kind, link, line.code, says, facts)
            count += 1
    if "state" not in record.fields:
        return count
    for code in sorted(known.keys() - {line.code for line in lines}):
        if known[code] not in (GONE, NEVER) and count < most:
            facts = {"kind": kind.value, "number": code, "state": Standing.CLOSED.value}
            _write(ctx, platform, kind, link, code, GONE, facts)
            count += 1
    return count


def _facts(ctx: Context, kind: Kind, line: RosterLine, listed: Mapping[str, str]) -> dict[str, str]:
    """What the mapping lists, and nothing else."""
    fields = {**line.fields, "number": line.code, "state": Standing.OPEN.value, "kind": kind.value}
    if line.roles:
        fields["role"] = line.roles[0]
    if line.place_id is not None and line.place_id in ctx.places.nodes:
        outer = ctx.places.nodes[line.place_id].parent_id if kind is Kind.PLACE else line.place_id
        fields["place"] = "" if outer is None else ctx.places.full_name(outer)
    return {name: value for name, value in fields.items() if value and (name in listed or name in _BASE)}


def _write(
    ctx: Context, platform: Platform, kind: Kind, link: str, code: str, says: str, facts: dict[str, str]
) -> None:
    add_link(ctx.uow, platform=platform.name, kind=link, ours=code, theirs=None, agreed=NEVER, at=ctx.now)
    mine = link_to_ours(ctx.uow, platform.name, link, code)
    joined = link_to_ours(ctx.uow, platform.name, PERSON if kind is Kind.PERSON else PLACE, code)
    assert mine is not None
    theirs = None if joined is None else joined.theirs
    if mine.theirs != theirs:
        change_link(ctx.uow, mine.id, theirs=theirs)
    payload = {**facts, "at": _said(ctx.now), "from": ctx.config.ticket_prefix}
    queue(ctx.uow, mine, says, json.dumps(payload, ensure_ascii=False), ctx.now)
    if kind is Kind.PERSON:
        told = "、".join(sorted(facts.keys() - _BASE))
        note_for(
            ctx.uow, None, AuditEntry("connector.gave", f"person:{code}", f"{platform.name}: {told}"[:200]), ctx.now
        )


def _said(instant: datetime) -> str:
    return instant.isoformat(timespec="seconds")
