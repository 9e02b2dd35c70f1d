"""The queue wakes workers; lost wake-ups and a flushed Redis lose nothing."""

import threading
import time

import pytest
from dramatiq import Worker
from sqlalchemy import select

from governance.clock import SHANGHAI
from scheduler.actors import WORK, declare
from scheduler.jobs import JOBS, clockwork, leads
from scheduler.queue import Waker, broker_at, connect, reachable
from storage.models import Attachment


@pytest.fixture
def actors(chat, valkey_url, redis):
    """Actors with a real worker behind them."""
    broker = broker_at(valkey_url)
    actors = declare(broker, lambda: chat.tools)
    worker = Worker(broker, worker_threads=2, worker_timeout=50)
    worker.start()
    yield actors
    worker.stop()
    broker.close()


def states(chat):
    return [row.state for row in chat.rows(select(Attachment.state))]


def wait_until(condition, seconds=10):
    deadline = time.monotonic() + seconds
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.02)
    return condition()


def test_a_wake_up_makes_a_worker_fetch_what_waits(chat, actors):
    chat.person("李阿姨").sends_picture()
    assert states(chat) == ["pending"]
    Waker(actors["sweep"])()
    assert wait_until(lambda: states(chat) == ["stored"])


def test_a_lost_wake_up_is_made_good_by_the_next_sweep(chat, actors, redis):
    chat.person("李阿姨").sends_picture()
    redis.flushall()
    actors["sweep"].send()
    assert wait_until(lambda: states(chat) == ["stored"])


def test_many_wake_ups_in_a_moment_become_few_and_nobody_waits(actors, monkeypatch):
    sent = []
    monkeypatch.setattr(actors["sweep"], "send", lambda: (time.sleep(0.05), sent.append(1)))
    waker = Waker(actors["sweep"])
    started = time.monotonic()
    for _ in range(1000):
        waker()
    assert time.monotonic() - started < 0.5
    assert wait_until(lambda: len(sent) >= 1)
    time.sleep(0.3)
    assert len(sent) <= 10


def test_a_queue_that_is_away_neither_delays_nor_breaks_a_wake_up():
    actors = declare(broker_at("redis://127.0.0.1:1/0"), lambda: None)
    waker = Waker(actors["sweep"])
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


def test_every_job_wakes_an_actor_that_exists_and_the_clock_fires_them(actors, redis, monkeypatch):
    assert {job.actor for job in JOBS} <= set(WORK)
    fired = threading.Event()
    monkeypatch.setattr(actors["sweep"], "send", fired.set)
    scheduler = clockwork(actors, redis, "a", SHANGHAI)
    scheduler.get_job("sweep").reschedule("interval", seconds=0.1)
    thread = threading.Thread(target=scheduler.start, daemon=True)
    thread.start()
    assert fired.wait(10)
    scheduler.shutdown()
    thread.join(5)
