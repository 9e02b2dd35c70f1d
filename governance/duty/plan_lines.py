"""The duty plan as the lines of its workbook, and one of them changed by hand."""

from collections.abc import Mapping
from typing import Any

from governance import texts
from governance.duty.plan_sheets import SHEETS, DutyPlan, PatternEntry, StationEntry, check
from governance.roster.entries import Roster
from governance.roster.lines import cells_of
from governance.roster.sheets import Row

KEY = {"stations": "place", "patterns": "code"}
"""The column that makes a line this one and no other."""
Lines = dict[str, dict[str, dict[str, str]]]
"""The cells of each line, by its key, by the sheet."""


def lines_of_plan(plan: DutyPlan) -> Lines:
    """Stations and patterns as their cells; qualifications are only ever given, and stand in no list here."""
    stations = {each.place: cells_of(_station(each)) for each in plan.stations or ()}
    patterns = {each.code: cells_of(_pattern(each)) for each in plan.patterns or ()}
    return {"stations": stations, "patterns": patterns}


def _station(each: StationEntry) -> dict[str, Any]:
    return {
        "place": each.place, "kind": texts.STATION_KIND[each.kind], "lead": each.lead,
        "needs_code": "是" if each.needs_code else "否",
    }  # fmt: skip


def _pattern(each: PatternEntry) -> dict[str, Any]:
    pattern = each.pattern
    return {
        "code": each.code, "station": each.station,
        "weekdays": "".join(texts.WEEKDAYS[day] for day in sorted(pattern.weekdays)), "start": _clock(pattern.start_minute),
        "end": _clock(pattern.end_minute), "capacity": each.capacity, "qualification": each.qualification,
        "holidays": "照常" if pattern.on_holidays else "停班", "since": pattern.since, "until": pattern.until,
    }  # fmt: skip


def _clock(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"


def with_line(
    present: DutyPlan, roster: Roster, sheet: str, cells: Mapping[str, str] | None, key: str
) -> tuple[DutyPlan, list[tuple[str, str]]]:
    """The plan in which the line of this key says these cells (None: in which it is not there), and what is wrong with them:
    the column's key and the problem.
    """
    kept = {
        name: [each for own, each in found.items() if (name, own) != (sheet, key)]
        for name, found in lines_of_plan(present).items()
    }
    rows = {name: [Row(number, each) for number, each in enumerate(found, 1)] for name, found in kept.items()}
    number = len(kept[sheet]) + 1
    if cells is not None:
        rows[sheet].append(Row(number, dict(cells)))
    plan, problems = check(rows, roster, ())
    title = next(each for each in SHEETS if each.key == sheet)
    headings = {column.heading: column.key for column in title.columns}
    own = [each for each in problems if each.sheet == title.title and each.row == number and cells is not None]
    return (
        DutyPlan(plan.stations or (), plan.patterns or (), ()),
        [(headings.get(each.column, ""), each.text) for each in own],
    )
