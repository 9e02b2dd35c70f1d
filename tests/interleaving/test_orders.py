"""Whatever order locks and writes of two or three commands fall in, it ends as if one had come after the other.

Each case is played once for every gate that the one who begins can be stopped at, and the other way round; the answers and what
stands in the database afterwards must be those of one of the serial orders. Nobody reads of a deadlock or of a busy system.
"""

import itertools
import re
from dataclasses import dataclass
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from handlers.texts import BUSY
from storage.models import Ticket
from tests.interleaving.town import STATE, Town, town
from tests.staff import staff

FARTHEST = 40
ON_SQLITE = 2
"""Whoever has passed the first gate there holds the lock that everybody waits for: farther stops play nothing new."""
Said = list[tuple[str, str]]


@dataclass(frozen=True)
class Case:
    """`before`: what is said first, {n} the ticket's number; `at_once`: what is said at the same time."""

    name: str
    before: tuple[tuple[str, str], ...]
    at_once: tuple[tuple[str, str], ...]
    long: bool = False


TICKETS = (
    Case("two take", (), (("worker", "接单 {n}"), ("part_time", "接单 {n}"))),
    Case("two dispatch", (), (("head", "派单 {n} 给 郑假设"), ("secretary", "派单 {n} 给 吴范例"))),
    Case("take and dispatch", (), (("worker", "接单 {n}"), ("head", "派单 {n} 给 郑假设")), long=True),
    Case("withdraw and take", (), (("reporter", "撤回 {n}"), ("worker", "接单 {n}")), long=True),
    Case(
        "return and transfer",
        (("worker", "接单 {n}"),),
        (("worker", "退单 {n} 找不到门"), ("head", "转办 {n} 给 郑假设")),
        long=True,
    ),
    Case("urge and take", (), (("reporter", "催办 {n}"), ("worker", "接单 {n}")), long=True),
    Case(
        "three take", (), (("worker", "接单 {n}"), ("part_time", "接单 {n}"), ("head", "派单 {n} 给 郑假设")), long=True
    ),
)


def _marked(case: Case):
    return pytest.param(case, id=case.name, marks=[pytest.mark.soak] if case.long else [])


@pytest.fixture
def offices(chat, database_url, clock, redis, tmp_path):
    people = staff(chat)
    openids = {name: getattr(people, name).openid for name in ("worker", "head", "leader", "secretary", "part_time")}
    openids["reporter"] = chat.person("李阿姨").openid
    with town(chat, database_url, clock, redis, tmp_path, openids) as found:
        yield found


def prepared(offices: Town, case: Case) -> str:
    """A fresh ticket of the case, ready; answers its number."""
    offices.at(0, "reporter").says("梧桐里1号院05幢楼道灯坏了")
    offices.chat.decide()
    number = max(row.number for row in offices.chat.rows(select(Ticket.number)))
    for who, words in case.before:
        offices.at(0, who).says(words.format(n=number))
    return number


def _plain(answer: str, number: str) -> str:
    """An answer without the ticket's number, long or short."""
    short = int(number[-4:])
    return re.sub(rf"(?<![\d月]){short}(?![\d日月:件号幢位])", "N", answer.replace(number, "N"))


def _difference(found, serial):
    """What an order has that a serial one has not, and the other way round."""
    return [
        [row for row in one[place] if row not in other[place]]
        for one, other in ((found, serial), (serial, found))
        for place in (0, 1)
    ]


def outcome(offices: Town, case: Case, order: tuple[int, ...], stops: tuple[int, ...] | None) -> tuple[object, bool]:
    """What comes of a case: the answers by speaker and the ticket, without its number. `stops` None: one after the other."""
    number = prepared(offices, case)
    said: Said = [(case.at_once[place][0], case.at_once[place][1].format(n=number)) for place in order]
    if stops is None:
        answers, reached = [offices.says(door, *each)() for door, each in enumerate(said)], True
    else:
        answers, reached = offices.play(said, stops)
    assert BUSY not in answers
    by_speaker = sorted(zip(order, (_plain(answer, number) for answer in answers), strict=True))
    rows = offices.rows(STATE, number=number)
    long_ago = offices.chat.clock() - timedelta(hours=2)  # one account opens no more than twenty an hour
    with offices.chat.database.write() as connection:
        over = update(Ticket).where(Ticket.number == number).values(opened_at=long_ago, ended_at=long_ago)
        connection.execute(over)
    return (tuple(by_speaker), tuple(rows)), reached


@pytest.mark.parametrize("case", [_marked(case) for case in TICKETS])
def test_commands_on_one_ticket_end_as_in_one_of_their_serial_orders(offices, case):
    for gate in offices.gates:
        gate.open()
    orders = list(itertools.permutations(range(len(case.at_once))))
    serial = {outcome(offices, case, order, None)[0] for order in orders}
    played, farthest = 0, ON_SQLITE if offices.chat.database.is_sqlite else FARTHEST
    for order in orders:
        for stops in itertools.product(range(farthest), repeat=len(order) - 1):
            found, reached = outcome(offices, case, order, stops)
            played += 1
            assert found in serial, (case.name, order, stops, [_difference(found, one) for one in serial])
            if not reached and len(stops) == 1:
                break
            if not reached and stops[-1] == 0:
                break
    assert played >= 2 * len(orders)
