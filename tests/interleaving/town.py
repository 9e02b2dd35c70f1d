"""A town with several doors, each a process of its own on one database, and who comes in by them."""

import itertools
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from redis import Redis
from sqlalchemy import text

from simulator.phone import Phone
from storage import keyring
from tests.chat import Chat, Speaker
from tests.databases import opened
from tests.interleaving.gates import Gate, Turn, played

STATE = (
    "SELECT t.state, p.code, t.urgency, t.reopened, t.merged_into IS NULL FROM tickets t"
    " LEFT JOIN people p ON p.id = t.assignee_id WHERE t.number = :number",
    "SELECT kind, from_state, to_state, note FROM ticket_events WHERE number = :number ORDER BY kind, note, to_state",
    "SELECT kind, met_at IS NULL, dropped_at IS NULL FROM deadlines WHERE number = :number ORDER BY kind, 2, 3",
    "SELECT o.kind, a.openid, o.state FROM outbox o JOIN accounts a ON a.id = o.account_id WHERE o.number = :number"
    " ORDER BY o.kind, a.openid, o.state",
)
"""What is compared of a ticket."""


def _opened(value: Any) -> Any:
    """Words lie sealed, each time otherwise: what they say is compared."""
    return keyring.unseal(value) if isinstance(value, str) else value


@dataclass
class Town:
    """The doors with their gates; the first door's chat is also where everything is prepared."""

    chat: Chat
    doors: list[Chat]
    gates: list[Gate]
    openids: dict[str, str]
    others: dict[str, Callable[[Chat, str], str]] = field(default_factory=dict)
    """Who does something otherwise than by saying it."""

    def at(self, door: int, who: str) -> Speaker:
        """Somebody's phone, connected to one of the doors."""
        platform = self.doors[door].platform
        if self.openids[who] not in platform.people:
            platform.add_person(self.openids[who], who)
        return Speaker(Phone(platform, self.openids[who]))

    def says(self, door: int, who: str, words: str) -> Callable[[], str]:
        """Something to be said by a door; by `clock`, the jobs that are run there."""
        if who == "clock":
            return lambda: str(self.doors[door].run(*words.split()))
        if who in self.others:
            return lambda: self.others[who](self.doors[door], words)
        speaker = self.at(door, who)
        return lambda: speaker.says(words)

    def play(self, said: Sequence[tuple[str, str]], stops: Sequence[int]) -> tuple[list[str], bool]:
        """Everybody says theirs by a door of their own, in the order that the stops make."""
        turns = [Turn([self.says(door, who, words)]) for door, (who, words) in enumerate(said)]
        return played(self.gates[: len(said)], turns, stops)

    def play_batches(
        self, batches: Sequence[Sequence[tuple[str, str]]], stops: Sequence[int]
    ) -> tuple[list[str], bool]:
        """The same with several messages a door, which are taken in together."""
        turns = [self._batch(door, said) for door, said in enumerate(batches)]
        return played(self.gates[: len(batches)], turns, stops)

    def _batch(self, door: int, said: Sequence[tuple[str, str]]) -> Turn:
        commits = self.doors[door].reception._commits
        says = [self.says(door, who, words) for who, words in said]
        return Turn(says, self.says(door, f"bystander{door}", "你好"), lambda: len(commits._queue))

    @property
    def deadlocks(self) -> int:
        """How often PostgreSQL ended a transaction because it and another waited for each other."""
        return sum(gate.deadlocks for gate in self.gates)

    def rows(self, statements: Sequence[str], **values: Any) -> list[tuple[Any, ...]]:
        """What stands in the database."""
        with self.chat.database.read() as connection:
            found = [connection.execute(text(each), values).all() for each in statements]
        return [
            tuple(map(_opened, row))
            for rows in found
            for row in sorted(rows, key=lambda row: str(list(map(_opened, row))))
        ]


@contextmanager
def town(chat: Chat, url: str, clock: Any, redis: Redis, folder: Path, openids: dict[str, str]) -> Iterator[Town]:
    """Three more doors on the chat's database."""
    databases = [opened(url) for _ in range(3)]
    doors = [Chat(database, clock, redis, folder / f"door{number}") for number, database in enumerate(databases)]
    for number, door in enumerate(doors, 1):  # one platform numbers its messages, whatever door they come in by
        door.platform._serial = itertools.count(number * 1_000_000)
    try:
        yield Town(chat, doors, [Gate(database) for database in databases], openids)
    finally:
        for door, database in zip(doors, databases, strict=True):
            door.close()
            database.close()
