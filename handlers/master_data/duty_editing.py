"""Changes one line of the duty plan as its workbook would, and writes the shifts that it brings."""

from governance.duty.plan_lines import KEY, lines_of_plan, with_line
from governance.duty.plan_sheets import SHEETS, DutyPlan
from governance.permissions import Act
from governance.roster.changes import Action
from governance.roster.entries import Roster
from governance.roster.one_change import Difference, code_named, differences, in_one_line
from governance.roster.sheets import Sheet
from governance.texts import DUTY_SHEET
from handlers.catalogue import executes
from handlers.context import Context
from handlers.duty.plan_ahead import plan_ahead
from handlers.master_data.duty_commands import DUTY, KeepPattern, KeepStation, RetirePattern, RetireStation
from handlers.master_data.finding import Cells, cells_typed, said_before
from handlers.master_data.outcomes import (
    EntryAsItWas,
    EntryChanged,
    EntryChangedMeanwhile,
    EntryHow,
    EntryStillNeeded,
    EntryWouldChange,
    NoSuchEntry,
)
from handlers.posts import require
from storage.audit import AuditEntry, note_for
from storage.duty.plan_read import people_expected, present_plan
from storage.duty.plan_write import write_plan
from storage.roster_read import present_roster
from storage.roster_write import hold_roster

Keep = KeepStation | KeepPattern
Retire = RetireStation | RetirePattern
TAKEN = "“{key}”已经有了，请到那一条去改"
EXPECTED, EXPECTED_STAY = "已报名的人次", "{count} 人次，照旧值完"


def keep_line(
    command: Keep, ctx: Context
) -> EntryWouldChange | EntryChanged | EntryHow | EntryAsItWas | EntryChangedMeanwhile:
    """A new line, or another one in its place."""
    sheet, key, cells, present, roster = _begun(command, ctx)
    shown, was = lines_of_plan(present)[sheet.key].get(key, {}), said_before(command.was)
    if was and shown != was:
        return EntryChangedMeanwhile(_titled(sheet, was), differences(sheet, was, shown) if shown else ())
    if shown and not was:
        return EntryHow(((sheet.columns[0].heading, TAKEN.format(key=key)),))
    plan, problems = with_line(present, roster, sheet.key, cells, key)
    if problems:
        return EntryHow(tuple((sheet.heading(field) if field else "", text) for field, text in problems))
    after = lines_of_plan(plan)[sheet.key].get(key, {})
    found, action = differences(sheet, shown, after), Action.CHANGE if shown else Action.ADD
    if not found:
        return EntryAsItWas(_titled(sheet, shown))
    if not command.agreed:
        return EntryWouldChange(_titled(sheet, after), action, found + _staying(ctx, sheet, key))
    _write(ctx, sheet, key, action, found, plan)
    return EntryChanged(_titled(sheet, after), action, found)


def retire_line(
    command: Retire, ctx: Context
) -> EntryWouldChange | EntryChanged | EntryStillNeeded | EntryChangedMeanwhile | NoSuchEntry:
    """Taken out of the plan, unless something still hangs on it."""
    sheet, key, _, present, roster = _begun(command, ctx)
    lines = lines_of_plan(present)
    shown, was = lines[sheet.key].get(key, {}), said_before(command.was)
    if not shown:
        return NoSuchEntry()
    title = _titled(sheet, shown)
    if was and shown != was:
        return EntryChangedMeanwhile(title, differences(sheet, was, shown))
    hanging = [name for name, each in lines["patterns"].items() if sheet.key == "stations" and each["station"] == key]
    if hanging:
        return EntryStillNeeded(title, tuple(f"{DUTY_SHEET['patterns']} {name}" for name in hanging))
    plan, _ = with_line(present, roster, sheet.key, None, key)
    found = differences(sheet, shown, {})
    if not command.agreed:
        return EntryWouldChange(title, Action.REMOVE, found + _staying(ctx, sheet, key))
    _write(ctx, sheet, key, Action.REMOVE, found, plan)
    return EntryChanged(title, Action.REMOVE, ())


executes(KeepStation)(keep_line)
executes(KeepPattern)(keep_line)
executes(RetireStation)(retire_line)
executes(RetirePattern)(retire_line)


def _begun(command: Keep | Retire, ctx: Context) -> tuple[Sheet, str, Cells, DutyPlan, Roster]:
    """After the right was asked for: the sheet, the line's key, the cells as they were typed, the plan and the roster."""
    require(ctx, Act.MANAGE)
    sheet = next(each for each in SHEETS if each.key == DUTY[type(command)])
    if command.agreed:
        hold_roster(ctx.uow.connection)
    cells, roster = cells_typed(command), present_roster(ctx.uow.connection, ctx.config.zone, ctx.now)
    if sheet.key == "stations" and "place" in cells:
        cells["place"] = code_named(roster.places, cells["place"])
    return sheet, cells.get(KEY[sheet.key], ""), cells, present_plan(ctx.uow.connection), roster


def _titled(sheet: Sheet, cells: Cells) -> str:
    return f"{sheet.title} {cells.get(KEY[sheet.key], '')}"


def _staying(ctx: Context, sheet: Sheet, key: str) -> tuple[Difference, ...]:
    """Those who stand on coming shifts keep them."""
    count = people_expected(ctx.uow, key, ctx.now) if sheet.key == "patterns" else 0
    return (Difference(EXPECTED, str(count), EXPECTED_STAY.format(count=count)),) if count else ()


def _write(ctx: Context, sheet: Sheet, key: str, action: Action, found: tuple[Difference, ...], plan: DutyPlan) -> None:
    write_plan(ctx.uow.connection, plan, ctx.now)
    note_for(
        ctx.uow, ctx.account_id, AuditEntry(f"duty.{action}", f"{sheet.key}:{key}"[:80], in_one_line(found)), ctx.now
    )
    plan_ahead(ctx, ctx.now)
