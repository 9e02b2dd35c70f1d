"""From where what is being done was asked for: an address, a channel, a user of the machine. The audit writes it down.

Kept beside the call, not in its arguments: whatever is done on behalf of one request says the same.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

LONGEST = 64
_ORIGIN: ContextVar[str] = ContextVar("origin", default="")


def origin() -> str:
    """From where; empty for what the clock brings."""
    return _ORIGIN.get()


def came_from(where: str) -> None:
    """Sets it for the rest of this request or command."""
    _ORIGIN.set(where[:LONGEST])


@contextmanager
def asked_from(where: str) -> Iterator[None]:
    """Sets it for the block: of the messages of a batch each has its own."""
    token = _ORIGIN.set(where[:LONGEST])
    try:
        yield
    finally:
        _ORIGIN.reset(token)
