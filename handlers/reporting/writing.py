"""A report written as a ticket, its place completed, and those told who are told of a danger."""

from dataclasses import dataclass

from handlers import texts
from handlers.context import Context
from handlers.events.noticing import KnownEvent, notice_trouble
from handlers.notices import tell_of_hazard
from handlers.reporting.whereabouts import Whereabouts
from handlers.tickets.danger_doubts import note_doubt
from storage.tickets import OwnTicket, open_ticket, set_place
from understanding.normalise import tidy
from understanding.reading import Reading
from understanding.summary import summary_of


@dataclass(frozen=True)
class Written:
    """A ticket that was just written. `event`: the open event that it belongs to."""

    number: str
    summary: str
    event: KnownEvent | None


def write_ticket(ctx: Context, text: str, reading: Reading, where: Whereabouts, draft: bool = False) -> Written:
    """Writes one ticket of the sender's; what others may have too joins their event, or waits for more of it."""
    number, summary = ctx.next_number(), summary_of(tidy(text))
    open_ticket(
        ctx.uow, number=number, account_id=ctx.sender.id, channel=ctx.sender.channel, now=ctx.now, text=text,
        summary=summary, place_text=where.text, place_id=where.place_id, urgency=reading.urgency, draft=draft, names=ctx.names,
        category=reading.category.code if reading.category else None,
    )  # fmt: skip
    note_doubt(ctx, number, reading.hazard)
    return Written(number, summary, notice_trouble(ctx, number, text, where.place_id))


def complete(ctx: Context, ticket: OwnTicket, where: Whereabouts) -> None:
    """Writes the place of a ticket that had none, and tells those who answer for it."""
    assert where.text is not None
    set_place(ctx.uow, ticket.number, where.text, where.place_id, ctx.names)
    ctx.uow.wake = True
    if where.place_id is not None:
        notice_trouble(ctx, ticket.number, ticket.summary, where.place_id)
        announce(ctx, ticket.number, ticket.summary, where, ticket.urgency)


def announce(ctx: Context, number: str, summary: str, where: Whereabouts, urgency: str) -> None:
    """Tells everybody up to the subdistrict of a danger at once; all else the one whom it is dispatched to hears of."""
    if urgency == "hazard":
        text = texts.notice_new(number, summary, where.text or texts.SOMEWHERE, urgency)
        tell_of_hazard(ctx, where.place_id, number, text)
