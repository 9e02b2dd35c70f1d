"""The account's menus: a common one, and one for each tag. Their keys are those of handlers.conversation.routing."""

from typing import Any

from bot.api import PlatformApi
from bot.errors import PlatformError
from bot.texts import MENU_NAMES, TAG_NAMES
from governance.tags import Tag

Entry = tuple[str, tuple[str, ...]]

REPORT: Entry = ("REPORT", ())
MINE: Entry = ("MINE", ("PROGRESS", "WITHDRAW", "IDENTITY", "BIND"))
TOGETHER: Entry = ("TOGETHER", ("PROJECTS", "MY_PROJECTS", "TOPICS", "MEETINGS", "MY_ACTIVITIES"))

COMMON: tuple[Entry, ...] = (REPORT, MINE, ("NEIGHBOURS", ("NOMINATE", "STARS", "HELP")))
BY_TAG: dict[Tag, tuple[Entry, ...]] = {
    Tag.STAFF: (REPORT, MINE, ("WORK", ("MY_TICKETS", "GRID", "LEAVE", "HELP"))),
    Tag.RED_POST: (REPORT, MINE, ("RED_POST", ("CHECK_IN", "SHIFTS", "MY_SHIFTS", "GRID", "HELP"))),
    Tag.TOGETHER: (REPORT, ("MINE", ("PROGRESS", "WITHDRAW", "IDENTITY", "BIND", "HELP")), TOGETHER),
    Tag.RED_TOGETHER: (
        ("MINE", ("REPORT", "PROGRESS", "WITHDRAW", "IDENTITY", "HELP")),
        ("RED_POST", ("CHECK_IN", "SHIFTS", "MY_SHIFTS", "GRID")),
        TOGETHER,
    ),
}
"""Key of each entry and the keys below it; at most three entries with five below each."""

NO_PERMISSION = 48001
"""The account's kind may not use this call (tags and menus by tag want a verified account)."""


def publish(api: PlatformApi) -> bool:
    """Puts the menus on the account in place of what was there; False when only the common one may be.

    Raises PlatformError or PlatformAway.
    """
    api.delete_menus()
    api.create_menu(_buttons(COMMON))
    try:
        for tag, entries in BY_TAG.items():
            rule = {"tag_id": str(api.tag_id(TAG_NAMES[tag]))}
            api.add_conditional_menu({**_buttons(entries), "matchrule": rule})
    except PlatformError as error:
        if error.code != NO_PERMISSION:
            raise
        return False
    return True


def _buttons(entries: tuple[Entry, ...]) -> dict[str, Any]:
    return {"button": [_entry(key, below) for key, below in entries]}


def _entry(key: str, below: tuple[str, ...]) -> dict[str, Any]:
    if below:
        return {"name": MENU_NAMES[key], "sub_button": [_entry(each, ()) for each in below]}
    return {"type": "click", "name": MENU_NAMES[key], "key": key}
