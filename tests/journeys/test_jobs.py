"""What the clock brings: a broken row stops nothing else, is tried again and shown; a tick that was killed goes on."""

from collections import Counter
from datetime import UTC, datetime

import pytest
from sqlalchemy import select, update

from handlers.jobs import Lane, run_lane
from scheduler.registry import JOBS
from storage.models import (
    Account,
    JobFailure,
    Outbox,
    Person,
    Ticket,
)
from tests.chat import speaker_of
from tests.commands import linli
from tests.conftest import SECRET_KEY
from tests.journeys.breaking import BROKEN
from tests.journeys.breaking_tickets import DAMP, broken_dispatch, change
from tests.office import Office
from tests.staff import staff


def failures(chat):
    return [(row.job, row.item) for row in chat.rows(select(JobFailure.job, JobFailure.item).order_by(JobFailure.item))]


@pytest.mark.parametrize("job", BROKEN)
def test_a_broken_row_stops_no_other_item_and_no_other_job(chat, clock, job):
    item, other_is_done = BROKEN[job](chat, clock)
    for lane in Lane:
        run_lane(chat.tools, JOBS, lane)
    assert other_is_done()
    assert (job, item) in failures(chat)


@pytest.fixture
def env(database_url, tmp_path, chat):
    return {
        "LINLI_DATABASE_URL": database_url, "LINLI_DATA_DIR": str(tmp_path / "data"), "LINLI_SECRET_KEY": SECRET_KEY,
    }  # fmt: skip


def failure(chat):
    (row,) = chat.rows(select(JobFailure.attempts, JobFailure.next_try_at, JobFailure.set_aside_at))
    return row


def test_a_failing_item_backs_off_is_set_aside_and_goes_on_when_it_is_tried_again(chat, clock, env):
    item, _ = broken_dispatch(chat, clock)
    waits = []
    for _ in range(5):
        chat.run("dispatch")
        chat.run("dispatch")  # at once again: not yet
        row = failure(chat)
        waits.append((row.next_try_at - clock()).total_seconds())
        clock.now = row.next_try_at
    assert waits == [30, 120, 480, 1920, 7680]
    assert (row.attempts, row.set_aside_at is not None) == (5, True)
    clock.turn(days=3)
    chat.run("dispatch")
    assert failure(chat).attempts == 5
    listed = linli("jobs", env=env).stdout
    assert f"自动派单（dispatch） {item}\t试了 5 次\t已搁置，不再自动重试\tValueError: 'weird'" in listed
    change(chat, update(Ticket).where(Ticket.number == item).values(urgency="normal"))
    chat.run("dispatch")
    assert chat.rows(select(Ticket.state).where(Ticket.number == item)) == [("reported",)]
    assert "已安排再试" in linli("jobs", "retry", "dispatch", item, env=env).stdout
    clock.now = max(clock(), datetime.now(UTC))
    chat.run("dispatch")
    assert chat.rows(select(Ticket.state).where(Ticket.number == item)) == [("dispatched",)]
    assert failures(chat) == []
    assert "没有出错的事项" in linli("jobs", env=env).stdout
    again = linli("jobs", "retry", "dispatch", item, env=env)
    assert (again.returncode, "没有这个出错的事项" in again.stderr) == (1, True)


def test_the_back_office_shows_what_fails_and_tries_it_again(chat, clock):
    item, _ = broken_dispatch(chat, clock)
    for _ in range(5):
        chat.run("dispatch")
        clock.now = failure(chat).next_try_at
    change(chat, update(Ticket).where(Ticket.number == item).values(urgency="normal"))
    people = {row.code: row.openid for row in chat.rows(
        select(Person.code, Account.openid).join(Account, Account.person_id == Person.id)
    )}  # fmt: skip
    office = Office(chat).signs_in(speaker_of(chat, people["D2"]))
    seen = office.sees("/console/jobs")
    assert "自动派单" in seen
    assert item in seen
    assert "已搁置" in seen
    assert "ValueError" in seen
    form = {"csrf": office.csrf, "job": "dispatch", "item": item}
    assert office.web.post("/console/jobs", data=form).status_code == 302
    chat.run("dispatch")
    assert chat.rows(select(Ticket.state).where(Ticket.number == item)) == [("dispatched",)]
    assert "没有出错的事项" in office.sees("/console/jobs")
    assert office.web.post("/console/jobs", data=form).status_code == 404
    worker = Office(chat).signs_in(speaker_of(chat, people["R1"]))
    assert worker.web.get("/console/jobs").status_code == 403


@pytest.mark.parametrize("number", [1, 4, 7, *(pytest.param(each, marks=pytest.mark.soak) for each in (2, 3, 5, 6))])
def test_killed_in_the_middle_a_tick_does_the_rest_next_time_and_nothing_twice(chat, clock, env, number):
    from tests.commands import DIE_AT_COMMIT

    staff(chat)
    resident = chat.person("李阿姨")
    for floor in range(1, 7):
        resident.says(DAMP.format(floor))
    at = clock().isoformat()
    assert linli("tick", "--now", at, env={**env, DIE_AT_COMMIT: str(number)}).returncode != 0
    ended = linli("tick", "--now", at, env=env)
    assert ended.returncode == 0, ended.stderr
    assert Counter(row.state for row in chat.rows(select(Ticket.state))) == {"dispatched": 6}
    given = Counter(row.number for row in chat.rows(select(Outbox.number).where(Outbox.kind == "given")))
    assert set(given.values()) == {1}
    assert "没有到期的事" in linli("tick", "--now", at, env=env).stdout
