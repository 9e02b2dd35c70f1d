"""Whatever fails: what the stand-in received is what was due. None lost, none doubled."""

import threading
import time

import pytest
from sqlalchemy import update

from storage.models import Outbox
from tests.commands import forked
from tests.journeys.deliveries import deliver, enqueue_notification, received, states, until_done


@pytest.mark.parametrize(
    ("fault", "times"),
    [("http_500", 30), ("busy", 25), ("too_many", 25), ("expire_token", 5)],
)
def test_the_platform_in_trouble_loses_and_doubles_nothing(chat, clock, followers, redis, fault, times):
    enqueue_notification(chat, 100)
    chat.platform.faults.plan(fault, times=times)
    for _ in range(60):
        redis.delete(*(redis.keys("linli:breaker*") or ["none"]))  # its 20 seconds pass on another clock
        chat.work()
        if states(chat)["waiting"] == 0:
            break
        clock.turn(minutes=1)
    assert states(chat) == {"sent": 100}
    assert received(chat) == {f"通知{number:04d}": 1 for number in range(100)}


def test_five_minutes_of_errors_open_the_breaker_and_everything_arrives_after(chat, clock, followers, redis):
    enqueue_notification(chat, 60)
    chat.platform.faults.plan("http_500", times=10_000)
    chat.work()
    assert chat.api.breaker.is_open()
    calls = chat.platform.faults._waiting["http_500"].left
    chat.work()
    assert chat.platform.faults._waiting["http_500"].left == calls
    clock.turn(minutes=5)
    chat.platform.faults.plan("http_500", times=0)
    redis.flushall()
    until_done(chat, clock, minutes=2)
    assert received(chat) == {f"通知{number:04d}": 1 for number in range(60)}


def test_an_answer_that_never_came_is_maybe_sent_and_not_sent_again(chat, clock, followers, monkeypatch):
    monkeypatch.setattr("bot.api.TIMEOUT", (1.0, 0.3))
    enqueue_notification(chat, 6)
    chat.api.tokens.token()
    chat.platform.faults.plan("slow", times=2, seconds=1.0)
    until_done(chat, clock)
    time.sleep(1.2)
    assert states(chat) == {"sent": 4, "maybe_sent": 2}
    assert received(chat) == {f"通知{number:04d}": 1 for number in range(6)}


def test_redis_flushed_while_a_thousand_wait(chat, clock, followers, redis):
    enqueue_notification(chat, 1000)
    flusher = threading.Thread(target=lambda: [(time.sleep(0.05), redis.flushall()) for _ in range(10)])
    flusher.start()
    until_done(chat, clock)
    flusher.join()
    assert states(chat) == {"sent": 1000}
    assert sum(received(chat).values()) == len(received(chat)) == 1000


def test_a_thousand_of_the_same_minute_are_few_messages(chat, followers):
    enqueue_notification(chat, 200)
    chat.work()
    messages = [b for b in chat.platform.journal.snapshot() if b["side"] == "account" and "通知" in b["text"]]
    assert sum(received(chat).values()) == 200
    assert len(messages) == len(followers)


def test_several_workers_at_once_double_nothing(chat, clock, followers):
    enqueue_notification(chat, 400)
    threads = [threading.Thread(target=chat.work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    until_done(chat, clock)
    assert received(chat) == {f"通知{number:04d}": 1 for number in range(400)}


def test_a_worker_killed_in_the_middle(chat, clock, followers, database_url, valkey_url):
    from tests.chat import SECRETS
    from tests.conftest import SECRET_KEY

    arguments = [database_url, chat.api_base, SECRETS.app_id, SECRETS.app_secret, valkey_url, SECRET_KEY]
    for first in (0, 200, 400):  # who dies leaves nothing to the next: all that was due to the same people was in doubt
        enqueue_notification(chat, 200, kind="work", first=first)
        with chat.database.write() as connection:  # answers to tap are never bundled, so there are many calls to die in
            connection.execute(update(Outbox).values(taps='["接单 1"]'))
        before, deadline = len(received(chat)), time.monotonic() + 20
        process = forked(deliver, *arguments, clock().isoformat())
        while len(received(chat)) < before + 40 and time.monotonic() < deadline:
            time.sleep(0.01)
        assert process.exitcode is None, "it was killed in the middle"
        process.kill()
        process.join()
        clock.turn(minutes=3)
    until_done(chat, clock)
    counts = received(chat)
    doubtful = states(chat)["maybe_sent"]
    assert max(counts.values()) == 1
    assert states(chat)["sent"] + doubtful == 600
    assert len(counts) >= states(chat)["sent"]
    assert 600 - len(counts) <= doubtful


def test_a_message_that_cannot_be_made_ends_alone(chat, clock, followers):
    enqueue_notification(chat, 5)
    with chat.database.write() as connection:
        connection.execute(update(Outbox).where(Outbox.dedupe_key.like("news:2:%")).values(text=""))
    until_done(chat, clock, minutes=20)
    assert sorted(received(chat)) == ["通知0000", "通知0001", "通知0003", "通知0004"]
