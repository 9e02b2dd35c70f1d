"""Processes that stop before each lock and each write, so that every order of two or three commands can be played on purpose."""

import re
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Thread
from typing import Any

from sqlalchemy import Connection, ExceptionContext, event, text

from storage.database import Database

STOPS = re.compile(r"\bFOR\s+(?:NO KEY\s+)?UPDATE\b|^\s*(?:INSERT|UPDATE|DELETE)\b", re.IGNORECASE)
LOCKS = re.compile(r"\bFOR\s+(?:NO KEY\s+)?UPDATE\b", re.IGNORECASE)
STUCK_S = 0.35
"""Whoever neither ends nor reaches a gate for so long waits for somebody's lock. Taking that wrongly only plays another order."""
LOOK_S = 0.01
"""Who does neither for so long is looked for behind a lock: to ask the server more often costs more than what is played."""
PATIENCE_S = 60.0
DEADLOCK = "40P01"
_BLOCKED = text("SELECT cardinality(pg_blocking_pids(:process)) > 0")


class Gate:
    """What one process passes before each lock and each write."""

    def __init__(self, database: Database) -> None:
        self._change = threading.Condition()
        self._open, self._permits = True, 0
        self.passed = 0
        self.waiting = False
        self.deadlocks = 0
        self.stops = STOPS
        self._database, self._server_process = database, 0
        event.listen(database.engine, "before_cursor_execute", self._arrive)
        event.listen(database.engine, "handle_error", self._note)

    def close(self) -> None:
        """From now on nobody passes without a permit."""
        with self._change:
            self._open, self._permits, self.passed = False, 0, 0

    def open(self) -> None:
        """From now on everybody passes."""
        with self._change:
            self._open = True
            self._change.notify_all()

    def let_one_pass(self) -> None:
        """Lets whoever waits here, or comes next, pass once."""
        with self._change:
            self._permits += 1
            self.waiting = False
            self._change.notify_all()

    def tell(self) -> None:
        """Somebody has come to their end."""
        with self._change:
            self._change.notify_all()

    def changed_within(self, seconds: float) -> bool:
        """Waits so long for somebody who comes here or to their end; whether somebody did."""
        with self._change:
            return self.waiting or self._change.wait(seconds)

    @property
    def behind_a_lock(self) -> bool:
        """Whether who has passed last waits for somebody's lock; SQLite doesn't tell."""
        if not self._server_process:
            return False
        with self._database.read() as connection:
            return bool(connection.scalar(_BLOCKED, {"process": self._server_process}))

    def _note(self, context: ExceptionContext) -> None:
        self.deadlocks += getattr(context.original_exception, "sqlstate", None) == DEADLOCK

    def _arrive(self, connection: Connection, _cursor: Any, statement: str, *_: Any) -> None:
        if not self.stops.search(statement):
            return
        if not self._database.is_sqlite:
            self._server_process = connection.connection.dbapi_connection.info.backend_pid
        with self._change:
            self.waiting = not self._open and self._permits == 0
            self._change.notify_all()
            assert self._change.wait_for(lambda: self._open or self._permits > 0, PATIENCE_S), "nobody opened the gate"
            self.waiting = False
            self._permits = max(0, self._permits - 1)
            self.passed += 1


@dataclass(frozen=True)
class Turn:
    """What comes in by one door: one thing that is said, or several that wait while `before` is taken in and so share a batch.

    `waiting`: how many wait at the door.
    """

    says: Sequence[Callable[[], str]]
    before: Callable[[], str] | None = None
    waiting: Callable[[], int] = lambda: 0


class Actor:
    """Those who come in by one door, behind its gate."""

    def __init__(self, gate: Gate, turn: Turn) -> None:
        self.gate, self._turn = gate, turn
        self.answers: dict[int, str] = {}
        self._threads = [Thread(target=self._say, args=[place], daemon=True) for place in range(len(turn.says))]

    def start(self) -> None:
        """Lets them come in, the first of them to the gate."""
        if self._turn.before is None:
            (only,) = self._threads
            only.start()
            return
        first = Thread(target=self._turn.before, daemon=True)
        stops, self.gate.stops = self.gate.stops, STOPS
        first.start()
        self._until(lambda: self.gate.waiting)
        for count, each in enumerate(self._threads, 1):
            each.start()
            self._until(lambda count=count: self._turn.waiting() == count)
        self.gate.stops = stops
        while first.is_alive() and self._turn.waiting():
            if self.gate.waiting:
                self.gate.let_one_pass()
            time.sleep(0.001)
        self._until(lambda: self.gate.waiting and not first.is_alive())
        self.gate.passed = 0

    def settle(self) -> None:
        """Waits until they stand at their gate, have ended, or are stuck behind somebody's lock."""
        since, passed = time.monotonic(), self.gate.passed
        while self.is_alive() and not self.gate.waiting and time.monotonic() - since < STUCK_S:
            if self.gate.passed != passed:
                since, passed = time.monotonic(), self.gate.passed
            if not self.gate.changed_within(LOOK_S) and self.gate.behind_a_lock:
                return

    def is_alive(self) -> bool:
        """Whether somebody was not answered yet."""
        return any(each.is_alive() and place not in self.answers for place, each in enumerate(self._threads))

    def ended(self) -> list[str]:
        """What each was told, once all were."""
        for each in self._threads:
            each.join(PATIENCE_S)
        assert not self.is_alive(), "somebody was never answered"
        return [self.answers[place] for place in range(len(self._threads))]

    def _say(self, place: int) -> None:
        self.answers[place] = self._turn.says[place]()
        self.gate.tell()

    def _until(self, so: Callable[[], bool]) -> None:
        since = time.monotonic()
        while not so():
            assert time.monotonic() - since < PATIENCE_S, "nobody came to the gate"
            time.sleep(0.001)


def played(gates: Sequence[Gate], turns: Sequence[Turn], stops: Sequence[int]) -> tuple[list[str], bool]:
    """Each door but the last goes as far as its stop, the last goes to its end, then the others do, the latest first.

    Answers what each was told, door by door, and whether all came as far as their stops.
    """
    for gate in gates:
        gate.close()
    actors = [Actor(gate, turn) for gate, turn in zip(gates, turns, strict=True)]
    reached = True
    for actor, stop in zip(actors[:-1], stops, strict=True):
        actor.start()
        for _ in range(stop):
            actor.settle()
            reached = reached and actor.gate.waiting
            actor.gate.let_one_pass()
        actor.settle()
        reached = reached and actor.gate.waiting
    actors[-1].start()
    for actor in reversed(actors):
        actor.gate.open()
        actor.settle()
    return [answer for actor in actors for answer in actor.ended()], reached
