"""What was mediated and repaired at the stations that somebody runs."""

from governance.permissions import Act
from handlers.context import Context
from handlers.office.staff import Staff, places_of
from storage.audit import AuditEntry, note_by
from storage.duty.records import FullRecord, records_at


def records_for(ctx: Context, staff: Staff) -> list[FullRecord]:
    """The newest records, parties and matter in full; each look leaves a trace."""
    found = records_at(ctx.uow, places_of(ctx, staff, Act.RUN_DUTY))
    if found:
        deed = AuditEntry("records.read", f"records:{found[-1].id}-{found[0].id}")
        note_by(ctx.uow, staff.actor, deed, ctx.now)
    return found
