"""Runs several of our commands as children: starts them, restarts one that dies, and leaves none behind."""

import os
import signal
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass

import click

from linli import parts, texts

PATIENCE_S = 15
"""How long a child may take to end after SIGTERM."""
MOST_RESTARTS = 5
"""In a row, each within ten seconds of its start."""


@dataclass
class _Child:
    name: str
    arguments: list[str]
    environment: Mapping[str, str]
    process: parts.Part | None = None
    started: float = 0.0
    quick_ends: int = 0

    def start(self) -> None:
        self.started = time.monotonic()
        self.process = parts.start(self.arguments, self.environment)


class Supervisor:
    """A set of children that live and end together; a `with` block ends them all, whatever happens in it."""

    def __init__(self, when_ended: Callable[[], None] = lambda: None) -> None:
        """`when_ended` runs after the last child has ended. Reads what the children share, which takes a second."""
        parts.read_shared()
        self._children: list[_Child] = []
        self._when_ended = when_ended
        self._stopping = False

    def __enter__(self) -> "Supervisor":
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, self._on_signal)
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> bool:
        self._stopping = True
        self._stop()
        return kind is not None and issubclass(kind, Interrupted)

    def add(self, name: str, arguments: list[str], environment: Mapping[str, str]) -> None:
        """Starts `linli ARGUMENTS` as a child."""
        child = _Child(name, arguments, environment)
        child.start()
        self._children.append(child)

    def run(self, when_ready: Callable[[], None] = lambda: None) -> int:
        """Watches until a signal comes (0) or a child keeps dying (1); `when_ready` runs first."""
        try:
            when_ready()
            while all(self._alive(child) for child in self._children):
                time.sleep(0.2)
        except Interrupted:
            return 0
        return 1

    def _stop(self) -> None:
        _tell(texts.STOPPING)
        for child in self._children:
            _signal(child, signal.SIGTERM)
        deadline = time.monotonic() + PATIENCE_S
        for child in self._children:
            if child.process is None:
                continue
            if not child.process.ended(max(0.1, deadline - time.monotonic())):
                _signal(child, signal.SIGKILL)
                child.process.ended()
        self._when_ended()
        _tell(texts.STOPPED)

    def _on_signal(self, *_: object) -> None:
        if not self._stopping:
            self._stopping = True
            raise Interrupted

    def _alive(self, child: _Child) -> bool:
        assert child.process is not None
        code = child.process.poll()
        if code is None:
            return True
        child.quick_ends = child.quick_ends + 1 if time.monotonic() - child.started < 10 else 0
        if child.quick_ends >= MOST_RESTARTS:
            _tell(texts.GAVE_UP.format(name=child.name))
            return False
        _tell(texts.CHILD_DIED.format(name=child.name, code=code))
        _end_group(child)
        time.sleep(min(0.2 * 2**child.quick_ends, 3))
        child.start()
        return True


class Interrupted(BaseException):
    """A signal asked the supervisor to stop; never escapes its `with`."""


def _tell(said: str) -> None:
    """To whoever reads along; a log that is full ends nothing."""
    with suppress(OSError):
        click.echo(said, err=True)


def _signal(child: _Child, number: int) -> None:
    if child.process is not None and child.process.poll() is None:
        try:
            os.killpg(child.process.pid, number)
        except ProcessLookupError:
            return


def _end_group(child: _Child) -> None:
    """What a dead child left behind, such as its web processes that still hold the port."""
    assert child.process is not None
    try:
        os.killpg(child.process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
