"""What processes hold at rest, against the aim, and against what would be a step back."""

import time
from collections.abc import Callable
from pathlib import Path

import psutil

SETTLES_IN_S, EACH_S = 60, 3


def megabytes(pid: int) -> dict[str, float]:
    """What a process and all below it hold each, what several share counted in parts (PSS); by number and command line."""
    found = {}
    for process in (psutil.Process(pid), *psutil.Process(pid).children(recursive=True)):
        held = Path(f"/proc/{process.pid}/smaps_rollup").read_text().partition("Pss:")[2].split()[0]
        found[f"{process.pid} {' '.join(process.cmdline())}"] = int(held) / 1024
    return found


def at_rest(measured: Callable[[], float], aim: float, most: float) -> tuple[float, bool]:
    """What it comes to within a minute, once what the start brought is done, and whether that is the aim; never above `most`."""
    deadline = time.monotonic() + SETTLES_IN_S
    while (found := measured()) > aim and time.monotonic() < deadline:
        time.sleep(EACH_S)
    assert found <= most, f"{found:.0f} MB"
    return found, found <= aim
