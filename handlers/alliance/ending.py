"""A unit that leaves, or a branch that is gone: its pairings end with their agreements, and both sides hear of it once."""

from collections.abc import Collection

from governance.notices import NoticeKind
from governance.permissions import Act
from handlers.alliance import words
from handlers.alliance.commands import LeaveAlliance
from handlers.alliance.finding import everybody, sides_of
from handlers.alliance.outcomes import NoSuchUnit, UnitGone
from handlers.catalogue import executes
from handlers.context import Context
from handlers.notices import tell
from handlers.posts import require
from handlers.refusals import NotAllowed
from storage.alliance import end_pairing, pairing_by_id, stranded
from storage.audit import AuditEntry, note
from storage.organisations import contacts_of, let_unit_leave, organisations_named
from storage.serving import followed_accounts


@executes(LeaveAlliance)
def leave(command: LeaveAlliance, ctx: Context) -> UnitGone | NoSuchUnit | NotAllowed:
    """Said twice it is done once."""
    require(ctx, Act.MANAGE)
    found = organisations_named(ctx.uow, command.unit.strip())
    if len(found) != 1:
        return NoSuchUnit(command.unit)
    unit = found[0]
    why = words.UNIT_LEFT.format(name=unit.name) + (words.BECAUSE.format(why=command.why) if command.why else "")
    contacts = contacts_of(ctx.uow, [unit.id], ctx.now)  # asked before they are none any more
    gone = let_unit_leave(ctx.uow, unit.id, ctx.now)
    if gone is None:
        return NoSuchUnit(command.unit)
    ended = end_pairings(ctx, stranded(ctx.uow, gone), why, contacts)
    note(ctx.uow, ctx.sender.id, AuditEntry("alliance.leave", f"unit:{unit.code}", str(ended)), ctx.now)
    return UnitGone(unit.name, len(gone), ended)


def end_pairings(ctx: Context, pairings: Collection[int], why: str, also: Collection[int] = ()) -> int:
    """Ends those that run, with their agreements and what of them is open; tells both sides. Answers how many it were."""
    count = 0
    for pairing_id in sorted(pairings):
        pairing = pairing_by_id(ctx.uow, pairing_id)
        if pairing is None or not end_pairing(ctx.uow, pairing_id, why[:120], ctx.now):
            continue
        (sides,) = sides_of(ctx, [pairing])
        accounts = followed_accounts(ctx.uow, sorted({*everybody(ctx, sides), *also}))
        key = f"pairing:{pairing_id}:ended:{int(ctx.now.timestamp())}"
        tell(ctx, accounts, key, NoticeKind.ALLIANCE, words.ended(sides, why), again=True)
        count += 1
    return count
