"""The shifts that whoever writes about shifts may mean: where they stand, what they just took or gave back, what comes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from handlers.context import Context
from handlers.duty.members import known_member
from handlers.duty.texts.words import where
from storage.duty.shifts import ShiftRow, coming_shifts, shifts_by_id
from storage.duty.sign_ups import just_touched, shifts_of, swaps_offered_to
from understanding.shift_said import Timed

STANDS = ("signed", "standby", "present", "proposed")


@dataclass(frozen=True)
class Around:
    """`own`: where the sender stands or waits; `taken` and `left`: the shifts that they took or gave back a moment ago, the latest
    first; `offered`: what a colleague asks them to take over.
    """

    person_id: int
    own: tuple[Timed, ...]
    taken: tuple[Timed, ...]
    left: tuple[Timed, ...]
    offered: tuple[Timed, ...]


def shifts_around(ctx: Context) -> Around | None:
    """What the sender may mean; None where they are not known, or have to do with no shift."""
    who = known_member(ctx)
    if who is None:
        return None
    own = [row for _, row in shifts_of(ctx.uow, who.person_id, ctx.now, STANDS)]
    touched = just_touched(ctx.uow, who.person_id, ctx.now - ctx.config.rules.question_window)
    offers = swaps_offered_to(ctx.uow, who.person_id, None)
    rows = shifts_by_id(ctx.uow, {each.shift_id for each in touched} | {each.shift_id for each in offers})
    coming = {number: row for number, row in rows.items() if row.cancelled_at is None and row.starts_at > ctx.now}
    stands = {row.id for row in own}
    latest = [coming[each.shift_id] for each in touched if each.shift_id in coming]
    taken, left = [row for row in latest if row.id in stands], [row for row in latest if row.id not in stands]
    offered = [coming[each.shift_id] for each in offers if each.shift_id in coming]
    if not (own or left or offered):
        return None
    return Around(who.person_id, _all(ctx, own), _all(ctx, taken), _all(ctx, left), _all(ctx, offered))


def coming_timed(ctx: Context) -> tuple[Timed, ...]:
    """All shifts that one may sign up for by now."""
    until = ctx.here.local + timedelta(weeks=ctx.config.rules.duty_weeks)
    return _all(ctx, coming_shifts(ctx.uow, ends_after=ctx.here.local, starts_from=ctx.here.local, starts_before=until))


def timed(ctx: Context, row: ShiftRow) -> Timed:
    """A shift as words may mean it."""
    zone = ctx.config.zone
    return Timed(row.id, where(ctx, row), row.starts_at.astimezone(zone), row.ends_at.astimezone(zone))


def _all(ctx: Context, rows: Sequence[ShiftRow]) -> tuple[Timed, ...]:
    return tuple(timed(ctx, row) for row in {row.id: row for row in rows}.values())
