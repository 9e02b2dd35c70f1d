"""Whatever fails: what the stand-in received is what was due. None lost, none doubled."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from datetime import UTC, datetime

import pytest
from sqlalchemy import insert, select, update

from bot.delivery import deliver_due
from bot.notice_templates import NoticeTemplate
from bot.tools import Tools
from bot.wecom import WeComApi
from governance.notices import Group
from governance.periods import Daily
from handlers.jobs import Lane, run_lane
from handlers.periodic import once_a_period
from scheduler.registry import JOBS
from simulator.windows import GRANTS, Grant
from storage.models import Account, JobFailure, JobRun, Outbox, Person
from tests.staff import staff


@pytest.fixture
def quota(monkeypatch):
    """As if everybody wrote all the time."""
    monkeypatch.setitem(GRANTS, "message", Grant(GRANTS["message"].lasts, 10_000))


@pytest.fixture
def followers(chat, quota):
    found = [chat.person(f"居民{number}") for number in range(20)]
    for speaker in found:
        speaker.says("帮助")
    return found


def enqueue_notification(chat, count, kind="news", accounts=None, **more):
    """So many different pushes, one after the other to each account."""
    with chat.database.write() as connection:
        ids = accounts or list(connection.execute(select(Account.id).order_by(Account.id)).scalars())
        now = chat.clock()
        for number in range(count):
            connection.execute(
                insert(Outbox).values(
                    dedupe_key=f"{kind}:{number}:{now.timestamp()}", account_id=ids[number % len(ids)], kind=kind,
                    text=f"通知{number:04d}", state="waiting", attempts=0, not_before=now, created_at=now, **more,
                )
            )  # fmt: skip


def received(chat):
    """How often each notice stands on somebody's phone."""
    words = [
        word
        for bubble in chat.platform.journal.snapshot()
        if bubble["side"] == "account"
        for word in bubble["text"].split()
        if word.startswith("通知")
    ]
    return Counter(words)


def states(chat):
    return Counter(row.state for row in chat.rows(select(Outbox.state).where(Outbox.text.like("通知%"))))


def until_done(chat, clock, most=40, **step):
    for _ in range(most):
        chat.work()
        if states(chat)["waiting"] == states(chat)["sending"] == 0:
            return
        clock.turn(**(step or {"seconds": 30}))


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


KILLED = """
import sys, datetime
from pathlib import Path
from redis import Redis
from bot.api import PlatformApi
from bot.delivery import deliver_due
from bot.tools import Tools
from storage import keyring
from storage.database import Database
from storage.files import FileStore
url, base, app, secret, redis, key, now = sys.argv[1:]
keyring.unlock([key])
api = PlatformApi(base, app, secret, Redis.from_url(redis), 10_000)
deliver_due(Tools(Database(url), api, FileStore(Path("/tmp")), lambda: datetime.datetime.fromisoformat(now), Path("/tmp")))
"""


def test_a_worker_killed_in_the_middle(chat, clock, followers, database_url, valkey_url):
    from tests.chat import SECRETS
    from tests.conftest import ROOT, SECRET_KEY

    enqueue_notification(chat, 600, kind="work")
    with chat.database.write() as connection:  # answers to tap are never bundled, so there are many calls to die in
        connection.execute(update(Outbox).values(taps='["接单 1"]'))
    arguments = [database_url, chat.api_base, SECRETS.app_id, SECRETS.app_secret, valkey_url, SECRET_KEY]
    for _ in range(3):
        process = subprocess.Popen(
            [sys.executable, "-c", KILLED, *arguments, clock().isoformat()], cwd=ROOT, stderr=subprocess.DEVNULL
        )
        before, deadline = len(received(chat)), time.monotonic() + 20
        while len(received(chat)) < before + 40 and time.monotonic() < deadline:
            time.sleep(0.01)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        clock.turn(minutes=3)
    until_done(chat, clock)
    counts = received(chat)
    doubtful = states(chat)["maybe_sent"]
    assert max(counts.values()) == 1
    assert states(chat)["sent"] + doubtful == 600
    assert len(counts) >= states(chat)["sent"]
    assert 600 - len(counts) <= doubtful


def test_the_most_urgent_goes_first(chat, followers, monkeypatch):
    enqueue_notification(chat, 20, kind="news", priority=5)
    enqueue_notification(chat, 1, kind="hazard", priority=0)
    with chat.database.write() as connection:
        connection.execute(update(Outbox).where(Outbox.kind == "hazard").values(text="通知危险"))
    order = []
    send = chat.api.send_text
    monkeypatch.setattr(chat.api, "send_text", lambda openid, text: (order.append(text), send(openid, text)))
    monkeypatch.setattr("bot.delivery.CONNECTIONS", 1)
    monkeypatch.setattr("bot.delivery.WAITING", 0)
    chat.work()
    assert order[0].startswith("通知危险")
    assert len(received(chat)) == 21


def test_a_message_that_cannot_be_made_ends_alone(chat, clock, followers):
    enqueue_notification(chat, 5)
    with chat.database.write() as connection:
        connection.execute(update(Outbox).where(Outbox.text == "通知0002").values(text=""))
    until_done(chat, clock, minutes=20)
    assert sorted(received(chat)) == ["通知0000", "通知0001", "通知0003", "通知0004"]


def test_at_night_only_dangers_and_what_was_asked_for(chat, clock, followers):
    clock.now = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)  # 23:00
    awake = followers[0]
    awake.says("帮助")
    accounts = [row.id for row in chat.rows(select(Account.id).order_by(Account.id))]
    enqueue_notification(chat, 3, accounts=accounts[:3])
    enqueue_notification(chat, 1, kind="hazard", accounts=[accounts[5]], priority=0, by_night=True)
    chat.work()
    assert states(chat) == {"sent": 2, "waiting": 2}
    waiting = chat.rows(select(Outbox.not_before, Outbox.attempts).where(Outbox.state == "waiting"))
    assert {(row.not_before.isoformat(), row.attempts) for row in waiting} == {("2026-11-24T23:30:00+00:00", 0)}
    clock.now = datetime(2026, 11, 24, 23, 31, tzinfo=UTC)  # 07:31
    chat.work()
    assert states(chat) == {"sent": 4}


def test_who_does_not_want_news_gets_none_and_can_have_them_back(chat, clock, followers):
    resident = followers[0]
    assert "不再推送：上报进展" in resident.says("退订进展")
    account = chat.rows(select(Account.id).where(Account.openid == resident.openid))[0].id
    enqueue_notification(chat, 1, accounts=[account])
    enqueue_notification(chat, 1, kind="late", accounts=[account])
    chat.work()
    assert states(chat) == {"dropped": 1, "sent": 1}
    assert "所有通知都会推送" in resident.says("恢复提醒")
    assert "上报进展、催办提醒、简报" in resident.says("退订提醒")


def test_outside_the_window_a_template_carries_it_then_wecom_then_it_is_kept(chat, clock, redis):
    people = staff(chat)
    clock.turn(hours=50)
    chat.platform.templates["T1"] = ("thing1", "time2")
    template = NoticeTemplate("T1", "subscribe", {"thing1": "text", "time2": "time"})
    wecom = WeComApi(f"{chat.api_base}/wecom", "corp", "stand-in", 1, redis)
    chat.platform.wecom.members.add("chen")
    with chat.database.write() as connection:
        connection.execute(update(Person).where(Person.code.in_(["R1", "R4"])).values(wecom_id="chen"))
        connection.execute(update(Person).where(Person.code == "R4").values(wecom_id="nobody"))
    accounts = {
        row.code: row.id
        for row in chat.rows(select(Person.code, Account.id).join(Account, Account.person_id == Person.id))
    }
    chat.platform.permissions[people.leader.openid, "T1"] = 1
    tools = Tools(
        chat.database,
        chat.api,
        chat.tools.files,
        clock,
        chat.tools.fonts,
        templates={Group.WORK: template},
        wecom=wecom,
    )
    enqueue_notification(chat, 3, kind="work", accounts=[accounts["R5"], accounts["R1"], accounts["R4"]])
    chat.platform.wecom.kill_tokens()
    deliver_due(tools)
    rows = chat.rows(select(Outbox.text, Outbox.state, Outbox.channel, Outbox.last_error).order_by(Outbox.id))
    rows = [row for row in rows if row.text.startswith("通知")]
    assert [(row.state, row.channel) for row in rows] == [("sent", "notice"), ("sent", "wecom"), ("kept", None)]
    assert "43101" in rows[2].last_error
    assert "81013" in rows[2].last_error
    assert chat.platform.wecom.inbox == [("chen", "通知0001")]
    assert "通知0002" in people.head.says("我的工单")
    assert states(chat) == {"sent": 3}


def test_a_long_text_is_cut_at_a_character_for_each_way(chat, clock, redis):
    people = staff(chat)
    account = chat.rows(select(Account.id).where(Account.openid == people.worker.openid))[0].id
    enqueue_notification(chat, 1, kind="work", accounts=[account])
    with chat.database.write() as connection:
        connection.execute(update(Outbox).where(Outbox.account_id == account).values(text="通知" + "很长" * 2000))
    chat.work()
    assert people.worker.notices[-1].endswith("…")
    assert len(people.worker.notices[-1].encode()) <= 2048


def test_an_unknown_template_and_no_channel_keep_it_with_the_reason(chat, clock):
    people = staff(chat)
    clock.turn(hours=50)
    account = chat.rows(select(Account.id).where(Account.openid == people.worker.openid))[0].id
    enqueue_notification(chat, 1, kind="work", accounts=[account])
    template = NoticeTemplate("unknown", "template", {"first": "text"})
    tools = Tools(chat.database, chat.api, chat.tools.files, clock, chat.tools.fonts, templates={Group.WORK: template})
    deliver_due(tools)
    (row,) = chat.rows(select(Outbox.state, Outbox.last_error).where(Outbox.text.like("通知%")))
    assert row.state == "kept"
    assert "40037" in row.last_error


def test_whom_the_platform_says_does_not_follow_is_remembered(chat, clock, followers):
    chat.platform.people[followers[0].openid].followed_at = None  # it was not told
    account = chat.rows(select(Account.id).where(Account.openid == followers[0].openid))[0].id
    enqueue_notification(chat, 2, accounts=[account])
    chat.work()
    assert states(chat) == {"dropped": 2}
    assert chat.rows(select(Account.unsubscribed_at).where(Account.id == account))[0].unsubscribed_at is not None


def briefs(chat):
    return chat.rows(select(Outbox.text, Outbox.dedupe_key).where(Outbox.kind == "brief").order_by(Outbox.id))


def run_briefs(chat):
    run_lane(chat.tools, JOBS, Lane.BRIEFS)


def whole(rows):
    """The periods that are all done, without the communities and grids of which they consist."""
    return [row.period for row in rows if "/" not in row.period]


def mornings(chat):
    """The daily ones: other lists are due in the same days."""
    return [row for row in briefs(chat) if row.dedupe_key.startswith("daily:")]


def test_the_morning_brief_comes_once_a_day(chat, clock):
    people = staff(chat)
    chat.person("李阿姨").says("梧桐里1号院05幢3楼楼道灯坏了")
    chat.decide()
    clock.now = datetime(2026, 11, 25, 0, 31, tzinfo=UTC)  # 08:31
    people.secretary.says("帮助")
    for _ in range(3):
        run_briefs(chat)
    chat.work()
    assert len(mornings(chat)) == 1
    assert "梧桐社区 11月25日 早报\n昨日新增 1 件，结案 0 件。\n未办结 1 件" in people.secretary.notices[-1]
    clock.turn(days=3)
    run_briefs(chat)
    assert len(mornings(chat)) == 2  # of three missed mornings the last


def test_a_clock_that_slept_over_two_months_ends_makes_each_month_good_once(chat, clock):
    staff(chat)
    clock.now = datetime(2026, 10, 1, 1, 30, tzinfo=UTC)
    run_briefs(chat)
    clock.now = datetime(2026, 12, 5, 1, 30, tzinfo=UTC)
    threads = [threading.Thread(target=run_briefs, args=(chat,)) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    periods = whole(chat.rows(select(JobRun.period).where(JobRun.job == "monthly_rates").order_by(JobRun.period)))
    assert periods == ["2026-10-01T09:00", "2026-11-01T09:00", "2026-12-01T09:00"]
    keys = [row.dedupe_key for row in briefs(chat)]
    assert len(keys) == len(set(keys))


def test_a_job_that_raises_is_recorded_and_the_others_run(chat, clock):
    staff(chat)
    tries = []

    def broken(ctx, instant, part):
        tries.append(instant)
        if len(tries) < 3:
            raise ValueError("no figures")
        return 0

    job = once_a_period("broken", "坏的", "", Daily(8, 30), lambda ctx: [1], broken)
    for _ in range(4):
        run_lane(chat.tools, (job, *JOBS), Lane.BRIEFS)
        clock.turn(minutes=3)
    rows = chat.rows(select(JobRun.__table__))
    assert len(tries) == 3
    assert sorted(row.period for row in rows if row.job == "broken") == ["2026-11-24T08:30", "2026-11-24T08:30/1"]
    assert chat.rows(select(JobFailure.__table__)) == []
    assert "2026-11-24T08:30" in whole(row for row in rows if row.job == "daily_brief")


def test_a_clock_that_goes_back_repeats_nothing(chat, clock):
    staff(chat)
    clock.now = datetime(2026, 11, 25, 0, 31, tzinfo=UTC)
    run_briefs(chat)
    clock.turn(hours=-2)
    run_briefs(chat)
    clock.turn(hours=3)
    run_briefs(chat)
    assert whole(chat.rows(select(JobRun.period).where(JobRun.job == "daily_brief"))) == ["2026-11-25T08:30"]


def test_the_months_visits_go_to_each_grids_worker(chat, clock):
    people = staff(chat)
    clock.now = datetime(2026, 12, 1, 0, 1, tzinfo=UTC)
    people.worker.says("帮助")
    run_briefs(chat)
    chat.work()
    answer = people.worker.notices[-1]
    assert "12月走访计划（第1网格，2 栋）" in answer
    assert "12月1日至4日：梧桐里1号院1幢" in answer
    assert "梧桐里1号院05幢" in answer
