"""Keys of wall screens: given and taken away by an administrator, tried by a screen.

No commands: a new key is shown once and may stand nowhere, and what a command answers is kept; the others concern a screen alone.
"""

from handlers.context import Context
from handlers.office.staff import Staff
from storage.audit import AuditEntry, note_by
from storage.console.wall_keys import add_wall_key, end_wall_key, note_wall_seen

SCREEN = "console wall"


def give_key(ctx: Context, staff: Staff, name: str, key: str) -> None:
    """A screen with this name has this key from now on."""
    made = add_wall_key(ctx.uow, name, key, staff.person_id, ctx.now)
    note_by(ctx.uow, staff.actor, AuditEntry("wall_key.make", f"wall_key:{made}"), ctx.now)


def take_key(ctx: Context, staff: Staff, key_id: int) -> bool:
    """The key is good no more; False where there is none."""
    ended = end_wall_key(ctx.uow, key_id, ctx.now)
    if ended:
        note_by(ctx.uow, staff.actor, AuditEntry("wall_key.end", f"wall_key:{key_id}"), ctx.now)
    return ended


def note_unknown(ctx: Context, visitor: str) -> None:
    """Somebody tried a key that is none."""
    failed = AuditEntry("console.wall_key_failed", "wall_key:unknown", f"from {visitor}")
    note_by(ctx.uow, SCREEN, failed, ctx.now)


def shown(ctx: Context, key_id: int) -> None:
    """The screen shows the wall."""
    note_wall_seen(ctx.uow, key_id, ctx.now)
