"""Notices to grid workers: once, within the platform's limits, with a recorded end."""

import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select

from bot.delivery import PUSHES
from storage.models import Outbox
from storage.outbox_delivery import claim

NEW = re.compile(r"新上报 NH\d+-(\d+)")


@pytest.fixture
def worker(chat):
    worker = chat.person("小陈")
    chat.building("1幢", "b-1-1", worker)
    worker.says("帮助")
    return worker


@pytest.fixture
def resident(chat, worker):
    resident = chat.person("李阿姨")
    resident.scans("b-1-1")
    return resident


def outbox(chat):
    return chat.rows(select(Outbox.__table__).order_by(Outbox.id))


def given(chat):
    return [row for row in outbox(chat) if row.kind == "given"]


def pushes(worker):
    return [text for text in worker.notices if text.startswith("新上报")]


def test_several_workers_at_once_send_each_push_once(chat, resident, worker):
    for number in range(4):
        resident.says(f"{number}楼灯坏了")
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: chat.work(), range(4)))
    assert sorted(number for text in worker.notices for number in NEW.findall(text)) == ["0001", "0002", "0003", "0004"]
    assert {row.state for row in given(chat)} == {"sent"}


def test_a_retried_message_owes_no_second_push(chat, resident, worker):
    chat.platform.faults.plan("drop", times=2)
    resident.says("2楼灯坏了")
    chat.work()
    assert len(pushes(worker)) == 1


def test_over_the_quota_a_push_is_kept_and_comes_with_the_next_reply(chat, resident, worker):
    for number in range(6):
        resident.says(f"{number}楼灯坏了")
        chat.work()  # one after the other: what is due together would be one message
    assert len(pushes(worker)) == 5
    (kept,) = [row for row in outbox(chat) if row.state == "kept"]
    assert "45047" in kept.last_error
    answer = worker.says("我的工单")
    assert kept.text in answer
    assert "之前没能推送给您的通知" in answer
    assert "之前没能推送" not in worker.says("我的工单")
    assert {(row.state, row.channel) for row in given(chat)} == {("sent", "custom"), ("sent", "reply")}


def test_outside_the_window_a_push_is_kept_with_the_reason(chat, resident, clock):
    clock.turn(hours=49)
    resident.says("2楼灯坏了")
    chat.work()
    assert [(row.state, row.last_error[:5]) for row in given(chat)] == [("kept", "no ch")]


@pytest.mark.parametrize("fault", ["http_500", "busy", "too_many"])
def test_a_platform_in_trouble_delays_a_push(chat, resident, worker, clock, fault):
    resident.says("2楼灯坏了")
    chat.platform.faults.plan(fault, times=2)
    chat.work()
    assert pushes(worker) == []
    for _ in range(3):
        clock.turn(minutes=1)
        chat.work()
    assert len(pushes(worker)) == 1


def test_a_push_whose_deliverer_died_is_recorded_as_maybe_sent_and_not_repeated(chat, resident, worker, clock):
    resident.says("2楼灯坏了")
    chat.decide()
    assert len(claim(chat.database, clock(), PUSHES).pushes) == 1
    clock.turn(minutes=3)
    chat.work()
    assert pushes(worker) == []
    assert [row.state for row in given(chat)] == ["maybe_sent"]


def test_someone_who_unfollowed_meanwhile_gets_none(chat, resident, worker):
    resident.says("2楼灯坏了")
    chat.decide()
    worker.phone.unfollow()
    chat.work()
    assert [(row.state, row.last_error) for row in given(chat)] == [("dropped", "unsubscribed")]
