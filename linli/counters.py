"""Where the web processes' counters lie. Must run before prometheus-client is imported, which reads it once."""

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from linli.settings import Settings

MEMORY = Path("/dev/shm")  # noqa: S108 (the folder in it has a name that nobody can know beforehand)
"""The counters are mapped into memory: on a disk that is full, the first count of a new process would kill it (SIGBUS)."""


@contextmanager
def kept(settings: Settings) -> Iterator[None]:
    """A fresh folder for this server's counters, named in the environment of its processes; gone with the block."""
    where = MEMORY if os.access(MEMORY, os.W_OK) else settings.data_dir.absolute()
    where.mkdir(parents=True, exist_ok=True)
    name = f"linli-{os.getuid()}-{_of(settings)}-"
    for left in where.glob(f"{name}*"):  # by one that was killed outright
        shutil.rmtree(left, ignore_errors=True)
    folder = tempfile.mkdtemp(prefix=name, dir=where)
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = folder
    try:
        yield
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _of(settings: Settings) -> str:
    server = f"{settings.data_dir.absolute()}:{settings.bind}"
    return hashlib.sha256(server.encode()).hexdigest()[:12]
