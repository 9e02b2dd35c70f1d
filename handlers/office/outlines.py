"""Importing outlines of places: checked as a whole, written in one transaction or not at all, with a trace."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from governance.maps.drawing import paths
from governance.maps.outlines import Outlines
from governance.roster.sheets import Problem
from governance.things.datum import Datum
from storage.audit import AuditEntry, write_audit
from storage.database import Database
from storage.outlines import Outline, known_for_outlines, write_outlines
from storage.roster_write import lock_roster

MOST_BYTES = 20 * 1024 * 1024


@dataclass(frozen=True)
class OutlinePlan:
    """What an import would do, or did; with problems nothing. `rings`: in WGS-84, by place."""

    added: int
    changed: int
    same: int
    problems: list[Problem]
    remarks: list[str]
    rings: Mapping[int, Outline]


def read_outlines(path: Path) -> Any:
    """The document; None where it is no JSON, which the check then says."""
    try:
        return json.loads(path.read_text("utf-8-sig"))
    except (ValueError, RecursionError):
        return None


def import_outlines(
    database: Database, document: Any, datum: Datum, now: datetime, *, actor: str, write: bool
) -> OutlinePlan:
    """Checks a file, and with `write` writes it; answers what came of it, or the problems because of which nothing did."""
    if not write:
        with database.read() as connection:
            return _plan(connection, document, datum, now, write=False)
    with database.write() as connection:
        lock_roster(connection)  # two imports at once come one after the other
        plan = _plan(connection, document, datum, now, write=True)
        if plan.added + plan.changed:
            said = f"{plan.added}/{plan.changed}"
            write_audit(connection, actor, [AuditEntry("outlines.import", "places", said)], now)
    return plan


def _plan(connection: Connection, document: Any, datum: Datum, now: datetime, *, write: bool) -> OutlinePlan:
    found = Outlines(document, known_for_outlines(connection), datum)
    counts = (0, 0, 0) if found.problems else write_outlines(connection, found.rings, now, write=write)
    return OutlinePlan(*counts, found.problems, found.remarks, found.rings)


def drawn_paths(rings: Mapping[int, Outline]) -> Sequence[str]:
    """Each as the path of a picture that is 100 wide and high."""
    return list(paths(rings).values())
