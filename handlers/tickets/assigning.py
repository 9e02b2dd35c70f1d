"""Whose a ticket becomes: written with its reason, the one it is told, and the one who had it."""

from collections.abc import Collection

from governance.notices import NoticeKind
from governance.tickets.deadlines import DeadlineKind
from governance.tickets.lifecycle import Move, Who
from governance.tickets.sensitive import is_sensitive
from handlers import texts
from handlers.context import Context
from handlers.texts import follow
from handlers.texts import work as words
from handlers.things.finding import thing_extra
from handlers.tickets.finding import head_of
from handlers.tickets.moving import make
from handlers.tickets.news import tell_reporters
from handlers.tickets.notify import notify_staff
from handlers.tickets.parts import titled
from storage.deadlines import open_deadlines
from storage.work_tickets import WorkTicket


def assign(
    ctx: Context, ticket: WorkTicket, person: int, move: Move, who: Collection[Who], why: str, by: str | None = None,
    extra: str = "",
) -> WorkTicket:  # fmt: skip
    """Hands the ticket to a person. `who`: what they are who do it; `by`: their name, None for the machine."""
    before = ticket.assignee_id
    ticket = make(ctx, ticket, move, who, why, assignee_id=person)
    name = titled(ctx, person, ticket.place_id)
    text = _machine(ctx, ticket, why) if by is None else _by(ctx, ticket, move, why, by)
    extra += thing_extra(ctx, ticket.number)
    notify_staff(ctx, ticket, person, NoticeKind.GIVEN, text + extra, words.taps(ticket.number, Move.TAKE, Move.RETURN))
    if before is not None and before != person:
        notify_staff(ctx, ticket, before, NoticeKind.GONE, words.TAKEN_AWAY.format(head=head_of(ticket), who=name))
    line = follow.HANDED_ON if move is Move.TRANSFER or before is not None else follow.GIVEN_TO
    tell_reporters(ctx, ticket, line.format(who=name), whose=True)
    return ticket


def new_of(ticket: WorkTicket) -> str:
    """The ticket as somebody first reads of it."""
    place = ticket.place_text or texts.SOMEWHERE
    return texts.notice_new(ticket.number, ticket.summary, place, ticket.urgency)


def due_of(ctx: Context, ticket: WorkTicket, kind: DeadlineKind) -> str:
    """When an open deadline is due, as people say it."""
    found = open_deadlines(ctx.uow, ticket.number).get(kind)
    return "" if found is None else words.moment(found.deadline.due_at, ctx.config.zone, ctx.now)


def _machine(ctx: Context, ticket: WorkTicket, why: str) -> str:
    reason = why.partition("；")[0]
    if ticket.urgency == "hazard":
        due = due_of(ctx, ticket, DeadlineKind.SURVEY)
        if is_sensitive(ticket.category):
            return words.PERSON_FOR_YOU.format(new=new_of(ticket), reason=reason, due=due, n=words.short(ticket.number))
        return words.HAZARD_FOR_YOU.format(new=new_of(ticket), reason=reason, due=due)
    return words.NEW_FOR_YOU.format(new=new_of(ticket), reason=reason, due=due_of(ctx, ticket, DeadlineKind.TAKE))


def _by(ctx: Context, ticket: WorkTicket, move: Move, why: str, by: str) -> str:
    due = due_of(ctx, ticket, DeadlineKind.TAKE)
    reason = why or words.NOTHING_SAID
    return words.HANDED_TO_YOU.format(new=new_of(ticket), who=by, verb=words.VERB[move], why=reason, due=due)
