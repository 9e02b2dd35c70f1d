"""How long a test waits for what is promised within some time."""

import os


def patient(milliseconds: int) -> float:
    """The promised time, and where more wants to run than there are cores, as many times longer."""
    return milliseconds * max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))
