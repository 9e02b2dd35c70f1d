"""The counter behind ticket numbers: one row a day, locked from the first number taken to the commit."""

from datetime import date

from sqlalchemy import Connection, select, update
from sqlalchemy.dialects import postgresql, sqlite

from storage.models import TicketDay

_MAKE = {
    "postgresql": postgresql.insert(TicketDay).values(last=0).on_conflict_do_nothing(),
    "sqlite": sqlite.insert(TicketDay).values(last=0).on_conflict_do_nothing(),
}


def lock_counter(connection: Connection, day: date, nowait: bool) -> int:
    """Locks the day's row, making it when it is the first of the day, and answers its last number."""
    locked = select(TicketDay.last).where(TicketDay.day == day).with_for_update(nowait=nowait)
    last = connection.execute(locked).scalar()
    if last is None:
        connection.execute(_MAKE[connection.dialect.name], {"day": day})
        last = connection.execute(locked).scalar_one()
    return int(last)


def save_counter(connection: Connection, day: date, last: int) -> None:
    """Writes the last number used; the lock goes with the commit."""
    connection.execute(update(TicketDay).where(TicketDay.day == day).values(last=last))
