"""The drill's hour: people write as planned, workers work, the head confirms and tells all; then everything comes to rest."""

import heapq
import itertools
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select

from governance.roles import Role
from handlers.events.words import CONFIRM_TAP
from handlers.jobs import Lane
from linli.drill.plan import Message, Size
from linli.drill.town import WOKEN, Town
from linli.drill.wordings import END, ESTIMATE, UPDATE
from storage.models import Event

AT_ONCE = 8
"""So many connections the platform has at a time."""
SWEEP = timedelta(minutes=1)
"""What is not woken by a message comes round so often."""
THINKS = timedelta(minutes=1)
REST, RESTING_SWEEP = timedelta(minutes=16), timedelta(minutes=4)
"""So long after the end everything that is bundled has gone out; it is looked for so often."""
YES, YES_ASKED = "是", "回复“是”"
WHERE_ASKED = "还缺地点"
SAME_ASKED, SAME, ANOTHER = "是同一件吗", "一起", "不是"
REPEATED, CUT_OFF = 20, 25
"""Each so many-th message the platform sends twice at once, and each so many-th again because it did not get the answer."""
Progress = Callable[[datetime, int], None]


@dataclass
class Storm:
    """A drill under way. `heads`: who confirmed which event."""

    town: Town
    size: Size
    begins: datetime
    todo: list[tuple[datetime, int, Callable[[], object]]] = field(default_factory=list)
    serial: Any = field(default_factory=itertools.count)
    heads: dict[str, str] = field(default_factory=dict)
    looked: dict[str, int] = field(default_factory=dict)

    def at(self, share: float, what: Callable[[], object], wait: timedelta = timedelta()) -> None:
        """Something that is done when this share of the time is over; not at once."""
        when = self.begins + timedelta(minutes=self.size.minutes * share) + wait
        heapq.heappush(self.todo, (max(when, self.town.clock() + THINKS), next(self.serial), what))


def drill(town: Town, size: Size, messages: Sequence[Message], progress: Progress = lambda _now, _count: None) -> None:
    """Lets it happen, until everything has come to rest. `progress`: told now and then the time and how many have written."""
    for each in messages:
        town.comes(each.openid)
    storm = Storm(town, size, town.clock())
    sweep, left = storm.begins, list(reversed(messages))
    over = storm.begins + timedelta(minutes=size.minutes) + 4 * THINKS
    end = over + REST
    with ThreadPoolExecutor(AT_ONCE) as platform:
        while (now := town.clock()) < end:
            due = _due(storm, left, now)
            acts = [heapq.heappop(storm.todo)[2] for _ in range(len(storm.todo)) if storm.todo[0][0] <= now]
            list(platform.map(lambda each: answered(town, each.openid, each.text), due))
            for act in acts:
                act()
            if due or acts or now >= sweep:
                town.work(WOKEN if now < sweep else tuple(Lane))
                if now >= sweep:
                    sweep = now + (SWEEP if now < over else RESTING_SWEEP)
                    progress(now, len(messages) - len(left))
                _look(storm)
                continue
            coming = [
                sweep,
                end,
                *(when for when, _, _ in storm.todo[:1]),
                *(storm.begins + m.after for m in left[-1:]),
            ]
            town.clock.skip_to(min(coming))


def answered(town: Town, openid: str, text: str, where: str = "", same: bool | None = None) -> None:
    """Somebody reports; who is asked whether it is a report says so, who is asked where it is says that, if they know, and who is
    asked whether it is what a neighbour has told of says whether it is the `same`, where that is known.
    """
    reply = town.says(openid, text)
    if YES_ASKED in reply:
        reply = town.says(openid, YES)
    if where and WHERE_ASKED in reply:
        reply = town.says(openid, where)
    if same is not None and SAME_ASKED in reply:
        town.says(openid, SAME if same else ANOTHER)


def _due(storm: Storm, left: list[Message], now: datetime) -> list[Message]:
    """What is to be written by now, some of it with the faults that the platform has."""
    due: list[Message] = []
    while left and len(due) < AT_ONCE and storm.begins + left[-1].after <= now:
        due.append(left.pop())
        for fault, often in (("duplicate", REPEATED), ("drop", CUT_OFF)):
            if len(left) % often == 0:
                storm.town.platform.faults.plan(fault)
    return due


def newly_offered(town: Town, head: str, looked: dict[str, int]) -> list[str]:
    """The taps with which somebody may confirm an event that came to their phone since the last look; `looked` is put forward."""
    seen = town.journal.seen[head]
    new, looked[head] = seen[looked.get(head, 0) :], len(seen)
    return [tap for _, bubble in new for tap in bubble.taps if tap.startswith(CONFIRM_TAP.format(number=""))]


def _look(storm: Storm) -> None:
    """A head whose phone shows a proposal of this matter will confirm it, and answer all."""
    for head in storm.town.staff[Role.GRID_HEAD]:
        for tap in newly_offered(storm.town, head, storm.looked):
            number = tap.removeprefix(CONFIRM_TAP.format(number=""))
            if number not in storm.heads and _is_it(storm, number):
                storm.heads[number] = head
                _decide(storm, head, number, tap)


def _is_it(storm: Storm, number: str) -> bool:
    with storm.town.database.read() as connection:
        title = connection.execute(select(Event.title).where(Event.number == number)).scalar_one()
    return title.endswith(storm.size.kind)


def _decide(storm: Storm, head: str, number: str, tap: str) -> None:
    """What the head does, in turn: confirms, says how it stands, until when, and that it is over."""
    says = storm.town.says
    storm.at(0, lambda: says(head, tap, taps=True))
    storm.at(0.3, lambda: says(head, f"通报事件 {number} {UPDATE}"), THINKS)
    storm.at(0.55, lambda: says(head, f"预计 {number} {ESTIMATE}"), 2 * THINKS)
    storm.at(1, lambda: says(head, f"结束事件 {number} {END}"), 3 * THINKS)
