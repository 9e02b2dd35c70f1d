"""服务时长: one's own ledger; what a lead corrects, credits and confirms. Entries are added, never changed."""

from governance.days import month_of
from governance.notices import NoticeKind
from handlers.catalogue import executes
from handlers.colleagues import Waiting
from handlers.context import Context
from handlers.duty.attend import credit_stay
from handlers.duty.commands.hours import ConfirmHours, CorrectHours, CreditHours, ShowHours
from handlers.duty.members import Member, member, one_named, require_reach, stations_of
from handlers.duty.outcomes.hours import (
    HoursAsTheyWere,
    HoursConfirmed,
    HoursCorrected,
    HoursCredited,
    HoursShown,
    HowToCorrect,
    HowToCredit,
    NothingToConfirm,
    NotOneself,
    TooMuchToCredit,
    WasNotThere,
)
from handlers.duty.outcomes.lead import CannotAssign, LeadsNothing
from handlers.duty.queries import led_shift
from handlers.duty.texts import notices as told
from handlers.duty.texts.words import hours, what
from handlers.notices import tell
from handlers.outcomes import Refuse
from handlers.refusals import NotAllowed
from storage.audit import AuditEntry, note
from storage.duty.hours import Entry, credit, entries, lines_of_shift
from storage.duty.shifts import ShiftRow
from storage.duty.sign_ups import SignUpRow, attended, change, on_shift
from storage.people import KnownPerson, names_of
from storage.serving import followed_accounts
from understanding.command_names import CommandName
from understanding.which_person import WHO

MOST_MINUTES = 24 * 60
LONGEST_KEY = 80


@executes(ShowHours)
def my_hours(_command: ShowHours, ctx: Context) -> HoursShown:
    """This month, this year, the newest entries."""
    found = entries(ctx.uow, member(ctx).person_id, ctx.today.replace(month=1, day=1), ctx.today)
    month = sum(each.minutes for each in found if each.day >= month_of(ctx.today))
    return HoursShown(month, sum(each.minutes for each in found), tuple(found))


@executes(CorrectHours)
def correct(
    command: CorrectHours, ctx: Context
) -> HoursCorrected | HoursAsTheyWere | WasNotThere | HowToCorrect | NotOneself:
    """A counter-entry, so that the place on the shift counts as much."""
    who = member(ctx)
    if command.shift is None or command.minutes is None or command.minutes < 0:
        return HowToCorrect(command.shift)
    _, row = led_shift(ctx, command.shift)
    if not command.reason:
        return HowToCorrect(row.id)
    words = f"{row.id} {WHO} {command.minutes}分钟 {command.reason}"
    other = _somebody_else(ctx, who, command.name, Waiting(CommandName.CORRECT_HOURS, words))
    place = attended(ctx.uow, row.id, other.id)
    if place is None:
        return WasNotThere(other.name, row.id)
    lines = lines_of_shift(ctx.uow, place.id)
    before = sum(each.minutes for each in lines)
    if before == command.minutes:
        return HoursAsTheyWere(other.name, row.id, command.minutes)
    _counter(ctx, who, place, lines, command.minutes - before, command.reason)
    change(ctx.uow, place.id, state="done" if command.minutes else "absent", ended_at=ctx.now)
    _tell_corrected(ctx, other, row, command, f"fixed:{place.id}:{len(lines)}", command.minutes - before)
    return HoursCorrected(other.name, row.id, before, command.minutes, command.reason)


def _counter(ctx: Context, who: Member, place: SignUpRow, lines: list[Entry], minutes: int, reason: str) -> None:
    last = lines[-1] if lines else None
    credit(
        ctx.uow, person_id=place.person_id, day=last.day if last else ctx.today, minutes=minutes, source="correction",
        now=ctx.now, reason=reason, source_key=f"shift:{place.id}:fix{len(lines)}", by_id=who.person_id,
        counters_id=last.id if last else None, place_id=last.place_id if last else None,
    )  # fmt: skip


def _tell_corrected(ctx: Context, other: KnownPerson, row: ShiftRow, command: CorrectHours, key: str, by: int) -> None:
    note(ctx.uow, ctx.sender.id, AuditEntry("hours.correct", f"person:{other.code}", f"shift {row.id} {by}"), ctx.now)
    after = hours(command.minutes or 0)
    text = told.CORRECTED_TOLD.format(what=what(ctx, row), after=after, reason=command.reason)
    tell(ctx, followed_accounts(ctx.uow, [other.id]), key, NoticeKind.DUTY, text)


@executes(CreditHours)
def credit_by_hand(
    command: CreditHours, ctx: Context
) -> HoursCredited | HowToCredit | TooMuchToCredit | LeadsNothing | NotAllowed:
    """Hours that no shift stands for, of who serves where the sender runs the duty."""
    who, minutes, reason = member(ctx), command.minutes, command.reason
    if not stations_of(ctx, who):
        return LeadsNothing()
    if minutes is None or not command.name or not reason:
        return HowToCredit()
    if not 0 < minutes <= MOST_MINUTES:
        return TooMuchToCredit()
    words = f"{WHO} {minutes}分钟 {reason}"
    other = _somebody_else(ctx, who, command.name, Waiting(CommandName.CREDIT_HOURS, words))
    require_reach(ctx, who, other)
    credit(
        ctx.uow, person_id=other.id, day=ctx.today, minutes=minutes, source="correction", now=ctx.now, reason=reason,
        source_key=f"hand:{ctx.cause}"[:LONGEST_KEY], by_id=who.person_id,
    )  # fmt: skip
    note(ctx.uow, ctx.sender.id, AuditEntry("hours.credit", f"person:{other.code}", str(minutes)), ctx.now)
    text = told.CREDITED_TOLD.format(minutes=hours(minutes), reason=reason)
    tell(ctx, followed_accounts(ctx.uow, [other.id]), f"credited:{ctx.cause}"[:LONGEST_KEY], NoticeKind.DUTY, text)
    return HoursCredited(other.name, minutes, reason)


@executes(ConfirmHours)
def confirm_hours(command: ConfirmHours, ctx: Context) -> HoursConfirmed | NothingToConfirm:
    """Who came and never said that they left was there to the end; nobody confirms their own."""
    who, row = led_shift(ctx, command.shift)
    waiting = [place for place in on_shift(ctx.uow, row.id, "present") if place.person_id != who.person_id]
    if not waiting or row.shift.ends_at > ctx.now:
        return NothingToConfirm(row.id)
    names = names_of(ctx.uow, [place.person_id for place in waiting])
    return HoursConfirmed(
        row.id, tuple((names[p.person_id], credit_stay(ctx, p, row, by_id=who.person_id)[1]) for p in waiting)
    )


def _somebody_else(ctx: Context, who: Member, name: str, waiting: Waiting) -> KnownPerson:
    other = one_named(ctx, name, lambda why: CannotAssign(name, why), waiting)
    if other.id == who.person_id:
        raise Refuse(NotOneself())
    return other
