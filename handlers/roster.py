"""Importing a roster workbook: checked as a whole, compared with what is there, written in one transaction or not at all."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from governance.clock import local_day
from governance.places import PlaceKind
from governance.roles import Role
from governance.roster.changes import Action, Change, Changes, changes_between, takes_much_away
from governance.roster.check import check
from governance.roster.entries import PersonEntry, PostEntry, Roster, coverage
from governance.roster.giving import barred
from governance.roster.lines import lines_of
from governance.roster.sheets import Problem, Row
from handlers.master_data.barring import BAR
from storage.audit import AuditEntry, write_audit
from storage.database import Database
from storage.roster_read import present_roster
from storage.roster_write import lock_roster, write_changes
from storage.tags import want_tags
from understanding.building_name import canonical
from understanding.masking import masked_phone

if TYPE_CHECKING:
    from storage.workbook.reader import Contents  # openpyxl comes with it

BY_COMMAND = "linli import roster"


@dataclass(frozen=True)
class Plan:
    """What an import would do. With problems, or `much_removed` unless that was agreed to, nothing may be done."""

    changes: Changes
    problems: list[Problem]
    much_removed: list[str]
    """Keys of the sheets of which it would take away more than a fifth."""
    uncovered: list[str]
    """Codes of buildings that no comprehensive grid covers: their reports find no grid worker."""
    wanted: Roster


def plan_import(
    connection: Connection, contents: "Contents", zone: ZoneInfo, now: datetime, giver: str | None = None
) -> Plan:
    """Compares a workbook with what is there. `giver`: the code of who imports it at the office, and may not write all of it."""
    present = present_roster(connection, zone, now)
    wanted, problems = check(_as_they_were(contents.rows, present), present, canonical)
    problems = [*contents.problems, *problems]
    if problems:
        return Plan(Changes((), (), (), ()), problems, [], [], present)
    today = local_day(now, zone)
    changes = changes_between(present, wanted, today)
    if giver is not None:
        kept_from = barred(present, changes, giver, today)
        if kept_from:
            found = [Problem(each.sheet, 0, "", f"{each.person}：{BAR[each.bar]}") for each in kept_from]
            return Plan(Changes((), (), (), ()), found, [], [], present)
    return Plan(changes, [], takes_much_away(changes, present), _uncovered(wanted), wanted)


def dry_run(database: Database, contents: "Contents", zone: ZoneInfo, now: datetime, giver: str | None = None) -> Plan:
    """What an import would do; nothing is written."""
    with database.read() as connection:
        return plan_import(connection, contents, zone, now, giver)


def import_roster(
    database: Database, contents: "Contents", zone: ZoneInfo, now: datetime, *, removals_agreed: bool,
    progress: Callable[[int], None] = lambda _count: None, actor: str = BY_COMMAND, giver: str | None = None,
) -> Plan:  # fmt: skip
    """Imports a workbook; answers what was done, or the plan with the reason why nothing was."""
    with database.write() as connection:
        plan = plan_import(connection, contents, zone, now, giver)
        if plan.problems or (plan.much_removed and not removals_agreed) or not plan.changes:
            return plan
        lock_roster(connection)
        write_changes(connection, plan.changes, plan.wanted, zone, now, progress)
        write_audit(connection, actor, deeds_of(plan.changes), now)
        want_tags(connection, now)
    return plan


def roster_lines(
    database: Database, zone: ZoneInfo, now: datetime, actor: str, *, administers: bool = True
) -> dict[str, list[dict[str, Any]]]:
    """The present roster as the lines of its workbook, names and numbers in full, which the audit notes; the numbers of
    administrators are masked for who is none (`administers`), and stay as they are when the workbook comes back.
    """
    with database.write() as connection:
        roster = present_roster(connection, zone, now)
        write_audit(connection, actor, [AuditEntry("roster.read", "roster", str(len(roster.people)))], now)
    lines = lines_of(roster, local_day(now, zone))
    kept = set() if administers else {post.person for post in roster.posts.values() if post.role is Role.ADMINISTRATOR}
    for line in lines["people"]:
        if line["code"] in kept and line["phone"]:
            line["phone"] = masked_phone(line["phone"])
    return lines


def _as_they_were(rows: Mapping[str, Sequence[Row]], present: Roster) -> dict[str, Sequence[Row]]:
    """The rows of a workbook; a number that is masked as the present one would be is the present one."""
    people = [_unmasked(row, present.people.get(row.cells.get("code", ""))) for row in rows.get("people", ())]
    return {**rows, "people": people} if "people" in rows else dict(rows)


def _unmasked(row: Row, known: PersonEntry | None) -> Row:
    said = row.cells.get("phone", "")
    if known is None or known.phone is None or "*" not in said or said != masked_phone(known.phone):
        return row
    return Row(row.number, {**row.cells, "phone": known.phone})


def _uncovered(roster: Roster) -> list[str]:
    covered = {place for _, place in coverage(roster)}
    return [code for code, place in roster.places.items() if place.kind is PlaceKind.BUILDING and code not in covered]


def deeds_of(changes: Changes, *, each: bool = False) -> Iterator[AuditEntry]:
    """What the audit keeps of the changes. `each`: places and grids one by one, with what differs, not only how many."""
    for person in changes.people:
        yield AuditEntry(f"person.{person.action}", f"person:{_code(person)}", "、".join(person.changed_fields))
    for post in changes.posts:
        entry = post.after or post.before
        assert entry is not None
        yield AuditEntry(f"post.{post.action}", f"person:{entry.person}", _post_detail(post, entry))
    for sheet, found in (("place", changes.places), ("grid", changes.grids)):
        if each:
            yield from (_of_one(sheet, change) for change in found)
            continue
        for action in Action:
            count = sum(change.action is action for change in found)
            if count:
                yield AuditEntry(f"{sheet}.{action}", "roster", str(count))


def _of_one(sheet: str, change: Change[Any]) -> AuditEntry:
    detail = "；".join(
        f"{name} {getattr(change.before, name)} → {getattr(change.after, name)}" for name in change.changed_fields
    )
    entry = change.after or change.before
    assert entry is not None
    return AuditEntry(f"{sheet}.{change.action}", f"{sheet}:{entry.code}"[:80], detail)


def _code(change: Change[PersonEntry]) -> str:
    entry = change.after or change.before
    assert entry is not None
    return entry.code


def _post_detail(change: Change[PostEntry], entry: PostEntry) -> str:
    where = entry.grid or entry.place or ""
    line = f"/{entry.line}" if entry.line else ""
    return f"{entry.role}{line}@{where} {entry.since or ''}..{entry.until or ''}"
