"""Reports from other systems: 12345 orders and Open311 requests become tickets like any other."""

from dataclasses import dataclass
from datetime import datetime

from governance.hotline import Order
from handlers.inbound import Inbound, Kind
from handlers.report import read, write_ticket
from handlers.scene import House, Scene
from handlers.ticket_place import Whereabouts, announce, near_point, whereabouts
from handlers.turn import Turn
from storage.accounts import KnownAccount, change_account, take_accounts
from storage.database import Database
from storage.hotline_orders import keep_order, known_orders
from storage.inbound import Delivery
from storage.place_book import PlaceBook
from storage.tickets import locate
from storage.unit_of_work import UnitOfWork
from understanding.intent import Intent, Meaning
from understanding.normalise import normalise

HOTLINE, OPEN311 = "12345", "open311"
LONGEST_CALLER = 100


@dataclass(frozen=True)
class TakenIn:
    """What became of a sheet: numbers of new tickets by order, and orders that were there before."""

    new: dict[str, str]
    known: list[str]


def take_in_orders(database: Database, house: House, found: list[Order], now: datetime, book: PlaceBook) -> TakenIn:
    """Each order is a ticket, once; all in one transaction."""
    with database.write() as connection:
        scene = Scene(UnitOfWork(connection), house, now, book)
        account = system_account(scene, HOTLINE, "hotline")
        known = known_orders(scene.uow, [order.order_no for order in found])
        new = {}
        for order in found:
            if order.order_no in known:
                continue
            text = f"{order.address}，{order.text}" if order.address and order.address not in order.text else order.text
            number = take_in(scene, account, text)
            caller = "　".join(filter(None, (order.caller, order.phone)))[:LONGEST_CALLER] or None
            keep_order(scene.uow, order.order_no, number, order.due_at, caller, now)
            new[order.order_no] = number
        scene.uow.finish()
    return TakenIn(new, sorted(known))


def system_account(scene: Scene, channel: str, name: str) -> KnownAccount:
    """The account under which another system's tickets stand; nothing is pushed there."""
    account = take_accounts(scene.uow, [(channel, name)], scene.now)[channel, name]
    change_account(scene.uow, account.id, unsubscribed_at=scene.now)
    return account


def take_in(scene: Scene, account: KnownAccount, text: str, lat: float | None = None, lon: float | None = None) -> str:
    """Writes one ticket for an account that is not a person's; answers its number. Nothing is asked: staff see what is missing."""
    inbound = Inbound(account.channel, account.openid, "", Kind.TEXT, scene.now, Delivery(0, "", ""), text=text)
    plain = Turn(scene.uow, scene.house, scene.now, scene.book, inbound, account)
    turn = plain.with_words(normalise(text), Meaning(Intent.REPORT))
    reading = read(turn, text)
    where = whereabouts(turn, reading, text)
    if where.place_id is None and lat is not None and lon is not None:
        place, _ = near_point(turn, lat, lon)
        if place is not None:
            where = Whereabouts(place, where.text or scene.places.full_name(place))
    number, summary = write_ticket(turn, text, reading, where, draft=where.text is None)
    if lat is not None and lon is not None:
        locate(scene.uow, number, lat, lon, None)
    announce(turn, number, summary, where, reading.urgency)
    return number
