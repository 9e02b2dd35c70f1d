"""A month walked a few hours at a time: every message due is on somebody's phone once, and nothing else."""

from collections import Counter
from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from scheduler.registry import run_all
from simulator.windows import GRANTS, Grant
from storage.models import JobRun, Outbox
from tests.staff import staff


@pytest.mark.parametrize(
    ("days", "weeks"), [pytest.param(9, 1, id="days"), pytest.param(31, 4, id="month", marks=pytest.mark.soak)]
)
def test_a_month_of_clock_and_delivery(chat, clock, monkeypatch, days, weeks):
    monkeypatch.setitem(GRANTS, "message", Grant(GRANTS["message"].lasts, 10_000))
    clock.now = datetime(2026, 11, 30, 22, 0, tzinfo=UTC)  # the first of December, 06:00
    people = staff(chat)
    everybody = [people.worker, people.head, people.leader, people.secretary, people.lead, people.dispatcher]
    residents = [chat.person(f"居民{number}") for number in range(3)]
    for day in range(days):
        for speaker in (*everybody, *residents):
            speaker.says("帮助")
        if day % 4 == 0:
            residents[day % 3].says(f"梧桐里1号院05幢{day + 1}楼楼道灯坏了")
        for _ in range(6):
            run_all(chat.tools, platform=False)
            chat.work()
            clock.turn(hours=4)
        if day % 4 == 2:
            people.worker.sends_picture()
            people.worker.says("办结 已换灯泡")
            people.leader.says("核查 通过")
    rows = chat.rows(select(Outbox.state, Outbox.kind, Outbox.text, Outbox.dedupe_key))
    assert Counter(row.state for row in rows).keys() <= {"sent", "waiting", "dropped"}
    assert len({row.dedupe_key for row in rows}) == len(rows)
    shown = "\n".join(bubble["text"] for bubble in chat.platform.journal.snapshot() if bubble["side"] == "account")
    for row in rows:
        if row.state == "sent" and row.text:
            assert row.text in shown
    whole = JobRun.period.not_like("%/%")  # the parts of a period, its communities and grids, have rows of their own
    runs = Counter(row.job for row in chat.rows(select(JobRun.job).where(whole)))
    assert runs["daily_brief"] == days + 1  # and the newest one of before it was first started
    assert runs["weekly_brief"] == weeks + 1
    assert (runs["monthly_rates"], runs["visit_plan"]) == (1, 1)
    assert {row.kind for row in rows} >= {"given", "news", "brief", "remind", "late", "very_late", "rate", "verify"}
