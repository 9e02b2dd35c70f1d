"""Government services: an appointment is told to whoever has it, the day before and once; a case is looked up in the chat."""

import json
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from socketserver import BaseRequestHandler, ThreadingTCPServer

import pytest
from flask import Flask, Response, request
from sqlalchemy import select

from bot.case_lookup import answer
from simulator.server import serve_in_thread, server_of
from storage.connectors.platforms import change_connected
from storage.models import CaseLookup
from storage.services import take_lookup
from storage.unit_of_work import UnitOfWork
from tests.others import items, other
from tests.staff import staff

NUMBER = "3201-2026-00123"
WANG = {"type": "appointment", "applicant": "王样本", "applicantPhone": "19900000005", "itemName": "社保卡补办"}
HALL = {"hallName": "区政务大厅", "status": "1"}


@pytest.fixture
def people(chat):
    return staff(chat)


@pytest.fixture
def them(chat, people):
    with other(chat, "services") as found:
        yield found


def heard(person, *words):
    return [notice for notice in person.notices if all(word in notice for word in words)]


def appoints(them, when="2026-11-26 10:00:00", **more):
    them.sends("Y-1", **{**WANG, **HALL, "appointTime": when, **more})


def later(chat, people, **by):
    chat.clock.turn(**by)
    people.leader.says("你好")
    chat.work()
    chat.run("appointments")
    chat.work()


def test_whoever_has_it_hears_the_day_before_and_once(chat, people, them):
    them.plan("doubled")
    appoints(them)
    chat.work()
    assert heard(people.leader, "预约") == []
    later(chat, people, hours=22)  # Wednesday, 08:00
    assert heard(people.leader, "社保卡补办") == []
    later(chat, people, hours=2)
    later(chat, people, hours=3)
    assert len(heard(people.leader, "明天 10:00 有预约", "区政务大厅", "社保卡补办")) == 1
    assert heard(people.worker, "社保卡补办") == []


def test_another_day_or_a_cancellation_is_told_to_who_was_told_and_an_older_version_is_not(chat, people, them):
    first = them.body("Y-1", **WANG, **HALL, appointTime="2026-11-25 15:00:00")
    second = them.body("Y-1", **WANG, **HALL, appointTime="2026-11-26 10:00:00")
    them.sends_all([first])
    later(chat, people)
    assert len(heard(people.leader, "明天 15:00 有预约")) == 1
    them.sends_all([second])
    them.sends_all([first])
    later(chat, people, minutes=1)
    assert len(heard(people.leader, "从 明天 15:00 改到 11月26日 10:00")) == 1
    later(chat, people, hours=24)
    assert len(heard(people.leader, "明天 10:00 有预约")) == 1
    appoints(them, status="0")
    later(chat, people, minutes=1)
    assert len(heard(people.leader, "预约已取消")) == 1
    later(chat, people, hours=2)
    assert len(heard(people.leader, "社保卡补办")) == 4


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"applicantPhone": "19900009999"}, "nobody"), ({"applicant": "查无此人"}, "nobody"),
        ({"appointTime": "morgen"}, "bad_time"), ({"itemName": ""}, "missing_field"),
    ],
)  # fmt: skip
def test_one_that_is_nobodys_surely_is_told_to_nobody(chat, people, them, more, reason):
    appoints(them, **more)
    later(chat, people, hours=26)
    assert items(chat)[-1].reason == reason
    assert heard(people.leader, "社保卡补办") == []


def asked_at(chat, address):
    with chat.database.write() as connection:
        change_connected(UnitOfWork(connection), "services", looks_at=address)


@contextmanager
def desk(chat, answer):
    """Where the services are asked for a case; `answer`: what it says, by the number."""
    app = Flask("desk", static_folder=None)

    @app.get("/case")
    def case():
        assert request.headers["X-Linli-Signature"].startswith("sha256=")
        return answer(request.args["number"])

    server = server_of(app, "127.0.0.1", 0)
    thread = serve_in_thread(server)
    address = f"http://127.0.0.1:{server.server_port}/case"
    asked_at(chat, address)
    try:
        yield
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def said(number=NUMBER, **more):
    body = {
        "caseNo": number,
        "stageName": "审核中",
        "itemName": "居住证办理",
        "updateTime": "2026-11-23 09:30:00",
        **more,
    }
    return Response(json.dumps(body, ensure_ascii=False), mimetype="application/json")


def test_a_case_is_looked_up_by_its_number_and_answered_once(chat, people, them):
    with desk(chat, lambda number: said(number, remark="经办人王样本，电话13912345678")):
        now = people.leader.says(f"办件 {NUMBER} 到哪了")
        assert f"正在向政务服务查 {NUMBER}" in now
        chat.run("case_lookups")
        chat.work()
        chat.run("case_lookups")
        (answer,) = heard(people.leader, NUMBER, "审核中")
        assert "居住证办理" in answer
        assert "昨天 09:30" in answer
        assert "13912345678" not in answer
        assert "王样本" not in answer
    assert [row.state for row in chat.rows(select(CaseLookup.__table__))] == ["done"]


@pytest.mark.parametrize(
    "words",
    [
        "查办件 3201-2026-00123",
        "办件3201-2026-00123办得怎么样了？",
        "3201-2026-00123 办件到哪了",
        "办件进度 3201-2026-00123",
    ],
)
def test_it_is_read_in_these_words(chat, people, them, words):
    with desk(chat, said):
        assert "正在向政务服务查 3201-2026-00123" in people.leader.says(words)


@pytest.mark.parametrize(
    ("says", "words"),
    [
        (lambda _number: Response(status=404), "没有查到办件"), (lambda _number: Response(status=503), "现在没有回应"),
        (lambda _number: Response("<html>", 200), "现在没有回应"), (lambda _number: said("3201-2026-00999"), "现在没有回应"),
        (lambda number: Response(json.dumps({"caseNo": number, "newStage": "x"}), 200), "现在没有回应"),
    ],
)  # fmt: skip
def test_where_there_is_no_good_answer_that_is_said(chat, people, them, says, words):
    with desk(chat, says):
        people.leader.says(f"办件 {NUMBER} 到哪了")
        chat.work()
        assert len(heard(people.leader, NUMBER, words, "12345")) == 1


def test_who_does_not_answer_in_time_is_waited_for_no_longer(chat, people, them, monkeypatch):
    monkeypatch.setattr("bot.case_lookup.TIMEOUT_S", 0.2)

    def slow(number):
        time.sleep(0.6)
        return said(number)

    with desk(chat, slow):
        people.leader.says(f"办件 {NUMBER} 到哪了")
        chat.work()
        assert len(heard(people.leader, NUMBER, "现在没有回应", "不是您的办件有问题")) == 1


@contextmanager
def dripping(chat):
    """Sends the head of an answer and then a byte now and then, for three seconds."""
    over = threading.Event()

    class Drip(BaseRequestHandler):
        def handle(self):
            self.request.recv(4096)
            self.request.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n")
            with suppress(OSError):
                for _ in range(60):
                    self.request.sendall(b" ")
                    if over.wait(0.05):
                        return

    with ThreadingTCPServer(("127.0.0.1", 0), Drip) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        asked_at(chat, f"http://127.0.0.1:{server.server_address[1]}/case")
        try:
            yield
        finally:
            over.set()
            server.shutdown()
            thread.join()


def test_who_drips_is_waited_for_no_longer_in_all(chat, people, them, monkeypatch):
    monkeypatch.setattr("bot.case_lookup.TIMEOUT_S", 0.3)
    with dripping(chat):
        people.leader.says(f"办件 {NUMBER} 到哪了")
        begun = time.monotonic()
        assert answer(chat.tools, "1") == 1
        assert time.monotonic() - begun < 1.5
        chat.work()
        assert len(heard(people.leader, NUMBER, "现在没有回应")) == 1


def test_a_question_that_somebody_died_over_is_not_asked_again_and_gets_its_answer(chat, people, them):
    asked = []
    with desk(chat, asked.append):
        people.leader.says(f"办件 {NUMBER} 到哪了")
        with chat.database.write() as connection:
            assert take_lookup(UnitOfWork(connection), 1, chat.clock()) is not None
        chat.work()
        assert heard(people.leader, "现在没有回应") == []
        chat.clock.turn(minutes=2)
        chat.work()
        assert (asked, len(heard(people.leader, NUMBER, "现在没有回应"))) == ([], 1)


def test_workers_who_ask_at_once_ask_and_answer_once(chat, people, them):
    asked = []

    def slowly(number):
        asked.append(number)
        time.sleep(0.2)
        return said(number)

    with desk(chat, slowly), ThreadPoolExecutor(3) as pool:
        people.leader.says(f"办件 {NUMBER} 到哪了")
        counts = [each.result() for each in [pool.submit(answer, chat.tools, "1") for _ in range(3)]]
        assert (sorted(counts), asked) == ([0, 0, 1], [NUMBER])
        chat.work()
        assert len(heard(people.leader, NUMBER, "审核中")) == 1


def test_a_number_of_ours_is_a_report_and_no_case(chat, people, them):
    with desk(chat, said):
        people.leader.says("梧桐里1号院05幢3楼楼道灯坏了")
        assert "正在向" not in people.leader.says(f"办件 {chat.tickets()[0].number}")


def test_without_a_number_or_a_platform_or_too_often_it_says_what_to_do(chat, people, them):
    assert "请打 12345" in people.leader.says(f"办件 {NUMBER}")
    with desk(chat, said):
        assert "查哪个办件" in people.leader.says("查办件")
        assert "正在向政务服务查" in people.leader.says(NUMBER)
        for _ in range(9):
            people.leader.says(f"办件 {NUMBER}")
            chat.clock.turn(seconds=1)
        assert "最多查 10 次" in people.leader.says(f"办件 {NUMBER}")
        chat.clock.turn(hours=1, minutes=1)
        assert "正在向政务服务查" in people.leader.says(f"办件 {NUMBER}")
