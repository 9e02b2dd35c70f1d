"""How fast what platforms bring is taken in and worked off, and whether both sides say the same in the end.

`python -m benchmarks.platforms [MANY] [sqlite|postgresql URL]`
"""

import random
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from cryptography.fernet import Fernet
from flask import Flask

from bot.connect import PlatformDoor, connect
from governance.connectors.standing import OF_STATE
from governance.tickets.states import TicketState
from handlers.connectors import jobs
from handlers.context import SubdistrictConfig
from handlers.jobs import run_job
from simulator.others import OtherPlatform, cloud_event, read_cloud_event
from storage import keyring
from storage.connectors.platforms import connect as connected
from storage.database import Database
from storage.models import ConnectorItem, ConnectorLink, Ticket
from storage.place_book import PlaceBook
from storage.schema import upgrade
from storage.unit_of_work import UnitOfWork

SECRET = "of this benchmark only"


class _Tools:
    def __init__(self, database: Database) -> None:
        self.database, self.config, self.book = database, SubdistrictConfig(), PlaceBook()
        self.clock = lambda: datetime.now(UTC)
        self.wake = lambda: None


def main(many: int, url: str) -> None:
    """Prints the figures."""
    keyring.unlock([Fernet.generate_key().decode()])
    database = Database(url)
    upgrade(database)
    tools, app, took = _Tools(database), Flask("door"), list[float]()
    app.register_blueprint(connect(PlatformDoor(database, tools.config, tools.clock, tools.wake)))
    with database.write() as connection:
        uow = UnitOfWork(connection)
        connected(uow, "cloudevents", tools.clock(), secret=SECRET)
        uow.finish()

    def post(name: str, content: bytes, headers: dict[str, str]) -> tuple[int, object]:
        begun = time.perf_counter()
        answer = app.test_client().post(f"/connect/{name}", data=content, headers=headers)
        took.append(time.perf_counter() - begun)
        return answer.status_code, answer.json

    write, media = cloud_event("benchmark"), "application/cloudevents-batch+json"
    them = OtherPlatform("cloudevents", SECRET, post, tools.clock, write, read_cloud_event, media)
    bodies = _bodies(them, many)
    begun = time.perf_counter()
    with ThreadPoolExecutor(4) as pool:
        answers = Counter(status for status, _ in pool.map(lambda body: them.sends_all([body]), bodies))
    came = time.perf_counter() - begun
    begun = time.perf_counter()
    with ThreadPoolExecutor(2) as pool:
        done = sum(pool.map(lambda _: run_job(tools, jobs.JOBS[0]), range(2)))
    worked = time.perf_counter() - begun
    p50, p99 = (sorted(took)[len(took) * each // 100] * 1000 for each in (50, 99))
    print(f"{len(bodies)} bodies {dict(answers)}: {len(bodies) / came:.0f}/s, p50 {p50:.1f} ms, p99 {p99:.1f} ms")
    print(f"{done} records worked off in {worked:.1f} s: {done / worked:.0f}/s")
    _agree(database, them)


def _bodies(them: OtherPlatform, many: int) -> list[dict[str, Any]]:
    """A fifth are changes; a tenth come twice, a twentieth out of order."""
    bodies = [them.body(f"M-{n}", text=f"{n % 9 + 1}楼楼道灯坏了，请来修 {n}") for n in range(many * 4 // 5)]
    bodies += [them.body(f"M-{n}", state="withdrawn") for n in range(many // 5)]
    chance = random.Random(7)
    bodies += chance.sample(bodies, many // 10)
    for _ in range(many // 20):
        one, two = chance.sample(range(len(bodies)), 2)
        bodies[one], bodies[two] = bodies[two], bodies[one]
    return bodies


def _agree(database: Database, them: OtherPlatform) -> None:
    with database.read() as connection:
        states = {row.number: row.state for row in connection.execute(Ticket.__table__.select())}
        links = list(connection.execute(ConnectorLink.__table__.select()))
        items = Counter(row.state for row in connection.execute(ConnectorItem.__table__.select()))
    other = [
        link.theirs
        for link in links
        if OF_STATE[TicketState(states[link.ours])].value != them.states.get(link.theirs, "open")
    ]
    print(f"matters {len(them.versions)}, tickets {len(states)}, links {len(links)}, records {dict(items)}")
    print(f"states that differ: {len(other)}")


if __name__ == "__main__":
    count, address = (*sys.argv[1:], *("1000", "")[len(sys.argv) - 1 :])
    with tempfile.TemporaryDirectory() as folder:
        main(int(count), address or f"sqlite:///{Path(folder, 'b.db')}")
