"""Nobody stands in two places at once, however two messages in two processes come together."""

import re
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import count

import pytest
from sqlalchemy import event, insert, select

from handlers.context import SubdistrictConfig
from handlers.conversation.reception import Reception
from handlers.inbound import Inbound, Kind
from storage.duty.sign_ups import sign
from storage.inbound import Delivery
from storage.models import Account, Person, SignUp
from storage.unit_of_work import UnitOfWork
from tests.duty import NAMES, crew

SQLITE_S, POSTGRESQL_S = 0.15, 3.0
"""So long one waits for the other before it writes: SQLite lets one in at a time, PostgreSQL says who waits for a lock."""
_WRITES = re.compile(r"(?:INSERT INTO|UPDATE) sign_ups ")
_KEYS = count()


@dataclass(frozen=True)
class Side:
    """Who acts in one of the two messages; `who`: the phone of the person who may end up in two places."""

    who: str
    colleague: str
    lead: str


class Together:
    """Two messages in two processes, each held before it puts somebody on a shift until the other is there or waits for it."""

    def __init__(self, chat) -> None:
        self.chat, self.racers, self.there, self.done = chat, set(), set(), set()
        self.receptions = [Reception(chat.database, SubdistrictConfig(), chat.clock, lambda: None) for _ in range(2)]

    def say(self, *messages) -> list[str]:
        """Each message (openid, text) through a reception of its own; their answers."""
        self.racers, self.there, self.done = set(), set(), set()
        event.listen(self.chat.database.engine, "before_cursor_execute", self._hold)
        try:
            with ThreadPoolExecutor(len(messages)) as pool:
                return list(pool.map(self._one, self.receptions, messages))
        finally:
            event.remove(self.chat.database.engine, "before_cursor_execute", self._hold)

    def _one(self, reception, message) -> str:
        me = threading.get_ident()
        self.racers.add(me)
        openid, text = message
        key, now = f"race:{next(_KEYS)}", self.chat.clock()
        try:
            delivery = Delivery(int(now.timestamp()), key, key)
            return reception.receive(Inbound("gh", openid, key, Kind.TEXT, now, delivery, text=text)).text
        finally:
            self.done.add(me)

    def _hold(self, _connection, _cursor, statement, parameters, *_more) -> None:
        me = threading.get_ident()
        values = parameters.values() if isinstance(parameters, dict) else parameters
        if me not in self.racers or me in self.there or not _WRITES.match(statement) or "signed" not in values:
            return
        self.there.add(me)
        until = time.monotonic() + (SQLITE_S if self.chat.database.is_sqlite else POSTGRESQL_S)
        while time.monotonic() < until and len(self.there | self.done) < 2 and not self._other_waits():
            time.sleep(0.01)

    def _other_waits(self) -> bool:
        if self.chat.database.is_sqlite:
            return False
        waits = "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()"
        with self.chat.database.read() as connection:
            return connection.exec_driver_sql(waits).scalar() > 0


@dataclass
class Scene:
    """A crew in which one person, 甲一员, has two phones; `day`: of the next two shifts."""

    chat: object
    people: object
    phones: tuple
    day: int = 0

    def sides(self) -> tuple[Side, Side]:
        _, second, third, _ = self.people.members
        leads = (self.people.lead, self.people.secretary)
        return tuple(
            Side(phone.openid, colleague, lead)
            for phone, colleague, lead in zip(self.phones, (second, third), leads, strict=True)
        )

    def shift(self, when: str) -> str:
        """A new shift for one; its number."""
        return (
            self.people.lead.says(f"加班次 梧桐和事佬工作室 12月{self.day}日 {when} 1人")
            .split("加班次 ")[1]
            .split("：")[0]
        )


Way = Callable[[Scene, Side, str], tuple[str, tuple[str, str]]]
"""Prepares a shift at a time; answers its number, and the message (of whom, what) that puts 甲一员 on it."""


def sign_up(scene, side, when):
    n = scene.shift(when)
    return n, (side.who, f"报名 {n}")


def move_up(scene, side, when):
    n = scene.shift(when)
    assert "报名成功" in side.colleague.says(f"报名 {n}")
    assert "候补第 1 位" in scene.phones[0].says(f"报名 {n}")
    return n, (side.colleague.openid, f"取消值班 {n}")


def assign(scene, side, when):
    n = scene.shift(when)
    return n, (side.lead.openid, f"安排 {n} {NAMES[0]}")


def swap(scene, side, when):
    n = scene.shift(when)
    assert "报名成功" in side.colleague.says(f"报名 {n}")
    assert "请求" in side.colleague.says(f"换班 {n} 给 {NAMES[0]}")
    return n, (side.who, f"同意换班 {n}")


def take_over(scene, side, when):
    n, (who, _) = swap(scene, side, when)
    return n, (who, f"接班 {n}")


def confirm_plan(scene, side, when):
    n = scene.shift(when)
    with scene.chat.database.write() as connection:
        uow = UnitOfWork(connection)
        person = connection.execute(select(Person.id).where(Person.code == "M10")).scalar_one()
        sign(uow, int(n), person, "proposed", "plan", scene.chat.clock(), "只有您能来")
        uow.finish()
    return n, (side.lead.openid, "确认排班")


def call_up(scene, side, when):
    called = scene.people.secretary.says(f"急需1人12月{scene.day}日{when}到梧桐里1号院搬沙袋")
    n = called.split("编号 ")[1].split("：")[0]
    return n, (side.who, f"报名 {n}")


WAYS = (sign_up, move_up, assign, swap, take_over, confirm_plan, call_up)


@pytest.fixture
def scene(chat):
    people = crew(chat)
    second = chat.person("甲一员的另一部手机")
    with chat.database.write() as connection:
        person = connection.execute(select(Person.id).where(Person.code == "M10")).scalar_one()
        account = {"channel": "wechat", "openid": second.openid, "last_inbound_at": chat.clock()}
        connection.execute(insert(Account).values(person_id=person, subscribed_at=chat.clock(), **account))
    return Scene(chat, people, (people.members[0], second))


def places_of(scene, *shifts) -> list[int]:
    with scene.chat.database.read() as connection:
        statement = (
            select(SignUp.shift_id)
            .join(Person, Person.id == SignUp.person_id)
            .where(Person.code == "M10", SignUp.shift_id.in_(map(int, shifts)), SignUp.state == "signed")
        )
        return list(connection.execute(statement).scalars())


@pytest.mark.parametrize("first", WAYS, ids=lambda way: way.__name__)
def test_two_overlapping_shifts_are_never_one_persons(scene, first):
    together = Together(scene.chat)
    one, two = scene.sides()
    wrong = {}
    for day, second in enumerate(WAYS, start=1):
        scene.day = day
        here, message = first(scene, one, "9点到11点")
        there, other = second(scene, two, "10点到12点")
        answers = together.say(message, other)
        if len(places_of(scene, here, there)) != 1:
            wrong[second.__name__] = answers
    assert wrong == {}
