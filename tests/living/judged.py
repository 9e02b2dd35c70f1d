"""What is lost, doubled or left open after a rolling upgrade."""

from collections import Counter

from sqlalchemy import column, func, inspect, select, table, text

from storage import keyring
from storage.database import Database
from storage.keyring import is_sealed
from storage.owed_steps import OWED
from storage.schema import differences
from tests.living.door import FIRST, Door

SEALED = (("inbound", "reply"), ("outbox", "text"), ("ticket_events", "note"), ("dialogues", "data"))
_LACKING = text(
    "SELECT count(*) FROM tickets t WHERE handle_due IS NULL AND EXISTS (SELECT 1 FROM deadlines d"
    " WHERE d.number = t.number AND d.kind = 'handle' AND d.dropped_at IS NULL)"
)
_KEPT = text("SELECT substr(dedupe_key, 1, 7) FROM inbound WHERE dedupe_key LIKE '70%' AND length(dedupe_key) > 7")


def counted(database: Database, names: set[str] | None = None) -> dict[str, int]:
    """Rows by table."""
    with database.read() as connection:
        there = names or set(inspect(connection).get_table_names()) - {"alembic_version", OWED.name}
        return {name: connection.execute(select(func.count()).select_from(table(name))).scalar_one() for name in there}


def lost(before: dict[str, int], after: dict[str, int]) -> list[str]:
    """Tables with fewer rows than before."""
    return [f"{name}: {count} rows, then {after[name]}" for name, count in before.items() if after[name] < count]


def unfilled(database: Database) -> list[str]:
    """Old rows that lack something still."""
    wrong = []
    with database.read() as connection:
        for name, words in SEALED:
            kept = select(column(words)).select_from(table(name)).where(column(words).is_not(None))
            if any(not is_sealed(value) for value in connection.execute(kept).scalars()):
                wrong.append(f"{name}.{words} lies open")
        shown = select(func.count()).select_from(table("tickets")).where(column("text").like("%19900000001%"))
        if count := connection.execute(shown).scalar_one():
            wrong.append(f"{count} tickets show a number")
        if count := connection.execute(_LACKING).scalar_one():
            wrong.append(f"{count} tickets lack their dues")
    return wrong


def not_once(database: Database, door: Door) -> list[str]:
    """Messages that were answered and are not kept once."""
    with database.read() as connection:
        kept = Counter(connection.execute(_KEPT).scalars())
    return [
        f"message {one.number}: {one.outcome}, kept {times} times"
        for one in door.asked
        if (times := kept[str(FIRST + one.number)]) > 1 or (one.outcome == "taken" and times != 1)
    ]


def everything(url: str, key: str) -> dict[str, list[str]]:
    """All rows of all tables, words opened; nothing is owed, and models and schema agree."""
    keyring.unlock([key])
    database = Database(url)
    with database.read() as connection:
        names = inspect(connection).get_table_names()
        assert OWED.name not in names
        found = {
            name: sorted(
                str([keyring.unseal(cell) if isinstance(cell, str) else cell for cell in row])
                for row in connection.execute(select(text("*")).select_from(table(name)))
            )
            for name in names
        }
    assert differences(database) == []
    database.close()
    return found
