"""Orders of the hotline that became tickets."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select, union_all

from storage.models import ConnectorLink, HotlineOrder
from storage.once import insert_once
from storage.unit_of_work import UnitOfWork


def known_orders(uow: UnitOfWork, order_numbers: Sequence[str]) -> set[str]:
    """Those that were taken in before."""
    statement = select(HotlineOrder.order_no).where(HotlineOrder.order_no.in_(order_numbers))
    return set(uow.execute(statement).scalars())


def keep_order(
    uow: UnitOfWork, order_no: str, number: str, due_at: datetime | None, caller: str | None, now: datetime
) -> bool:
    """Notes which ticket an order is; False when it was taken in before."""
    return insert_once(uow, HotlineOrder, order_no=order_no, number=number, due_at=due_at, caller=caller, at=now)


def orders_of(uow: UnitOfWork, numbers: Sequence[str]) -> dict[str, str]:
    """By ticket the order that it is, of those of these that are one."""
    statement = select(HotlineOrder.number, HotlineOrder.order_no).where(HotlineOrder.number.in_(numbers))
    return {row.number: row.order_no for row in uow.execute(statement)}


def caller_of(uow: UnitOfWork, number: str) -> str | None:
    """Who called the hotline about a ticket, and their number; None where the hotline has not said so."""
    found: str | None = uow.execute(select(HotlineOrder.caller).where(HotlineOrder.number == number)).scalar()
    return found


def number_of_order(uow: UnitOfWork, order_no: str) -> str | None:
    """The ticket that an order is; None where it was never taken in."""
    found: str | None = uow.execute(select(HotlineOrder.number).where(HotlineOrder.order_no == order_no)).scalar()
    return found


def due_elsewhere(uow: UnitOfWork, number: str) -> datetime | None:
    """When the hotline, or whichever platform has brought a ticket, wants it done first; None where none says so."""
    orders = select(HotlineOrder.due_at).where(HotlineOrder.number == number)
    links = select(ConnectorLink.due_at).where(ConnectorLink.ours == number, ConnectorLink.kind == "ticket")
    return min((each for each in uow.execute(union_all(orders, links)).scalars() if each is not None), default=None)
