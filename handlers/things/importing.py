"""Importing things from a workbook or GeoJSON: checked as a whole, written in one transaction or not at all."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from governance.roster.sheets import Problem, Row
from governance.things.check import Checked
from governance.things.datum import Datum, Point
from governance.things.geojson import Features
from governance.things.risks import RISKS, check_risks
from governance.things.sheets import THINGS
from governance.things.texts import NOT_GEOJSON
from storage.audit import AuditEntry, write_audit
from storage.database import Database
from storage.errors import WorkbookTooLarge
from storage.roster_write import lock_roster
from storage.thing_import import ThingChanges, known_for_things, write_risks, write_things

MOST_BYTES = 40 * 1024 * 1024
WORKBOOK, GEOJSON = "workbook", "geojson"
BY_COMMAND = "linli import things"


@dataclass(frozen=True)
class ThingFile:
    """What a file holds, not yet checked. `source`: as each thing keeps it; `lines`: of what is long, by the row's number."""

    source: str
    rows: Sequence[Row]
    problems: list[Problem]
    remarks: list[str] = field(default_factory=list)
    lines: Mapping[int, Sequence[Point]] = field(default_factory=dict)
    risks: Sequence[Row] = ()


@dataclass(frozen=True)
class ThingPlan:
    """What an import would do, or did; with problems nothing. `risks`: of units, how many are new or differ."""

    changes: ThingChanges
    problems: list[Problem]
    risks: int = 0


def read_things(path: Path, *, geojson: bool) -> ThingFile:
    """Raises NotAWorkbook, WorkbookTooLarge or OSError; what is no GeoJSON is a problem in it."""
    if not geojson:
        from storage.workbook.reader import read_workbook  # openpyxl comes with it

        found = read_workbook(path, sheets=(THINGS, RISKS), large=True)
        rows = found.rows
        return ThingFile(
            WORKBOOK, rows.get(THINGS.key, ()), found.problems, found.remarks, risks=rows.get(RISKS.key, ())
        )
    if path.stat().st_size > MOST_BYTES:
        raise WorkbookTooLarge
    try:
        features = Features(json.loads(path.read_text("utf-8-sig")))
    except (ValueError, RecursionError):
        return ThingFile(GEOJSON, (), [Problem(THINGS.title, 0, "", NOT_GEOJSON)])
    return ThingFile(GEOJSON, features.rows, features.problems, lines=features.lines)


def things_dry_run(database: Database, file: ThingFile, datum: Datum, now: datetime) -> ThingPlan:
    """What an import would do; nothing is written."""
    with database.read() as connection:
        return _plan(connection, file, datum, now, write=False)


def import_things(
    database: Database, file: ThingFile, datum: Datum, now: datetime, *, actor: str = BY_COMMAND
) -> ThingPlan:
    """Imports a file; answers what was done, or the problems because of which nothing was."""
    with database.write() as connection:
        lock_roster(connection)  # two imports at once come one after the other, and none beside a roster's
        plan = _plan(connection, file, datum, now, write=True)
        done = plan.changes.added + plan.changes.changed + plan.changes.ended + plan.risks
        if done:
            said = f"{file.source} {plan.changes.added}/{plan.changes.changed}/{plan.changes.ended}"
            write_audit(connection, actor, [AuditEntry("things.import", "things", said)], now)
    return plan


def _plan(connection: Connection, file: ThingFile, datum: Datum, now: datetime, *, write: bool) -> ThingPlan:
    known = known_for_things(connection)
    checked = Checked(file.rows, known, datum, file.lines)
    risks, wrong = check_risks(list(file.risks), known)
    problems = [*file.problems, *checked.problems, *wrong]
    if problems:
        return ThingPlan(ThingChanges(), problems)
    made = write_things(connection, checked.entries, file.source, now, write=write)
    return ThingPlan(made, [], write_risks(connection, risks) if write else len(risks))
