"""One SQLite writer at a time across all processes, by queueing rather than by polling.

SQLite's busy handler sleeps and tries again, which under several writers starves the unlucky for
hundreds of milliseconds. A file lock wakes the next writer at once.
"""

import fcntl
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class WriteLock:
    """A lock shared by the threads of this process and by every process that opens the same file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._threads = threading.Lock()
        self._file: int | None = None
        self._owner = 0

    @contextmanager
    def held(self) -> Iterator[None]:
        """Waits for the lock, holds it for the block; the kernel frees it when the process dies."""
        with self._threads:
            descriptor = self._descriptor()
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            try:
                yield
            finally:
                fcntl.flock(descriptor, fcntl.LOCK_UN)

    def _descriptor(self) -> int:
        """Opened once a process: a descriptor inherited over fork would share its lock with the parent."""
        if self._file is None or self._owner != os.getpid():
            self._file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
            self._owner = os.getpid()
        return self._file
