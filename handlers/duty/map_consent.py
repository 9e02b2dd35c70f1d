"""Who lets the office's map show where they checked in last: said by themselves, taken back at any time."""

from handlers.catalogue import executes
from handlers.context import Context
from handlers.duty.commands.presence import HideFromMap, ShowOnMap
from handlers.duty.members import member
from handlers.duty.outcomes.presence import ShownOnMap
from storage.audit import AuditEntry, note_for
from storage.duty.map_consents import agree, take_back


@executes(ShowOnMap)
def show_on_map(_command: ShowOnMap, ctx: Context) -> ShownOnMap:
    """Said twice it is so all the same."""
    who = member(ctx)
    agree(ctx.uow, who.person_id, ctx.now)
    note_for(ctx.uow, ctx.account_id, AuditEntry("map.show", "map", "on"), ctx.now)
    return ShownOnMap(True)


@executes(HideFromMap)
def hide_from_map(_command: HideFromMap, ctx: Context) -> ShownOnMap:
    """Whatever was said before."""
    who = member(ctx)
    take_back(ctx.uow, who.person_id)
    note_for(ctx.uow, ctx.account_id, AuditEntry("map.show", "map", "off"), ctx.now)
    return ShownOnMap(False)
