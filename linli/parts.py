"""A part of the product as a child process, which begins with what its parent has read.

Reading the product takes a second or more. A supervisor reads it once; on Linux its children are forks of it and share
that memory. Only who runs a single thread and holds no connection may be forked; of any other an interpreter is started.
"""

import ctypes
import gc
import multiprocessing
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from importlib import import_module
from typing import Protocol

from setproctitle import setproctitle

SHARED = ("console.app", "handlers.conversation.reception", "scheduler.registry", "bot.open311", "bot.pages", "granian")
"""What the web needs, and is read once. Not what counts for Prometheus: that finds its folder when it is read (linli.counters)."""
MORE = {"worker": ("linli.background",), "scheduler": ("linli.background",), "simulate": ("linli.simulate",)}
"""What others need besides, read when the first of them is started: the web has begun by then, and need not wait for it."""
_PR_SET_PDEATHSIG = 1
_SIGNALS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)


class Part(Protocol):
    """A child that was started. Its own group has its pid, from its first moment on."""

    pid: int

    def poll(self) -> int | None:
        """Its exit status, a signal's number below zero; None while it lives."""

    def ended(self, seconds: float | None = None) -> bool:
        """Waits so long at most; whether it has ended."""


def read_shared() -> None:
    """Reads what all parts need, for those that are started from now on."""
    with models_read():
        _read(SHARED)


@contextmanager
def models_read() -> Iterator[None]:
    """The learned models are unpacked by a thread while the block runs, and are there behind it; forks share them."""
    import_module("understanding.model.file")  # the thread is to read no module that the block may be reading, too
    prepare = import_module("handlers.shipped_model").prepare
    with ThreadPoolExecutor(1, "models") as pool:
        done = pool.submit(prepare)
        yield
        done.result()
    gc.freeze()


def _read(modules: Iterable[str]) -> None:
    for module in modules:
        import_module(module)
    gc.freeze()  # a collection that went through it would copy it for each child; nothing worth collecting is left by reading


def start(arguments: list[str], environment: Mapping[str, str]) -> Part:
    """Runs `linli ARGUMENTS` with this environment."""
    if sys.platform == "linux" and threading.active_count() == 1:
        _read(MORE.get(arguments[0], ()))
        return _Fork(arguments, environment)
    return _Interpreter(arguments, environment)


class _Interpreter:
    """A Python of its own, which reads everything itself."""

    def __init__(self, arguments: list[str], environment: Mapping[str, str]) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "linli", *arguments], env=dict(environment), start_new_session=True,
            stdin=subprocess.DEVNULL, preexec_fn=die_with_parent,
        )  # fmt: skip
        self.pid = self._process.pid

    def poll(self) -> int | None:
        """As of any part."""
        return self._process.poll()

    def ended(self, seconds: float | None = None) -> bool:
        """As of any part."""
        try:
            self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            return False
        return True


class _Fork:
    """A copy of this process that goes on as the part."""

    def __init__(self, arguments: list[str], environment: Mapping[str, str]) -> None:
        ready, tell = os.pipe()
        self._process = multiprocessing.get_context("fork").Process(
            target=_go_on, args=(arguments, dict(environment), (ready, tell))
        )
        before = signal.pthread_sigmask(signal.SIG_BLOCK, _SIGNALS)  # our handlers are not for the child
        try:
            self._process.start()
            os.close(tell)
            os.read(ready, 1)
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
            os.close(ready)
        self.pid = int(self._process.pid or 0)

    def poll(self) -> int | None:
        """As of any part."""
        return self._process.exitcode

    def ended(self, seconds: float | None = None) -> bool:
        """As of any part."""
        self._process.join(seconds)
        return self.poll() is not None


def _go_on(arguments: list[str], environment: dict[str, str], pipe: tuple[int, int]) -> None:
    """The child: leaves what was its parent's, says so, and does the command."""
    os.setsid()
    die_with_parent()
    for number in _SIGNALS:
        signal.signal(number, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _SIGNALS)
    sys.argv[1:] = arguments
    title = [sys.executable, "-m", "linli", *arguments]
    setproctitle(" ".join(title))  # finds its room beside the environment, while that is still whole
    os.environ.clear()
    os.environ.update(environment)
    for end in pipe:
        os.close(end)  # the parent reads its end
    import_module("linli.__main__").main(arguments, prog_name="linli")


def die_with_parent() -> None:
    """Linux: a child of a supervisor that was killed outright gets SIGTERM."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
