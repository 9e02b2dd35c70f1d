"""Gives followers the platform's tag that their role calls for: the menu hangs on it."""

from itertools import groupby

import structlog

from bot.api import PlatformApi
from bot.errors import PlatformAway, PlatformError
from bot.menu import NO_PERMISSION
from bot.texts import TAG_NAMES
from governance.tags import Tag
from storage.database import Database
from storage.tags import tag_changed, tags_to_change

log = structlog.get_logger("linli.tags")


def tag_due(database: Database, api: PlatformApi) -> int:
    """Brings up to 50 followers to their tag; answers how many. A platform in trouble is tried again later."""
    waiting = sorted(tags_to_change(database), key=lambda row: (row[2] or "", row[3] or ""))
    done = 0
    for (given, wanted), rows in groupby(waiting, key=lambda row: (row[2], row[3])):
        accounts = list(rows)
        try:
            _change(api, [row[1] for row in accounts], given, wanted)
        except PlatformAway as error:
            log.warning("tags later", error=str(error))
            return done
        except PlatformError as error:
            log.warning("tags refused", error=str(error))
            if error.code != NO_PERMISSION:
                continue
        tag_changed(database, [row[0] for row in accounts], wanted)
        done += len(accounts)
    return done


def _change(api: PlatformApi, openids: list[str], given: str | None, wanted: str | None) -> None:
    if given is not None:
        api.tag(openids, api.tag_id(TAG_NAMES[Tag(given)]), take_off=True)
    if wanted is not None:
        api.tag(openids, api.tag_id(TAG_NAMES[Tag(wanted)]))
