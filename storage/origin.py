"""From where what is being done was asked for: an address, a channel, a user of the machine. The audit writes it down.

Beside it goes the trace: one id of a message or order, which all that comes of it bears (log line, steps of tickets, audit,
pushes). Both are kept beside the call, not in its arguments: whatever is done on behalf of one request says the same.
"""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

LONGEST = 64
_ORIGIN: ContextVar[str] = ContextVar("origin", default="")
_TRACE: ContextVar[str | None] = ContextVar("trace", default=None)
_HEARD: ContextVar[list[str] | None] = ContextVar("heard", default=None)


def origin() -> str:
    """From where; empty for what the clock brings."""
    return _ORIGIN.get()


def trace() -> str | None:
    """Of which message or order; None for what nobody asked for."""
    return _TRACE.get()


def trace_of(key: str) -> str:
    """The id of what came under this key: the same for each delivery, telling nothing of its sender."""
    return hashlib.blake2b(key.encode(), digest_size=8).hexdigest()


def came_from(where: str) -> None:
    """Sets it for the rest of this request or command."""
    _ORIGIN.set(where[:LONGEST])


@contextmanager
def asked_from(where: str, key: str = "") -> Iterator[None]:
    """Sets it for the block: of the messages of a batch each has its own. `key`: that of the message or order."""
    token, traced = _ORIGIN.set(where[:LONGEST]), _TRACE.set(trace_of(key) if key else None)
    try:
        yield
    finally:
        _TRACE.reset(traced)
        _ORIGIN.reset(token)


@contextmanager
def following(found: str | None) -> Iterator[None]:
    """What is done in the block comes of what has this id."""
    token, heard = _TRACE.set(found), _HEARD.get()
    if heard is not None and found is not None:
        heard.append(found)
    try:
        yield
    finally:
        _TRACE.reset(token)


@contextmanager
def listening() -> Iterator[list[str]]:
    """A list of the ids that are followed in the block."""
    heard: list[str] = []
    token = _HEARD.set(heard)
    try:
        yield heard
    finally:
        _HEARD.reset(token)
