"""Group commit: messages that arrive while one commit is under way share the next one.

The thread that finds nobody at work leads: it takes everything that waits, runs it in one
transaction, and hands the lead to the first that came meanwhile. No thread of its own, so a lone
message pays no hand-over; under load one fsync answers many.
"""

import threading
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

MOST = 128


class _Waiting(Generic[Item, Result]):
    """One caller: its item, and the semaphore on which it sleeps until it has a result, an error or the lead."""

    __slots__ = ("error", "item", "leads", "ready", "result", "woken")

    def __init__(self, item: Item) -> None:
        self.item = item
        self.woken = threading.Lock()
        self.woken.acquire()
        self.ready = False
        self.leads = False
        self.result: Result | None = None
        self.error: Exception | None = None


class GroupCommit(Generic[Item, Result]):
    """Gives items to `work` in batches, in the order they came, one batch at a time.

    `work` answers one result an item; when it raises for a batch, each item is tried alone, so one
    item's failure is raised to its own caller only. A `shared_fault` (the database away) would meet
    each item the same way and is raised to all at once. What ends the leading thread itself
    (KeyboardInterrupt, SystemExit) is raised there, and the others are led by one of themselves; an
    item may then be worked a second time, as after a commit whose answer was lost.
    """

    def __init__(
        self, work: Callable[[Sequence[Item]], Sequence[Result]], shared_faults: tuple[type[Exception], ...] = ()
    ) -> None:
        self._work = work
        self._shared_faults = shared_faults
        self._mutex = threading.Lock()
        self._queue: list[_Waiting[Item, Result]] = []
        self._led = False

    def submit(self, item: Item) -> Result:
        """Blocks until the item's batch is committed; raises what `work` raised for it."""
        mine: _Waiting[Item, Result] = _Waiting(item)
        with self._mutex:
            self._queue.append(mine)
            mine.leads, self._led = not self._led, True
        try:
            if not mine.leads:
                mine.woken.acquire()
            if not mine.ready:
                self._lead(mine)
        except BaseException:
            self._leave(mine)
            raise
        if mine.error is not None:
            raise mine.error
        return mine.result  # type: ignore[return-value]

    def _lead(self, mine: _Waiting[Item, Result]) -> None:
        with self._mutex:
            batch, self._queue = self._queue[:MOST], self._queue[MOST:]
        try:
            self._run(batch)
        finally:
            with self._mutex:
                left = [waiting for waiting in batch if not waiting.ready and waiting is not mine]
                self._queue = left + self._queue
                mine.leads = False
                self._hand_on()
            for waiting in batch:
                if waiting.ready and waiting is not mine:
                    waiting.woken.release()

    def _hand_on(self) -> None:
        """Gives the lead to the first who waits; the mutex is held."""
        heir = self._queue[0] if self._queue else None
        self._led = heir is not None
        if heir is not None:
            heir.leads = True
            heir.woken.release()

    def _leave(self, mine: _Waiting[Item, Result]) -> None:
        """Its thread ends: nobody waits for it, nor for it to lead."""
        with self._mutex:
            if mine in self._queue:
                self._queue.remove(mine)
            if mine.leads:
                mine.leads = False
                self._hand_on()

    def _run(self, batch: list[_Waiting[Item, Result]]) -> None:
        try:
            results = self._work([waiting.item for waiting in batch])
            for waiting, result in zip(batch, results, strict=True):
                waiting.result = result
                waiting.ready = True
        except Exception as error:
            if len(batch) == 1 or isinstance(error, self._shared_faults):
                for waiting in batch:
                    waiting.error = error
                    waiting.ready = True
                return
            for waiting in batch:
                self._run([waiting])
