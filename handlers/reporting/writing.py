"""A report written as a ticket, its place completed, and those told who are told of a danger."""

from dataclasses import dataclass

from governance.tickets.sensitive import is_sensitive
from handlers import texts
from handlers.context import Context
from handlers.events.noticing import KnownEvent, notice_trouble
from handlers.notices import tell_of_hazard
from handlers.reporting.whereabouts import Whereabouts
from handlers.things.finding import known_thing, seen, tell_of_failures, thing_said
from handlers.things.seen import ThingSeen
from handlers.tickets.danger_doubts import note_doubt
from storage.things import set_thing_of_ticket
from storage.tickets import OwnTicket, open_ticket, set_place
from storage.work_tickets import work_tickets
from understanding.normalise import tidy
from understanding.reading import Reading
from understanding.summary import summary_of


@dataclass(frozen=True)
class Written:
    """A ticket that was just written. `event`: the open event that it belongs to; `thing`: what it is about, where one fits."""

    number: str
    summary: str
    event: KnownEvent | None
    thing: ThingSeen | None = None


def write_ticket(
    ctx: Context, text: str, reading: Reading, where: Whereabouts, draft: bool = False, thing: int | None = None
) -> Written:
    """Writes one ticket of the sender's; what others may have too joins their event, or waits for more of it. `thing`: what it is
    about, where that is known.
    """
    number, summary = ctx.next_number(), summary_of(tidy(text))
    code = reading.category.code if reading.category else None
    quiet = is_sensitive(code)
    about = None if quiet else thing_said(ctx, text, where.place_id) if thing is None else known_thing(ctx, thing)
    open_ticket(
        ctx.uow, number=number, account_id=ctx.sender.id, channel=ctx.sender.channel, now=ctx.now, text=text,
        summary=summary, place_text=where.text, place_id=where.place_id, urgency=reading.urgency, draft=draft, names=ctx.names,
        category=code, thing_id=None if about is None else about.id,
    )  # fmt: skip
    note_doubt(ctx, number, reading.hazard)
    event = None if quiet else notice_trouble(ctx, number, text, where.place_id)
    if about is None:
        return Written(number, summary, event)
    tell_of_failures(ctx, about, number, summary)
    return Written(number, summary, event, seen(ctx, about))


def complete(ctx: Context, ticket: OwnTicket, where: Whereabouts) -> KnownEvent | None:
    """Writes the place of a ticket that had none, and tells those who answer for it; answers the open event that it is now of."""
    assert where.text is not None
    set_place(ctx.uow, ticket.number, where.text, where.place_id, ctx.names)
    ctx.uow.wake = True
    if where.place_id is None:
        return None
    if ticket.urgency == "hazard" and is_sensitive(work_tickets(ctx.uow, [ticket.number])[0].category):
        announce(ctx, ticket.number, ticket.summary, where, ticket.urgency)
        return None
    about = thing_said(ctx, f"{where.text} {ticket.summary}", where.place_id)
    if about is not None:
        set_thing_of_ticket(ctx.uow, ticket.number, about.id)
        tell_of_failures(ctx, about, ticket.number, ticket.summary)
    event = notice_trouble(ctx, ticket.number, ticket.summary, where.place_id)
    announce(ctx, ticket.number, ticket.summary, where, ticket.urgency)
    return event


def announce(ctx: Context, number: str, summary: str, where: Whereabouts, urgency: str) -> None:
    """Tells everybody up to the subdistrict of a danger at once; all else the one whom it is dispatched to hears of."""
    if urgency == "hazard":
        text = texts.notice_new(number, summary, where.text or texts.SOMEWHERE, urgency)
        tell_of_hazard(ctx, where.place_id, number, text)
