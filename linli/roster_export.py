"""The present roster as a workbook that can be imported again."""

from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from governance import texts as words
from governance.clock import local_day
from governance.roster.entries import Roster
from storage.audit import AuditEntry, write_audit
from storage.database import Database
from storage.roster_read import ALIAS_MARK, present_roster
from storage.workbook.writer import write_workbook

ACTOR = "linli export roster"


def write_roster(database: Database, file: Path, zone: ZoneInfo, now: datetime) -> None:
    """Writes the workbook; names and phone numbers in full, which the audit notes."""
    with database.write() as connection:
        roster = present_roster(connection, zone, now)
        write_audit(connection, ACTOR, [AuditEntry("roster.read", "roster", str(len(roster.people)))], now)
    write_workbook(file, lines_of(roster, local_day(now, zone)))


def lines_of(roster: Roster, today: Any = None) -> dict[str, list[dict[str, Any]]]:
    """The lines of each sheet; posts that ended before `today` are left out."""
    return {
        "places": [
            {**vars(place), "kind": words.PLACE_KIND[place.kind], "aliases": ALIAS_MARK.join(place.aliases) or None}
            for place in roster.places.values()
        ],
        "grids": [
            {**vars(grid), "kind": words.GRID_KIND[grid.kind], "covers": ALIAS_MARK.join(grid.covers) or None}
            for grid in roster.grids.values()
        ],
        "people": [dict(vars(person)) for person in roster.people.values()],
        "posts": [
            {**vars(post), "role": words.ROLE[post.role], "line": words.LINE[post.line] if post.line else None}
            for post in roster.posts.values()
            if today is None or post.until is None or post.until >= today
        ],
    }
