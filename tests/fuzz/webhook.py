"""A million bent requests at the webhook: `python -m tests.fuzz.webhook --count 1000000`.

In the process, against the real application over a real database, in plain and in safe mode by turns. None may end in a
5xx or break a handler, nothing that is not signed is stored, every answer is one that the platform takes, and memory stays.
"""

import argparse
import gc
import io
import json
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from multiprocessing import get_context
from pathlib import Path
from random import Random
from typing import Any

from flask import Flask
from redis import Redis
from sqlalchemy import func, select

from handlers import texts as handlers_texts
from handlers.catalogue import entries
from linli import logs
from simulator.envelope import Secrets, unsealed
from storage.database import Database
from storage.models import Account, Inbound, Nonce
from storage.schema import upgrade
from tests.chat import SECRETS, Chat
from tests.conftest import Clock
from tests.everybody import WHO, everybody
from tests.fuzz.ciphers import PLAIN, SAFE
from tests.fuzz.mutations import ALWAYS
from tests.fuzz.shots import NOBODY, Maker, May, Shot

PLAIN_SECRETS = replace(SECRETS, aes_key="")
WORDS = (
    "虎踞北路4号5幢2单元下水道堵了",
    "梧桐里1号院05幢3楼楼道灯坏了",
    "你好",
    "谢谢",
    "1",
    "2",
    "是",
    "满意",
    "我家电话13800138000",
    "没人管吗",
)
LOOK = 2_000
"""Requests between two looks into the database and at memory."""
SAY = 20_000
"""Requests between two lines about how far it is."""
SLOWEST_S = 2.0
"""Of the processor, for any one request; how long it waits for a disk that others use too says nothing."""
GROWTH = 96 * 1024 * 1024
"""Bytes that the process may have more at its end than after its first looks."""


class Log(io.StringIO):
    """A log that keeps only what nobody may see there, and counts the rest by event."""

    def __init__(self) -> None:
        super().__init__()
        self.events: Counter[str] = Counter()
        self.wrong: list[str] = []

    def write(self, text: str) -> int:
        for line in text.splitlines():
            event = json.loads(line)
            self.events[event["event"]] += 1
            if (
                event["event"] not in ("refused", "message", "attack noticed")
                or NOBODY in line
                or "13800138000" in line
            ):
                self.wrong.append(line[:2000])
        return len(text)


@dataclass
class Storm:
    """The requests at one application, and what came of them. `wrong`: what may not be, by kind, with a request that did it."""

    app: Flask
    database: Database
    maker: Maker
    clock: Clock
    statuses: Counter[int] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    wrong: dict[str, str] = field(default_factory=dict)
    slowest: float = 0.0
    _taken: int = 0

    def run(self, count: int) -> None:
        """So many; the clock goes on by a quarter of a second each."""
        own = SAFE if self.maker.sealing else PLAIN
        mutations = [*ALWAYS, *own, Maker.fresh]
        weights = [*ALWAYS.values(), *own.values(), 0.7]
        for _ in range(30):
            self._send(self.maker.fresh())
        before = self._stored()
        for number, mutate in enumerate(self.maker.rng.choices(mutations, weights, k=count), 1):
            self.clock.turn(seconds=0.25)
            self._send(mutate(self.maker))
            if number % LOOK == 0 or number == count:
                before = self._look(before)
            if number % SAY == 0:
                print(
                    f"{'safe' if self.maker.sealing else 'plain'}: {self.statuses.total()}, {len(self.wrong)} wrong",
                    flush=True,
                )

    def _send(self, shot: Shot) -> None:
        begun = time.thread_time()
        status, content_type, body = sent(self.app, shot)
        took = time.thread_time() - begun
        self.slowest = max(self.slowest, took)
        self.statuses[status] += 1
        self.kinds[f"{shot.kind}: {status}"] += 1
        self._taken += status == 200 and shot.method == "POST"
        text, faults = self._read(shot, status, content_type, body)
        if took > SLOWEST_S:
            faults.append(f"took {took:.1f} s")
        if (shot.may is May.TAKEN and status != 200) or (shot.may is May.REFUSED and status == 200):
            faults.append(f"{status}, though it may only be {shot.may}")
        if shot.answer is not None and status == 200 and text != shot.answer:
            faults.append("another answer than the first time")
        for fault in faults:
            self.wrong.setdefault(
                f"{shot.kind}: {fault}", f"{shot.query[:600]!r} {shot.body[:600]!r} -> {body[:300]!r}"
            )
        if status == 200 and shot.fields is not None and not faults:
            self.maker.sent.append((shot, text))

    def _read(self, shot: Shot, status: int, content_type: str, body: bytes) -> tuple[str, list[str]]:
        """The words of an answer, and what is wrong with it."""
        if status != 200:
            found = [] if 400 <= status < 500 else [f"answered {status}"]
            return "", found + ([f"{status} with a body"] if body else [])
        if shot.method == "GET" or body in (b"", b"success"):
            return body.decode(), [] if content_type.startswith("text/plain") else [f"nothing as {content_type}"]
        try:
            fields = unsealed(self.maker.secret, body)
        except ValueError as error:
            return "", [f"no reply: {error.__cause__.__class__.__name__}"]
        text = fields.get("Content", "")
        checks = {
            "no text": fields.get("MsgType") != "text" or not text.strip(),
            "too long": len(text.encode()) > 2048,
            "no instant": not fields.get("CreateTime", "").isdecimal(),
            "to somebody else": shot.sender is not None and fields.get("ToUserName") != shot.sender,
            "not XML by its type": "xml" not in content_type,
            "a handler broke": text == handlers_texts.BUSY,
        }
        return text, [name for name, wrong in checks.items() if wrong]

    def _look(self, before: int) -> int:
        """No more messages are stored than were taken, and none of somebody who was refused; answers how many there are."""
        stored = self._stored()
        if stored - before > self._taken:
            self.wrong.setdefault("stored", f"{stored - before} messages of {self._taken} that were taken")
        self._taken = 0
        with self.database.read() as connection:
            nobody = connection.execute(select(Account.id).where(Account.openid.contains(NOBODY))).first()
        if nobody is not None:
            self.wrong.setdefault("stored", "an account of somebody who was refused")
        return stored

    def _stored(self) -> int:
        """Messages, and the nonces with them: whichever are more."""
        with self.database.read() as connection:
            return max(
                int(connection.execute(select(func.count()).select_from(each)).scalar_one())
                for each in (Inbound, Nonce)
            )


def sent(app: Flask, shot: Shot) -> tuple[int, str, bytes]:
    """Status, type and body, straight from the application."""
    answer: dict[str, Any] = {}

    def start(status: str, headers: list[tuple[str, str]], _error: object = None) -> None:
        answer.update(status=int(status[:3]), headers=dict(headers))

    environ = {
        "REQUEST_METHOD": shot.method, "SCRIPT_NAME": "", "PATH_INFO": "/wechat", "QUERY_STRING": shot.query,
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80", "SERVER_PROTOCOL": "HTTP/1.1", "HTTP_HOST": "localhost", "REMOTE_ADDR": "127.0.0.1",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http", "wsgi.input": io.BytesIO(shot.body), "wsgi.errors": sys.stderr, "wsgi.multithread": True,
        "wsgi.multiprocess": False, "wsgi.run_once": False,
        "CONTENT_LENGTH": str(len(shot.body)) if shot.length is None else shot.length,
    }  # fmt: skip
    if shot.content_type is not None:
        environ["CONTENT_TYPE"] = shot.content_type
    chunks = app.wsgi_app(environ, start)
    try:
        body = b"".join(chunks)
    finally:
        getattr(chunks, "close", lambda: None)()
    return answer["status"], answer["headers"].get("Content-Type", ""), body


def storm(chat: Chat, secret: Secrets, clock: Clock, seed: int) -> Storm:
    """A subdistrict at work, and who bends requests to it. Everything that can be asked for is among the texts."""
    people = everybody(chat)
    texts = [example for entry in entries() for example in entry.examples] + list(WORDS)
    staff = [people[role].openid for role, who in WHO.items() if who[1]]
    return Storm(chat.app, chat.database, Maker(secret, clock, Random(seed), texts, staff), clock)


def resident_bytes() -> int:
    """What the process has of the machine's memory."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def whole(count: int, seed: int, secret: Secrets, folder: Path) -> bool:
    """One mode from an empty database on; prints what came of it, and answers whether nothing was wrong."""
    folder.mkdir()
    database, clock, log = Database(f"sqlite:///{folder}/linli.db"), Clock(), Log()
    upgrade(database)
    chat = Chat(database, clock, Redis(unix_socket_path=str(folder / "nobody.sock")), folder / "files", secret)
    try:
        logs.configure(log)
        made = storm(chat, secret, clock, seed)
        made.run(count // 10)
        gc.collect()
        begun, first = time.monotonic(), resident_bytes()
        made.run(count - count // 10)
        gc.collect()
        grown, each = resident_bytes() - first, (time.monotonic() - begun) / (count - count // 10)
    finally:
        logs.configure(sys.stderr)
        chat.close()
        database.close()
    if grown > GROWTH:
        made.wrong["memory"] = f"{grown / 2**20:.0f} MiB more"
    print(
        f"{folder.name}: {made.statuses.total()} requests, {each * 1e6:.0f} µs each, the slowest {made.slowest * 1e3:.0f} ms,"
        f" {grown / 2**20:+.0f} MiB, answered {dict(sorted(made.statuses.items()))}, log {dict(log.events)}",
        *(f"{kind}\n    {shot}" for kind, shot in made.wrong.items()), *log.wrong[:5], sep="\n", flush=True,
    )  # fmt: skip
    return not made.wrong and not log.wrong


def main(arguments: Sequence[str] | None = None) -> int:
    """Half of them in each mode, side by side; 0 when nothing was wrong."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder, ProcessPoolExecutor(2, get_context("spawn")) as pool:
        modes = {"plain": PLAIN_SECRETS, "safe": SECRETS}
        asked = [
            pool.submit(whole, chosen.count // 2, chosen.seed, secret, Path(folder) / name) for name,
            secret in modes.items()
        ]  # fmt: skip
        return int(not all(each.result() for each in asked))


if __name__ == "__main__":
    sys.exit(main())
