"""The queue wakes workers; lost wake-ups and a flushed Redis lose nothing."""

import threading
import time

import pytest
from sqlalchemy import select

from governance.clock import SHANGHAI
from handlers.jobs import Lane
from scheduler.actors import declare, woken, workers
from scheduler.clockwork import clockwork, leads
from scheduler.queue import Waker, broker_at, connect, reachable
from storage.models import Attachment
from tests.patience import wait_until


@pytest.fixture
def actors(chat, valkey_url, redis):
    """Actors with a real worker behind them."""
    broker = broker_at(valkey_url)
    actors = declare(broker, lambda: chat.tools)
    lanes = workers(broker, worker_timeout=50)
    for worker in lanes:
        worker.start()
    yield actors
    for worker in lanes:
        worker.stop()
    broker.close()


def states(chat):
    return [row.state for row in chat.rows(select(Attachment.state))]


def test_a_wake_up_makes_a_worker_fetch_what_waits(chat, actors):
    chat.person("李阿姨").sends_picture()
    assert states(chat) == ["pending"]
    Waker(woken(actors))()
    assert wait_until(lambda: states(chat) == ["stored"], 10)


def test_a_lost_wake_up_is_made_good_by_the_next_sweep(chat, actors, redis):
    chat.person("李阿姨").sends_picture()
    redis.flushall()
    actors[Lane.FILES].send()
    assert wait_until(lambda: states(chat) == ["stored"], 10)


def test_many_wake_ups_in_a_moment_become_few_and_nobody_waits(actors, monkeypatch):
    sent = []
    monkeypatch.setattr(actors[Lane.TICKETS], "send", lambda: (time.sleep(0.05), sent.append(1)))
    waker = Waker([actors[Lane.TICKETS]])
    started = time.monotonic()
    for _ in range(1000):
        waker()
    assert time.monotonic() - started < 0.5
    assert wait_until(lambda: len(sent) >= 1, 10)
    time.sleep(0.3)
    assert len(sent) <= 10


def test_a_queue_that_is_away_neither_delays_nor_breaks_a_wake_up():
    actors = declare(broker_at("redis://127.0.0.1:1/0"), lambda: None)
    waker = Waker(woken(actors))
    started = time.monotonic()
    waker()
    waker()
    assert time.monotonic() - started < 0.5
    assert not reachable(connect("redis://127.0.0.1:1/0"))


def test_of_two_schedulers_one_leads_and_the_other_takes_over(redis):
    assert leads(redis, "a")
    assert not leads(redis, "b")
    assert leads(redis, "a")
    redis.delete("linli:scheduler:leader")
    assert leads(redis, "b")
    assert not leads(redis, "a")


def test_the_clock_wakes_every_lane(actors, redis, monkeypatch):
    fired = {lane: threading.Event() for lane in Lane}
    scheduler = clockwork(actors, redis, "a", SHANGHAI)
    for lane in Lane:
        monkeypatch.setattr(actors[lane], "send", fired[lane].set)
        scheduler.get_job(lane.value).reschedule("interval", seconds=0.1)
    thread = threading.Thread(target=scheduler.start, daemon=True)
    thread.start()
    assert all(fired[lane].wait(10) for lane in Lane)
    scheduler.shutdown()
    thread.join(5)
