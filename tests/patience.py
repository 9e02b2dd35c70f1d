"""How long a test waits for what is promised within some time."""

import os
import time
from collections.abc import Callable


def patient(milliseconds: int) -> float:
    """The promised time, and where more wants to run than there are cores, as many times longer."""
    return milliseconds * max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))


def wait_until(condition: Callable[[], object], seconds: float, ignoring: tuple[type[Exception], ...] = ()) -> bool:
    """Whether it comes true within so many seconds; what it raises of those to be ignored is a no."""
    deadline = time.monotonic() + seconds
    while not (happened := _holds(condition, ignoring)) and time.monotonic() < deadline:
        time.sleep(0.05)
    return happened


def _holds(condition: Callable[[], object], ignoring: tuple[type[Exception], ...]) -> bool:
    try:
        return bool(condition())
    except ignoring:
        return False
