"""Keys of other systems, given and taken away by an administrator. No commands, as with screens: a key may stand nowhere."""

from collections.abc import Collection

from governance.api_scopes import Scope
from handlers.context import Context
from handlers.intake.taking_in import OPEN311, system_account
from handlers.office.staff import Staff
from storage.audit import AuditEntry, note_by
from storage.console.api_keys import add_key, end_key, key_numbered


def give_api_key(ctx: Context, staff: Staff, name: str, key: str, scopes: Collection[Scope], a_minute: int) -> bool:
    """A system of this name has this key from now on; False where one of this name had one."""
    account = system_account(ctx, OPEN311, name)
    if not add_key(ctx.uow, name, key, account.id, ctx.now, scopes, a_minute):
        return False
    detail = f"{' '.join(sorted(scopes))} {a_minute}"
    note_by(ctx.uow, staff.actor, AuditEntry("api_key.make", f"api_key:{name}"[:80], detail), ctx.now)
    return True


def take_api_key(ctx: Context, staff: Staff, key_id: int) -> bool:
    """The key is good no more; False where there is none."""
    name = key_numbered(ctx.uow, key_id)
    if name is None or not end_key(ctx.uow, name, ctx.now):
        return False
    note_by(ctx.uow, staff.actor, AuditEntry("api_key.end", f"api_key:{name}"[:80]), ctx.now)
    return True
