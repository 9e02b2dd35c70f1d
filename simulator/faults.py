"""Faults on demand: each waits to happen a number of times, then is gone."""

import threading
from dataclasses import dataclass

WEBHOOK_FAULTS = ("delay", "drop", "duplicate", "reorder")
API_FAULTS = ("http_500", "busy", "too_many", "expire_token", "slow", "hang_download", "garbage", "not_listed")
"""busy: errcode -1. too_many: 45009. drop: the bot's answer is lost on the way back. hang_download: a file that comes late.
garbage: somebody else's page instead of an answer. not_listed: 40164, our address is not on the account's list.
"""


@dataclass
class _Fault:
    left: int
    seconds: float


class Faults:
    """What is to go wrong, by name."""

    def __init__(self) -> None:
        self._waiting: dict[str, _Fault] = {}
        self._lock = threading.Lock()

    def plan(self, name: str, times: int = 1, seconds: float = 1.0) -> None:
        """Lets `name` happen `times` times; raises ValueError for an unknown name."""
        if name not in WEBHOOK_FAULTS + API_FAULTS:
            raise ValueError(name)
        with self._lock:
            self._waiting[name] = _Fault(times, seconds)

    def left(self, name: str) -> int:
        """How often it will still happen."""
        with self._lock:
            fault = self._waiting.get(name)
            return fault.left if fault is not None else 0

    def strikes(self, name: str) -> float | None:
        """The seconds of the fault when it happens now, else None."""
        with self._lock:
            fault = self._waiting.get(name)
            if fault is None or fault.left <= 0:
                return None
            fault.left -= 1
            return fault.seconds
