"""Reports from other systems: 12345 orders and Open311 requests become tickets like any other."""

from dataclasses import dataclass, replace
from datetime import datetime

from governance.hotline import Order
from handlers.context import Context, SubdistrictConfig
from handlers.reporting.filing import announce, write_ticket
from handlers.reporting.whereabouts import Whereabouts, near_point, read_words, whereabouts
from storage.accounts import KnownAccount, change_account, take_accounts
from storage.database import Database
from storage.hotline_orders import keep_order, known_orders
from storage.place_book import PlaceBook
from storage.tickets import locate
from storage.unit_of_work import UnitOfWork
from understanding.normalise import normalise

HOTLINE, OPEN311 = "12345", "open311"
LONGEST_CALLER = 100


@dataclass(frozen=True)
class TakenIn:
    """What became of a sheet: numbers of new tickets by order, and orders that were there before."""

    new: dict[str, str]
    known: list[str]


def take_in_orders(
    database: Database, config: SubdistrictConfig, found: list[Order], now: datetime, book: PlaceBook
) -> TakenIn:
    """Each order is a ticket, once; all in one transaction."""
    with database.write() as connection:
        ctx = Context(UnitOfWork(connection), config, now, book)
        account = system_account(ctx, HOTLINE, "hotline")
        known = known_orders(ctx.uow, [order.order_no for order in found])
        new = {}
        for order in found:
            if order.order_no in known:
                continue
            text = f"{order.address}，{order.text}" if order.address and order.address not in order.text else order.text
            number = take_in(ctx, account, text)
            caller = "　".join(filter(None, (order.caller, order.phone)))[:LONGEST_CALLER] or None
            keep_order(ctx.uow, order.order_no, number, order.due_at, caller, now)
            new[order.order_no] = number
        ctx.uow.finish()
    return TakenIn(new, sorted(known))


def system_account(ctx: Context, channel: str, name: str) -> KnownAccount:
    """The account under which another system's tickets stand; nothing is pushed there."""
    account = take_accounts(ctx.uow, [(channel, name)], ctx.now)[channel, name]
    change_account(ctx.uow, account.id, unsubscribed_at=ctx.now)
    return account


def take_in(ctx: Context, account: KnownAccount, text: str, lat: float | None = None, lon: float | None = None) -> str:
    """Writes one ticket for an account that is not a person's; answers its number. Nothing is asked: staff see what is missing."""
    ctx = replace(ctx, account=account)
    reading = read_words(normalise(text), ctx.here)
    where = whereabouts(ctx.places, reading, text)
    if where.place_id is None and lat is not None and lon is not None:
        place, _ = near_point(ctx.places, lat, lon)
        if place is not None:
            where = Whereabouts(place, where.text or ctx.places.full_name(place))
    number, summary = write_ticket(ctx, text, reading, where, draft=where.text is None)
    if lat is not None and lon is not None:
        locate(ctx.uow, number, lat, lon, None)
    announce(ctx, number, summary, where, reading.urgency)
    return number
