"""退订提醒, 恢复提醒: what a person does not want to hear of."""

from governance.area_notices import AreaKind
from governance.notices import Group
from handlers.catalogue import executes
from handlers.context import Context
from handlers.notifications.commands import Mute, Unmute
from handlers.notifications.outcomes import Muted
from storage.accounts import change_account

Topics = frozenset[AreaKind]


@executes(Mute)
def mute(command: Mute, ctx: Context) -> Muted:
    """These kinds besides what is muted already."""
    groups, topics = _muted(ctx)
    return _write(ctx, groups | command.groups, topics | command.topics)


@executes(Unmute)
def unmute(command: Unmute, ctx: Context) -> Muted:
    """All but these kinds of what is muted; of notices to an area one may be heard again by itself."""
    groups, topics = _muted(ctx)
    if command.topics and Group.AREA in groups:
        groups, topics = groups - {Group.AREA}, frozenset(AreaKind)
    if Group.AREA in command.groups:
        topics = frozenset()
    return _write(ctx, groups - command.groups, topics - command.topics)


def _muted(ctx: Context) -> tuple[frozenset[Group], Topics]:
    words = set(ctx.sender.muted.split(","))
    return frozenset(each for each in Group if each in words), frozenset(each for each in AreaKind if each in words)


def _write(ctx: Context, groups: frozenset[Group], topics: Topics) -> Muted:
    """Who hears of no notice to an area hears of none of its kinds."""
    topics = frozenset() if Group.AREA in groups else topics
    ctx.sender.muted = ",".join([*sorted(groups), *sorted(topics)])
    change_account(ctx.uow, ctx.sender.id, muted=ctx.sender.muted)
    return Muted(
        tuple(group for group in Group if group in groups), tuple(topic for topic in AreaKind if topic in topics)
    )
