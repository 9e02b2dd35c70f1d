"""Fills a database with the tickets of years, as use would leave them: at the roster's places, with their promises, events,
ratings, pictures, pushes and messages; most have ended, some are open. Written in bulk, by COPY or executemany.

`python -m benchmarks.growth URL TICKETS OPEN` fills the migrated database with the example roster at URL.
"""

import random
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import inspect, text

from benchmarks.servers import SECRET_KEY
from storage import keyring
from storage.database import Database
from storage.texts import PAST_TEXT
from understanding.categories import CATEGORIES

STEP, ACCOUNTS = 20_000, 50_000
SPAN = timedelta(days=5 * 365)
"""So many years the tickets are of."""
OPEN_SINCE, KEPT_WORDS, KEPT_PICTURES = timedelta(days=150), timedelta(days=1095), timedelta(days=365)
EAST, SOON = timedelta(hours=8), timedelta(hours=3)
KEPT_PUSHES, KEPT_MESSAGES = timedelta(days=90), timedelta(days=30)
COLUMNS = {
    "tickets": (
        "number", "state", "channel", "category", "urgency", "draft", "account_id", "text", "original", "summary",
        "place_text", "place_id", "opened_at", "ended_at", "by_hand", "assignee_id", "level", "reopened", "merged_into",
        "score", "closed_as", "accepted_at", "dispatched_at", "taken_at", "handled_at", "verified_at",
        "take_due", "handle_due", "next_due",
    ),
    "ticket_events": ("number", "account_id", "person_id", "kind", "from_state", "to_state", "note", "at"),
    "deadlines": (
        "number", "kind", "since", "due_at", "working", "stage", "next_at", "met_at", "breached_at", "dropped_at",
    ),
    "ratings": ("number", "account_id", "kind", "round", "score", "at"),
    "attachments": (
        "number", "account_id", "kind", "purpose", "state", "attempts", "not_before", "received_at", "sha256",
        "media_type", "size", "came_as",
    ),
    "outbox": (
        "dedupe_key", "account_id", "kind", "text", "number", "priority", "by_night", "channel", "state", "attempts",
        "not_before", "created_at", "sent_at",
    ),
    "inbound": ("dedupe_key", "account_id", "kind", "received_at", "reply"),
    "ticket_days": ("day", "last"),
}  # fmt: skip
Cells = tuple[Any, ...]
_THINGS = (
    "楼道灯坏了", "下水道堵了", "垃圾没人清运", "门口路面有个坑", "电梯有异响", "水管漏水", "门口路灯不亮", "门禁坏了",
    "楼上装修太吵", "有人乱停车堵了路", "树枝断了挂在电线上", "墙皮脱落", "健身器材松动", "井盖翘起来了",
)  # fmt: skip
_PATH = ("reported", "accepted", "dispatched", "in_progress", "handled", "verified", "closed")
_MOVES = ("report", "accept", "dispatch", "take", "handle", "verify", "close")
_OPEN_STATES = (("dispatched", 3), ("in_progress", 9), ("handled", 3), ("accepted", 2))


@dataclass
class World:
    """Who and where the roster knows, and what is written anew for everybody."""

    places: list[tuple[int, str]]
    workers: list[int]
    accounts: range
    note: str
    reply: str
    now: datetime
    named: Sequence[str] = ()  # people in words of a release that kept them all open
    chance: random.Random = field(default_factory=lambda: random.Random(20))
    days: dict[date, int] = field(default_factory=dict)


def fill(
    database: Database, tickets: int, open_tickets: int, *, named: Sequence[str] = (), now: datetime | None = None,
    accounts: int = ACCOUNTS,
) -> float:  # fmt: skip
    """Answers the seconds it took. `open_tickets`: so many of the newest have not ended. `named`: see World."""
    started = time.monotonic()
    keyring.unlock([SECRET_KEY])
    world = _world(database, named, now or datetime.now(UTC).replace(tzinfo=None), accounts)
    for first in range(0, tickets, STEP):
        rows: dict[str, list[Cells]] = {name: [] for name in COLUMNS}
        for serial in range(first, min(first + STEP, tickets)):
            _ticket(world, rows, serial, tickets, open_tickets)
        _write(database, rows)
    _write(database, {"ticket_days": [(day.isoformat(), last) for day, last in world.days.items()]})
    _settle(database)
    return time.monotonic() - started


def _world(database: Database, named: Sequence[str], now: datetime, accounts: int) -> World:
    with database.read() as connection:
        places = connection.execute(text("SELECT id, name FROM places WHERE kind = 'building' ORDER BY id")).all()
        held = text("SELECT DISTINCT person_id FROM posts WHERE role = 'grid_worker' ORDER BY person_id")
        workers = list(connection.execute(held).scalars())
        first = (connection.execute(text("SELECT max(id) FROM accounts")).scalar() or 0) + 1
    kept = str if named else keyring.seal
    world = World(
        [(row.id, f"示例路{row.id}号{row.name}") for row in places], workers, range(first, first + accounts),
        kept("已到现场更换，试用正常"), kept("已登记，工单号见下。"), now, named,
    )  # fmt: skip
    columns = ("id", "channel", "openid", "place_id", "last_inbound_at", "muted", "at_hand")
    made = ((each, "wechat", f"p{each:027d}", None, _said(now - SPAN), "", "") for each in world.accounts)
    _write(database, {"accounts": list(made)}, {"accounts": columns})
    return world


def _ticket(world: World, rows: dict[str, list[Cells]], serial: int, tickets: int, open_tickets: int) -> None:
    """One ticket with all that hangs on it. The open ones are spread over the last months."""
    chance = world.chance
    opened = world.now - timedelta(minutes=1) - SPAN * ((tickets - serial) / tickets)
    since = tickets * (OPEN_SINCE / SPAN)
    left = tickets - serial
    is_open = (
        left <= open_tickets if open_tickets >= since else left <= since and chance.random() < open_tickets / since
    )
    day = (opened + EAST).date()
    world.days[day] = world.days.get(day, 0) + 1
    number = f"NH{day:%Y%m%d}-{world.days[day]:04d}"
    account, worker = chance.choice(world.accounts), chance.choice(world.workers)
    category = CATEGORIES[min(int(chance.expovariate(0.15)), len(CATEGORIES) - 1)]
    urgency = "hazard" if chance.random() < 0.02 else category.urgency
    times = _times(chance, opened)
    state, reached = _state(chance, times, is_open, world.now)
    times = times[:reached]
    said = [*map(_said, times)]
    dues = _promises(world, rows, number, urgency, state, times, said)
    _row(world, rows, number, account, worker, category.code, urgency, state, said, opened, dues)
    _events(rows, number, account, worker, state, said, world.note)
    _around(world, rows, number, account, state, opened)


def _times(chance: random.Random, opened: datetime) -> list[datetime]:
    """Reported, accepted, dispatched, taken, handled, verified, closed."""
    times = [opened]
    for hours in (0.02, 0.02, 2.0, 30.0, 12.0, 48.0):
        times.append(times[-1] + timedelta(hours=chance.expovariate(1 / hours)))
    return times


def _state(chance: random.Random, times: Sequence[datetime], is_open: bool, now: datetime) -> tuple[str, int]:
    """The state, and how many of its instants have come."""
    if not is_open:
        lot = chance.random()
        return ("merged", 1) if lot < 0.03 else ("withdrawn", 1) if lot < 0.04 else ("closed", 7)
    names, weights = zip(*_OPEN_STATES, strict=True)
    state = chance.choices(names, weights)[0]
    come = sum(each <= now for each in times)
    reached = min(_PATH.index(state) + 1, max(come, 3))
    return _PATH[reached - 1], reached


def _row(
    world: World, rows: dict[str, list[Cells]], number: str, account: int, worker: int, category: str, urgency: str,
    state: str, times: Sequence[str], opened: datetime, dues: Cells,
) -> None:  # fmt: skip
    chance = world.chance
    place, named = chance.choice(world.places)
    said = f"{named}{chance.randint(1, 6)}楼{chance.choice(_THINGS)}，麻烦来看一下"
    said += f"，找{chance.choice(world.named)}" if world.named and chance.random() < 0.1 else ""
    ended = None if state in _PATH[:6] else times[6] if len(times) > 6 else _said(opened + SOON)
    old = ended is not None and world.now - opened > KEPT_WORDS and not world.named
    rated = state == "closed" and chance.random() < 0.4
    score = chance.choice(("satisfied", "satisfied", "fairly", "dissatisfied")) if rated else None
    when = [*times, *[None] * 7]
    into = f"{number[:-4]}0001" if state == "merged" and not number.endswith("0001") else None
    rows["tickets"].append((
        number, state, "wechat", category, urgency, False, account, PAST_TEXT if old else said, None,
        PAST_TEXT if old else said.partition("，")[0], None if old else named, place, when[0], ended, False,
        worker if len(times) > 2 else None, 0, int(chance.random() < 0.02), into, score,
        None if state != "closed" else "rated" if score else "silent", *when[1:6], *dues,
    ))  # fmt: skip
    if score is not None:
        rows["ratings"].append((number, account, "rate", 0, score, ended))


def _events(
    rows: dict[str, list[Cells]], number: str, account: int, worker: int, state: str, times: Sequence[str], note: str
) -> None:  # fmt: skip
    before = None
    for at, kind, after in zip(times, _MOVES, _PATH, strict=False):
        by_clock = kind in ("accept", "dispatch", "close")
        who = (account, None) if kind == "report" else (None, None if by_clock else worker)
        rows["ticket_events"].append((number, *who, kind, before, after, note if kind == "handle" else None, at))
        before = after
    if state in ("merged", "withdrawn"):
        kind = "merge" if state == "merged" else "withdraw"
        rows["ticket_events"].append((number, account, None, kind, before, state, None, times[0]))


def _promises(
    world: World, rows: dict[str, list[Cells]], number: str, urgency: str, state: str, times: Sequence[datetime],
    said: Sequence[str],
) -> Cells:  # fmt: skip
    """Each that is met was met when its step was done; the others run, and their next stage comes after `now`. Answers what
    the ticket keeps of them: the first to take and to handle it, and the next that is open.
    """
    first, running = dict[str, str](), list[str]()
    hours = {"hazard": (0.1, 24), "urgent": (0.5, 12)}.get(urgency, (5, 120))
    made = [("accept", 0, hours[0], 1), ("take", 2, hours[0], 3), ("handle", 0, hours[1], 4)]
    made += [(kind, 0, 2, 4) for kind in ("survey", "plan", "crew")] if urgency == "hazard" else []
    made += [("verify", 4, 24, 5), ("rate", 5, 72, 6)]
    ended = state in ("closed", "merged", "withdrawn")
    for kind, of, length, done in made:
        if of >= len(times):
            continue
        due = times[of] + timedelta(hours=length)
        met = said[done] if done < len(times) else None
        dropped = _said(times[0] + SOON) if ended and met is None else None
        late = (times[done] if met else world.now) > due and dropped is None
        waits = not ended and met is None and not late
        next_at = _said(world.now + timedelta(days=1 + world.chance.random())) if waits else None
        by = _said(due)
        rows["deadlines"].append((
            number, kind, said[of], by, urgency == "normal", 3 if late else 0, next_at, met, by if late else None, dropped,
        ))  # fmt: skip
        if dropped is None:
            first[kind] = by
            running += [by] if met is None else []
    return first.get("take"), first.get("handle"), min(running, default=None)


def _around(
    world: World, rows: dict[str, list[Cells]], number: str, account: int, state: str, opened: datetime
) -> None:
    """Pictures, pushes and messages as far as they are kept."""
    at, age = _said(opened), world.now - opened
    if world.chance.random() < 0.3:
        kept = age < KEPT_PICTURES or state in _PATH[:6]
        digest = f"{world.chance.getrandbits(256):064x}"
        rows["attachments"].append((
            number, account, "image", "report", "stored" if kept else "forgotten", 1, at, at, digest if kept else None,
            "image/jpeg", 200_000, digest if kept else None,
        ))  # fmt: skip
    if age < KEPT_PUSHES:
        for kind in ("dispatched", "news", "handled"):
            key = f"{kind}:{number}:{account}"
            rows["outbox"].append((key, account, kind, world.note, number, 5, False, "custom", "sent", 1, at, at, at))
    if age < KEPT_MESSAGES:
        rows["inbound"].append((f"1{number}:p:gh_bench", account, "text", at, world.reply))


def _said(at: datetime) -> str:
    """UTC, without its zone, in the words that both databases read."""
    return at.isoformat(" ", "microseconds")


def _write(database: Database, rows: dict[str, list[Cells]], columns: dict[str, tuple[str, ...]] = COLUMNS) -> None:
    """All rows in one transaction, unchecked, for they are right; what an older release has no column for is left out."""
    there = {name: _there(database, name, columns[name], some) for name, some in rows.items()}
    with database.engine.connect() as connection:
        driver: Any = connection.connection.dbapi_connection
        if database.is_sqlite:
            driver.execute("PRAGMA foreign_keys = OFF")
            driver.execute("BEGIN IMMEDIATE")
            for name, (names, cells) in there.items():
                driver.executemany(
                    f"INSERT INTO {name} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})", cells
                )
            driver.execute("COMMIT")
            driver.execute("PRAGMA foreign_keys = ON")
            return
        driver.execute("SET LOCAL session_replication_role = replica; SET LOCAL timezone = 'UTC'")
        for name, (names, cells) in there.items():
            with driver.cursor() as cursor, cursor.copy(f"COPY {name} ({', '.join(names)}) FROM STDIN") as copy:
                copy.write("".join(_lines(cells)))
        driver.commit()


def _there(
    database: Database, name: str, columns: tuple[str, ...], rows: list[Cells]
) -> tuple[Sequence[str], Iterable[Cells]]:
    there = {each["name"] for each in inspect(database.engine).get_columns(name)}
    kept = [place for place, name in enumerate(columns) if name in there]
    return [columns[place] for place in kept], (tuple(row[place] for place in kept) for row in rows)


def _lines(rows: Iterable[Cells]) -> Iterator[str]:
    for row in rows:
        yield "\t".join("\\N" if cell is None else str(cell) for cell in row) + "\n"


def _settle(database: Database) -> None:
    """Statistics as autovacuum and the nightly upkeep leave them."""
    with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        if database.is_sqlite:
            connection.exec_driver_sql("ANALYZE")
            return
        high = "SELECT setval(pg_get_serial_sequence('accounts', 'id'), (SELECT max(id) FROM accounts))"
        connection.exec_driver_sql(high)
        connection.exec_driver_sql("VACUUM ANALYZE")


if __name__ == "__main__":
    print(f"{fill(Database(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])):.0f} s")
