"""What platforms are owed: how the matters stand that they brought, and, to those who are told of all, tickets and events."""

import json
from collections import defaultdict
from typing import Any

from governance.connectors.mapping import Gives, Kind, Platform
from governance.connectors.standing import OF_STATE, Standing
from handlers.connectors import roster_out
from handlers.connectors.facts import event_facts, is_void, shift_facts, shifts_moved, ticket_facts
from handlers.context import Context
from storage.connectors.findings import BACK, findings_unlinked
from storage.connectors.links import (
    EVENT,
    SHIFT,
    TICKET,
    Linked,
    add_link,
    change_link,
    events_moved,
    link_by_id,
    link_to_ours,
    state_of,
    tickets_moved,
    tickets_unlinked,
)
from storage.connectors.out import queue
from storage.connectors.platforms import Connected, all_connected

MOST = 200
NOTHING = "-"
"""What a platform knows of a matter that it was never told of."""
LINK, NEW, OF_EVENT, OF_SHIFT, ROSTER = "link", "new", "event", "shift", "roster"
_CODES: dict[str, list[str]] = defaultdict(list)
for _state, _standing in OF_STATE.items():
    _CODES[_standing.value].append(_state.value)


def due(ctx: Context) -> list[str]:
    """Links whose matter has moved, and tickets and events of which somebody has not heard."""
    those = [each for each in all_connected(ctx.uow) if each.platform in ctx.config.platforms and each.gives_to]
    if not those:
        return []
    found = [f"{LINK}/{each}" for each in tickets_moved(ctx.uow, [each.platform for each in those], _CODES, MOST)]
    for each in those:
        found += _news(ctx, each, ctx.config.platforms[each.platform].gives)
    return found


def _news(ctx: Context, each: Connected, gives: frozenset[Gives]) -> list[str]:
    found: list[str] = []
    if gives & {Gives.TICKETS, Gives.DANGERS}:
        dangers = Gives.TICKETS not in gives
        numbers = tickets_unlinked(ctx.uow, each.platform, each.since, dangers=dangers, most=MOST)
        found += [f"{NEW}/{each.platform}/{number}" for number in numbers]
    if Gives.FINDINGS in gives:
        since = max(each.since, ctx.now - BACK)
        numbers = findings_unlinked(ctx.uow, each.platform, since, _their_categories(ctx, each), MOST)
        found += [f"{NEW}/{each.platform}/{number}" for number in numbers]
    if Gives.EVENTS in gives:
        moved = events_moved(ctx.uow, each.platform, each.since, MOST)
        found += [f"{OF_EVENT}/{each.platform}/{number}" for number, _ in moved]
    if roster_out.due(ctx, each):
        found.append(f"{ROSTER}/{each.platform}/{each.roster_version}")
    if Gives.DUTY in gives:
        found += [f"{OF_SHIFT}/{each.platform}/{number}" for number in shifts_moved(ctx, each.platform)]
    return found


def _their_categories(ctx: Context, each: Connected) -> set[str]:
    record = ctx.config.platforms[each.platform].record(Kind.REPORT)
    return set() if record is None else set(record.codes.get("category", {}).values())


def give(ctx: Context, item: str) -> int:
    """Writes one of them to be sent."""
    what, _, rest = item.partition("/")
    if what == LINK:
        return _moved(ctx, link_by_id(ctx.uow, int(rest)))
    platform, _, ours = rest.partition("/")
    if what == ROSTER:
        return roster_out.give_roster(ctx, platform)
    if what == NEW:
        return _moved(ctx, _linked(ctx, platform, TICKET, ours))
    kind, facts = (EVENT, event_facts(ctx, ours)) if what == OF_EVENT else (SHIFT, shift_facts(ctx, int(ours)))
    return _told(ctx, _linked(ctx, platform, kind, ours), facts)


def _linked(ctx: Context, platform: str, kind: str, ours: str) -> Linked | None:
    add_link(ctx.uow, platform=platform, kind=kind, ours=ours, theirs=None, agreed=NOTHING, at=ctx.now)
    return link_to_ours(ctx.uow, platform, kind, ours)


def _moved(ctx: Context, link: Linked | None) -> int:
    state = None if link is None else state_of(ctx.uow, link.ours)
    if link is None or state is None or OF_STATE[state].value == link.queued:
        return 0
    return give_standing(ctx, link, OF_STATE[state])


def give_standing(ctx: Context, link: Linked, standing: Standing) -> int:
    """Writes how a ticket stands to be sent; what a platform has no code for is passed over, as its mapping says, but never
    that it is void.
    """
    void = standing is Standing.CLOSED and is_void(ctx, link.ours)
    if not void and _silent(ctx.config.platforms[link.platform], standing):
        change_link(ctx.uow, link.id, queued=standing.value, agreed=standing.value)
        return 1
    _queue(ctx, link, standing.value, ticket_facts(ctx, link, standing))
    return 1


def _silent(platform: Platform, standing: Standing) -> bool:
    record = platform.record(Kind.REPORT)
    return record is not None and standing.value in record.silent


def _told(ctx: Context, link: Linked | None, facts: dict[str, Any] | None) -> int:
    if link is None or facts is None or facts["state"] == link.queued:
        return 0
    _queue(ctx, link, facts["state"], facts)
    return 1


def _queue(ctx: Context, link: Linked, says: str, facts: dict[str, Any]) -> None:
    payload = {**facts, "at": ctx.now.isoformat(timespec="seconds"), "from": ctx.config.ticket_prefix}
    queue(ctx.uow, link, says, json.dumps(payload, ensure_ascii=False), ctx.now)
    ctx.uow.wake = True
