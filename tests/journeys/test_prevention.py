"""未诉先办: the season's check lists, once a grid, to their end without a reporter."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from storage.models import Deadline, JobRun
from tests.staff import staff


@pytest.fixture
def people(chat, clock):
    clock.now = datetime(2026, 5, 6, 1, 0, tzinfo=UTC)
    return staff(chat)


def run(chat):
    chat.work()


def test_before_the_flood_season_every_grid_gets_its_list_once(chat, clock, people):
    run(chat)
    run(chat)
    tickets = chat.tickets()
    assert [row.summary for row in tickets] == ["汛前检查（第1网格）", "汛前检查（第2网格）", "汛前检查（第3网格）"]
    assert {row.channel for row in tickets} == {"prevention"}
    assert {row.account_id for row in tickets} == {None}
    assert "雨水管和窨井是否畅通" in people.worker.notices[-1]
    due = chat.rows(select(Deadline.due_at).where(Deadline.kind == "handle"))
    assert {row.due_at.isoformat() for row in due} == {"2026-05-26T10:00:00+00:00"}
    clock.turn(days=1)
    run(chat)
    assert len(chat.tickets()) == 3
    done = {row.period for row in chat.rows(select(JobRun.period).where(JobRun.job == "prevention"))}
    assert {period for period in done if "/" not in period} == {"flood:2026"}
    assert len(done) == 4  # the season, and each of its three grids


def test_checked_and_verified_it_is_closed_without_anybody_to_ask(chat, people):
    run(chat)
    people.worker.says("接单 1")
    people.worker.sends_picture()
    assert "网格长孙模拟核查" in people.worker.says("办结 1 窨井已清，无问题")
    assert "没有上报人，直接结案" in people.head.says("核查 1 通过")
    row = chat.tickets()[0]
    assert (row.state, row.closed_as) == ("closed", "no_reporter")


def test_a_season_missed_by_a_stop_is_caught_up_while_it_lasts(chat, clock, people):
    clock.turn(days=10)
    run(chat)
    assert len(chat.tickets()) == 3
    clock.turn(days=200)
    run(chat)
    assert {row.origin for row in chat.tickets()} == {"flood:2026"}


def test_an_empty_roster_loses_no_season(chat, clock):
    clock.now = datetime(2026, 5, 6, 1, 0, tzinfo=UTC)
    run(chat)
    assert chat.tickets() == []
    staff(chat)
    run(chat)
    assert len(chat.tickets()) == 3
