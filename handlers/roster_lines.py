"""A change of the roster in a line that an administrator understands; people are masked."""

from collections.abc import Sequence

from governance import texts as words
from governance.roster.changes import Action, AnyChange
from governance.roster.entries import Entry, GridEntry, PersonEntry, PlaceEntry, PostEntry, Roster
from governance.roster.sheets import SHEETS
from understanding.masking import masked_name

FIELD_CHANGED = "{field}有变动"
EMPTY = "（空）"
_SIGN = {Action.ADD: "+", Action.CHANGE: "~", Action.REMOVE: "-"}
_HEADINGS = {(sheet.key, column.key): column.heading for sheet in SHEETS for column in sheet.columns}
_HIDDEN = frozenset({"name", "phone"})
"""Of people: that they change is told, what they are is not."""


def lines_of(changes: Sequence[AnyChange], wanted: Roster) -> list[str]:
    """One line a change: sign, entry, and for each changed field before → after."""
    return [_line(change, wanted) for change in changes]


def _line(change: AnyChange, wanted: Roster) -> str:
    entry = change.after or change.before
    fields = "，".join(_field(change, name) for name in change.changed_fields)
    return f"{_SIGN[change.action]} {_title(entry, wanted)}" + (f"：{fields}" if fields else "")


def _title(entry: Entry | None, wanted: Roster) -> str:
    match entry:
        case PlaceEntry():
            return f"{entry.code} {words.PLACE_KIND[entry.kind]} {entry.name}"
        case GridEntry():
            return f"{entry.code} {words.GRID_KIND[entry.kind]}网格 {entry.name}"
        case PersonEntry():
            return f"{entry.code} {masked_name(entry.name)}"
        case PostEntry():
            person = wanted.people.get(entry.person)
            who = f"{entry.person} {masked_name(person.name) if person else ''}".strip()
            line = f"（{words.LINE[entry.line]}）" if entry.line else ""
            return f"{who} {words.ROLE[entry.role]}{line} {entry.grid or entry.place or ''}"
    raise TypeError(entry)


def _field(change: AnyChange, name: str) -> str:
    sheet = {PlaceEntry: "places", GridEntry: "grids", PersonEntry: "people", PostEntry: "posts"}[type(change.after)]
    heading = _HEADINGS[sheet, name]
    if sheet == "people" and name in _HIDDEN:
        return FIELD_CHANGED.format(field=heading)
    before, after = (_shown(getattr(entry, name)) for entry in (change.before, change.after))
    return f"{heading} {before} → {after}"


def _shown(value: object) -> str:
    if value is None or value == ():
        return EMPTY
    return "、".join(map(str, value)) if isinstance(value, tuple) else str(value)
