"""The entries that a change by hand is about."""

import json
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any

from governance.roster.entries import Entry, PostEntry, Roster
from governance.roster.lines import ended
from governance.roster.one_change import entries_of
from handlers.master_data.commands import ASKED
from storage.workbook.cell_text import tidy

Cells = Mapping[str, str]
"""An entry's filled cells by the keys of their columns."""


def said_before(was: str) -> Cells:
    """The entry as a page showed it; nothing where it showed none, or what came is no such thing."""
    try:
        found = json.loads(was or "{}")
    except ValueError:
        return {}
    return {str(name): str(value) for name, value in found.items()} if isinstance(found, dict) else {}


def cells_typed(command: Any) -> dict[str, str]:
    """The cells that a command says; those that were left empty are none."""
    typed = {each.name: tidy(getattr(command, each.name)) for each in fields(command) if each.name not in ASKED}
    return {name: text for name, text in typed.items() if text}


def running(present: Roster, sheet: str, today: date) -> dict[str, Entry]:
    """The entries of a sheet by what they are known by; posts that have ended are none."""
    found = entries_of(present, sheet)
    return {key: each for key, each in found.items() if not (isinstance(each, PostEntry) and ended(each, today))}
