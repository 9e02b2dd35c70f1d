"""The machine's clock is set an hour forward or back, or over midnight: what is due is done once, and soon."""

import threading
import time
from collections import Counter
from datetime import datetime, timedelta

import apscheduler.executors.base
import apscheduler.schedulers.base
import apscheduler.triggers.interval
import pytest
from sqlalchemy import select

from governance.clock import SHANGHAI
from handlers.jobs import Lane
from scheduler import clockwork as clockwork_module
from scheduler.actors import declare
from scheduler.clockwork import Steps, clockwork, wake_after_steps
from scheduler.queue import broker_at
from storage.models import Outbox, Ticket
from tests.journeys.breaking_tickets import DAMP
from tests.patience import wait_until
from tests.staff import staff

HOUR = 1.0


@pytest.mark.parametrize("by", [HOUR, -HOUR, 14.1 - 24, -10.1])
def test_after_a_step_nothing_is_doubled_or_lost(chat, clock, quota, by):
    people = staff(chat)
    clock.turn(days=1)
    for speaker in (people.worker, people.secretary):
        speaker.says("帮助")
    resident = chat.person("李阿姨")
    first = resident.says(DAMP.format(1))
    chat.run("daily_brief", "shift_plan")
    chat.work()
    clock.turn(hours=by)
    second = resident.says(DAMP.format(2))
    chat.run("daily_brief", "shift_plan")
    chat.work()
    clock.turn(hours=-by)
    third = resident.says(DAMP.format(3))
    for _ in range(3):
        chat.run("daily_brief", "shift_plan")
        chat.work()
        clock.turn(minutes=1)
    numbers = [row.number for row in chat.tickets()]
    assert len(set(numbers)) == 3
    assert all(any(number in answer for number in numbers) for answer in (first, second, third))
    assert {row.state for row in chat.rows(select(Ticket.state))} == {"dispatched"}
    given = Counter(row.number for row in chat.rows(select(Outbox.number).where(Outbox.kind == "given")))
    assert set(given.values()) == {1}
    briefs = [key for (key,) in chat.rows(select(Outbox.dedupe_key)) if key.startswith("daily:")]
    assert len(briefs) == len(set(briefs)) > 0
    clock.turn(hours=abs(by))
    chat.work()
    assert any("3楼" in text for text in people.worker.notices)
    assert max(Counter(people.worker.notices).values()) == 1
    clock.turn(days=1)  # what was held back for the day's sake comes with the morning
    chat.work()
    assert not chat.rows(select(Outbox.id).where(Outbox.state.in_(("waiting", "sending", "maybe_sent"))))


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_message_that_came_while_the_clock_was_wrong_is_refused_and_taken_when_it_is_right(chat, clock):
    resident = chat.person("李阿姨")
    right = chat.platform.clock
    for by in (timedelta(hours=1), timedelta(hours=-1)):
        chat.platform.clock = lambda by=by: right() + by
        assert resident.says("3幢楼道灯坏了") == "该公众号提供的服务出现故障，请稍后再试"
        assert chat.tickets() == []
    chat.platform.clock = right
    assert chat.tickets() == []
    assert "NH20261124-0001" in resident.says("3幢楼道灯坏了")


def test_a_clock_that_is_set_back_does_not_let_the_lanes_sleep_for_an_hour(redis, valkey_url, monkeypatch):
    behind = [0.0]

    class Wall(datetime):
        @classmethod
        def now(cls, tz=None):
            return super().now(tz) - timedelta(seconds=behind[0])

    apart = (apscheduler.executors.base, apscheduler.schedulers.base, apscheduler.triggers.interval)
    for module in (clockwork_module, *apart):
        monkeypatch.setattr(module, "datetime", Wall)
    monkeypatch.setattr(clockwork_module, "LOOK_S", 0.05)
    broker = broker_at(valkey_url)
    actors = declare(broker, lambda: None)
    fired = Counter()
    for lane in Lane:
        monkeypatch.setattr(actors[lane], "send", lambda lane=lane: fired.update([lane]))
    scheduler = clockwork(actors, redis, "a", SHANGHAI)
    stopping = threading.Event()
    steps = Steps(wall=lambda: time.time() - behind[0])
    threads = [
        threading.Thread(target=scheduler.start, daemon=True),
        threading.Thread(target=wake_after_steps, args=(scheduler, SHANGHAI, stopping, steps), daemon=True),
    ]
    for thread in threads:
        thread.start()
    try:
        assert wait_until(lambda: fired.keys() == set(Lane), 10)
        fired.clear()
        behind[0] = 3600.0
        assert wait_until(lambda: fired.keys() == set(Lane), 10)
    finally:
        stopping.set()
        scheduler.shutdown()
        for thread in threads:
            thread.join(5)
        broker.close()
