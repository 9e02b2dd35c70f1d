"""A made-up subdistrict for the living installation: enough people that each can have a question of their own open."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import select

from storage.models import Account, Dialogue, Person, Ticket
from tests.chat import Chat, Speaker
from tests.duty import at, roster

WORKERS = tuple(
    f"{surname}练{numeral}"
    for surname, numeral in zip("冯陈褚卫蒋沈韩杨朱秦尤许", "一二三四五六七八九十百千", strict=True)
)
MEMBERS = tuple(f"{stem}一员" for stem in "戊己庚辛壬癸子丑寅卯辰巳")
OTHERS = {
    "姚派二": ("D3", "派单员", "S"), "邵书二": ("D4", "社区书记", "C1"), "湛书三": ("D5", "社区书记", "C2"),
    "汪长二": ("D6", "网格长", None), "祁楼二": ("D7", "红色楼栋长", "Y1-2"), "毛管理": ("D8", "管理员", "S"),
    "禹邀请": ("D9", "网格员", None),
}  # fmt: skip
BUILDINGS = ("2幢", "3幢", "6幢", "7幢", "8幢", "10幢")
STATIONS = [
    {"place": "H1", "kind": "和事佬工作室", "lead": "R5", "needs_code": "否"},
    {"place": "L1", "kind": "鲁班能量屋", "lead": "R5", "needs_code": "是"},
]
PATTERNS = [
    {"code": code, "station": station, "weekdays": day, "start": start, "end": end, "capacity": places}
    for code, station, day, start, end, places in (
        ("P1", "H1", "六", "09:00", "11:00", "3"), ("P2", "H1", "六", "22:00", "06:00", "2"),
        ("P3", "L1", "六", "22:00", "23:30", "2"), ("P4", "H1", "日", "14:00", "16:00", "2"),
        ("P5", "L1", "日", "09:00", "11:00", "6"),
    )
]  # fmt: skip


def lines() -> dict[str, list[dict[str, Any]]]:
    """The crew's roster with more of everybody."""
    found = roster()
    found["places"] += [
        {"code": f"Y1-{name[:-1]}", "name": name, "kind": "楼栋", "parent": "Y1", "lat": 32.05, "lon": 118.76}
        for name in BUILDINGS
    ]
    found["places"] += [
        {"code": "Y3", "name": "梧桐里3号院", "kind": "院落", "parent": "C1"},
        {"code": "Y3-21", "name": "21幢", "kind": "楼栋", "parent": "Y3"},
    ]
    people = [(f"W{n:02}", name, "网格员", None) for n, name in enumerate(WORKERS)]
    people += [(f"M2{n:02}", name, "在职党员", "C1") for n, name in enumerate(MEMBERS)]
    people += [(code, name, role, place) for name, (code, role, place) in OTHERS.items()]
    people += [("T1", "同名者", "在职党员", "Y1-1"), ("T2", "同名者", "在职党员", "Y2-9")]
    for n, (code, name, role, place) in enumerate(people):
        found["people"].append({"code": code, "name": name, "phone": f"1994444{n:04}"})
        found["posts"].append({"person": code, "role": role, **({"place": place} if place else {"grid": "G01"})})
    return found


def phones() -> dict[str, str]:
    """Everybody's phone number by name."""
    return {line["name"]: str(line["phone"]) for line in lines()["people"]}


@dataclass
class Town:
    """The people with their phones, and what was asked of whom: label → who, and about which ticket."""

    chat: Chat
    clock: Any
    people: dict[str, Speaker] = field(default_factory=dict)
    asked: dict[str, dict[str, Any]] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Speaker:
        """Somebody by name; of the roster they bind first, a neighbour just comes."""
        if name not in self.people:
            self.people[name] = self._comes(name)
        return self.people[name]

    def _comes(self, name: str) -> Speaker:
        phone = phones().get(name)
        if OTHERS.get(name, ("", "", None))[1] == "管理员":  # bound by a code only
            return self.chat.invited(name)
        return self.chat.bound(name, phone) if phone else self.chat.person(name)

    def at(self, instant: str) -> None:
        """Turns the clock to a local time."""
        at(self.clock, instant)

    def report(self, who: str, text: str) -> str:
        """A report; answers its ticket's number."""
        answer = self[who].says(text)
        assert "NH2026" in answer, answer
        return str(self.chat.tickets()[-1].number)

    def given(self, worker: str, text: str, reporter: str = "李报事") -> str:
        """A report that this worker has in hand, however it was dispatched first."""
        number = self.report(reporter, text)
        self.chat.work()
        assignee = select(Person.name).join(Ticket, Ticket.assignee_id == Person.id).where(Ticket.number == number)
        if [row.name for row in self.chat.rows(assignee)] != [worker]:
            answer = self["何派单"].says(f"派单 {number} 给 {worker}")
            assert "已派单" in answer, answer
            self.chat.work()
        self.clock.turn(seconds=7)
        return number

    def asks(self, label: str, kind: str, who: str, does: Callable[[Speaker], str], number: str | None = None) -> None:
        """Somebody does something, and one question of this kind is open afterwards."""
        answer = does(self[who])
        found = self.chat.rows(
            select(Dialogue.kind, Dialogue.data)
            .join(Account, Account.id == Dialogue.account_id)
            .where(Account.openid == self[who].openid)
        )
        assert [row.kind for row in found] == [kind], (label, answer, found)
        self.asked[label] = {"who": who, "kind": kind, "number": number, "data": found[0].data}

    def sees(self, answer: str, words: str) -> None:
        """An answer says what it must for the story to go on."""
        assert words in answer, answer

    @property
    def now(self) -> datetime:
        """The clock's instant."""
        return self.clock()  # type: ignore[no-any-return]
