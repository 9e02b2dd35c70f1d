"""Several reports of one matter: found, and joined under the locks of all that it touches."""

from collections.abc import Collection
from datetime import datetime, timedelta

from governance.notices import NoticeKind
from governance.rules import Rules
from governance.tickets.duplicates import Matter, same_matter
from governance.tickets.lifecycle import UNHANDLED, Move, Who, possible
from governance.tickets.sensitive import is_sensitive
from handlers.context import Context
from handlers.outcomes import Refuse
from handlers.texts import follow
from handlers.texts import work as words
from handlers.tickets.finding import head_of
from handlers.tickets.moving import make, note_event, start_promises
from handlers.tickets.news import tell_reporters
from handlers.tickets.notify import notify_staff
from handlers.tickets.outcomes import ref
from handlers.tickets.request_outcomes import (
    Joined,
    KeptApart,
    MovedMeanwhile,
)
from storage.first_reports import first_alike
from storage.work_tickets import WorkTicket, alike, change_ticket, joined_to, lock_tickets, work_ticket, work_tickets


def join_neighbours(ctx: Context, number: str, into_number: str) -> Joined | KeptApart:
    """The reporter follows the neighbour's ticket from now on, where that is still open. Raises Refuse: MovedMeanwhile."""
    one, other = (work_tickets(ctx.uow, [each])[0] for each in (number, into_number))
    into = locked_with(ctx, one, other)
    ticket = work_ticket(ctx.uow, number)
    may = Move.MERGE in possible(ticket.state, {Who.REPORTER})
    if not may or into.state not in UNHANDLED or into.number == number:
        return KeptApart(number)
    join(ctx, ticket, into, {Who.REPORTER})
    return Joined(number, into.number)


def neighbours(ctx: Context, new: Matter) -> WorkTicket | None:
    """What a neighbour has reported and this new report may be about; the sender's own earlier ones don't count."""
    if new.place_id is None or new.category is None or is_sensitive(new.category):
        return None
    first = first_alike(ctx.uow, new, alike_since(ctx.config.rules, new.opened_at), ctx.sender.id)
    return first if first is not None and same_matter(new, matter_of(first), ctx.config.rules) else None


def alike_to(ctx: Context, new: Matter, most: int) -> list[WorkTicket]:
    """The `most` oldest earlier tickets that may be about the same matter."""
    if new.place_id is None or new.category is None:
        return []
    found = alike(ctx.uow, new, alike_since(ctx.config.rules, new.opened_at), most, None)
    return [each for each in found if same_matter(new, matter_of(each), ctx.config.rules)]


def alike_since(rules: Rules, now: datetime) -> datetime:
    """Since when a report counts as near in time."""
    return now - timedelta(days=rules.duplicate_days)


def matter_of(ticket: WorkTicket) -> Matter:
    """What is compared of a ticket."""
    return Matter(ticket.number, ticket.place_id, ticket.category, ticket.opened_at, ticket.state)


def root_of(ctx: Context, ticket: WorkTicket) -> WorkTicket:
    """The ticket that is worked on for this one, as it stands; not locked."""
    while ticket.merged_into is not None:
        ticket = work_tickets(ctx.uow, [ticket.merged_into])[0]
    return ticket


def locked_with(ctx: Context, one: WorkTicket, other: WorkTicket) -> WorkTicket:
    """What is worked on for the other, locked together with all that a merging of the one touches, in the order of numbers.

    Raises Refuse where somebody was quicker and more would have to be locked.
    """
    root = root_of(ctx, other)
    touched = {one.number, other.number, root.number, *_joined(ctx, one)}
    lock_tickets(ctx.uow, touched)
    now = root_of(ctx, work_ticket(ctx.uow, other.number))
    if now.number != root.number or not touched.issuperset(_joined(ctx, one)):
        raise Refuse(MovedMeanwhile(ref(one)))
    return work_ticket(ctx.uow, root.number)


def _joined(ctx: Context, ticket: WorkTicket) -> list[str]:
    return [each.number for each in joined_to(ctx.uow, ticket.number)]


def join(ctx: Context, ticket: WorkTicket, into: WorkTicket, by: Collection[Who]) -> None:
    """Merges a ticket, with those merged into it, into another that is not merged itself. All are locked."""
    before = ticket.assignee_id
    merged = make(ctx, ticket, Move.MERGE, by, into.number, merged_into=into.number)
    note_event(ctx, into, "merged_in", ticket.number)
    for number in _joined(ctx, ticket):
        change_ticket(ctx.uow, number, merged_into=into.number)
    if ticket.urgency == "hazard" != into.urgency:
        change_ticket(ctx.uow, into.number, urgency="hazard")
        start_promises(ctx, work_ticket(ctx.uow, into.number), ticket.opened_at)
    if before is not None and before != into.assignee_id:
        done = words.MERGED_AWAY.format(head=head_of(merged), into=into.number)
        notify_staff(ctx, merged, before, NoticeKind.MERGED, done)
    tell_reporters(ctx, merged, follow.MERGED_FOR_YOU.format(into=into.number))
