"""Who waits for a place moves up when one becomes free."""

from governance.duty.admission import Refused
from governance.notices import NoticeKind
from handlers.context import Context
from handlers.duty.placing import Via, hold, put
from handlers.duty.texts import notices as told
from handlers.duty.texts.words import said_of, what
from handlers.notices import tell
from storage.duty.shifts import ShiftRow, filled
from storage.duty.sign_ups import on_shift
from storage.serving import followed_accounts


def move_up(ctx: Context, row: ShiftRow, *, tell_lead: bool = True) -> None:
    """Fills free places of a locked shift from its stand-by list; who does not fit any more keeps waiting."""
    missing = row.shift.capacity - filled(ctx.uow, [row.id])[row.id].taken
    waiting = on_shift(ctx.uow, row.id, "standby") if missing > 0 else []
    hold(ctx, [row.id], [each.person_id for each in waiting])
    for each in waiting:
        if missing <= 0:
            break
        if isinstance(put(ctx, row.id, each.person_id, Via.STANDBY), Refused):
            continue
        text = said_of(told.MOVED_UP, row).format(n=row.id, what=what(ctx, row))
        accounts = followed_accounts(ctx.uow, [each.person_id])
        tell(
            ctx,
            accounts,
            f"up:{each.id}",
            NoticeKind.DUTY,
            text,
            taps=(said_of(told.TAP_CANCEL, row).format(n=row.id),),
        )
        missing -= 1
    if tell_lead and missing > 0 and row.lead_id is not None:
        text = said_of(told.LEAD_FREE, row).format(n=row.id, what=what(ctx, row), missing=missing)
        key = f"free:{row.id}:{missing}:{int(ctx.now.timestamp())}"
        tell(ctx, followed_accounts(ctx.uow, [row.lead_id]), key, NoticeKind.DUTY, text, again=True)
