"""Importing an alliance workbook: checked as a whole, compared with what is there, written in one transaction or not at all."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from governance.alliance.changes import AllianceChanges, alliance_changes, codes_gone, takes_much
from governance.alliance.check import check
from governance.roster.sheets import Problem
from handlers.alliance import words
from handlers.alliance.ending import end_pairings
from handlers.context import Context, SubdistrictConfig
from storage.alliance import drop_of_ended, pairings_coded, stranded
from storage.alliance_book import former_branches, present_book, proved_milestones, write_book
from storage.audit import AuditEntry, write_audit
from storage.database import Database
from storage.organisations import branches_gone, contacts_of, organisations_coded
from storage.place_book import PlaceBook
from storage.roster_read import present_roster
from storage.roster_write import lock_roster
from storage.tags import want_tags
from storage.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from storage.workbook.reader import Contents  # openpyxl comes with it

BY_COMMAND = "linli import alliance"


@dataclass(frozen=True)
class AlliancePlan:
    """What an import would do. With problems, or `much_removed` unless that was agreed to, nothing may be done."""

    changes: AllianceChanges
    problems: list[Problem]
    much_removed: list[str]
    """Keys of the sheets of which it would take away more than a fifth."""


def plan_alliance(
    connection: Connection, config: SubdistrictConfig, contents: "Contents", now: datetime
) -> AlliancePlan:
    """Compares a workbook with what is there."""
    roster, present = present_roster(connection, config.zone, now), present_book(connection, config.zone, now)
    wanted, problems = check(contents.rows, roster, present, former_branches(connection))
    if contents.problems or problems:
        return AlliancePlan(AllianceChanges(), [*contents.problems, *problems], [])
    changes = alliance_changes(present, wanted, proved_milestones(connection))
    return AlliancePlan(changes, [], takes_much(changes, present))


def alliance_dry_run(
    database: Database, config: SubdistrictConfig, contents: "Contents", now: datetime
) -> AlliancePlan:
    """What an import would do; nothing is written."""
    with database.read() as connection:
        return plan_alliance(connection, config, contents, now)


def import_alliance(
    database: Database, config: SubdistrictConfig, contents: "Contents", now: datetime, *, removals_agreed: bool,
    actor: str = BY_COMMAND,
) -> AlliancePlan:  # fmt: skip
    """Imports a workbook; answers what was done, or the plan with the reason why nothing was."""
    with database.write() as connection:
        lock_roster(connection)
        plan = plan_alliance(connection, config, contents, now)
        if plan.problems or (plan.much_removed and not removals_agreed) or not plan.changes:
            return plan
        ctx = Context(UnitOfWork(connection), config, now, PlaceBook())
        units = organisations_coded(ctx.uow, codes_gone(plan.changes.units))
        contacts = contacts_of(ctx.uow, units, now)  # asked before they are none any more
        write_book(connection, plan.changes, config.zone, now)
        end_pairings(ctx, pairings_coded(ctx.uow, codes_gone(plan.changes.pairings)), words.NOT_IN_BOOK, contacts)
        end_pairings(ctx, stranded(ctx.uow, branches_gone(ctx.uow)), words.BRANCH_LEFT, contacts)
        drop_of_ended(ctx.uow, now)
        write_audit(connection, actor, _deeds(plan.changes), now)
        ctx.uow.finish()
        want_tags(connection, now)
    return plan


def _deeds(changes: AllianceChanges) -> Iterator[AuditEntry]:
    for contact in changes.contacts:
        entry = contact.after or contact.before
        assert entry is not None
        yield AuditEntry(f"contact.{contact.action}", f"person:{entry.person}", entry.unit)
    for sheet, found in changes.by_sheet().items():
        if sheet != "contacts":
            for action, count in sorted(Counter(change.action.value for change in found).items()):
                yield AuditEntry(f"alliance.{sheet}.{action}", "alliance", str(count))
