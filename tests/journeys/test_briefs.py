"""Briefs and lists of a period: each once, also after a stop."""

import threading
from datetime import UTC, datetime

from sqlalchemy import select

from governance.periods import Daily
from handlers.jobs import Lane, run_lane
from handlers.periodic import once_a_period
from scheduler.registry import JOBS
from storage.models import JobFailure, JobRun, Outbox
from tests.events import EVENT, reported
from tests.staff import staff


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


def test_the_morning_brief_names_the_events_that_run_here_and_no_others(chat, clock):
    people = staff(chat)
    homes = [chat.person(f"第{number}户") for number in range(3)]
    reported(chat, homes)
    people.secretary.says(f"预计 {EVENT} 明天12点")
    chat.work()
    clock.now = datetime(2026, 11, 25, 0, 31, tzinfo=UTC)
    people.secretary.says("帮助")
    run_briefs(chat)
    chat.work()
    named = f"【事件】{EVENT} 梧桐里1号院停水（处理中，3人，预计今天 12:00恢复）"
    brief = next(row.text for row in mornings(chat) if "梧桐社区" in row.text)
    assert named in brief.splitlines()
    assert all(named not in row.text for row in mornings(chat) if "梧桐社区" not in row.text)
    people.secretary.says(f"结束事件 {EVENT}")
    clock.turn(days=1)
    run_briefs(chat)
    assert "【事件】" not in mornings(chat)[-1].text, "it is over"


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
