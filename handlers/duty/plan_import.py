"""Importing a duty workbook: checked as a whole, written in one transaction or not at all."""

from datetime import datetime
from typing import TYPE_CHECKING

from governance.duty.plan_sheets import check
from governance.roster.sheets import Problem
from handlers.context import Context, SubdistrictConfig
from handlers.duty.plan_ahead import plan_ahead
from storage.audit import AuditEntry, write_audit
from storage.database import Database
from storage.duty.plan_write import station_codes, write_plan
from storage.place_book import PlaceBook
from storage.roster_read import present_roster
from storage.roster_write import hold_roster
from storage.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from storage.workbook.reader import Contents  # openpyxl comes with it

BY_COMMAND = "linli duty import"


def import_duty(
    database: Database, config: SubdistrictConfig, contents: "Contents", now: datetime, actor: str = BY_COMMAND
) -> tuple[list[Problem], dict[str, int], int]:
    """Problems (then nothing was written), lines by sheet, and how many shifts of the coming weeks were new."""
    with database.write() as connection:
        hold_roster(connection)  # a line changed by hand meanwhile would be lost
        roster = present_roster(connection, config.zone, now)
        plan, problems = check(contents.rows, roster, station_codes(connection))
        problems = [*contents.problems, *problems]
        if problems:
            return problems, {}, 0
        counts = write_plan(connection, plan, now)
        write_audit(connection, actor, [AuditEntry("duty.import", "stations", str(counts))], now)
        ctx = Context(UnitOfWork(connection), config, now, PlaceBook())
        new = plan_ahead(ctx, now)
        ctx.uow.finish()
    return [], counts, new
