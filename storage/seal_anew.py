"""Words that lie in the database sealed under the newest key: those of before there was sealing, and all after a key's change."""

import math
import time
from collections.abc import Sequence
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
_STEP, _NAMES_FOR_S = 1000, 60


def seal_old_words(connection: Connection) -> None:
    """Seals all that lies open or under an older key, in the caller's transaction; what was overwritten is wiped from the file."""
    _wipe(connection)
    for name in SEALED:
        after: Any = None
        while (after := _seal_some(connection, name, after, anew=True)) is not None:
            pass
    masker, reached = TicketMasker(), None
    while (reached := masker.mask_some(connection, reached)) is not None:
        pass


def seal_some_words(connection: Connection, after: str | None) -> str | None:
    """Seals what lies open in the next rows behind `after` (TABLE, or TABLE KEY), in the caller's transaction; answers how far it
    came, None at the end.
    """
    _wipe(connection)
    name, _, said = (after or next(iter(SEALED))).partition(" ")
    key: Any = None if not said else said if name == "inbound" else int(said)
    last = _seal_some(connection, name, key, anew=False)
    if last is not None:
        return f"{name} {last}"
    later = list(SEALED)[list(SEALED).index(name) + 1 :]
    return later[0] if later else None


def _seal_some(connection: Connection, name: str, after: Any, *, anew: bool) -> Any:
    """Of the next rows; the key of the last, None at the end. `anew`: also what lies sealed already."""
    key, *columns = SEALED[name]
    table = _plain_table(name, key, columns)
    rows = _step(connection, table, key, after)
    if not rows:
        return None
    write = update(table).where(table.c[key] == bindparam("of")).values({c: bindparam(f"new_{c}") for c in columns})
    fresh = [
        {"of": row[0], **{f"new_{c}": _sealed(value, anew) for c, value in zip(columns, row[1:], strict=True)}}
        for row in rows
        if any(value is not None and (anew or not keyring.is_sealed(value)) for value in row[1:])
    ]
    if fresh:
        connection.execute(write, fresh)
    return rows[-1][0]


def _sealed(value: str | None, anew: bool) -> str | None:
    if value is None or (keyring.is_sealed(value) and not anew):
        return value
    return keyring.seal(keyring.unseal(value))


class TicketMasker:
    """Masks old tickets step by step; the names of the roster are read once in a while, not at each step."""

    def __init__(self) -> None:
        self._names, self._read_at = KnownNames((), ()), -math.inf

    def mask_some(self, connection: Connection, after: str | None) -> str | None:
        """Masks what is open in the next tickets, seals the original, and notes whom it mentions; in the caller's transaction.

        Answers how far it came, None at the end.
        """
        _wipe(connection)
        columns = ("text", "original", "summary", "place_text")
        table = _plain_table("tickets", "number", columns)
        rows = _step(connection, table, "number", after)
        if not rows:
            return None
        names = self._known(connection)
        kept = {row.number: _kept(row, names) for row in rows}
        changed = [_written(row, kept[row.number], names) for row in rows if _differs(row, kept[row.number], names)]
        if changed:
            write = update(table).where(table.c.number == bindparam("of"))
            connection.execute(write.values({c: bindparam(f"new_{c}") for c in columns}), changed)
            _mention(connection, {row["of"]: kept[row["of"]] for row in changed})
        return str(rows[-1].number)

    def _known(self, connection: Connection) -> KnownNames:
        if time.monotonic() - self._read_at > _NAMES_FOR_S:
            self._names, self._read_at = read_names(UnitOfWork(connection)), time.monotonic()
        return self._names


def _mention(connection: Connection, kept: dict[Any, KeptWords]) -> None:
    mentions = _plain_table("mentions", "number", ("digest",))
    connection.execute(delete(mentions).where(mentions.c.number.in_(list(kept))))
    found = [{"number": number, "digest": digest} for number, words in kept.items() for digest in words.digests]
    if found:
        connection.execute(insert(mentions), found)


def _wipe(connection: Connection) -> None:
    """What is overwritten is wiped from the file."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA secure_delete = ON")


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


def _step(connection: Connection, table: Table, key: str, after: Any) -> Sequence[Any]:
    """The next thousand rows in the order of their key, locked."""
    statement = select(table).order_by(table.c[key]).limit(_STEP).with_for_update()
    return connection.execute(statement if after is None else statement.where(table.c[key] > after)).all()
