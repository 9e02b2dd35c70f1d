"""One entry of the roster changed by hand: checked as the whole workbook would be, with all the others as they stand."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from governance.roster.check import check
from governance.roster.entries import Entry, Roster
from governance.roster.lines import cells_of, entries_in, line_of
from governance.roster.sheets import SHEETS, Problem, Row, Sheet

TOGETHER = {"places": ("places", "grids"), "grids": ("grids",), "people": ("people",), "posts": ("posts",)}
"""By the sheet that is changed: those that have to be looked at with it."""
KEYS = {
    "places": ("code",), "grids": ("code",), "people": ("code",), "posts": ("person", "role", "place", "grid", "line"),
}  # fmt: skip
"""The columns that make an entry this one and no other."""
KEY_MARK = "|"
_ROW = re.compile(r"第 (\d+) 行")


@dataclass(frozen=True)
class Wanted:
    """The roster with the change; with problems (each with its column's key) it is not to be used."""

    roster: Roster
    problems: tuple[tuple[str, str], ...]


def sheet_named(key: str) -> Sheet:
    """The sheet with this key."""
    return next(sheet for sheet in SHEETS if sheet.key == key)


def key_of(sheet: str, cells: Mapping[str, str]) -> str:
    """What an entry is known by in an address."""
    return KEY_MARK.join(cells.get(name, "") for name in KEYS[sheet])


def with_codes(roster: Roster, cells: Mapping[str, str]) -> dict[str, str]:
    """The cells of a post or a station with codes where something was called by a name that only one has."""
    where: dict[str, Mapping[str, Any]] = {"person": roster.people, "place": roster.places, "grid": roster.grids}
    return {key: code_named(where[key], text) if key in where else text for key, text in cells.items()}


def code_named(entries: Mapping[str, Any], said: str) -> str:
    """The code of what is called so; what was said, where it is a code, or where none or several are called so."""
    found = [said] if said in entries else [code for code, each in entries.items() if each.name == said]
    return found[0] if len(found) == 1 else said


def entries_of(roster: Roster, sheet: str) -> dict[str, Entry]:
    """The entries of a sheet by what they are known by; of posts also those that have ended."""
    return {key_of(sheet, cells_of(line_of(entry))): entry for entry in entries_in(roster, sheet)}


def with_entry(
    present: Roster, sheet: str, cells: Mapping[str, str] | None, key: str, today: date, canonical: Callable[[str], str]
) -> Wanted:
    """The roster in which the entry of this key says these cells; `cells` None: in which it is not there any more."""
    before = _rows(present, sheet, today)
    own = [row for row in before[sheet] if key_of(sheet, row.cells) != key]
    number = next((row.number for row in before[sheet] if key_of(sheet, row.cells) == key), len(before[sheet]) + 1)
    changed = own if cells is None else sorted([*own, Row(number, dict(cells))], key=lambda row: row.number)
    rows = {**before, sheet: changed}
    roster, found = check(rows, present, canonical)
    if found:
        known = {(each.sheet, each.row, each.text) for each in check(before, present, canonical)[1]}
        found = [each for each in found if (each.sheet, each.row, each.text) not in known]
    return Wanted(roster, tuple(_told(each, sheet, number, rows) for each in found))


def _rows(present: Roster, sheet: str, today: date) -> dict[str, list[Row]]:
    return {
        key: [Row(number, cells_of(line_of(each))) for number, each in enumerate(entries_in(present, key, today), 1)]
        for key in TOGETHER[sheet]
    }


def _told(problem: Problem, sheet: str, number: int, rows: Mapping[str, list[Row]]) -> tuple[str, str]:
    """The column's key (empty: it is in another entry) and the problem, with entries named instead of numbered."""
    own = next(each for each in SHEETS if each.title == problem.sheet)
    named = {row.number: called(own.key, row.cells) for row in rows[own.key]}
    text = _ROW.sub(lambda found: f"“{named.get(int(found[1]), found[0])}”", problem.text)
    if own.key != sheet or problem.row != number:
        return "", f"{named.get(problem.row, '')}：{text}"
    return next((column.key for column in own.columns if column.heading == problem.column), ""), text


def called(sheet: str, cells: Mapping[str, str]) -> str:
    """How an entry is called in a sentence: its code with its name; a post by person, role and where."""
    if sheet == "posts":
        where = cells.get("grid") or cells.get("place", "")
        line = f"（{cells['line']}）" if "line" in cells else ""
        return f"{cells.get('person', '')} {cells.get('role', '')}{line} {where}".strip()
    return f"{cells.get('code', '')} {cells.get('name', '')}".strip()


@dataclass(frozen=True)
class Difference:
    """One field before and after, as its column is called."""

    field: str
    before: str
    after: str


def in_one_line(found: Iterable[Difference]) -> str:
    """The fields that differ, as the audit keeps them."""
    return "；".join(f"{each.field} {each.before} → {each.after}" for each in found)


def differences(sheet: Sheet, before: Mapping[str, str], after: Mapping[str, str]) -> tuple[Difference, ...]:
    """The fields that differ, in the columns' order."""
    return tuple(
        Difference(column.heading, before.get(column.key, ""), after.get(column.key, ""))
        for column in sheet.columns
        if before.get(column.key, "") != after.get(column.key, "")
    )
