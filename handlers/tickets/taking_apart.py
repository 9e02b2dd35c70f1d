"""拆分: a ticket that tells of several matters becomes several, each its own reporter's; the first stays where it is."""

from handlers.context import Context
from handlers.conversation.questions import ask_slot
from handlers.reporting.whereabouts import Whereabouts, at, read_words, whereabouts
from handlers.reporting.writing import announce
from handlers.texts import follow
from handlers.tickets.danger_doubts import note_doubt
from handlers.tickets.moving import note_event
from handlers.tickets.news import tell_reporters
from handlers.tickets.outcomes import ref
from handlers.tickets.request_outcomes import ApartHow, TakenApart
from storage.console.ticket_page import text_of
from storage.tickets import channel_of, open_ticket, set_summary
from storage.work_tickets import WorkTicket
from understanding.command_names import CommandName
from understanding.normalise import normalise, tidy
from understanding.several import parts_in
from understanding.summary import summary_of

NAME = 8
"""A part of no more letters is only called so, and keeps the words of the whole."""


def take_apart(ctx: Context, ticket: WorkTicket, named: tuple[str, ...]) -> TakenApart | ApartHow:
    """By the matters that its words tell, else by what they are called; asked where neither says it. The ticket is locked."""
    text = text_of(ctx.uow, ticket.number)
    whole = ticket.summary == summary_of(tidy(text))  # else it was taken apart before
    told = parts_in(normalise(text)) if whole else ()
    parts = told if len(told) > 1 and len(told) >= len(named) else named
    if len(parts) < 2:
        ask_slot(ctx, CommandName.UNMERGE_TICKET, number=ticket.number)
        return ApartHow(ref(ticket))
    head = read_words(normalise(parts[0]), ctx.here).category
    category = head.code if head else ticket.category
    set_summary(ctx.uow, ticket.number, summary_of(parts[0]), category, ctx.names)
    made = [(ticket.number, summary_of(parts[0]))] + [_open(ctx, ticket, part, text) for part in parts[1:]]
    listed = "、".join(f"{number} {summary}" for number, summary in made)
    note_event(ctx, ticket, "split", listed)
    ctx.uow.wake = True
    tell_reporters(ctx, ticket, follow.TAKEN_APART.format(listed=listed))
    return TakenApart(tuple(made))


def _open(ctx: Context, first: WorkTicket, part: str, whole: str) -> tuple[str, str]:
    """A ticket for one of the other parts, at its place unless the part names another."""
    reading = read_words(normalise(part), ctx.here)
    where = whereabouts(ctx.places, reading, part)
    if where.place_id is None:
        where = Whereabouts(None, first.place_text) if first.place_id is None else at(ctx.places, first.place_id)
    number, summary = ctx.next_number(), summary_of(part)
    open_ticket(
        ctx.uow, number=number, account_id=first.account_id, channel=channel_of(ctx.uow, first.number), now=ctx.now,
        names=ctx.names,
        text=part if len(part) > NAME else f"{part}（{whole}）", summary=summary, place_text=where.text,
        place_id=where.place_id, urgency=reading.urgency, category=reading.category.code if reading.category else None,
    )  # fmt: skip
    note_doubt(ctx, number, reading.hazard)
    announce(ctx, number, summary, where, reading.urgency)
    return number, summary
