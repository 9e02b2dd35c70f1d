"""Files that only our own user may read: what a process makes from now on, and what earlier ones left open."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from linli.settings import Settings
from storage.database import parsed_url

_OTHERS = 0o077
_OURS = ("linli.db*", "secret.key*", "files", "backups", "valkey", "demo-clock*", "categories.npz")
"""What we put into the data folder; whatever else lies there is not ours to change."""


def make_private() -> None:
    """Whatever this process and its children make is for our own user alone: files 0600, folders 0700, sockets too."""
    os.umask(_OTHERS)


def tighten(settings: Settings) -> None:
    """Takes from others what an earlier version, or a copy, left readable. Once the data folder is closed, so is what is in it."""
    folder = settings.data_dir
    if _open_to_others(folder):
        for path in _ours_in(folder):
            _close(path)
        _close(folder)
    for path in _database_files(settings):
        if _open_to_others(path):
            _close(path)


def open_to_others(settings: Settings) -> list[Path]:
    """What others can read all the same: it belongs to somebody else, or is made by hand (`.env`)."""
    return [path for path in (settings.data_dir, *_database_files(settings), Path(".env")) if _open_to_others(path)]


def _ours_in(folder: Path) -> Iterator[Path]:
    for pattern in _OURS:
        for path in folder.glob(pattern):
            yield from path.rglob("*")
            yield path


def _database_files(settings: Settings) -> list[Path]:
    url = parsed_url(settings.sqlalchemy_url)
    if url.get_backend_name() != "sqlite" or not url.database or url.database == ":memory:":
        return []
    return [Path(url.database + ending) for ending in ("", "-wal", "-shm", ".lock")]


def _open_to_others(path: Path) -> bool:
    try:
        mode = path.lstat().st_mode
    except OSError:
        return False
    return not stat.S_ISLNK(mode) and bool(mode & _OTHERS)


def _close(path: Path) -> None:
    """What is not ours, or is shared by its nature (`/tmp`), is left; `linli doctor` says so."""
    try:
        found = path.lstat()
        if not stat.S_ISLNK(found.st_mode) and not found.st_mode & stat.S_ISVTX:
            path.chmod(stat.S_IMODE(found.st_mode) & ~_OTHERS)
    except OSError:
        return
