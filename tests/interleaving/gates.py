"""Processes that stop before each lock and each write, so that every order of two or three commands can be played on purpose."""

import re
import threading
import time
from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import Connection, event, text

from storage.database import Database

STOPS = re.compile(r"\bFOR\s+(?:NO KEY\s+)?UPDATE\b|^\s*(?:INSERT|UPDATE|DELETE)\b", re.IGNORECASE)
STUCK_S = 0.35
"""Whoever neither ends nor reaches a gate for so long waits for somebody's lock. Taking that wrongly only plays another order."""
PATIENCE_S = 60.0
_BLOCKED = text("SELECT cardinality(pg_blocking_pids(:process)) > 0")


class Gate:
    """What one process passes before each lock and each write."""

    def __init__(self, database: Database) -> None:
        self._change = threading.Condition()
        self._open, self._permits = True, 0
        self.passed = 0
        self.waiting = False
        self._database, self._server_process = database, 0
        event.listen(database.engine, "before_cursor_execute", self._arrive)

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
            self._change.notify_all()

    @property
    def behind_a_lock(self) -> bool:
        """Whether who has passed last waits for somebody's lock; SQLite doesn't tell."""
        if not self._server_process:
            return False
        with self._database.read() as connection:
            return bool(connection.scalar(_BLOCKED, {"process": self._server_process}))

    def _arrive(self, connection: Connection, _cursor: Any, statement: str, *_: Any) -> None:
        if not STOPS.search(statement):
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


class Actor(threading.Thread):
    """One who says something behind a gate."""

    def __init__(self, gate: Gate, says: Callable[[], str]) -> None:
        super().__init__(daemon=True)
        self.gate, self._says = gate, says
        self.answer: str | None = None

    def run(self) -> None:
        self.answer = self._says()

    def settle(self) -> None:
        """Waits until it stands at its gate, has ended, or is stuck behind somebody's lock."""
        since, passed = time.monotonic(), self.gate.passed
        while self.is_alive() and not self.gate.waiting and time.monotonic() - since < STUCK_S:
            if self.gate.passed != passed:
                since, passed = time.monotonic(), self.gate.passed
            if self.gate.behind_a_lock:
                return
            time.sleep(0.002)


def played(gates: Sequence[Gate], says: Sequence[Callable[[], str]], stops: Sequence[int]) -> tuple[list[str], bool]:
    """Each but the last goes as far as its stop, the last goes to its end, then the others do, the latest first.

    Answers what each was told, and whether all came as far as their stops.
    """
    for gate in gates:
        gate.close()
    actors = [Actor(gate, say) for gate, say in zip(gates, says, strict=True)]
    reached = True
    for actor, stop in zip(actors[:-1], stops, strict=True):
        actor.start()
        for _ in range(stop):
            actor.settle()
            reached = reached and actor.gate.waiting
            actor.gate.let_one_pass()
        actor.settle()
        reached = reached and actor.gate.waiting
    actors[-1].gate.open()
    actors[-1].start()
    actors[-1].settle()
    for actor in reversed(actors):
        actor.gate.open()
        actor.settle()
    for actor in actors:
        actor.join(PATIENCE_S)
        assert not actor.is_alive(), "somebody was never answered"
    return [str(actor.answer) for actor in actors], reached
