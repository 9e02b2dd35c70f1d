"""A made-up subdistrict whose people do what their phones ask them for: reports, work, what rang whose phone."""

import heapq
import itertools
import random
import re
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import select, update

from governance.clock import SHANGHAI
from governance.roles import Role
from handlers.jobs import Lane, run_lane
from linli.sample_roster import Size
from scheduler.registry import JOBS
from storage.models import Account, Ticket
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
    "楼道灯坏了", "声控灯不灵了", "垃圾没人清运", "门口垃圾堆了一堆", "门前地砖破损", "门禁坏了",
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
