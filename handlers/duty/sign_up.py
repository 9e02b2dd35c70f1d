"""报名 N, 取消值班 N: a place on a shift, a place on its stand-by list, and who moves up."""

from datetime import timedelta

from governance.activities.contests import enrolment_over
from governance.days import last_day
from governance.duty.admission import Refused, StandBy, may_cancel
from governance.notices import NoticeKind
from handlers.activities.outcomes import EnrolmentOver
from handlers.activities.telling import guests_told
from handlers.catalogue import entry_of, execute, executes
from handlers.context import Context
from handlers.duty.around import coming_timed
from handlers.duty.commands.shifts import AgreeToSwap, CancelShift, SignUp
from handlers.duty.listed import keep_listed
from handlers.duty.members import Member, lead_name, member
from handlers.duty.moving_up import move_up
from handlers.duty.outcomes.shifts import (
    AlreadyOn,
    NoShifts,
    NotAdmitted,
    NothingToCancel,
    PlaceGivenBack,
    SignedUp,
    StoodBy,
    TooLateToCancel,
    WhichShift,
)
from handlers.duty.outcomes.swaps import SwapDone, SwapGone
from handlers.duty.placing import There, Via, Waiting, hold, put
from handlers.duty.queries import day_of, own_place, shift_meant
from handlers.duty.texts import notices as told
from handlers.duty.texts.words import what, where
from handlers.notices import tell
from handlers.outcomes import Refuse
from storage.duty.campaigns import end_call
from storage.duty.shifts import ShiftRow, coming_shifts, filled, shift_by_id, shifts_by_id
from storage.duty.sign_ups import SignUpRow, change, end_offers, on_shift, standing_of, swaps_offered_to
from storage.people import names_of
from storage.serving import followed_accounts
from understanding.shift_said import fitting

MOST_AT_ONE_TIME = 40


@executes(SignUp)
def sign_up(
    command: SignUp, ctx: Context
) -> SignedUp | StoodBy | AlreadyOn | NotAdmitted | EnrolmentOver | SwapDone | SwapGone:
    """By the shift's number, or by a time at which there is only one; what a colleague offers the sender is taken from them."""
    who = member(ctx)
    row = shift_meant(ctx, _number(ctx, command), lock=True)
    if any(each.from_id != who.person_id for each in swaps_offered_to(ctx.uow, who.person_id, row.id)):
        agreed: SwapDone | SwapGone | AlreadyOn | NotAdmitted = execute(AgreeToSwap(row.id), ctx)
        return agreed
    done = join(ctx, who, row)
    if command.people is None or not isinstance(done, SignedUp) or done.row.activity is None:
        return done
    guests_told(ctx, done.row, command.people)
    return SignedUp(done.row, command.people, lead_name(ctx, done.row.lead_id))


def _number(ctx: Context, command: SignUp) -> int:
    """The number that is said; one that is guessed, where it is on the days that are said; else the only one then."""
    if command.shift is not None and command.span is None:
        return command.shift
    guessed = None if command.shift is None else shift_by_id(ctx.uow, command.shift)
    if guessed is not None and command.span is not None:
        zone = ctx.config.zone
        first, last = command.span.start.astimezone(zone).date(), last_day(command.span.end, zone)
        if first <= day_of(ctx, guessed) <= last:
            return _as_said(ctx, command, guessed)
    return _only_one(ctx, command)


def _as_said(ctx: Context, command: SignUp, guessed: ShiftRow) -> int:
    """The guess, where the day, the hours and the station fit it alone; else the one that fits, or it is asked which."""
    fit = fitting(command.said, coming_timed(ctx), ctx.here.local, ctx.config.calendar)
    same = [each.id for each in fit if each.where == where(ctx, guessed)]
    if len(same) == 1 or (not same and len(fit) == 1):
        return (same or [fit[0].id])[0]
    if len(same) > 1:
        rows = tuple(shifts_by_id(ctx.uow, same).values())
        keep_listed(ctx, rows)
        raise Refuse(WhichShift(entry_of(SignUp).label, rows))
    return guessed.id


def _only_one(ctx: Context, command: SignUp) -> int:
    local, span = ctx.here.local, command.span
    end = span.end if span else local + timedelta(weeks=ctx.config.rules.duty_weeks)
    start = max(span.start if span else local, local)
    coming = coming_shifts(
        ctx.uow, ends_after=local, starts_from=start, starts_before=end, most=MOST_AT_ONE_TIME
    )  # fmt: skip
    if not coming:
        raise Refuse(NoShifts(command.said))
    if len(coming) > 1 or span is None:
        keep_listed(ctx, coming)
        raise Refuse(WhichShift(entry_of(SignUp).label, tuple(coming)))
    return coming[0].id


def join(ctx: Context, who: Member, row: ShiftRow) -> SignedUp | StoodBy | AlreadyOn | NotAdmitted | EnrolmentOver:
    """A place on the shift or its stand-by list."""
    closed = enrolment_closed(ctx, row, who.person_id)
    if closed is not None:
        return closed
    found = put(ctx, row.id, who.person_id, Via.SELF)
    match found:
        case There():
            return AlreadyOn(row)
        case Waiting(place):
            return AlreadyOn(row, place)
        case Refused():
            return NotAdmitted(row, found, lead_name(ctx, row.lead_id))
        case StandBy(place):
            return StoodBy(row, place)
    if row.call_up and filled(ctx.uow, [row.id])[row.id].taken == row.shift.capacity:
        _stop_calling(ctx, row)
    return SignedUp(row)


def enrolment_closed(ctx: Context, row: ShiftRow, person_id: int) -> EnrolmentOver | None:
    """Whether it is too late to be put down for what somebody does not stand on yet."""
    over = row.enrol_until is not None and enrolment_over(row.enrol_until, ctx.now)
    if not over or row.enrol_until is None or standing_of(ctx.uow, row.id, person_id) is not None:
        return None
    return EnrolmentOver(row, row.enrol_until)


@executes(CancelShift)
def cancel_shift(command: CancelShift, ctx: Context) -> PlaceGivenBack | NothingToCancel | TooLateToCancel:
    """Gives the place back; the first who waits and fits moves up."""
    who = member(ctx)
    states = ("signed", "standby", "present", "proposed")
    _, meant = own_place(ctx, who.person_id, command.shift, states, CancelShift, NothingToCancel(), command.days)
    row = hold(ctx, [meant.id])[meant.id]
    place = standing_of(ctx.uow, row.id, who.person_id)
    if place is None:
        return NothingToCancel()
    late = too_late(ctx, row, place)
    if late is not None:
        return late
    leave(ctx, place)
    if place.state == "signed":
        move_up(ctx, row)
    return PlaceGivenBack(row)


def too_late(ctx: Context, row: ShiftRow, place: SignUpRow) -> TooLateToCancel | None:
    """Why a place is not given back any more; None where it still may be."""
    started = row.shift.starts_at <= ctx.now
    late = place.state == "signed" and not row.call_up and not may_cancel(row.shift, ctx.now, ctx.config.rules)
    return TooLateToCancel(row, started, lead_name(ctx, row.lead_id)) if started or late else None


def leave(ctx: Context, place: SignUpRow) -> None:
    """The place is nobody's, and is offered to nobody."""
    change(ctx.uow, place.id, state="cancelled", ended_at=ctx.now)
    end_offers(ctx.uow, place.id, "withdrawn", ctx.now)


def _stop_calling(ctx: Context, row: ShiftRow) -> None:
    """A call-up is filled: nobody else is called, and who called hears who comes."""
    assert row.campaign_id is not None
    end_call(ctx.uow, row.campaign_id, f"call:{row.id}:", ctx.now)
    if row.lead_id is None:
        return
    people = [place.person_id for place in on_shift(ctx.uow, row.id, "signed", "present")]
    named = names_of(ctx.uow, people)
    text = told.FILLED.format(
        n=row.id, what=what(ctx, row), goal=row.shift.capacity, people="、".join(named[person] for person in people)
    )
    accounts = followed_accounts(ctx.uow, [row.lead_id])
    tell(ctx, accounts, f"filled:{row.id}", NoticeKind.DUTY, text, again=True, by_night=True)
