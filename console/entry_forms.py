"""Forms for one entry of a workbook: the fields of a command's dataclass, each with its column's hint and choices."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from governance.duty.plan_lines import KEY as DUTY_KEY
from governance.duty.plan_sheets import SHEETS as DUTY_SHEETS
from governance.own_settings import KEY, SHEETS
from governance.permissions import Act
from governance.roster.one_change import KEYS, sheet_named
from governance.roster.sheets import Holds, Sheet
from handlers.catalogue import entry_of
from handlers.master_data.commands import (
    ASKED,
    EndPost,
    KeepGrid,
    KeepPerson,
    KeepPlace,
    KeepPost,
    RemovePerson,
    RetireGrid,
    RetirePlace,
)
from handlers.master_data.duty_commands import KeepPattern, KeepStation, RetirePattern, RetireStation
from handlers.master_data.finding import said_before
from handlers.master_data.setting_commands import DropCategory, DropTemplate, KeepCategory, KeepTemplate, SetRule

FORMS: dict[str, dict[str, type[Any]]] = {
    "people": {"keep": KeepPerson, "remove": RemovePerson},
    "posts": {"keep": KeepPost, "remove": EndPost},
    "places": {"keep": KeepPlace, "remove": RetirePlace},
    "grids": {"keep": KeepGrid, "remove": RetireGrid},
    "stations": {"keep": KeepStation, "remove": RetireStation},
    "patterns": {"keep": KeepPattern, "remove": RetirePattern},
    "rules": {"keep": SetRule},
    "categories": {"keep": KeepCategory, "remove": DropCategory},
    "templates": {"keep": KeepTemplate, "remove": DropTemplate},
}
LONGEST = 4000


@dataclass(frozen=True)
class EntryField:
    """A field as it is shown. `kept`: what makes the entry this one, which is not changed."""

    name: str
    label: str
    hint: str
    value: str
    required: bool
    kept: bool
    choices: tuple[str, ...]
    day: bool


def right_of(what: str) -> Act:
    """Who may change what stands there: the roster who manages it, settings the administrators alone."""
    return Act.ADMINISTER if what in SHEETS else Act.MANAGE


def keys_of(what: str) -> tuple[str, ...]:
    """The fields that make an entry this one."""
    one = KEY.get(what) or DUTY_KEY.get(what)
    return (one,) if one else KEYS[what]


def sheet_of(what: str) -> Sheet:
    """The columns of what is changed there, as in its workbook."""
    duty = next((sheet for sheet in DUTY_SHEETS if sheet.key == what), None)
    return duty or SHEETS.get(what) or sheet_named(what)


def entry_key(what: str, cells: Mapping[str, str]) -> str:
    """What an entry with these cells is known by in an address."""
    key = "|".join(cells.get(name, "").strip() for name in keys_of(what))
    return key if key.strip("|") else ""


def cells_named(command: type[Any]) -> list[str]:
    """The names of a command's cells."""
    return [slot.name for slot in entry_of(command).slots if slot.name not in ASKED]


def fields_of(what: str, values: Mapping[str, str], *, there: bool) -> list[EntryField]:
    """The fields of the form that keeps an entry; `there`: of one that is in the roster already."""
    columns = {column.key: column for column in sheet_of(what).columns}
    labels = {slot.name: slot.label for slot in entry_of(FORMS[what]["keep"]).slots}
    return [
        EntryField(
            name, labels[name], columns[name].hint, values.get(name, ""), columns[name].required,
            there and name in keys_of(what), columns[name].choices, columns[name].holds is Holds.DATE,
        )
        for name in cells_named(FORMS[what]["keep"])
    ]  # fmt: skip


def command_of(what: str, do: str, sent: Mapping[str, str]) -> Any:
    """The command of a sent form."""
    command = FORMS[what][do]
    cells = {name: sent.get(name, "").replace("\0", "").strip()[:LONGEST] for name in cells_named(command)}
    return command(**cells, was=sent.get("was", "")[: 4 * LONGEST], agreed=sent.get("agreed") == "1")


def hidden(cells: Mapping[str, str]) -> str:
    """The entry as the page shows it, to be sent along."""
    return json.dumps(dict(cells), ensure_ascii=False, sort_keys=True) if cells else ""


def merged(what: str, sent: Mapping[str, str], present: Mapping[str, str]) -> dict[str, str]:
    """What was typed, and where nothing was typed what stands there now, though it was changed since the page was shown."""
    was = said_before(sent.get("was", ""))
    typed = {name: sent.get(name, "").strip() for name in cells_named(FORMS[what]["keep"])}
    return {name: present.get(name, "") if was and text == was.get(name, "") else text for name, text in typed.items()}


def undoing(what: str, do: str, sent: Mapping[str, str], present: Mapping[str, str]) -> dict[str, str]:
    """The fields of the form that takes back what was just done."""
    was = said_before(sent.get("was", ""))
    again = {"nonce": f"u{sent.get('nonce', '')}"[:60], "agreed": "1", "was": hidden(present)}
    if do == "keep" and not was:
        return {**again, "do": "remove", **{name: present.get(name, "") for name in cells_named(FORMS[what]["remove"])}}
    return {**again, "do": "keep", **{name: was.get(name, "") for name in cells_named(FORMS[what]["keep"])}}


def form_schema(which: Iterable[str]) -> dict[str, Any]:
    """What can be sent to change any of these, as a JSON schema: any text in each of the cells."""
    asked = {"nonce": {"type": "string"}, "was": {"type": "string"}, "agreed": {"enum": ["", "1"]}}
    return {
        "anyOf": [
            {
                "type": "object", "required": ["do"],
                "properties": {"do": {"const": do}, **asked, **{name: {"type": "string"} for name in cells_named(command)}},
            }
            for what in which
            for do, command in FORMS[what].items()
        ]
    }  # fmt: skip
