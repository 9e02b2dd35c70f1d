"""Messages that share a transaction lock what each of them needs, in the order in which they came; another batch does it the
other way round. Nobody waits for a deadlock to be found: whoever would wait out of turn is taken alone instead.
"""

import re
import uuid

import pytest

from handlers.texts import BUSY
from tests.interleaving.gates import LOCKS, STOPS
from tests.interleaving.town import STATE, town
from tests.staff import staff

FARTHEST = 40
Batch = tuple[tuple[str, str], ...]
REPORT = "梧桐里1号院05幢垃圾没人清"
HEAD, WORKER = ("head", "派单 {0} 给 郑假设"), ("worker", "接单 {0}")
CROSSED: dict[str, tuple[Batch, Batch]] = {
    "number and ticket": ((("reporter", REPORT), WORKER), (HEAD, ("leader", REPORT))),
    "two tickets": ((WORKER, ("part_time", "接单 {1}")), (("secretary", "派单 {1} 给 陈试用"), HEAD)),
    "number and remark": ((("reporter", REPORT), ("resident", "备注 {0} 就在门口")), (WORKER, ("leader", REPORT))),
}


@pytest.fixture
def database_url(postgres_copy):
    """SQLite has one lock for all that is written, and so nothing to cross."""
    with postgres_copy(f"t{uuid.uuid4().hex}") as url:
        yield url


@pytest.fixture
def offices(chat, database_url, clock, redis, tmp_path):
    people = staff(chat)
    openids = {name: getattr(people, name).openid for name in ("worker", "head", "leader", "secretary", "part_time")}
    openids |= {name: chat.person(name).openid for name in ("reporter", "resident", "bystander0", "bystander1")}
    with town(chat, database_url, clock, redis, tmp_path, openids) as found:
        yield found


@pytest.mark.parametrize("stops", [LOCKS, pytest.param(STOPS, marks=pytest.mark.soak)], ids=["locks", "writes too"])
def test_batches_that_lock_the_other_way_round_never_wait_for_each_other(offices, stops):
    for gate in offices.gates:
        gate.stops = stops
    for name, (one, other) in CROSSED.items():
        for first, second in ((one, other), (other, one)):
            for stop in range(FARTHEST):
                if not _crossed(offices, name, first, second, stop):
                    break


def _crossed(offices, name, first, second, stop):
    """Plays both batches, the first as far as its stop; answers whether it came so far."""
    for gate in offices.gates:
        gate.open()
    numbers = []
    for place in ("05幢楼道灯坏了", "06幢楼道积水"):
        said = offices.at(0, "resident").says(f"梧桐里1号院{place}")
        numbers.append(re.search(r"NH\d+-\d+", said)[0])
    offices.chat.decide()
    batches = [[(who, words.format(*numbers)) for who, words in batch] for batch in (first, second)]
    answers, reached = offices.play_batches(batches, (stop,))
    assert offices.deadlocks == 0, (name, first, stop)
    assert BUSY not in answers, (name, first, stop)
    for number in numbers:
        assert offices.rows(STATE[:1], number=number)[0][0] in ("dispatched", "in_progress", "reported")
    return reached
