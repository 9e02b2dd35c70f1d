"""Column types of our own: UTC instants and encrypted personal data."""

from datetime import UTC, datetime
from typing import Any

from cryptography.fernet import Fernet, InvalidToken
from sqlalchemy import DateTime, Dialect, LargeBinary
from sqlalchemy.types import TypeDecorator


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
    """Text that is unreadable without the secret key (Fernet: AES-128-CBC with HMAC-SHA-256).

    `unlock` must be called once with the key before rows are read or written.
    """

    impl = LargeBinary
    cache_ok = True
    _fernet: Fernet | None = None

    @classmethod
    def unlock(cls, key: str) -> None:
        """Sets the process's key: 32 bytes, URL-safe base64; raises ValueError when it is not."""
        cls._fernet = Fernet(key)

    @classmethod
    def _opened(cls) -> Fernet:
        if cls._fernet is None:
            raise RuntimeError("Encrypted.unlock was not called")
        return cls._fernet

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        """Encrypts."""
        return None if value is None else self._opened().encrypt(value.encode())

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:
        """Decrypts; a row written under another key reads as None, so that a lost key loses names, not tickets."""
        if value is None:
            return None
        try:
            return self._opened().decrypt(bytes(value)).decode()
        except InvalidToken:
            return None
