"""延期: asked with a day and a reason, decided by somebody else; until then the old time counts."""

from datetime import date, timedelta

from governance.notices import NoticeKind
from governance.tickets.deadlines import Deadline, DeadlineKind, working_days
from governance.tickets.escalation import next_instant
from governance.tickets.lifecycle import Move, Need
from handlers.catalogue import executes
from handlers.context import Context
from handlers.texts import follow
from handlers.texts import work as words
from handlers.tickets.denials import Missing
from handlers.tickets.finding import Found, find, head_of
from handlers.tickets.moving import make, note_event, restart
from handlers.tickets.news import tell_reporters
from handlers.tickets.notify import notify_staff
from handlers.tickets.outcomes import Errand, ref
from handlers.tickets.parts import APPROVERS, DISPATCHERS, called, first_reached
from handlers.tickets.permitting import want
from handlers.tickets.request_commands import RequestExtension
from handlers.tickets.request_outcomes import (
    ExtensionAsked,
    ExtensionDecided,
    ExtensionPast,
    ExtensionTooLong,
    WhyExtend,
)
from handlers.tickets.take import taken
from storage.deadlines import drop_deadlines, open_deadlines, postpone
from storage.extensions import AskedExtension, ask_extension, decide_extension


@executes(RequestExtension)
def request_extension(
    command: RequestExtension, ctx: Context
) -> ExtensionAsked | WhyExtend | ExtensionPast | ExtensionTooLong | Missing:
    """延期 N until when why; what of it was said stays when the other is asked for."""
    found = find(ctx, command.ticket, Errand.EXTEND)
    ticket, until, most = found.ticket, command.until, ctx.config.rules.extend_days
    if until is None:
        return want(ctx, ticket, Errand.EXTEND, Need.UNTIL, said=f"{command.note} ".lstrip())
    if until <= ctx.today:
        return ExtensionPast(ref(ticket))
    if (until - ctx.today).days > most:
        return ExtensionTooLong(ref(ticket), most, ctx.today + timedelta(days=most))
    if not command.note:
        want(ctx, ticket, Errand.EXTEND, Need.NOTE, said=f"{until.isoformat()} ")
        return WhyExtend(ref(ticket), until)
    return _ask(ctx, found, until, command.note)


def _ask(ctx: Context, found: Found, until: date, reason: str) -> ExtensionAsked:
    ticket, n = taken(ctx, found), words.short(found.ticket.number)
    asked_by = found.worker.person_id
    ask_extension(ctx.uow, ticket.number, asked_by=asked_by, until=until, reason=reason, now=ctx.now)
    note_event(ctx, ticket, "ask_extension", f"{until.isoformat()} {reason}")
    rules, times = ctx.config.rules, ctx.config.times
    restart(ctx, ticket.number, working_days(DeadlineKind.APPROVE, ctx.now, rules.verify_days, times))
    approvers = first_reached(ctx, ticket.place_id, APPROVERS, but=found.worker.people)
    text = words.EXTENSION_TO_YOU.format(
        who=found.worker.name, head=head_of(ticket), until=words.day(until), reason=reason
    )
    others = approvers or first_reached(ctx, ticket.place_id, DISPATCHERS, but=found.worker.people)
    notify_staff(ctx, ticket, others, NoticeKind.EXTENSION, text, [tap.format(n=n) for tap in words.EXTENSION_TAPS])
    return ExtensionAsked(ref(ticket), until, called(ctx, approvers))


def grant_extension(ctx: Context, found: Found, request: AskedExtension) -> ExtensionDecided:
    """同意延期: it rests until that day, and who asked and who reported are told."""
    until = words.day(request.until)
    note = f"{request.until.isoformat()} {request.reason}"
    ticket = make(ctx, found.ticket, Move.SUSPEND, found.parts, note, until=True)
    decide_extension(ctx.uow, request.id, True, found.worker.person_id, ctx.now)
    start = ctx.config.times.start_of_day(request.until)
    restart(ctx, ticket.number, Deadline(DeadlineKind.RESUME, ctx.now, start))
    _postpone(ctx, ticket.number, request.until)
    tell_reporters(ctx, ticket, follow.SUSPENDED.format(until=until, reason=request.reason))
    text = words.EXTENSION_DECIDED.format(head=head_of(ticket), verdict=words.EXTENSION_YES.format(until=until))
    notify_staff(ctx, ticket, request.asked_by, NoticeKind.EXTENDED, text)
    return ExtensionDecided(ref(ticket), request.until, granted=True)


def refuse_extension(ctx: Context, found: Found, request: AskedExtension, note: str) -> ExtensionDecided:
    """不同意延期: the old time counts, and who asked is told."""
    ticket = found.ticket
    decide_extension(ctx.uow, request.id, False, found.worker.person_id, ctx.now)
    drop_deadlines(ctx.uow, ticket.number, ctx.now, [DeadlineKind.APPROVE])
    note_event(ctx, ticket, "refuse_extension", note or None)
    text = words.EXTENSION_DECIDED.format(head=head_of(ticket), verdict=words.EXTENSION_NO)
    notify_staff(ctx, ticket, request.asked_by, NoticeKind.EXTENDED, text)
    return ExtensionDecided(ref(ticket), request.until, granted=False)


def _postpone(ctx: Context, number: str, until: date) -> None:
    """Until then nobody is reminded; the day itself has its own reminders."""
    found = open_deadlines(ctx.uow, number).get(DeadlineKind.HANDLE)
    if found is None:
        return
    times = ctx.config.times
    later = Deadline(DeadlineKind.HANDLE, times.start_of_day(until), times.end_of_day(until))
    if later.due_at <= found.deadline.due_at:
        return
    postpone(ctx.uow, found, later, 0, next_instant(later, 0, times))
