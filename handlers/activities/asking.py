"""When an activity is over: who was there is asked how it was, and who speaks for a unit how many came."""

from governance.notices import NoticeKind
from handlers.activities import words
from handlers.context import Context
from handlers.duty.texts.words import what
from handlers.notices import tell
from storage.activities import CAME, bookings_on
from storage.duty.shifts import ShiftRow
from storage.duty.sign_ups import on_shift
from storage.organisations import contact_accounts
from storage.serving import followed_accounts


def ask_how_it_was(ctx: Context, row: ShiftRow) -> None:
    """Each once; of a drive or a call-up nobody is asked."""
    if row.activity is None:
        return
    there = followed_accounts(ctx.uow, [place.person_id for place in on_shift(ctx.uow, row.id, *CAME)])
    asked = set(there)
    for booking in bookings_on(ctx.uow, [row.id]):
        contacts = contact_accounts(ctx.uow, [booking.organisation_id], ctx.now)
        if booking.came is None:
            text = words.of_booking(ctx, words.HOW_MANY_CAME, row, booking)
            tell(ctx, contacts, f"came:{booking.id}", NoticeKind.DUTY, text, again=True)
        elif booking.came:
            asked |= set(contacts)
    text = words.HOW_WAS_IT.format(n=row.id, what=what(ctx, row))
    tell(ctx, sorted(asked), f"felt:{row.id}", NoticeKind.CAMPAIGN, text, again=True, taps=words.taps(row))


def tell_units_it_is_off(ctx: Context, row: ShiftRow, why: str) -> int:
    """Who speaks for the units that hold places; answers how many units they are."""
    held = bookings_on(ctx.uow, [row.id])
    for booking in held:
        text = words.of_booking(ctx, words.CALLED_OFF, row, booking, why)
        contacts = contact_accounts(ctx.uow, [booking.organisation_id], ctx.now)
        tell(ctx, contacts, f"off:{booking.id}", NoticeKind.DUTY, text, again=True)
    return len(held)
