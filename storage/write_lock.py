"""One SQLite writer at a time across all processes, by queueing rather than by polling, and not for longer than anybody waits.

SQLite's busy handler sleeps and tries again, which under several writers starves the unlucky for
hundreds of milliseconds. A file lock wakes the next writer at once.
"""

import fcntl
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from storage.errors import WriteLockTimeout


class WriteLock:
    """A lock shared by the threads of this process and by every process that opens the same file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._threads = threading.Lock()
        self._file: int | None = None
        self._owner = 0

    @contextmanager
    def held(self, patience_s: float | None = None) -> Iterator[None]:
        """Waits for the lock, holds it for the block; the kernel frees it when the process dies.

        Raises WriteLockTimeout when somebody else holds it for longer than `patience_s`.
        """
        started = time.monotonic()
        if not self._threads.acquire(timeout=-1 if patience_s is None else patience_s):
            raise WriteLockTimeout
        try:
            left = None if patience_s is None else max(0.0, patience_s - (time.monotonic() - started))
            descriptor = self._locked(left)
            try:
                yield
            finally:
                fcntl.flock(descriptor, fcntl.LOCK_UN)
        finally:
            self._threads.release()

    def _locked(self, patience_s: float | None) -> int:
        """The descriptor, locked. The kernel's own wait has no end, so while another process writes a thread waits in it for us."""
        descriptor = self._descriptor()
        if patience_s is None:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            return descriptor
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if not _Wait(descriptor).within(patience_s):
                self._file = None  # it goes with the thread that still waits on it
                raise WriteLockTimeout from None
        return descriptor

    def _descriptor(self) -> int:
        """Opened once a process: a descriptor inherited over fork would share its lock with the parent."""
        if self._file is None or self._owner != os.getpid():
            self._file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
            self._owner = os.getpid()
        return self._file


class _Wait:
    """A thread that waits in the kernel for a file lock, and lets go of it again when nobody wants it any more."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._came = threading.Event()
        self._deciding = threading.Lock()
        self._given_up = False
        threading.Thread(target=self._run, name="write-lock", daemon=True).start()

    def within(self, patience_s: float) -> bool:
        """Whether the lock came in time; if not, the descriptor is the thread's to close."""
        if self._came.wait(patience_s):
            return True
        with self._deciding:
            self._given_up = not self._came.is_set()
            return not self._given_up

    def _run(self) -> None:
        fcntl.flock(self._descriptor, fcntl.LOCK_EX)
        with self._deciding:
            if not self._given_up:
                self._came.set()
                return
        os.close(self._descriptor)
