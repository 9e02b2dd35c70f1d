"""A report that was a mistake is voided by who may close it there; its reporter hears why, and it can be opened again."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from storage.brief_figures import brief_figures
from storage.models import Deadline, TicketEvent
from storage.unit_of_work import UnitOfWork
from tests.journeys.handling import done, reported
from tests.journeys.test_possible_danger import CERTAIN, RACK
from tests.office import Office


def ticket(chat, place=0):
    return chat.tickets()[place]


def open_promises(chat):
    rows = select(Deadline.kind).where(Deadline.met_at.is_(None), Deadline.dropped_at.is_(None))
    return [row.kind for row in chat.rows(rows)]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("作废 0001 和昨天那单重复", "和昨天那单重复"),
        ("1号作废，登记错了小区", "登记错了小区"),
        ("请作废1 试点误报", "试点误报"),
    ],
)
def test_a_mistake_ends_and_its_reporter_hears_why_and_how_to_object(chat, people, resident, words, why):
    reported(chat, resident)
    answer = people.head.says(words)
    assert f"已作废 {ticket(chat).number}" in answer, answer
    assert (ticket(chat).state, ticket(chat).closed_as, ticket(chat).ended_at is None) == ("closed", "voided", False)
    assert open_promises(chat) == []
    chat.work()
    assert f"已作废，原因：{why}" in resident.notices[-1]
    assert "重开 1 您的理由" in resident.notices[-1]
    assert any("您不用再办" in said for said in people.worker.notices)
    assert "重新办理" in resident.says("重开 1 不是重复的，我家这盏还不亮")
    assert (ticket(chat).state, ticket(chat).closed_as) == ("reopened", None)


def test_who_voided_it_by_mistake_opens_it_again(chat, people, resident):
    reported(chat, resident)
    people.secretary.says("作废 1 重复登记")
    assert "1" in people.secretary.says("重开 1 看错了，不是重复")
    assert ticket(chat).state == "reopened"


def test_without_a_reason_it_is_asked_for_and_then_done(chat, people, resident):
    reported(chat, resident)
    assert "为什么作废" in people.head.says("作废 1")
    assert ticket(chat).state == "dispatched"
    assert "已作废" in people.head.says("上报人打电话说弄错了")
    kept = chat.rows(select(TicketEvent.note).where(TicketEvent.kind == "void"))
    assert [row.note for row in kept] == ["上报人打电话说弄错了"]


def test_neither_who_handles_it_nor_a_worker_voids_and_a_reporter_takes_back(chat, people, resident):
    reported(chat, resident)
    people.head.says("派单 1 给孙模拟")
    assert "已作废" not in people.head.says("作废 1 不想办")
    assert "已作废" not in people.worker.says("作废 1 不想办")
    assert ticket(chat).state == "dispatched"
    assert "已撤回" in resident.says("作废 1")
    assert ticket(chat).state == "withdrawn"


def test_what_is_handled_is_not_voided(chat, people, resident):
    reported(chat, resident)
    done(chat, people)
    answer = people.head.says("作废 1 重复登记")
    assert "不能作废" in answer, answer
    assert ticket(chat).state == "handled"


def test_a_danger_is_not_voided_unless_nobody_has_confirmed_it(chat, people, resident):
    reported(chat, resident, CERTAIN)
    answer = people.head.says("作废 1 重复登记")
    assert "是安全隐患，不能作废" in answer, answer
    assert "不是隐患 1 说明" in answer
    reported(chat, chat.person("赵大爷"), RACK)
    assert "已作废" in people.head.says("作废 2 和上周的重复")
    assert [each.state for each in chat.tickets()] == ["dispatched", "closed"]


def test_what_a_neighbour_has_joined_is_taken_apart_first(chat, people, resident):
    reported(chat, resident)
    reported(chat, chat.person("赵大爷"), "梧桐里1号院05幢4楼楼道灯也不亮")
    people.head.says("合并 2 到 1")
    answer = people.head.says("作废 1 重复登记")
    assert "先拆开：拆分 2" in answer, answer
    assert ticket(chat).state == "dispatched"


def test_the_back_office_has_a_button_for_who_may(chat, people, resident):
    reported(chat, resident)
    number = ticket(chat).number
    office = Office(chat).signs_in(people.secretary)
    assert "作废" in office.sees(f"/console/tickets/{number}")
    status, said = office.does(number, "void", note="重复登记")
    assert (status, "已作废" in said) == (200, True), said
    assert "作废" in office.sees(f"/console/tickets/{number}")
    assert ticket(chat).closed_as == "voided"


def test_what_was_voided_counts_as_nothing_in_the_figures(chat, clock, people, resident):
    resident.says("梧桐里1号院1幢3楼楼道灯坏了")
    chat.work()

    def figures():
        start = clock() - timedelta(days=1)
        with chat.database.read() as connection:
            return brief_figures(UnitOfWork(connection), None, start, clock() + timedelta(seconds=1), clock())

    before = figures()
    number = chat.tickets()[-1].number
    people.secretary.says(f"作废 {number} 报错了")
    after = figures()
    assert chat.tickets()[-1].closed_as == "voided"
    assert (before.came - after.came, after.closed, before.open - after.open) == (1, before.closed, 1)
