"""A platform that has been silent for too long: the administrators hear of it once."""

from datetime import timedelta

from governance.connectors.mapping import Platform
from governance.notices import NoticeKind
from handlers.connectors.words import SILENT
from handlers.context import Context
from handlers.notices import tell
from handlers.posts import administrators
from storage.connectors.platforms import Connected, all_connected, change_connected, connected


def silent_minutes(platform: Platform | None, each: Connected, ctx: Context) -> int:
    """For how long it has been silent, once that is too long; else 0."""
    if platform is None or not platform.silent_minutes:
        return 0
    quiet = ctx.now - (each.seen_at or each.since)
    return int(quiet.total_seconds() // 60) if quiet > timedelta(minutes=platform.silent_minutes) else 0


def due(ctx: Context) -> list[str]:
    """Those of which nobody was told yet."""
    return [
        each.platform
        for each in all_connected(ctx.uow)
        if each.told_silent_at is None and silent_minutes(ctx.config.platforms.get(each.platform), each, ctx)
    ]


def tell_silent(ctx: Context, name: str) -> int:
    """Told once; again only when it has been heard of meanwhile."""
    each = connected(ctx.uow, name)
    platform = ctx.config.platforms.get(name)
    minutes = 0 if each is None else silent_minutes(platform, each, ctx)
    if each is None or platform is None or not minutes or each.told_silent_at is not None:
        return 0
    change_connected(ctx.uow, name, told_silent_at=ctx.now)
    key = f"silent:{name}:{each.seen_at or each.since:%Y-%m-%dT%H:%M:%S}"
    said = SILENT.format(label=platform.label, minutes=minutes)
    tell(ctx, administrators(ctx), key, NoticeKind.PLATFORM_SILENT, said, again=True)
    return 1
