"""The one place that reads the machine's clock. The demo's runs ahead of it by what a file in its data folder says."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

_FILE = "demo-clock"
"""Seconds by which the demo was moved forward. One file, so that every process of a demo and every command that works
on its data reads one clock; there is none outside a demo.
"""
_followed: list[Path] = []


def system_clock() -> datetime:
    """Now, UTC, timezone-aware."""
    return datetime.now(UTC) + ahead()


def follow(data_dir: Path) -> None:
    """From here on this process goes by the clock of this data folder, where it has one of its own."""
    _followed[:] = [file for file in [data_dir.absolute() / _FILE] if file.exists()]


def ahead() -> timedelta:
    """How far the followed clock is ahead of the machine's."""
    return timedelta(seconds=int(_followed[0].read_text("ascii"))) if _followed else timedelta()


def set_up_demo_clock(data_dir: Path) -> None:
    """Gives a demo's data folder a clock of its own, unless an earlier demo has left one, and follows it."""
    follow(data_dir)
    if not _followed:
        _write(data_dir.absolute() / _FILE, timedelta())
        follow(data_dir)


def forward(hours: int) -> datetime:
    """Moves the followed demo's clock for every process at once; answers what time it is then."""
    _write(_followed[0], ahead() + timedelta(hours=hours))
    return system_clock()


def _write(file: Path, to: timedelta) -> None:
    new = file.with_suffix(f".{os.getpid()}")
    new.write_text(str(int(to.total_seconds())), "ascii")
    new.replace(file)
