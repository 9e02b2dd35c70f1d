"""How a ticket ends, and how it is opened again: by a rating, by silence, by a call, without anybody to ask."""

from governance.tickets.deadlines import DeadlineKind
from governance.tickets.dispatching import higher
from governance.tickets.lifecycle import Move
from governance.tickets.satisfaction import ClosedAs, Score
from handlers.context import Context
from handlers.texts import follow
from handlers.texts import work as words
from handlers.work.assigning import due_of
from handlers.work.finding import head_of
from handlers.work.moving import make
from handlers.work.news import ask_reporters, reports, tell_reporters
from handlers.work.orders import order
from handlers.work.parts import DISPATCHERS, LEADS, candidates_at, first_reached, titled
from storage.accounts import following
from storage.audit import Deed, note_for
from storage.outbox import take_back
from storage.people import caller_of
from storage.ticket_export import masked_name
from storage.work_tickets import WorkTicket


def evaluate(ctx: Context, ticket: WorkTicket) -> WorkTicket:
    """After verifying: the reporters are asked; without one it is closed, and whom nobody can ask somebody calls."""
    asked = [own.account_id for own in reports(ctx, ticket) if own.account_id is not None]
    if not asked:
        return close(ctx, ticket, ClosedAs.NO_REPORTER)
    if not following(ctx.uow, asked):
        return unreached(ctx, ticket)
    ask_reporters(ctx, ticket, "rate", follow.RATE, "rate")
    return ticket


def close(
    ctx: Context, ticket: WorkTicket, how: ClosedAs, score: Score | None = None, note: str | None = None
) -> WorkTicket:
    """Ends it, and keeps how it came to its end."""
    values = {"closed_as": how.value} | ({"score": score.value} if score is not None else {})
    return make(ctx, ticket, Move.CLOSE, note, **values)


def unreached(ctx: Context, ticket: WorkTicket) -> WorkTicket:
    """Nobody could be asked: once it is opened again for a call, after that it ends so."""
    for own in reports(ctx, ticket):
        if own.account_id is not None:
            take_back(ctx.uow, own.number, own.account_id, "rate", "somebody calls instead")
    if ticket.reopened:
        return close(ctx, ticket, ClosedAs.UNREACHED)
    return reopen(ctx, ticket, words.WHY_UNREACHED)


def reopen(ctx: Context, ticket: WorkTicket, why: str) -> WorkTicket:
    """Opens it again one level up, with somebody else and the duty to call the reporter."""
    level = min(ticket.level + 1, 2)
    before = ticket.assignee_id
    chosen = higher(candidates_at(ctx, ticket.place_id), level, before)
    person = chosen.person if chosen is not None else None
    ticket = make(
        ctx, ticket, Move.REOPEN, why, assignee_id=person, level=level, reopened=ticket.reopened + 1, score=None,
        closed_as=None,
    )  # fmt: skip
    n = words.short(ticket.number)
    text = words.REOPENED_TO_YOU.format(
        head=head_of(ticket), why=why, n=n, call=due_of(ctx, ticket, DeadlineKind.CALL_BACK),
        due=due_of(ctx, ticket, DeadlineKind.HANDLE), contact=_contact(ctx, ticket),
    )  # fmt: skip
    if person is not None:
        order(ctx, ticket, person, "reopened", text, words.taps(ticket.number, Move.TAKE))
    else:
        order(ctx, ticket, first_reached(ctx, ticket.place_id, DISPATCHERS), "reopened", text)
    line = (
        follow.REOPENED_NOBODY if person is None else follow.REOPENED.format(who=titled(ctx, person, ticket.place_id))
    )
    tell_reporters(ctx, ticket, line)
    return ticket


def _contact(ctx: Context, ticket: WorkTicket) -> str:
    """How the reporter is reached by whoever has to call; that they were told is audited."""
    person = None if ticket.account_id is None else caller_of(ctx.uow, ticket.account_id)
    if person is None or not person.phone:
        return words.NO_CONTACT.format(n=words.short(ticket.number))
    deed = Deed("person.phone", f"person:{person.code}", f"call-back of {ticket.number}")
    note_for(ctx.uow, ctx.account_id, deed, ctx.now)
    return words.CONTACT.format(who=masked_name(person.name), phone=person.phone)


def by_whom(ctx: Context, ticket: WorkTicket) -> str:
    """，由网格长孙模拟负责; nothing while nobody is."""
    if ticket.assignee_id is None:
        return ""
    return follow.BY_WHOM.format(who=titled(ctx, ticket.assignee_id, ticket.place_id))


def tell_lead(ctx: Context, ticket: WorkTicket, text: str) -> None:
    """Tells the subdistrict's lead, or who dispatches where there is none."""
    order(ctx, ticket, first_reached(ctx, ticket.place_id, (*LEADS, *DISPATCHERS[::-1])), "lead", text)
