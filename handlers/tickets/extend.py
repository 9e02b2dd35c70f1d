"""延期: asked with a day and a reason, decided by somebody else; until then the old time counts."""

from datetime import date, timedelta

from governance.tickets.deadlines import Deadline, DeadlineKind, working_days
from governance.tickets.escalation import next_instant
from governance.tickets.lifecycle import Move
from handlers.inbound import Reply
from handlers.texts import follow
from handlers.texts import work as words
from handlers.tickets.details import ask_detail
from handlers.tickets.finding import Found, find, head_of
from handlers.tickets.moving import make, note_event, restart
from handlers.tickets.news import tell_reporters
from handlers.tickets.notify import notify_staff
from handlers.tickets.outcomes import Errand
from handlers.tickets.parts import APPROVERS, DISPATCHERS, called, first_reached
from handlers.tickets.take import taken
from handlers.turn import Turn
from storage.deadlines import drop_deadlines, open_deadlines, postpone
from storage.extensions import AskedExtension, ask_extension, decide_extension
from understanding.days import DAY, day_range
from understanding.normalise import tidy


def extend(turn: Turn) -> Reply:
    """延期 N until when why."""
    found = find(turn, turn.said.ticket, Errand.EXTEND)
    rest, n = turn.said.argument, words.short(found.ticket.number)
    span = day_range(rest, turn.today)
    if span is None:
        return ask_detail(turn, found.ticket, words.UNTIL_WHEN.format(n=n))
    until, most = span[1], turn.config.rules.extend_days
    if until <= turn.today:
        return Reply(words.EXTENSION_PAST.format(n=n))
    if (until - turn.today).days > most:
        last = words.day(turn.today + timedelta(days=most))
        return Reply(words.EXTENSION_LONG.format(most=most, last=last, n=n))
    if not _reason(rest):
        return ask_detail(turn, found.ticket, words.UNTIL_WHEN.format(n=n))
    return _ask(turn, found, until, _reason(rest))


def _reason(rest: str) -> str:
    """What is said besides the day."""
    return tidy(DAY.sub(" ", rest)).strip("到至延 ,，。:：;；")


def _ask(turn: Turn, found: Found, until: date, reason: str) -> Reply:
    ticket, n = taken(turn, found), words.short(found.ticket.number)
    asked_by = found.worker.person_id
    ask_extension(turn.uow, ticket.number, asked_by=asked_by, until=until, reason=reason, now=turn.now)
    note_event(turn, ticket, "ask_extension", f"{until.isoformat()} {reason}")
    rules, times = turn.config.rules, turn.config.times
    restart(turn, ticket.number, working_days(DeadlineKind.APPROVE, turn.now, rules.verify_days, times))
    approvers = first_reached(turn, ticket.place_id, APPROVERS, but=found.worker.people)
    text = words.EXTENSION_TO_YOU.format(
        who=found.worker.name, head=head_of(ticket), until=words.day(until), reason=reason
    )
    others = approvers or first_reached(turn, ticket.place_id, DISPATCHERS, but=found.worker.people)
    notify_staff(turn, ticket, others, "extension", text, [tap.format(n=n) for tap in words.EXTENSION_TAPS])
    if not approvers:
        return Reply(words.EXTENSION_ALONE)
    return Reply(words.EXTENSION_ASKED.format(n=n, until=words.day(until), who=called(turn, approvers)))


def decide(turn: Turn, found: Found, request: AskedExtension, granted: bool) -> Reply:
    """同意延期, 不同意延期: written, and told to the one who asked."""
    ticket = found.ticket
    decide_extension(turn.uow, request.id, granted, found.worker.person_id, turn.now)
    until = words.day(request.until)
    if granted:
        start = turn.config.times.start_of_day(request.until)
        ticket = make(
            turn, ticket, Move.SUSPEND, found.parts, f"{request.until.isoformat()} {request.reason}", until=True
        )
        restart(turn, ticket.number, Deadline(DeadlineKind.RESUME, turn.now, start))
        _postpone(turn, ticket.number, request.until)
        tell_reporters(turn, ticket, follow.SUSPENDED.format(until=until, reason=request.reason))
    else:
        drop_deadlines(turn.uow, ticket.number, turn.now, [DeadlineKind.APPROVE])
        note_event(turn, ticket, "refuse_extension", turn.said.argument or None)
    verdict = words.EXTENSION_YES.format(until=until) if granted else words.EXTENSION_NO
    text = words.EXTENSION_DECIDED.format(head=head_of(ticket), verdict=verdict)
    notify_staff(turn, ticket, request.asked_by, "extended", text)
    done = words.EXTENSION_GRANTED if granted else words.EXTENSION_REFUSED
    return Reply(done.format(head=head_of(ticket), until=until))


def _postpone(turn: Turn, number: str, until: date) -> None:
    """Until then nobody is reminded; the day itself has its own reminders."""
    found = open_deadlines(turn.uow, number).get(DeadlineKind.HANDLE)
    if found is None:
        return
    times = turn.config.times
    later = Deadline(DeadlineKind.HANDLE, times.start_of_day(until), times.end_of_day(until))
    if later.due_at <= found.deadline.due_at:
        return
    postpone(turn.uow, found.id, later, 0, next_instant(later, 0, times))
