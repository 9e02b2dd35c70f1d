"""Several reports of one matter: offered to reporter and dispatcher, joined, and taken apart again."""

from collections.abc import Collection
from datetime import timedelta

from governance.tickets.duplicates import Matter, same_matter
from governance.tickets.lifecycle import UNHANDLED, Move, Who, step
from governance.tickets.states import TicketState
from handlers import texts
from handlers.context import Context
from handlers.inbound import Reply
from handlers.own_tickets import own_tickets, those_meant
from handlers.texts import follow
from handlers.texts import work as words
from handlers.tickets.finding import find, head_of
from handlers.tickets.moving import make, start_promises
from handlers.tickets.news import tell_reporters
from handlers.tickets.notify import notify_staff
from handlers.tickets.outcomes import Errand
from handlers.tickets.permitting import Brought, permit
from handlers.turn import Turn
from storage.work_tickets import WorkTicket, alike, change_ticket, joined_to, work_ticket


def alike_to(ctx: Context, new: Matter, most: int, not_of: int | None = None) -> list[WorkTicket]:
    """The `most` oldest earlier tickets that may be about the same matter; those of the account `not_of` don't count."""
    if new.place_id is None or new.category is None:
        return []
    since = new.opened_at - timedelta(days=ctx.config.rules.duplicate_days)
    found = alike(ctx.uow, new, since, most, not_of)
    return [each for each in found if same_matter(new, matter_of(each), ctx.config.rules)]


def matter_of(ticket: WorkTicket) -> Matter:
    """What is compared of a ticket."""
    return Matter(ticket.number, ticket.place_id, ticket.category, ticket.opened_at, ticket.state)


def join(ctx: Context, ticket: WorkTicket, into: WorkTicket, by: Collection[Who]) -> WorkTicket:
    """Merges a ticket, with those merged into it, into another that is not merged itself. Both are locked."""
    for joined in joined_to(ctx.uow, ticket.number):
        change_ticket(ctx.uow, joined.number, merged_into=into.number)
    before = ticket.assignee_id
    if ticket.urgency == "hazard" != into.urgency:
        change_ticket(ctx.uow, into.number, urgency="hazard")
        start_promises(ctx, work_ticket(ctx.uow, into.number), ticket.opened_at)
    ticket = make(ctx, ticket, Move.MERGE, by, into.number, merged_into=into.number)
    if before is not None and before != into.assignee_id:
        done = words.MERGED_AWAY.format(head=head_of(ticket), into=into.number)
        notify_staff(ctx, ticket, before, "merged", done)
    tell_reporters(ctx, ticket, follow.MERGED_FOR_YOU.format(into=into.number))
    return ticket


def root_of(ctx: Context, ticket: WorkTicket) -> WorkTicket:
    """The ticket that is worked on for this one, locked."""
    while ticket.merged_into is not None:
        ticket = work_ticket(ctx.uow, ticket.merged_into)
    return ticket


def merge(turn: Turn) -> Reply:
    """合并 N 到 M."""
    found = find(turn, turn.said.ticket, Move.MERGE)
    by = found.parts - {Who.REPORTER}  # who only reported it joins by answering
    permit(turn, found.ticket, by, Move.MERGE, Brought())
    other = find(turn, turn.said.meaning.rest, Errand.MERGE_INTO)
    into = root_of(turn, other.ticket)
    if into.number == found.ticket.number:
        return Reply(words.NOT_ITSELF)
    if into.state not in UNHANDLED:
        return Reply(words.INTO_ENDED.format(into=into.number, state=texts.STATE[into.state]))
    join(turn, found.ticket, into, by)
    return Reply(words.MERGED.format(n=words.short(found.ticket.number), into=into.number))


def unmerge(turn: Turn) -> Reply:
    """拆分 N: by who dispatches, or by its reporter."""
    mine = _own(turn)
    if mine is not None:
        return _apart(turn, mine, {Who.REPORTER})
    found = find(turn, turn.said.ticket, Move.UNMERGE)
    return _apart(turn, found.ticket, found.parts)


def _own(turn: Turn) -> WorkTicket | None:
    """The sender's own report that they name, when it is merged."""
    mine = those_meant(turn, own_tickets(turn))
    merged = [ticket for ticket in mine if ticket.state is TicketState.MERGED]
    return work_ticket(turn.uow, merged[0].number) if len(merged) == 1 else None


def _apart(turn: Turn, ticket: WorkTicket, by: Collection[Who]) -> Reply:
    if step(Move.UNMERGE, ticket.state) is None:
        state, verb = texts.STATE[ticket.state], words.VERB[Move.UNMERGE]
        head = head_of(ticket)
        return Reply(words.CANNOT.format(head=head, state=state, verb=verb, possible=words.NOTHING_POSSIBLE))
    ticket = make(turn, ticket, Move.UNMERGE, by, merged_into=None, assignee_id=None, by_hand=False)
    start_promises(turn, ticket, turn.now)
    turn.uow.wake = True
    tell_reporters(turn, ticket, follow.UNMERGED_FOR_YOU)
    return Reply(words.UNMERGED.format(head=head_of(ticket)))


def neighbours(ctx: Context, new: Matter) -> WorkTicket | None:
    """What a neighbour has reported and this new report may be about; the sender's own earlier ones don't count."""
    return next(iter(alike_to(ctx, new, most=1, not_of=ctx.sender.id)), None)


def join_neighbours(turn: Turn, number: str, into_number: str) -> Reply:
    """The reporter follows the neighbour's ticket from now on, where that is still open."""
    ticket, into = work_ticket(turn.uow, number), root_of(turn, work_ticket(turn.uow, into_number))
    if step(Move.MERGE, ticket.state) is None or into.state not in UNHANDLED or into.number == number:
        return Reply(follow.KEPT_APART.format(number=number))
    join(turn, ticket, into, {Who.REPORTER})
    n = words.short(number)
    return Reply(follow.JOINED.format(number=number, into=into.number, n=n))
