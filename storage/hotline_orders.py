"""Orders of the hotline that became tickets."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select

from storage.models import HotlineOrder
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


def hotline_due(uow: UnitOfWork, number: str) -> datetime | None:
    """When the hotline wants a ticket done; None where it is no order, or none is set."""
    found: datetime | None = uow.execute(select(HotlineOrder.due_at).where(HotlineOrder.number == number)).scalar()
    return found
