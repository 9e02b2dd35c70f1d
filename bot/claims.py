"""Claims that outlive slow work: renewed while the work goes on, so that no neighbour takes the worker for dead."""

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

import structlog

RENEW_EVERY_S = 30.0
"""A quarter of what a claim is good for."""

log = structlog.get_logger("linli.claims")


class Claims:
    """The ids that this worker holds; `renew` makes them good for another while."""

    def __init__(self, renew: Callable[[Sequence[int]], None]) -> None:
        self._renew = renew
        self._ids: set[int] = set()
        self._lock = threading.Lock()
        self._over = threading.Event()

    def hold(self, ids: Iterable[int]) -> None:
        """These are ours now."""
        with self._lock:
            self._ids.update(ids)

    def settled(self, ids: Iterable[int]) -> None:
        """What became of these is written."""
        with self._lock:
            self._ids.difference_update(ids)

    @contextmanager
    def renewed(self) -> Iterator[None]:
        """Renews them again and again while the block runs."""
        thread = threading.Thread(target=self._run, name="claims", daemon=True)
        thread.start()
        try:
            yield
        finally:
            self._over.set()
            thread.join()

    def _run(self) -> None:
        while not self._over.wait(RENEW_EVERY_S):
            with self._lock:
                ids = sorted(self._ids)
            try:
                if ids:
                    self._renew(ids)
            except Exception as error:
                log.warning("claims not renewed", count=len(ids), error=type(error).__name__)


@contextmanager
def renewed(item: int, renew: Callable[[Sequence[int]], None]) -> Iterator[None]:
    """One claim, renewed while the block runs."""
    claims = Claims(renew)
    claims.hold([item])
    with claims.renewed():
        yield
