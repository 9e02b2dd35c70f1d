"""What leaves the office as a file: of which places, and the trace that each file leaves."""

import json
from collections.abc import Mapping

from handlers.context import Context
from handlers.office.staff import Staff
from storage.audit import AuditEntry, note_by


def note_export(
    ctx: Context, staff: Staff, name: str, rows: int, filters: Mapping[str, str | None], address: str
) -> None:
    """Who took which file: what they asked for, how many rows it has, and from which address; never what is in it."""
    asked = {key: value for key, value in filters.items() if value}
    detail = json.dumps({"filter": asked, "rows": rows, "address": address}, ensure_ascii=False, sort_keys=True)
    note_by(ctx.uow, staff.actor, AuditEntry("export", f"file:{name}"[:80], detail), ctx.now)
