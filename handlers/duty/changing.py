"""Another shift in place of one's own, both or nothing; and how the changes stand that the sender asked colleagues for."""

from datetime import timedelta

from handlers.activities.outcomes import EnrolmentOver
from handlers.catalogue import executes
from handlers.context import Context
from handlers.conversation.questions import Question, ask
from handlers.duty.commands.changes import ChangeShift, ShowMySwaps
from handlers.duty.fitting import refusal, stands
from handlers.duty.members import lead_name, member
from handlers.duty.moving_up import move_up
from handlers.duty.outcomes.changes import (
    ChangeFull,
    ChangeHindered,
    ChangeToWhich,
    NoneToChangeTo,
    ShiftChanged,
    SwapsShown,
    SwapState,
)
from handlers.duty.outcomes.shifts import AlreadyOn, NotAdmitted, NothingToCancel, SignedUp
from handlers.duty.placing import hold
from handlers.duty.queries import shift_meant
from handlers.duty.sign_up import enrolment_closed, join, leave, too_late
from storage.duty.shifts import ShiftRow, filled, shifts_by_id
from storage.duty.sign_ups import SignUpRow, on_shift, standing_of, swaps_made_by
from storage.people import names_of

SHOWN_FOR = timedelta(days=14)
MOST_SWAPS = 3


@executes(ChangeShift)
def change(
    command: ChangeShift, ctx: Context
) -> (
    ShiftChanged
    | ChangeHindered
    | ChangeFull
    | NoneToChangeTo
    | ChangeToWhich
    | NothingToCancel
    | AlreadyOn
    | EnrolmentOver
):
    """Whatever stands in the way leaves the sender where they stand."""
    who = member(ctx)
    before = shift_meant(ctx, command.shift)
    if command.to is None:
        return _which(ctx, command, before)
    if command.to == before.id:
        return AlreadyOn(before)
    here, there = _held(ctx, who.person_id, before, shift_meant(ctx, command.to))
    place = standing_of(ctx.uow, here.id, who.person_id)
    if place is None:
        return NothingToCancel()
    no = _hindrance(ctx, who.person_id, here, there, place)
    if no is not None:
        return no
    leave(ctx, place)
    joined = join(ctx, who, there)
    if not isinstance(joined, SignedUp | AlreadyOn):
        raise LookupError(f"nothing stood in the way, and then {joined}")
    if place.state == "signed":
        move_up(ctx, here)
    return ShiftChanged(here, there)


def _which(ctx: Context, command: ChangeShift, before: ShiftRow) -> NoneToChangeTo | ChangeToWhich:
    rows = tuple(shifts_by_id(ctx.uow, command.among).values())
    if rows:
        ask(ctx, Question.LISTED, shifts=[row.id for row in rows], instead=before.id)
    return ChangeToWhich(before, rows) if command.several else NoneToChangeTo(before, command.said, rows)


def _held(ctx: Context, person_id: int, before: ShiftRow, to: ShiftRow) -> tuple[ShiftRow, ShiftRow]:
    """Both shifts, locked with the sender and with all who may move up."""
    numbers = [before.id, to.id]
    hold(ctx, numbers)
    held = hold(ctx, numbers, {each.person_id for each in on_shift(ctx.uow, before.id, "standby")} | {person_id})
    return held[before.id], held[to.id]


def _hindrance(
    ctx: Context, person_id: int, here: ShiftRow, there: ShiftRow, place: SignUpRow
) -> ChangeHindered | ChangeFull | EnrolmentOver | None:
    late = too_late(ctx, here, place)
    if late is not None:
        return ChangeHindered(here, late)
    before = standing_of(ctx.uow, there.id, person_id)
    if stands(before):
        return None
    closed = enrolment_closed(ctx, there, person_id)
    if closed is not None:
        return closed
    no = refusal(ctx, there, person_id, leaving=here.id)
    if no is not None:
        return ChangeHindered(here, NotAdmitted(there, no, lead_name(ctx, there.lead_id)))
    waits = before is not None and before.state == "standby"
    full = filled(ctx.uow, [there.id])[there.id].taken >= there.shift.capacity
    return ChangeFull(here, there) if waits or full else None


@executes(ShowMySwaps)
def my_swaps(_command: ShowMySwaps, ctx: Context) -> SwapsShown:
    """The latest of each shift that is not over."""
    made = swaps_made_by(ctx.uow, member(ctx).person_id, ctx.now - SHOWN_FOR)
    rows = shifts_by_id(ctx.uow, {each.shift_id for each in made})
    latest = {each.shift_id: each for each in reversed(made) if rows[each.shift_id].ends_at > ctx.now}
    shown = sorted(latest.values(), key=lambda each: -each.id)[:MOST_SWAPS]
    names = names_of(ctx.uow, [each.by_or_to for each in shown if each.by_or_to is not None])
    return SwapsShown(
        tuple(SwapState(rows[each.shift_id], names.get(each.by_or_to or 0), each.state) for each in shown)
    )
