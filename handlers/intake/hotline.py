"""12345 orders: each row of the hotline's spreadsheet is a ticket, once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from governance.hotline import Order
from handlers.catalogue import execute, executes
from handlers.context import Context, SubdistrictConfig
from handlers.intake.commands import TakeInOrder
from handlers.intake.outcomes import OrderKnown, OrderTaken
from handlers.intake.taking_in import HOTLINE, system_account, take_in, with_address
from storage.audit import AuditEntry, note_by
from storage.database import Database
from storage.hotline_orders import keep_order, known_orders
from storage.place_book import PlaceBook
from storage.unit_of_work import UnitOfWork

LONGEST_CALLER = 100


@dataclass(frozen=True)
class TakenIn:
    """What became of a sheet: numbers of new tickets by order, and orders that were there before."""

    new: dict[str, str]
    known: list[str]


@executes(TakeInOrder)
def take_in_order(command: TakeInOrder, ctx: Context) -> OrderTaken | OrderKnown:
    """With the hotline's own due time, and who called for who has to call back."""
    if known_orders(ctx.uow, [command.order_no]):
        return OrderKnown(command.order_no)
    number = take_in(ctx, with_address(command.text, command.address))
    caller = "　".join(filter(None, (command.caller, command.phone)))[:LONGEST_CALLER] or None
    keep_order(ctx.uow, command.order_no, number, command.due_at, caller, ctx.now)
    return OrderTaken(command.order_no, number)


def take_in_orders(
    database: Database, config: SubdistrictConfig, orders: Sequence[Order], now: datetime, book: PlaceBook, actor: str
) -> TakenIn:
    """A whole sheet in one transaction, with a line in the audit of who brought it."""
    taken = TakenIn({}, [])
    with database.write() as connection:
        ctx = Context(UnitOfWork(connection), config, now, book)
        ctx = replace(ctx, account=system_account(ctx, HOTLINE, "hotline"))
        for each in orders:
            command = TakeInOrder(each.order_no, each.text, each.address, each.caller, each.phone, each.due_at)
            match execute(command, replace(ctx, cause=f"{HOTLINE}:{each.order_no}")):
                case OrderTaken(order_no, number):
                    taken.new[order_no] = number
                case OrderKnown(order_no):
                    taken.known.append(order_no)
        note_by(ctx.uow, actor, AuditEntry("hotline.import", f"orders:{len(taken.new)}"), now)
        ctx.uow.finish()
    return taken
