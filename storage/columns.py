"""Column types of our own: UTC instants, encrypted personal data, sealed texts."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, DateTime, Dialect, LargeBinary, Text
from sqlalchemy.sql.operators import OperatorType
from sqlalchemy.types import TypeDecorator

from storage import keyring
from storage.texts import FORGOTTEN_TEXT, PAST_TEXT


def sqlite_instant(value: datetime) -> str:
    """An aware instant in the words in which SQLite keeps it, for statements written in raw SQL."""
    return value.astimezone(UTC).replace(tzinfo=None).isoformat(sep=" ", timespec="microseconds")


class UtcDateTime(TypeDecorator[datetime]):
    """A timezone-aware instant; SQLite keeps it as UTC without offset, PostgreSQL as timestamptz."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuses naive instants (ValueError) so that no local time slips in."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant without time zone")
        return value.astimezone(UTC).replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Always aware, always UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Encrypted(TypeDecorator[str]):
    """Text that is unreadable without a secret key (Fernet: AES-128-CBC with HMAC-SHA-256); see storage.keyring."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        """Encrypts."""
        return None if value is None else keyring.encrypt(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:
        """Decrypts; None when no key fits."""
        return None if value is None else keyring.decrypt(bytes(value))


OPEN_WORDS = frozenset({PAST_TEXT, FORGOTTEN_TEXT})


def _open_words(compared: Any) -> bool:
    if isinstance(compared, list | tuple | set):
        return all(map(_open_words, compared))
    return not isinstance(compared, str) or compared in OPEN_WORDS


class Sealed(TypeDecorator[str]):
    """Words that people wrote or were sent, unreadable without the secret key (AES-GCM), in a column of text.

    No statement can look into it: comparing it with a text raises TypeError. What was written before there was sealing is
    read as it stands. The marks over what is forgotten stay open: they tell nothing, and are looked for.
    """

    impl = Text
    cache_ok = True

    class comparator_factory(TypeDecorator.Comparator[str]):
        """Refuses what would never be true."""

        def operate(self, op: OperatorType, *other: Any, **more: Any) -> ColumnElement[Any]:
            """Whether it is NULL can be asked, and columns are told apart."""
            if any(not _open_words(each) for each in other):
                raise TypeError("sealed text is not compared in SQL")
            return super().operate(op, *other, **more)

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Seals."""
        return value if value is None or value in OPEN_WORDS else keyring.seal(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:
        """Opens."""
        return None if value is None else keyring.unseal(value)
