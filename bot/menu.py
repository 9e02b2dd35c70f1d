"""The account's menu: at most three entries with five below each. Its keys are those of handlers.routes."""

from typing import Any

from bot.api import PlatformApi
from bot.texts import MENU_NAMES

ENTRIES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("REPORT", ()),
    ("MINE", ("PROGRESS", "WITHDRAW")),
    ("HELP", ()),
)
"""Key of each entry and the keys below it."""


def menu() -> dict[str, Any]:
    """The menu as the platform takes it."""
    return {"button": [_entry(key, below) for key, below in ENTRIES]}


def publish(api: PlatformApi) -> None:
    """Puts the menu on the account, in place of what was there; raises PlatformError or PlatformAway."""
    api.create_menu(menu())


def _entry(key: str, below: tuple[str, ...]) -> dict[str, Any]:
    if below:
        return {"name": MENU_NAMES[key], "sub_button": [_entry(each, ()) for each in below]}
    return {"type": "click", "name": MENU_NAMES[key], "key": key}
