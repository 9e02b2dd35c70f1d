"""Who opens very many reports within an hour: what comes then is kept together, for a person to look at; nothing is lost."""

from governance.flood import HOUR, is_one_too_many
from governance.tickets.states import ENDED
from governance.tickets.urgency import Urgency
from handlers.context import Context
from handlers.reporting.flood_outcomes import KeptForPerson
from handlers.reporting.flood_texts import KEPT_SUMMARY
from handlers.reporting.whereabouts import Whereabouts, whereabouts
from handlers.tickets.moving import note_event
from storage.tickets import newest_made_by, open_ticket, opened_since
from storage.work_tickets import work_ticket
from understanding.normalise import tidy
from understanding.reading import Reading
from understanding.summary import summary_of

ORIGIN, CHANNEL = "too_many", "wechat"


def kept_for_person(ctx: Context, text: str, reading: Reading) -> KeptForPerson | None:
    """Keeps the words with the one question of this hour that a person looks at; None for who has not reported so much."""
    since, spoke = ctx.now - HOUR, ctx.sender.at_hand_since
    if ctx.sender.channel != CHANNEL or spoke is None or spoke <= since:
        return None  # who has reported within the hour has been told a number within the hour
    opened = opened_since(ctx.uow, ctx.sender.id, since)
    if not is_one_too_many(opened, reading.hazard is not None, ctx.config.rules):
        return None
    number = newest_made_by(ctx.uow, ctx.sender.id, ORIGIN, since)
    kept = None if number is None else work_ticket(ctx.uow, number)
    if kept is None or kept.state in ENDED:
        number = _opened(ctx, text, reading)
    else:
        note_event(ctx, kept, "remark", text)
    assert number is not None
    return KeptForPerson(number, summary_of(tidy(text)), ctx.config.rules.reports_an_hour)


def _opened(ctx: Context, text: str, reading: Reading) -> str:
    """The question that the hour's other words are kept with, at the place of the first of them."""
    where: Whereabouts = whereabouts(ctx.places, reading, text)
    number = ctx.next_number()
    open_ticket(
        ctx.uow, number=number, account_id=ctx.sender.id, channel=ctx.sender.channel, now=ctx.now, text=text,
        summary=KEPT_SUMMARY.format(summary=summary_of(tidy(text))), place_text=where.text, place_id=where.place_id,
        urgency=Urgency.ENQUIRY.value, category=None if reading.category is None else reading.category.code,
        names=ctx.names, origin=ORIGIN,
    )  # fmt: skip
    ctx.uow.wake = True
    return number
