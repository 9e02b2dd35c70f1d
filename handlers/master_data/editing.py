"""Changes one entry of the roster as its workbook would: the same check, the same writing, the same audit, one entry at a time."""

from typing import Any

from governance.permissions import Act
from governance.roles import Role
from governance.roster.changes import Change, Changes, changes_between
from governance.roster.entries import Entry, PersonEntry, PlaceEntry, PostEntry, Roster
from governance.roster.giving import Bar, barred, keepers_of
from governance.roster.holding import needed_by
from governance.roster.lines import cells_of, line_of
from governance.roster.one_change import called, differences, key_of, sheet_named, with_codes, with_entry
from governance.roster.sheets import Sheet
from governance.texts import ROLE, SHEET
from handlers.catalogue import executes
from handlers.context import Context
from handlers.master_data.barring import BAR
from handlers.master_data.commands import (
    SHEETS,
    EndPost,
    KeepGrid,
    KeepPerson,
    KeepPlace,
    KeepPost,
    RemovePerson,
    RetireGrid,
    RetirePlace,
)
from handlers.master_data.finding import Cells, cells_typed, running, said_before
from handlers.master_data.leaving import hangs_on
from handlers.master_data.outcomes import (
    EntryAsItWas,
    EntryChanged,
    EntryChangedMeanwhile,
    EntryHow,
    EntryStillNeeded,
    EntryWouldChange,
    NoSuchEntry,
)
from handlers.master_data.telling import code_of_sender, tell_of_posts
from handlers.outcomes import Refuse
from handlers.posts import not_allowed, require, sender_terms
from handlers.roster import deeds_of
from storage.audit import note_for
from storage.roster_read import present_roster
from storage.roster_use import is_station, open_at, open_with
from storage.roster_write import lock_roster, write_changes
from storage.tags import want_tags
from understanding.building_name import canonical

Keep = KeepPerson | KeepPost | KeepPlace | KeepGrid
Remove = RemovePerson | EndPost | RetirePlace | RetireGrid
TAKEN = "编号“{code}”已经有了：{who}。请换一个编号，或到那一条去改"
STATION = "{kind}（先在值班表里撤下）"


def keep(
    command: Keep, ctx: Context
) -> EntryWouldChange | EntryChanged | EntryHow | EntryAsItWas | EntryChangedMeanwhile:
    """A new entry, or other words for one that is there."""
    sheet, cells, present = _begun(command, ctx)
    key, was = key_of(sheet.key, cells), said_before(command.was)
    before = running(present, sheet.key, ctx.today).get(key)
    shown = {} if before is None else cells_of(line_of(before))
    if was and shown != was:
        return EntryChangedMeanwhile(called(sheet.key, was), differences(sheet, was, shown) if shown else ())
    if shown and not was:
        return EntryHow(((sheet.columns[0].heading, TAKEN.format(code=key, who=called(sheet.key, shown))),))
    wanted = with_entry(present, sheet.key, cells, key, ctx.today, canonical)
    if wanted.problems:
        return EntryHow(tuple((sheet.heading(field) if field else "", text) for field, text in wanted.problems))
    changes = changes_between(present, wanted.roster, ctx.today)
    own = _own(changes, sheet.key)
    _refuse_if_barred(ctx, present, changes)
    if own is None or own.after is None:
        return EntryAsItWas(called(sheet.key, shown))
    after = cells_of(line_of(own.after))
    found = differences(sheet, shown, after)
    if not command.agreed:
        return EntryWouldChange(called(sheet.key, after), own.action, found)
    _write(ctx, changes, wanted.roster)
    return EntryChanged(called(sheet.key, after), own.action, found)


def remove(
    command: Remove, ctx: Context
) -> EntryWouldChange | EntryChanged | EntryStillNeeded | EntryChangedMeanwhile | NoSuchEntry | EntryHow:
    """Taken out of use, unless something still hangs on it."""
    sheet, cells, present = _begun(command, ctx)
    key, was = key_of(sheet.key, cells), said_before(command.was)
    before = running(present, sheet.key, ctx.today).get(key)
    if before is None:
        return NoSuchEntry()
    shown = cells_of(line_of(before))
    if was and shown != was:
        return EntryChangedMeanwhile(called(sheet.key, was), differences(sheet, was, shown))
    _refuse_if_needed(ctx, present, before, shown)
    wanted = with_entry(present, sheet.key, None, key, ctx.today, canonical)
    if wanted.problems:
        return EntryHow(wanted.problems)
    changes = changes_between(present, wanted.roster, ctx.today)
    own, title = _own(changes, sheet.key), called(sheet.key, shown)
    _refuse_if_barred(ctx, present, changes)
    if own is None:
        return NoSuchEntry()
    if not command.agreed:
        return EntryWouldChange(title, own.action, differences(sheet, shown, {}), *_hanging_on(ctx, before))
    _write(ctx, changes, wanted.roster)
    return EntryChanged(title, own.action, ())


executes(KeepPerson)(keep)
executes(KeepPost)(keep)
executes(KeepPlace)(keep)
executes(KeepGrid)(keep)
executes(RemovePerson)(remove)
executes(EndPost)(remove)
executes(RetirePlace)(remove)
executes(RetireGrid)(remove)


def _begun(command: Keep | Remove, ctx: Context) -> tuple[Sheet, Cells, Roster]:
    """After the right was asked for: the sheet, the cells as they were typed, and the roster, which nobody else changes now."""
    require(ctx, Act.MANAGE)
    sheet = sheet_named(SHEETS[type(command)])
    cells = cells_typed(command)
    if cells.get("role") == ROLE[Role.ADMINISTRATOR] and not _administers(ctx):
        raise Refuse(not_allowed(ctx, Act.ADMINISTER))
    if command.agreed:
        lock_roster(ctx.uow.connection)
    present = present_roster(ctx.uow.connection, ctx.config.zone, ctx.now)
    if sheet.key == "people" and cells.get("code") in keepers_of(present, ctx.today) and not _administers(ctx):
        raise Refuse(EntryHow((("", BAR[Bar.ADMINISTRATOR]),)))
    return sheet, with_codes(present, cells) if sheet.key == "posts" else cells, present


def _administers(ctx: Context) -> bool:
    return Role.ADMINISTRATOR in {term.role for term in sender_terms(ctx)}


def _refuse_if_barred(ctx: Context, present: Roster, changes: Changes) -> None:
    found = barred(present, changes, code_of_sender(ctx), ctx.today)
    if found:
        raise Refuse(EntryHow(tuple(("", BAR[each.bar]) for each in found)))


def _refuse_if_needed(ctx: Context, present: Roster, before: Entry, shown: Cells) -> None:
    hanging = [_hanging(each) for each in needed_by(present, before, ctx.today)]
    tickets: tuple[str, ...] = ()
    if isinstance(before, PlaceEntry):
        tickets = open_at(ctx.uow, before.code)
        hanging += [STATION.format(kind="站点")] if is_station(ctx.uow, before.code) else []
    if hanging or tickets:
        kind = "places" if isinstance(before, PlaceEntry) else "people" if isinstance(before, PersonEntry) else "grids"
        raise Refuse(EntryStillNeeded(called(kind, shown), tuple(hanging), tickets))


def _hanging_on(ctx: Context, before: Entry) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Open tickets of who leaves, and what else hangs on them, or on whose post ends."""
    if isinstance(before, PersonEntry):
        return open_with(ctx.uow, before.code), hangs_on(ctx, before.code, leaves=True)
    return (), hangs_on(ctx, before.person, leaves=False) if isinstance(before, PostEntry) else ()


def _hanging(entry: Entry) -> str:
    sheet = {"PlaceEntry": "places", "GridEntry": "grids", "PersonEntry": "people", "PostEntry": "posts"}[
        type(entry).__name__
    ]
    return f"{SHEET[sheet]} {called(sheet, cells_of(line_of(entry)))}"


def _own(changes: Changes, sheet: str) -> Change[Any] | None:
    found = changes.by_sheet()[sheet]
    return found[0] if found else None


def _write(ctx: Context, changes: Changes, wanted: Roster) -> None:
    """The same as an import of a workbook in which only this differs."""
    connection = ctx.uow.connection
    write_changes(connection, changes, wanted, ctx.config.zone, ctx.now)
    for deed in deeds_of(changes, each=True):
        note_for(ctx.uow, ctx.account_id, deed, ctx.now)
    tell_of_posts(ctx, changes, code_of_sender(ctx))
    want_tags(connection, ctx.now)
