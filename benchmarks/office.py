"""How long the pages of the office take over a filled database: `python -m benchmarks.office URL [ROUNDS]`.

A browser of the dispatcher's is signed in by hand; each page is asked for in turn, so that none has the quiet minutes for itself.
Medians of the wall and of our own process's processor time, in milliseconds.
"""

import secrets
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from flask.testing import FlaskClient
from redis import Redis
from sqlalchemy import select, update

from benchmarks.servers import SECRET_KEY
from linli.settings import Settings
from linli.web_app import web_app
from storage import keyring
from storage.console.sessions import Visitor, open_session
from storage.database import Database
from storage.models import Account, Person, Post, Ticket
from storage.unit_of_work import UnitOfWork

ROUNDS = 5
BOUND = 2_000
"""So many accounts are bound to people of the roster with a phone, as in a subdistrict that uses it."""


@dataclass
class Taken:
    """What a page took, in milliseconds."""

    wall: list[float] = field(default_factory=list)
    own: list[float] = field(default_factory=list)


def signed_in(database: Database, folder: Path) -> FlaskClient:
    """The dispatcher's browser."""
    now = datetime.now(UTC)
    with database.write() as connection:
        uow = UnitOfWork(connection)
        person = uow.execute(select(Post.person_id).where(Post.role == "dispatcher")).scalars().first()
        token = secrets.token_hex(16)
        open_session(uow, token, person, "password", Visitor("127.0.0.1"), now)
        _bind(uow)
        uow.finish()
    settings = Settings(data_dir=folder, wechat_token="measured", secret_key=SECRET_KEY)
    app = web_app(settings, database, lambda: datetime.now(UTC), lambda: None, Redis(port=1))
    web = app.test_client()
    web.set_cookie("linli_console", token, path="/console")
    return web


def _bind(uow: UnitOfWork) -> None:
    """Accounts that belong to people of the roster: a search for a phone has whose to look through."""
    people = uow.execute(select(Person.id).where(Person.phone.is_not(None)).order_by(Person.id)).scalars().all()
    free = uow.execute(select(Account.id).where(Account.person_id.is_(None)).order_by(Account.id).limit(BOUND))
    for number, account in enumerate(free.scalars().all()):
        uow.execute(update(Account).where(Account.id == account).values(person_id=people[number % len(people)]))


def pages(database: Database) -> Iterator[tuple[str, str]]:
    """What is asked for, by its name."""
    with database.read() as connection:
        running = select(Ticket.number).where(Ticket.ended_at.is_(None))
        number = connection.execute(running.order_by(Ticket.number.desc()).limit(1)).scalar_one()
        phone = connection.execute(select(Person.phone).where(Person.phone.is_not(None))).scalars().first()
    yield "board, first page", "/console/?show=open"
    yield "board, page 40", "/console/?show=open&page=40"
    yield "board, last page", "/console/?show=open&page=400"
    yield "board, late, old first", "/console/?show=late&sort=old"
    yield "board, poll with nothing new", "/console/board?show=open&clock=1&v={v}"
    yield "board, poll after a change", "/console/board?show=open&clock=1&v=old"
    yield "search among the open: words", "/console/?q=路灯"
    yield "search among the open: a phone", f"/console/?q={phone}"
    yield "search in the past", "/console/?show=all&q=门禁"
    yield "ticket page", f"/console/tickets/{number}"
    yield "wall", "/console/wall/live"


def measure(database: Database, rounds: int) -> dict[str, Taken]:
    """Each page once a round, after one round that does not count."""
    found: dict[str, Taken] = {}
    with tempfile.TemporaryDirectory() as folder:
        web = signed_in(database, Path(folder))
        asked = list(pages(database))
        for turn in range(rounds + 1):
            for name, address in asked:
                whole = address.replace("{v}", _version(web) if "{v}" in address else "")
                wall, own = time.perf_counter(), time.process_time()
                answer = web.get(whole)
                taken = (time.perf_counter() - wall) * 1000, (time.process_time() - own) * 1000
                if answer.status_code not in (200, 204):
                    raise RuntimeError(f"{address}: {answer.status_code}")
                if turn:
                    found.setdefault(name, Taken()).wall.append(taken[0])
                    found[name].own.append(taken[1])
    return found


def _version(web: FlaskClient) -> str:
    return web.get("/console/board").text.partition("v=")[2][:12]


if __name__ == "__main__":
    keyring.unlock([SECRET_KEY])
    result = measure(Database(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else ROUNDS)
    for page_name, each in result.items():
        print(f"{page_name:34} wall {statistics.median(each.wall):7.1f}  own {statistics.median(each.own):7.1f}")
