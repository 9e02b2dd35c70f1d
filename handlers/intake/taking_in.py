"""A report from another system becomes a ticket like any other; nothing is asked: staff see what is missing."""

from dataclasses import replace

from handlers.context import Context
from handlers.reporting.whereabouts import Whereabouts, near_point, read_words, whereabouts
from handlers.reporting.writing import announce, write_ticket
from storage.accounts import KnownAccount, change_account, take_accounts
from storage.tickets import locate
from understanding.categories import Category
from understanding.normalise import normalise
from understanding.reading import Reading

HOTLINE, OPEN311 = "12345", "open311"


def system_account(ctx: Context, channel: str, name: str) -> KnownAccount:
    """The account under which another system's tickets stand; nothing is pushed there."""
    account = take_accounts(ctx.uow, [(channel, name)], ctx.now)[channel, name]
    change_account(ctx.uow, account.id, unsubscribed_at=ctx.now)
    return account


def with_address(text: str, address: str | None) -> str:
    """A report with its address before it, unless it says so itself."""
    return f"{address}，{text}" if address and address not in text else text


def take_in(
    ctx: Context, text: str, lat: float | None = None, lon: float | None = None, category: str | None = None
) -> str:
    """Writes one ticket under the context's account, which is a system's; answers its number."""
    return take_in_placed(ctx, text, lat, lon, category)[0]


def take_in_placed(
    ctx: Context, text: str, lat: float | None = None, lon: float | None = None, category: str | None = None
) -> tuple[str, int | None]:
    """Likewise, and its place, None where that is not known.

    `category`: the code that the other system has given it; a danger that its words tell of stays one.
    """
    reading = _given(read_words(normalise(text), ctx.here), ctx.config.category(category))
    where = whereabouts(ctx.places, reading, text)
    if where.place_id is None and lat is not None and lon is not None:
        place, _ = near_point(ctx.places, lat, lon)
        if place is not None:
            where = Whereabouts(place, where.text or ctx.places.full_name(place))
    written = write_ticket(ctx, text, reading, where, draft=where.text is None)
    number = written.number
    if lat is not None and lon is not None:
        locate(ctx.uow, number, lat, lon, None, ctx.names)
    announce(ctx, number, written.summary, where, reading.urgency)
    return number, where.place_id


def _given(reading: Reading, category: Category | None) -> Reading:
    if category is None:
        return reading
    urgency = reading.urgency if reading.urgency == "hazard" else category.urgency
    return replace(reading, category=category, urgency=urgency)
