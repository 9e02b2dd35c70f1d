"""What the clock does with activities: who speaks for a unit hears the day before of the places that it holds."""

from datetime import timedelta

from governance.notices import NoticeKind
from handlers.activities import words
from handlers.context import Context
from handlers.duty.moving_up import move_up
from handlers.jobs import Job, JobTools, Lane, in_transaction
from handlers.notices import tell
from handlers.texts import jobs as labels
from storage.activities import booking_to_tell, bookings_of_gone, bookings_to_tell, change_booking, note_told
from storage.duty.shifts import shift_by_id
from storage.organisations import contact_accounts
from storage.serving import followed_accounts

REMIND_HOUR = 9
"""Places are given back up to that evening, so it is said while there is time for it."""


def _tomorrow(ctx: Context) -> list[str]:
    """The places of tomorrow of which nothing has been said yet."""
    if ctx.now.astimezone(ctx.config.zone).hour < REMIND_HOUR:
        return []
    return [str(booking) for booking in bookings_to_tell(ctx.uow, ctx.today + timedelta(days=1))]


def _remind(ctx: Context, booking_id: str) -> int:
    """One unit's places: it is noted before it is told, so of two clocks one finds that it is done."""
    booking = booking_to_tell(ctx.uow, int(booking_id))
    row = None if booking is None else shift_by_id(ctx.uow, booking.shift_id)
    if booking is None or row is None or not note_told(ctx.uow, booking.id, ctx.now):
        return 0
    contacts = contact_accounts(ctx.uow, [booking.organisation_id], ctx.now)
    text = words.of_booking(ctx, words.REMINDER, row, booking)
    tell(ctx, contacts, f"booked:{booking.id}", NoticeKind.DUTY_REMIND, text, again=True)
    return 1


def _of_gone(ctx: Context) -> list[str]:
    return [str(booking) for booking in bookings_of_gone(ctx.uow, ctx.now)]


def _give_up(ctx: Context, booking_id: str) -> int:
    """A unit that has left the subdistrict holds no places any more: who waits moves up, who runs it hears so."""
    booking = booking_to_tell(ctx.uow, int(booking_id))
    row = None if booking is None else shift_by_id(ctx.uow, booking.shift_id, lock=True)
    if booking is None or row is None or booking.id not in bookings_of_gone(ctx.uow, ctx.now):
        return 0
    change_booking(ctx.uow, booking.id, ended_at=ctx.now)
    if row.lead_id is not None:
        text = words.of_booking(ctx, words.UNIT_GONE, row, booking)
        tell(
            ctx,
            followed_accounts(ctx.uow, [row.lead_id]),
            f"bookinggone:{booking.id}",
            NoticeKind.DUTY,
            text,
            again=True,
        )
    move_up(ctx, row)
    return 1


JOBS: tuple[Job[JobTools], ...] = (
    Job("unit_bookings", *labels.UNIT_BOOKINGS, Lane.BRIEFS, _tomorrow, in_transaction(_remind)),
    Job("booking_units", *labels.BOOKING_UNITS, Lane.BRIEFS, _of_gone, in_transaction(_give_up)),
)
