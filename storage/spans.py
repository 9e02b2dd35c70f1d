"""What took how long on behalf of a message: spans for a collector, told to a recorder where one was switched on.

A span bears the trace (storage.origin) and what kind of thing was done; no words, no names, no openid. Off, as it is unless
the settings say otherwise, each place costs a look at one name.
"""

import time
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from contextvars import ContextVar
from typing import Protocol

from storage.origin import listening

Facts = dict[str, str | int | bool]


class Recorder(Protocol):
    """Takes spans. `trace` None: of no message. `whole`: the message itself, of which all others of its trace are parts."""

    def note(self, name: str, trace: str | None, began: int, ended: int, facts: Facts, *, whole: bool = False) -> None:
        """One span, from and to in nanoseconds since 1970."""


_recorder: Recorder | None = None
_BATCH: ContextVar[tuple[str, ...]] = ContextVar("batch", default=())
_NOTHING: AbstractContextManager[None] = nullcontext()


def switch_on(recorder: Recorder | None) -> None:
    """From now on in this process; None: no more."""
    global _recorder
    _recorder = recorder


def on() -> bool:
    """Whether anybody listens."""
    return _recorder is not None


def note(name: str, trace: str | None, began: int, facts: Facts, *, whole: bool = False) -> None:
    """What ends now."""
    if _recorder is not None:
        _recorder.note(name, trace, began, time.time_ns(), facts, whole=whole)


def now() -> int:
    """When something begins; nought where nobody listens."""
    return time.time_ns() if _recorder is not None else 0


def batch(traces: Sequence[str]) -> AbstractContextManager[None]:
    """What is done in the block is done for all of these."""
    return _NOTHING if _recorder is None else _batch(tuple(traces))


def phase(name: str) -> AbstractContextManager[None]:
    """A part of the way that the messages of a batch go together: a span for each."""
    return _NOTHING if _recorder is None else _phase(name)


def item(job: str) -> AbstractContextManager[None]:
    """An item of a job: a span of each message that the item came of, one of none where it came of none."""
    return _NOTHING if _recorder is None else _item(job)


@contextmanager
def _batch(traces: tuple[str, ...]) -> Iterator[None]:
    token = _BATCH.set(traces)
    try:
        yield
    finally:
        _BATCH.reset(token)


@contextmanager
def _phase(name: str) -> Iterator[None]:
    began = time.time_ns()
    try:
        yield
    finally:
        for trace in _BATCH.get():
            note(name, trace, began, {})


@contextmanager
def _item(job: str) -> Iterator[None]:
    began = time.time_ns()
    with listening() as heard:
        try:
            yield
        finally:
            for trace in dict.fromkeys(heard) or (None,):
                note("job", trace, began, {"linli.job": job})
