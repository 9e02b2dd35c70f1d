"""Everybody who walks through a year together, and its days: the clock's jobs run on each that matters, or sleep over some."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import select

from governance.clock import SHANGHAI
from handlers.jobs import Lane, run_lane
from scheduler.registry import JOBS
from storage.models import Outbox, Ticket
from tests import councils
from tests.alliance import book_lines, import_book
from tests.chat import Chat, Speaker
from tests.office import Office, plain
from tests.roster import Lines

BEGIN = datetime(2026, 1, 12, 10, 0, tzinfo=SHANGHAI)
WHO = {
    "secretary": ("吴范例", "0006"), "lead": ("魏领导", "0031"), "dispatcher": ("何派单", "0033"), "worker": ("陈试用", "0001"),
    "head": ("孙模拟", "0004"), "unit_secretary": ("毕样本", "0051"), "contact": ("卫示范", "0052"), "other": ("沈试用", "0054"),
    "cadre": ("桂示范", "0061"),
}  # fmt: skip
PAIRED = "审计局第一支部"
AUDIT = "示范市审计局"
Tick = Callable[[Chat], None]


def roster() -> Lines:
    """The roster of the councils with the people of two units and a cadre."""
    found = councils.lines()
    people = (("H1", "毕样本", "0051"), ("H2", "卫示范", "0052"), ("H3", "蒋模拟", "0053"), ("H4", "沈试用", "0054"), ("V0", "桂示范", "0061"))  # fmt: skip  # noqa: E501
    found["people"] += [{"code": code, "name": name, "phone": f"1991111{end}"} for code, name, end in people]
    found["posts"].append({"person": "V0", "role": "挂钩干部", "place": "C1"})
    return found


def book(*, agreed: bool) -> Lines:
    """The workbook of the pairings; the agreement with its milestones comes a few days later."""
    found = book_lines()
    for line in found["pairings"]:
        line["since"] = "2026-01-12"
    found["agreements"] = [{**found["agreements"][0], "start": "2026-01-15", "end": "2026-12-31"}] if agreed else []
    days = ("2026-02-06", "2026-03-13")
    found["milestones"] = [{**line, "due": day} for line, day in zip(found["milestones"], days, strict=True) if agreed]
    return found


def clock_runs(chat: Chat) -> None:
    """What the clock brings that waits for nobody: twice, as two clocks may."""
    for _ in range(2):
        run_lane(chat.tools, JOBS, Lane.BRIEFS)


@dataclass
class Year:
    """Who speaks, in which subdistrict, and what is remembered from one step to the next.

    `sleeps`: the jobs do not run on the days on which something is due, but only when somebody looks long afterwards.
    """

    chat: Chat
    clock: Any
    sleeps: bool
    tick: Tick
    people: dict[str, Speaker] = field(default_factory=dict)
    members: list[Speaker] = field(default_factory=list)
    neighbours: list[Speaker] = field(default_factory=list)
    remembered: dict[str, Any] = field(default_factory=dict)
    owed: dict[tuple[int, str], Any] = field(default_factory=dict)
    """All that was ever owed to anybody, as it was last seen: after some months the product forgets it."""

    def __getattr__(self, name: str) -> Speaker:
        """Somebody by what they are: year.secretary."""
        try:
            return self.__dict__["people"][name]
        except KeyError:
            raise AttributeError(name) from None

    def settles(self) -> None:
        """Phones bound, homes said, the pairings imported as `linli import alliance` does."""
        self.chat.subdistrict(roster())
        self.people = {role: self.chat.bound(*who) for role, who in WHO.items()}
        self.members = [self.chat.bound(name, f"005{at}") for at, (_, name) in enumerate(councils.SEATS)]
        self.neighbours = [self.chat.person(f"邻居{at}") for at in range(6)]
        for each in self.neighbours:
            each.says("我住梧桐里1号院1幢")
        for at, each in enumerate(self.members):
            each.says(f"我住梧桐里1号院1幢1单元{at + 1}01室")
        assert import_book(self.chat, book(agreed=False)).problems == []

    def at(self, month: int, day: int, hour: int = 10, minute: int = 0, year: int = 2026) -> None:
        """That instant has come, whatever was due in between."""
        now = datetime.combine(date(year, month, day), time(hour, minute), SHANGHAI)
        assert now >= self.clock.now, "the year goes forward"
        self.clock.now = now.astimezone(self.clock.now.tzinfo)

    def day(self, month: int, day: int, hour: int = 10, year: int = 2026) -> None:
        """A day on which the clock's jobs run, everybody having written: nothing waits for a phone."""
        self.at(month, day, hour, year=year)
        for each in self.everybody:
            each.says("你好")
        self.tick(self.chat)
        self.sent()

    def due(self, *days: tuple[int, int]) -> None:
        """Days on which something is due; who sleeps misses all of them but the last."""
        for month, day in days[-1:] if self.sleeps else days:
            self.day(month, day)

    def sent(self) -> None:
        """What is owed goes out, what is bundled after its quarter of an hour."""
        self.chat.work()
        self.clock.turn(minutes=20)
        self.chat.work()
        rows = self.chat.rows(
            select(Outbox.id, Outbox.dedupe_key, Outbox.account_id, Outbox.kind, Outbox.text, Outbox.state)
        )
        self.owed |= {(row.id, row.dedupe_key): row for row in rows}

    @property
    def everybody(self) -> list[Speaker]:
        """All phones."""
        return [*self.people.values(), *self.members, *self.neighbours]

    def office(self, role: str) -> Office:
        """The back office, signed in by somebody's phone."""
        return Office(self.chat).signs_in(self.people[role])

    def ticket(self, number: str) -> Any:
        """A ticket as it stands."""
        (row,) = self.chat.rows(select(Ticket.__table__).where(Ticket.number == number))
        return row

    def reads(self, path: str) -> str:
        """The text of a page that anybody may open."""
        answer = self.chat.app.test_client().get(path)
        assert answer.status_code == 200, path
        return plain(answer.text)


def begun_at(chat: Chat, clock: Any, *, sleeps: bool, tick: Tick) -> Year:
    """The town in January, everybody bound."""
    clock.now = BEGIN.astimezone(clock.now.tzinfo)
    found = Year(chat, clock, sleeps, tick)
    found.settles()
    return found


def told(speaker: Speaker, *words: str) -> int:
    """How often somebody read these words in one notice; of several that came as one message each counts by itself."""
    each = [line for notice in speaker.notices for line in notice.split("\n" if notice[:2] == "共 " else "\n\n")]
    return sum(all(word in notice for word in words) for notice in each)
