"""Workers side by side: a danger passes what hangs, a slow push is not taken twice, each item is done once."""

import threading
import time
from collections import Counter

from sqlalchemy import insert, select

from handlers.jobs import run_job
from scheduler.actors import declare, woken, workers
from scheduler.queue import Waker, broker_at
from scheduler.registry import JOBS
from storage.models import (
    Account,
    Attachment,
    Outbox,
    Person,
    Ticket,
)
from tests.chat import speaker_of
from tests.journeys.breaking_stars import two_awards
from tests.journeys.breaking_tickets import (
    DAMP,
    DANGER,
    change,
)
from tests.patience import wait_until
from tests.staff import staff


def test_a_danger_is_out_within_seconds_while_downloads_hang_and_a_poster_raises(chat, clock, quota, redis, valkey_url):
    (_, _, _), _ = two_awards(chat, clock, drawn=False)
    worker = speaker_of(chat, chat.rows(
        select(Account.openid).join(Person, Person.id == Account.person_id).where(Person.code == "R1")
    )[0].openid)  # fmt: skip
    for number in range(6):
        chat.person(f"居民{number}").sends_picture()
    chat.api.tokens.token()
    chat.platform.faults.plan("hang_download", times=20, seconds=8.0)
    broker = broker_at(valkey_url)
    actors = declare(broker, lambda: chat.tools)
    lanes = workers(broker, worker_timeout=50)
    for each in lanes:
        each.start()
    try:
        for _ in range(4):
            Waker(woken(actors))()
        assert wait_until(lambda: chat.platform.faults.left("hang_download") < 20, 10)
        started = time.monotonic()
        chat.person("李阿姨").says(DANGER.format(3))
        Waker(woken(actors))()
        assert wait_until(lambda: any("隐患" in text and "3楼" in text for text in worker.notices), 6), worker.notices
        assert wait_until(lambda: chat.rows(select(Ticket.state)) == [("dispatched",)], 6)
        assert wait_until(lambda: any("接单" in text for text in worker.notices), 6), worker.notices
        assert time.monotonic() - started < 6
        assert not chat.rows(
            select(Attachment.id).where(Attachment.media_id.is_not(None), Attachment.state == "stored")
        )
    finally:
        chat.platform.faults.plan("hang_download", times=0)
        for each in lanes:
            each.stop()
        broker.close()


def test_a_slow_push_is_not_taken_for_dead_by_a_neighbour(chat, clock, quota, monkeypatch):
    monkeypatch.setattr("bot.claims.RENEW_EVERY_S", 0.05)
    resident = chat.person("李阿姨")
    resident.says("帮助")
    row = {
        "kind": "work",
        "text": "通知一",
        "state": "waiting",
        "attempts": 0,
        "not_before": clock(),
        "created_at": clock(),
    }
    change(chat, insert(Outbox).values(dedupe_key="k", account_id=1, **row))
    chat.api.tokens.token()
    chat.platform.faults.plan("slow", times=1, seconds=2.0)
    first = threading.Thread(target=chat.work)
    first.start()
    assert wait_until(lambda: chat.rows(select(Outbox.state)) == [("sending",)], 5)
    clock.turn(minutes=3)  # longer than a claim is good for
    assert wait_until(lambda: chat.rows(select(Outbox.not_before))[0].not_before > clock(), 5)
    chat.work()
    assert chat.rows(select(Outbox.state)) == [("sending",)]
    first.join()
    assert chat.rows(select(Outbox.state)) == [("sent",)]
    assert resident.notices.count("通知一") == 1


def test_several_workers_at_once_do_each_item_once(chat, clock):
    staff(chat)
    resident = chat.person("李阿姨")
    for floor in range(1, 13):
        resident.says(DAMP.format(floor))
    job = next(job for job in JOBS if job.name == "dispatch")
    done: list[int] = []
    threads = [threading.Thread(target=lambda: done.append(run_job(chat.tools, job))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    chat.run("dispatch")
    assert Counter(row.state for row in chat.rows(select(Ticket.state))) == {"dispatched": 12}
    given = Counter(row.number for row in chat.rows(select(Outbox.number).where(Outbox.kind == "given")))
    assert set(given.values()) == {1}
