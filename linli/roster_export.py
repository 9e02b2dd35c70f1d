"""The present roster as a workbook that can be imported again."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from governance.roster.lines import lines_of as lines_of
from handlers.roster import roster_lines
from storage.database import Database
from storage.workbook.writer import write_workbook

ACTOR = "linli export roster"


def write_roster(database: Database, file: Path, zone: ZoneInfo, now: datetime) -> None:
    """Writes the workbook; names and phone numbers in full, which the audit notes."""
    write_workbook(file, roster_lines(database, zone, now, ACTOR))
