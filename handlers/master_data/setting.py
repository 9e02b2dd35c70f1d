"""Sets figures, categories and templates: checked as in the rules file, shown before, written as a change that is never changed."""

from datetime import timedelta
from typing import Any

from governance.own_settings import SHEETS, Kind, cells_of_value, name_of, read_cells, written
from governance.permissions import Act
from governance.roster.changes import Action
from governance.roster.one_change import Difference, differences, in_one_line
from governance.rule_limits import LIMITS
from governance.rule_meanings import RULE_MEANING
from handlers.catalogue import executes
from handlers.context import Context
from handlers.master_data.finding import Cells, cells_typed, said_before
from handlers.master_data.outcomes import (
    CAUGHT_DAYS,
    EntryAsItWas,
    EntryChanged,
    EntryChangedMeanwhile,
    EntryHow,
    EntryStillNeeded,
    EntryWouldChange,
    NoSuchEntry,
)
from handlers.master_data.setting_commands import (
    KINDS,
    DropCategory,
    DropTemplate,
    KeepCategory,
    KeepTemplate,
    SetRule,
)
from handlers.master_data.setting_values import as_read, present
from handlers.posts import require
from storage.audit import AuditEntry, note_for
from storage.own_settings import add_change, changes_of
from storage.roster_use import open_in_category, saying_since

Keep = SetRule | KeepCategory | KeepTemplate
Drop = DropCategory | DropTemplate
SHORTEST_WORD = 2
TOO_SHORT = "“{words}”只有一个字，太容易碰上别的话。每个说法至少两个字"
TAKEN = "已经有了：{who}。请到那一条去改"


def keep_setting(
    command: Keep, ctx: Context
) -> EntryWouldChange | EntryChanged | EntryHow | EntryAsItWas | EntryChangedMeanwhile | NoSuchEntry:
    """Another value, checked and compared with the one in force."""
    kind, name, cells = _begun(command, ctx)
    base = as_read(ctx.config, kind, name)
    own = present(ctx, kind).get(name)
    shown, was = cells_of_value(kind, name, base if own is None else own), said_before(command.was)
    if kind is Kind.RULES and name not in LIMITS:
        return NoSuchEntry()
    title = titled(kind, cells)
    if was and shown != was:
        return EntryChangedMeanwhile(title, differences(SHEETS[kind], was, shown) if shown else ())
    if shown and not was:
        return EntryHow(((SHEETS[kind].columns[0].heading, TAKEN.format(who=titled(kind, shown))),))
    value, problems = (
        (None, []) if isinstance(command, SetRule) and not command.value.strip() else read_cells(kind, cells)
    )
    if problems:
        return EntryHow(tuple((SHEETS[kind].heading(field), text) for field, text in problems))
    fresh = _fresh_words(kind, value, base if own is None else own)
    short = [word for word in fresh if len(word) < SHORTEST_WORD]
    if short:
        return EntryHow(((SHEETS[kind].heading("words"), TOO_SHORT.format(words="、".join(short))),))
    value = None if value == base else value
    after = cells_of_value(kind, name, base if value is None else value)
    found = differences(SHEETS[kind], shown, after)
    if not found:
        return EntryAsItWas(title)
    action = Action.CHANGE if shown else Action.ADD
    if not command.agreed:
        caught = saying_since(ctx.uow, fresh, ctx.now - timedelta(days=CAUGHT_DAYS)) if fresh else None
        return EntryWouldChange(title, action, found, caught=caught)
    if not _write(ctx, kind, name, value, found):
        return _too_late(ctx, kind, name, title, shown)
    return EntryChanged(title, action, found)


def drop_setting(
    command: Drop, ctx: Context
) -> EntryWouldChange | EntryChanged | EntryChangedMeanwhile | EntryStillNeeded | NoSuchEntry:
    """As if nothing had been set."""
    kind, name, _ = _begun(command, ctx)
    own, base = present(ctx, kind).get(name), as_read(ctx.config, kind, name)
    if own is None:
        return NoSuchEntry()
    shown, was = cells_of_value(kind, name, own), said_before(command.was)
    title = titled(kind, shown)
    if was and shown != was:
        return EntryChangedMeanwhile(title, differences(SHEETS[kind], was, shown))
    tickets = open_in_category(ctx.uow, name) if kind is Kind.CATEGORIES and base is None else ()
    if tickets:
        return EntryStillNeeded(title, (), tickets)
    found = differences(SHEETS[kind], shown, cells_of_value(kind, name, base))
    action = Action.REMOVE if base is None else Action.CHANGE
    if not command.agreed:
        return EntryWouldChange(title, action, found)
    if not _write(ctx, kind, name, None, found):
        return _too_late(ctx, kind, name, title, shown)
    return EntryChanged(title, action, found)


executes(SetRule)(keep_setting)
executes(KeepCategory)(keep_setting)
executes(KeepTemplate)(keep_setting)
executes(DropCategory)(drop_setting)
executes(DropTemplate)(drop_setting)


def titled(kind: Kind, cells: Cells) -> str:
    """How it is called in a sentence: a rule by its meaning."""
    if kind is Kind.RULES:
        return f"“{RULE_MEANING.get(cells.get('name', ''), cells.get('name', ''))}”"
    if kind is Kind.CATEGORIES:
        return f"类别“{cells.get('name') or cells.get('code', '')}”"
    return f"“{cells.get('group', '')}”的通知模板"


def _fresh_words(kind: Kind, value: Any, before: Any) -> list[str]:
    """What people say of a category that was not said of it until now."""
    if kind is not Kind.CATEGORIES or value is None:
        return []
    known = () if before is None else before["words"]
    return [word for word in value["words"] if word not in known]


def _begun(command: Keep | Drop, ctx: Context) -> tuple[Kind, str, Cells]:
    require(ctx, Act.ADMINISTER)
    kind = KINDS[type(command)]
    cells = cells_typed(command)
    return kind, name_of(kind, cells)[:40], cells


def _write(ctx: Context, kind: Kind, name: str, value: Any, found: tuple[Difference, ...]) -> bool:
    newest = changes_of(ctx.uow, kind, name, 1)
    turn = newest[0].turn + 1 if newest else 1
    stored = None if value is None else written(value)
    if not add_change(ctx.uow, kind, name, turn, stored, ctx.person_id, ctx.now):
        return False
    note_for(ctx.uow, ctx.account_id, AuditEntry("setting.change", f"{kind}:{name}"[:80], in_one_line(found)), ctx.now)
    return True


def _too_late(ctx: Context, kind: Kind, name: str, title: str, shown: Cells) -> EntryChangedMeanwhile:
    """Somebody else was a moment earlier."""
    own, base = present(ctx, kind).get(name), as_read(ctx.config, kind, name)
    now = cells_of_value(kind, name, base if own is None else own)
    return EntryChangedMeanwhile(title, differences(SHEETS[kind], shown, now))
