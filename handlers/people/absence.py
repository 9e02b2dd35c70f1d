"""Leave by chat: from when to when, and who stands in; what comes meanwhile goes to them."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from governance.clock import local_day
from governance.days import end_of, last_day, start_of
from governance.notices import NoticeKind
from governance.permissions import Act
from governance.roles import STAFF
from governance.serving import Absence
from handlers.catalogue import executes
from handlers.colleagues import Waiting, only_one, people_called
from handlers.context import Context
from handlers.notices import tell
from handlers.outcomes import Refuse
from handlers.people import texts
from handlers.people.commands import EndAbsence, RequestAbsence
from handlers.people.outcomes import (
    AbsenceBegun,
    AbsenceEnded,
    AbsenceHow,
    AbsenceOfAnother,
    NoAbsence,
    NobodyNamed,
    WasNotAway,
    WhyNoAbsence,
)
from handlers.posts import require, sender
from storage.audit import AuditEntry, note
from storage.duty.locks import lock_people
from storage.leaves import begin_leave, cancel_leaves, leaves_of
from storage.people import KnownPerson, names_of, terms_of
from storage.serving import followed_accounts
from understanding.command_names import CommandName
from understanding.masking import masked_name
from understanding.which_person import WHO


@executes(RequestAbsence)
def request_absence(command: RequestAbsence, ctx: Context) -> AbsenceBegun | NoAbsence | AbsenceHow | AbsenceOfAnother:
    """请假 … 由 … 代岗."""
    require(ctx, Act.STAND_IN)
    me = sender(ctx)
    if command.of is not None and me is not None:
        return AbsenceOfAnother(command.of, me.name)
    if command.days is None or command.stand_in is None or command.days[1] < command.days[0]:
        return AbsenceHow()
    first, last = command.days
    most = ctx.config.rules.leave_days
    if last < ctx.today:
        return NoAbsence(WhyNoAbsence.PAST)
    if (last - first).days >= most:
        return NoAbsence(WhyNoAbsence.TOO_LONG, most=most)
    if last == ctx.today and command.hours is not None and _at(ctx, last, command.hours[1]) <= ctx.now:
        return NoAbsence(WhyNoAbsence.PAST)
    if me is None:
        return AbsenceHow()
    stand_in = _stand_in(ctx, command.stand_in, command.days, command.hours)
    if stand_in.id == me.id:
        return NoAbsence(WhyNoAbsence.STAND_IN_SELF)
    return begin_absence(ctx, me, stand_in, command.days, command.hours)


@executes(EndAbsence)
def end_absence(_command: EndAbsence, ctx: Context) -> AbsenceEnded | WasNotAway:
    """销假: back earlier, or not going at all."""
    person = sender(ctx)
    running = [] if person is None else leaves_of(ctx.uow, person.id, ctx.now)
    if person is None or not running:
        return WasNotAway()
    cancel_absences(ctx, person, running)
    return AbsenceEnded()


def cancel_absences(ctx: Context, person: KnownPerson, running: Sequence[Absence]) -> None:
    """Ends somebody's leaves; who stands in for them hears of it."""
    cancel_leaves(ctx.uow, person.id, ctx.now)
    note(ctx.uow, ctx.sender.id, AuditEntry("leave.end", f"person:{person.code}"), ctx.now)
    for absence in running:
        text = texts.LEAVE_ENDED_NOTICE.format(who=person.name)
        tell(ctx, followed_accounts(ctx.uow, [absence.stand_in]), f"back:{ctx.cause}"[:90], NoticeKind.LEAVE, text)


def _stand_in(ctx: Context, name: str, days: tuple[date, date], hours: tuple[int, int] | None) -> KnownPerson:
    """The one colleague with this name (of several the one in the sender's community) or code; raises Refuse."""
    found = people_called(ctx, name)
    if not found:
        raise Refuse(NobodyNamed(name))
    terms = {person: terms_of(ctx.uow, person.id, ctx.now) for person in found}
    staff = [person for person in found if any(term.role in STAFF for term in terms[person])]
    if not staff:
        raise Refuse(NoAbsence(WhyNoAbsence.STAND_IN_NO_STAFF, masked_name(found[0].name)))
    first, last = days
    when = f" {texts.hour_span(hours, '到')}" if hours is not None else ""
    before = f"{first.month}月{first.day}日到{last.month}月{last.day}日{when} 由{WHO}代岗"
    return only_one(ctx, name, staff, Waiting(CommandName.REQUEST_ABSENCE, before))


def begin_absence(
    ctx: Context,
    person: KnownPerson,
    stand_in: KnownPerson,
    span: tuple[date, date],
    hours: tuple[int, int] | None = None,
) -> AbsenceBegun | NoAbsence:
    """Writes a leave, unless it meets another of either of them; who stands in hears of it."""
    first, last = span
    lock_people(ctx.uow, {person.id, stand_in.id})  # of two who name each other the second sees the first
    zone = ctx.config.zone
    since, until = (
        (start_of(first, zone), end_of(last, zone)) if hours is None else (_at(ctx, first, at) for at in hours)
    )
    absence = Absence(person.id, stand_in.id, max(since, ctx.now), until)
    for other in leaves_of(ctx.uow, person.id, ctx.now):
        if _overlap(other, absence):
            name = names_of(ctx.uow, [other.stand_in])[other.stand_in]
            return NoAbsence(WhyNoAbsence.OVERLAPS, name, _days(ctx, other))
    if any(_overlap(other, absence) for other in leaves_of(ctx.uow, stand_in.id, ctx.now)):
        return NoAbsence(WhyNoAbsence.STAND_IN_AWAY, stand_in.name)
    begin_leave(ctx.uow, absence, ctx.now)
    deed = AuditEntry("leave.begin", f"person:{person.code}", f"{stand_in.code} {first}..{last}")
    note(ctx.uow, ctx.sender.id, deed, ctx.now)
    days = _days(ctx, absence)
    text = texts.LEAVE_NOTICE.format(who=person.name, days=texts.leave_span(days, hours))
    tell(ctx, followed_accounts(ctx.uow, [stand_in.id]), f"leave:{ctx.cause}"[:90], NoticeKind.LEAVE, text)
    return AbsenceBegun(days, stand_in.name, hours)


def _at(ctx: Context, day: date, minute: int) -> datetime:
    """The instant at a minute of a day."""
    return start_of(day, ctx.config.zone) + timedelta(minutes=minute)


def _overlap(one: Absence, other: Absence) -> bool:
    return one.since < other.until and other.since < one.until


def _days(ctx: Context, absence: Absence) -> tuple[date, date]:
    zone = ctx.config.zone
    return local_day(absence.since, zone), last_day(absence.until, zone)
