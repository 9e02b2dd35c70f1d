"""A disk of a few megabytes that a test fills to its last block and makes room on again."""

import ctypes
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
_DETACH = 2
_libc = ctypes.CDLL(None, use_errno=True)


class Disk:
    """A folder that is a file system of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._ballast = folder / "ballast"

    def fill(self) -> None:
        """Not a byte more has room, until `free`."""
        with open(self._ballast, "ab", buffering=0) as file:
            for step in (64 * 1024, 1):
                try:
                    while True:
                        file.write(b"\0" * step)
                except OSError:
                    continue

    def free(self) -> None:
        """There is room again."""
        self._ballast.unlink()


@contextmanager
def small_disk(folder: Path, megabytes: int) -> Iterator[Disk]:
    """Mounts one at the folder; gone afterwards, whoever still has a file of it open."""
    assert _mount(folder, megabytes), os.strerror(ctypes.get_errno())
    try:
        yield Disk(folder)
    finally:
        _libc.umount2(os.fsencode(folder), _DETACH)


def _mount(folder: Path, megabytes: int) -> bool:
    options = f"size={megabytes}m,mode=755".encode()
    return bool(_libc.mount(b"tmpfs", os.fsencode(folder), b"tmpfs", 0, options) == 0)


def may_mount(folder: Path) -> bool:
    """Whether this process may have a small disk."""
    if not _mount(folder, 1):
        return False
    _libc.umount2(os.fsencode(folder), _DETACH)
    return True


def run_where_one_may_mount(item: pytest.Function) -> None:
    """Runs the test again as the same user with a name space of their own; what it says there counts."""
    inside = ["unshare", "--user", "--map-current-user", "--keep-caps", "--mount"]
    pytest_again = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", item.nodeid]
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    done = subprocess.run([*inside, *pytest_again], cwd=ROOT, env=env, capture_output=True, text=True)
    assert done.returncode == 0, f"needs root, or user name spaces (unshare):\n{done.stdout}\n{done.stderr}"
