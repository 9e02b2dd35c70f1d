"""Entries of the roster as the lines of its workbook, and as the texts of single cells."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from governance import texts as words
from governance.roster.entries import Entry, GridEntry, PersonEntry, PlaceEntry, PostEntry, Roster

MARK = "、"
"""Between several names or codes in one cell."""
_SHEETS = ("places", "grids", "people", "posts")


def lines_of(roster: Roster, today: date | None = None) -> dict[str, list[dict[str, Any]]]:
    """The lines of each sheet; posts that ended before `today` are left out."""
    return {sheet: [line_of(each) for each in entries_in(roster, sheet, today)] for sheet in _SHEETS}


def entries_in(roster: Roster, sheet: str, today: date | None = None) -> list[Entry]:
    """The entries of one sheet; posts that ended before `today` are left out."""
    found: Mapping[Any, Entry] = getattr(roster, sheet)
    return [
        each for each in found.values() if today is None or not (isinstance(each, PostEntry) and ended(each, today))
    ]


def line_of(entry: Entry) -> dict[str, Any]:
    """One entry's values by the keys of its sheet's columns."""
    match entry:
        case PlaceEntry():
            return {
                **vars(entry), "kind": words.PLACE_KIND[entry.kind], "aliases": MARK.join(entry.aliases) or None,
            }  # fmt: skip
        case GridEntry():
            return {**vars(entry), "kind": words.GRID_KIND[entry.kind], "covers": MARK.join(entry.covers) or None}
        case PersonEntry():
            return dict(vars(entry))
        case PostEntry():
            return {
                **vars(entry), "role": words.ROLE[entry.role], "line": words.LINE[entry.line] if entry.line else None,
            }  # fmt: skip


def cells_of(line: dict[str, Any]) -> dict[str, str]:
    """A line's filled cells as the texts that a reader of the workbook would find."""
    return {key: _text(value) for key, value in line.items() if value is not None and value != ""}


def ended(post: PostEntry, today: date) -> bool:
    """Whether a post's last day is over."""
    return post.until is not None and post.until < today


def _text(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)
