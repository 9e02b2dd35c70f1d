"""Words that lie in the database sealed under the newest key: those of before there was sealing, and all after a key's change."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Column, Connection, MetaData, Table, Text, bindparam, delete, insert, select, update

from storage import keyring
from storage.kept_words import KeptWords, kept_words, masked_words
from storage.name_book import read_names
from storage.unit_of_work import UnitOfWork
from understanding.known_names import KnownNames

SEALED: dict[str, tuple[str, ...]] = {
    "inbound": ("dedupe_key", "reply"),
    "outbox": ("id", "text", "taps"),
    "dialogues": ("account_id", "data"),
    "ticket_events": ("id", "note"),
    "attachments": ("id", "transcript"),
    "extensions": ("id", "reason"),
    "ratings": ("id", "note"),
    "emergency_draws": ("id", "what", "note"),
    "duty_records": ("id", "outcome"),
    "check_ins": ("id", "note"),
    "service_hours": ("id", "reason"),
    "star_awards": ("id", "facts", "deeds"),
    "nominations": ("id", "reason"),
}
"""Tables with their key and their sealed columns, as the migration that sealed them found them; `tickets` is apart."""
_STEP = 1000


def seal_old_words(connection: Connection) -> None:
    """Seals all that lies open or under an older key, in the caller's transaction; what was overwritten is wiped from the file."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA secure_delete = ON")
    for name, (key, *columns) in SEALED.items():
        _seal(connection, name, key, columns)
    _mask_tickets(connection)


def _seal(connection: Connection, name: str, key: str, columns: Sequence[str]) -> None:
    table = _plain_table(name, key, columns)
    write = update(table).where(table.c[key] == bindparam("of")).values({c: bindparam(f"new_{c}") for c in columns})
    for rows in _steps(connection, table, key):
        fresh = [
            {"of": row[0], **{f"new_{c}": _anew(value) for c, value in zip(columns, row[1:], strict=True)}}
            for row in rows
        ]
        connection.execute(write, fresh)


def _anew(value: str | None) -> str | None:
    return None if value is None else keyring.seal(keyring.unseal(value))


def _mask_tickets(connection: Connection) -> None:
    """Masks what is open, seals the original, and notes whom it mentions."""
    columns = ("text", "original", "summary", "place_text")
    table, mentions = _plain_table("tickets", "number", columns), _plain_table("mentions", "number", ("digest",))
    write = update(table).where(table.c.number == bindparam("of")).values({c: bindparam(f"new_{c}") for c in columns})
    names = read_names(UnitOfWork(connection))
    for rows in _steps(connection, table, "number"):
        kept = {row.number: _kept(row, names) for row in rows}
        changed = [_written(row, kept[row.number], names) for row in rows if _differs(row, kept[row.number], names)]
        if not changed:
            continue
        connection.execute(write, changed)
        connection.execute(delete(mentions).where(mentions.c.number.in_([row["of"] for row in changed])))
        found = [{"number": row["of"], "digest": digest} for row in changed for digest in kept[row["of"]].digests]
        if found:
            connection.execute(insert(mentions), found)


def _kept(row: Any, names: KnownNames) -> KeptWords:
    return kept_words(row.text if row.original is None else keyring.unseal(row.original), names)


def _differs(row: Any, kept: KeptWords, names: KnownNames) -> bool:
    parts = (row.summary, row.place_text or "")
    return kept.original is not None or any(masked_words(part, names) != part for part in parts)


def _written(row: Any, kept: KeptWords, names: KnownNames) -> dict[str, str | None]:
    place = None if row.place_text is None else masked_words(row.place_text, names)
    original = None if kept.original is None else keyring.seal(kept.original)
    summary = masked_words(row.summary, names)
    return {
        "of": row.number, "new_text": kept.shown, "new_original": original, "new_summary": summary, "new_place_text": place,
    }  # fmt: skip


def _plain_table(name: str, key: str, columns: Sequence[str]) -> Table:
    """The table without our own reading of its columns."""
    return Table(name, MetaData(), Column(key, primary_key=True), *(Column(column, Text()) for column in columns))


def _steps(connection: Connection, table: Table, key: str) -> Iterator[Sequence[Any]]:
    """All rows in the order of their key, a thousand at a time."""
    statement, after = select(table).order_by(table.c[key]).limit(_STEP), None
    while True:
        rows = connection.execute(statement if after is None else statement.where(table.c[key] > after)).all()
        if not rows:
            return
        yield rows
        after = rows[-1][0]
