"""A person settles what both sides have changed, and lets be tried again what was set aside."""

import json

from governance.connectors.reading import read
from governance.connectors.standing import OF_STATE, Owner, Standing
from governance.permissions import Act
from handlers.catalogue import executes
from handlers.connectors.commands import ReplayRecord, ReplayTold, SettleConflict
from handlers.connectors.giving import NOTHING, give_standing
from handlers.connectors.obeying import settle_their_way
from handlers.connectors.outcomes import CannotSettle, NothingToReplay, Replayed, Settled, WhoseWord
from handlers.connectors.people import settle_person
from handlers.context import Context
from handlers.posts import require
from storage.audit import AuditEntry, note
from storage.connectors.items import CONFLICT, RECEIVED, SET_ASIDE, Stored, change_item, end_item, item_by_id
from storage.connectors.links import PERSON, TICKET, change_link, link_to_ours, state_of
from storage.connectors.out import replay_out
from storage.connectors.platforms import connected

LONGEST_NOTE = 200


@executes(SettleConflict)
def settle(command: SettleConflict, ctx: Context) -> Settled | CannotSettle | WhoseWord | NothingToReplay:
    """Ours: they are told again how it stands. Theirs: the ticket is brought there where its life allows."""
    require(ctx, Act.MANAGE)
    if command.side is None:
        return WhoseWord()
    item = item_by_id(ctx.uow, command.item)
    if item is None or item.state != CONFLICT or item.ours is None:
        return NothingToReplay(command.item)
    if not (_settle_person(ctx, item, command.side) if item.kind == PERSON else _settle(ctx, item, command)):
        return CannotSettle(item.ours)
    end_item(ctx.uow, item.id, ctx.now, ours=item.ours, kind=item.kind, reason=f"settled_{command.side.value}")
    change_item(ctx.uow, item.id, settled_by=ctx.person_id)
    note(ctx.uow, ctx.sender.id, AuditEntry("connector.settle", f"item:{item.id}", command.side.value), ctx.now)
    return Settled(item.ours, command.side)


def _settle(ctx: Context, item: Stored, command: SettleConflict) -> bool:
    assert item.ours is not None
    link, state = link_to_ours(ctx.uow, item.platform, TICKET, item.ours), state_of(ctx.uow, item.ours)
    if link is None or state is None:
        return False
    theirs = Standing(item.about.partition("/")[2])
    if command.side is Owner.OURS:
        change_link(ctx.uow, link.id, agreed=theirs.value, queued=NOTHING)
        each = connected(ctx.uow, item.platform)
        if each is not None and each.gives_to:
            give_standing(ctx, link, OF_STATE[state])
        return True
    if OF_STATE[state] is not theirs and not settle_their_way(ctx, item.ours, theirs, command.note[:LONGEST_NOTE]):
        return False
    change_link(ctx.uow, link.id, agreed=theirs.value, queued=_now(ctx, item.ours).value)
    return True


def _settle_person(ctx: Context, item: Stored, side: Owner) -> bool:
    platform = ctx.config.platforms.get(item.platform)
    if platform is None or item.payload is None:
        return False
    return settle_person(ctx, item, side, read(platform, json.loads(item.payload)).word("phone"))


def _now(ctx: Context, number: str) -> Standing:
    state = state_of(ctx.uow, number)
    assert state is not None
    return OF_STATE[state]


@executes(ReplayRecord)
def replay(command: ReplayRecord, ctx: Context) -> Replayed | NothingToReplay:
    """It waits again like one that has just come."""
    require(ctx, Act.MANAGE)
    item = item_by_id(ctx.uow, command.item)
    if item is None or item.state != SET_ASIDE or item.payload is None:
        return NothingToReplay(command.item)
    change_item(ctx.uow, item.id, state=RECEIVED, reason="", about="", attempts=0, not_before=ctx.now)
    note(ctx.uow, ctx.sender.id, AuditEntry("connector.replay", f"item:{item.id}"), ctx.now)
    ctx.uow.wake = True
    return Replayed(command.item)


@executes(ReplayTold)
def replay_told(command: ReplayTold, ctx: Context) -> Replayed | NothingToReplay:
    """It is posted again."""
    require(ctx, Act.MANAGE)
    if not replay_out(ctx.uow, command.out, ctx.now):
        return NothingToReplay(command.out)
    note(ctx.uow, ctx.sender.id, AuditEntry("connector.replay", f"out:{command.out}"), ctx.now)
    ctx.uow.wake = True
    return Replayed(command.out)
