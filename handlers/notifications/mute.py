"""退订提醒, 恢复提醒: what a person does not want to hear of."""

from governance.notices import Group
from handlers.catalogue import executes
from handlers.context import Context
from handlers.notifications.commands import Mute, Unmute
from handlers.notifications.outcomes import Muted
from storage.accounts import change_account


@executes(Mute)
def mute(command: Mute, ctx: Context) -> Muted:
    """These kinds besides what is muted already."""
    return _write(ctx, _muted(ctx) | command.groups)


@executes(Unmute)
def unmute(command: Unmute, ctx: Context) -> Muted:
    """All but these kinds of what is muted."""
    return _write(ctx, _muted(ctx) - command.groups)


def _muted(ctx: Context) -> frozenset[Group]:
    return frozenset(Group(group) for group in ctx.sender.muted.split(",") if group)


def _write(ctx: Context, groups: frozenset[Group]) -> Muted:
    ctx.sender.muted = ",".join(sorted(groups))
    change_account(ctx.uow, ctx.sender.id, muted=ctx.sender.muted)
    return Muted(tuple(group for group in Group if group in groups))
