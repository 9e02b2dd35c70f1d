"""A possible danger that nobody has confirmed ends like any other matter; one that is certain or confirmed keeps its proofs."""

import pytest
from sqlalchemy import select

from storage.models import Deadline, TicketEvent
from tests.journeys.handling import reported
from tests.office import Office

RACK = "梧桐里1号院05幢楼道花架摇摇晃晃"
WALL = "梧桐里1号院05幢外墙鼓了个包"
CERTAIN = "梧桐里1号院05幢门口地面陷下去一块"
STEPS = ("survey", "plan", "crew")


def promised(chat):
    open_ones = Deadline.met_at.is_(None), Deadline.dropped_at.is_(None)
    return {row.kind for row in chat.rows(select(Deadline.kind).where(*open_ones))}


def running(chat):
    return promised(chat) & set(STEPS)


def noted(chat):
    kinds = select(TicketEvent.kind, TicketEvent.note).order_by(TicketEvent.id)
    return [(row.kind, row.note) for row in chat.rows(kinds) if "danger" in row.kind]


def stands(chat, place=0):
    ticket = chat.tickets()[place]
    return ticket.state, ticket.urgency


@pytest.mark.parametrize("words", ["花架重新焊牢了", "办结 1 花架换了新的"])
def test_who_simply_mends_it_is_asked_for_a_picture_and_no_more(chat, people, resident, words):
    assert "现在还有危险吗" in resident.says(RACK)
    chat.work()
    people.worker.says("接单 1")
    assert running(chat) == set(STEPS)
    assert "请发一张处理后的照片" in people.worker.says(words)
    assert stands(chat) == ("in_progress", "hazard")  # nothing is proven yet
    assert "已办结" in people.worker.sends_picture()
    assert stands(chat) == ("handled", "normal")
    assert running(chat) == set()
    assert [kind for kind, _ in noted(chat)] == ["possible_danger", "no_danger"]
    assert "没有人确认过有危险" in noted(chat)[-1][1]


def test_the_back_office_asks_for_the_picture_only(chat, people, resident):
    reported(chat, resident, WALL)
    number = chat.tickets()[0].number
    people.worker.says("接单 1")
    office = Office(chat).signs_in(people.worker)
    _, said = office.does(number, "handle", note="起鼓的地方铲掉，重新粉刷")
    assert "请发一张处理后的照片" in said
    _, said = office.does(number, "no_danger", note="墙是实的")
    assert "已解除隐患" in said
    assert stands(chat) == ("in_progress", "normal")


@pytest.mark.parametrize("words", ["不是隐患 1 只是表面一道漆裂", "看过了，没什么危险，就是漆面裂了一道"])
def test_who_looks_at_it_says_that_it_is_none_and_the_two_hours_end(chat, people, resident, words):
    reported(chat, resident, RACK)
    people.worker.says("接单 1")
    answer = people.worker.says(words)
    assert "已解除隐患" in answer, answer
    assert "办结 1 说明" in answer
    assert stands(chat) == ("in_progress", "normal")
    assert running(chat) == set()
    people.worker.sends_picture()
    assert "已办结" in people.worker.says("办结 1 补了漆")


@pytest.mark.parametrize("words", ["没有", "我去摸了下，没什么危险的，慢慢修就行"])
def test_its_reporter_says_so_also_long_after_the_question(chat, clock, people, resident, words):
    reported(chat, resident, RACK)
    if len(words) > 2:
        clock.turn(hours=1)
        chat.work()
    answer = resident.says(words)
    assert "改按一般事项办理" in answer, answer
    assert len(chat.tickets()) == 1
    assert stands(chat)[1] == "normal"
    assert noted(chat)[-1] == ("no_danger", "上报人说没有危险")
    assert running(chat) == set()


def test_once_it_is_confirmed_all_its_proofs_are_asked_for(chat, people, resident):
    resident.says(RACK)
    assert "按安全隐患加急处理" in resident.says("有")
    chat.work()
    people.worker.says("接单 1")
    assert "还不能办结，缺" in people.worker.says("办结 1 花架换了新的")
    assert "这件事要由" in people.worker.says("不是隐患 1 只是表面一道漆裂")
    assert "改按" not in resident.says("我又看了下，没什么危险")
    assert stands(chat) == ("in_progress", "hazard")
    assert running(chat) == set(STEPS)


def test_so_are_those_of_what_a_rule_is_certain_of(chat, people, resident):
    reported(chat, resident, CERTAIN)
    people.worker.says("接单 1")
    assert "还不能办结，缺" in people.worker.says("办结 1 填平了")
    people.worker.says("看过了，没什么危险")
    resident.says("没什么危险，慢慢来")
    assert stands(chat) == ("in_progress", "hazard")


def test_whose_it_is_not_says_nothing_about_it(chat, people, resident):
    reported(chat, resident, RACK)
    people.worker.says("接单 1")
    people.part_time.says("不是隐患 1 我路过看没事")
    assert stands(chat) == ("in_progress", "hazard")


def test_an_answer_that_comes_when_it_is_done_changes_nothing(chat, people, resident):
    reported(chat, resident, RACK)
    people.worker.says("接单 1")
    people.worker.says("办结 1 换了花架")
    people.worker.sends_picture()
    resident.says("没有")
    assert stands(chat) == ("handled", "normal")
    assert promised(chat) == {"verify"}
