"""Old rows get what a migration added for them, part by part, each in a transaction of its own that also notes how far it came."""

import threading
import time
from collections.abc import Callable

from sqlalchemy import Connection, column, select, table, text

from storage.database import Database, Unavailable
from storage.owed_steps import clear_away, is_noted, note, owed_fills, settle, taken
from storage.seal_anew import TicketMasker, seal_some_words

DUES, WORDS, MASKS = "dues", "words", "masks"
"""What tickets keep of their deadlines; words that lie sealed; people who are masked in tickets."""
_STEP, _AWAY_S = 1000, 5.0
_OF_IT = "FROM deadlines WHERE deadlines.number = tickets.number AND dropped_at IS NULL"
KEEP_DUES = (
    f"UPDATE tickets SET take_due = (SELECT due_at {_OF_IT} AND kind = 'take' ORDER BY id LIMIT 1),"
    f" handle_due = (SELECT due_at {_OF_IT} AND kind = 'handle' ORDER BY id LIMIT 1),"
    f" next_due = (SELECT min(due_at) {_OF_IT} AND met_at IS NULL)"
)
_SOME_DUES = f"{KEEP_DUES} WHERE number BETWEEN :first AND :last"
_TICKETS = table("tickets", column("number"))

Fill = Callable[[Connection, str | None], str | None]
"""Does the part behind a row, in the caller's transaction; answers how far it came, None at the end."""


def _keep_some_dues(connection: Connection, after: str | None) -> str | None:
    """The tickets are locked first: what others wrote of their deadlines meanwhile is then seen."""
    statement = select(_TICKETS.c.number).order_by(_TICKETS.c.number).limit(_STEP).with_for_update()
    numbers = connection.execute(statement.where(_TICKETS.c.number > (after or ""))).scalars().all()
    if not numbers:
        return None
    reach = {"first": numbers[0], "last": numbers[-1]}
    connection.execute(text(_SOME_DUES), reach)
    return str(numbers[-1])


FILLS: dict[str, Callable[[], Fill]] = {
    DUES: lambda: _keep_some_dues,
    WORDS: lambda: seal_some_words,
    MASKS: lambda: TicketMasker().mask_some,
}


def fill_some(database: Database, name: str, fill: Fill) -> bool:
    """Does the next part of a filling; whether more is left."""
    with database.write() as connection:
        try:
            done_to = taken(connection, name)
        except LookupError:
            return False
        reached = fill(connection, done_to)
        if reached is None:
            settle(connection, name)
        else:
            note(connection, name, reached)
    return reached is not None


def fill_all(
    database: Database, stopping: threading.Event | None = None, tell: Callable[[str], None] = lambda _: None
) -> None:
    """Does all that is owed; `tell` hears of each that is done. With `stopping`: as much again is left to others as it takes, until
    that is set, and a database that is away is waited for.
    """
    with database.read() as connection:
        names, noted = list(owed_fills(connection)), is_noted(connection)
    for name in names:
        fill = FILLS[name]()
        while _one_more(database, name, fill, stopping):
            pass
        if stopping is not None and stopping.is_set():
            return
        tell(name)
    if noted:  # also what a kill after the last filling left, which owes nothing
        with database.write() as connection:
            clear_away(connection)


def _one_more(database: Database, name: str, fill: Fill, stopping: threading.Event | None) -> bool:
    if stopping is None:
        return fill_some(database, name, fill)
    begun = time.monotonic()
    try:
        more = fill_some(database, name, fill)
    except Unavailable:
        return not stopping.wait(_AWAY_S)
    return more and not stopping.wait(time.monotonic() - begun)
