"""Gives followers the platform's tag that their role calls for: the menu hangs on it."""

import structlog

from bot.api import PlatformApi
from bot.errors import PlatformAway, PlatformError
from bot.menu import NO_PERMISSION
from bot.texts import TAG_NAMES
from bot.tools import Tools
from governance.tags import Tag
from handlers.context import Context
from storage.tags import accounts_to_tag, tag_changed, tag_changes

log = structlog.get_logger("linli.tags")


def due(ctx: Context) -> list[str]:
    """The changes to make, each for all whom it concerns: the tag that they bear and the one that they should, `>` between."""
    return [f"{given or ''}>{wanted or ''}" for given, wanted in tag_changes(ctx.uow)]


def change(tools: Tools, item: str) -> int:
    """Brings up to 50 followers from one tag to another; answers how many. A platform in trouble is tried again later."""
    given, wanted = (each or None for each in item.split(">"))
    accounts = accounts_to_tag(tools.database, given, wanted)
    try:
        _change(tools.api, [openid for _, openid in accounts], given, wanted)
    except PlatformAway as error:
        log.warning("tags later", error=str(error))
        return 0
    except PlatformError as error:
        log.warning("tags refused", error=str(error))
        if error.code != NO_PERMISSION:
            return 0
    tag_changed(tools.database, [account for account, _ in accounts], wanted)
    return len(accounts)


def _change(api: PlatformApi, openids: list[str], given: str | None, wanted: str | None) -> None:
    if given is not None:
        api.tag(openids, api.tag_id(TAG_NAMES[Tag(given)]), take_off=True)
    if wanted is not None:
        api.tag(openids, api.tag_id(TAG_NAMES[Tag(wanted)]))
