"""Who oversees says who is to go, right after a ticket was shown to them: it goes there, and nothing is reported."""

import pytest
from sqlalchemy import select

from storage.models import Person
from tests.journeys.handling import reported


@pytest.fixture
def secretary(chat, people, resident):
    people.secretary.says("您好")
    reported(chat, resident, "梧桐里2号院1幢楼道灯坏了")
    reported(chat, chat.person("赵大爷"), "梧桐里1号院05幢外墙瓷砖往下掉")
    return people.secretary


def owner(chat, number):
    ticket = next(each for each in chat.tickets() if each.number.endswith(number))
    names = {row.id: row.name for row in chat.rows(select(Person.id, Person.name))}
    return names.get(ticket.assignee_id)


@pytest.mark.parametrize("words", ["喊老孙去看一下吧", "让孙模拟跑一趟", "安排孙模拟跟进", "老孙去处理吧"])
def test_the_ticket_that_was_just_told_is_given_to_them(chat, people, secretary, words):
    assert "0002" in secretary.notices[-1]
    answer = secretary.says(words)
    assert "已派单 NH20261124-0002" in answer, answer
    assert owner(chat, "0002") == "孙模拟"
    assert owner(chat, "0001") is None
    assert len(chat.tickets()) == 2


def test_what_was_asked_about_since_is_meant(chat, people, secretary, clock):
    clock.turn(minutes=1)
    assert "0001" in secretary.says("进度 1")
    assert "已派单 NH20261124-0001" in secretary.says("喊老孙去看一下吧")
    assert owner(chat, "0001") == "孙模拟"


def test_of_a_list_it_is_asked_which(chat, people, secretary, clock):
    clock.turn(minutes=1)
    secretary.says("哪些没人接")
    answer = secretary.says("让孙模拟跑一趟")
    assert "0001" in answer, answer
    assert "0002" in answer
    first = next(line for line in answer.splitlines() if "0001" in line)[0]
    assert "已派单 NH20261124-0001" in secretary.says(first)
    assert owner(chat, "0001") == "孙模拟"


def test_long_afterwards_and_by_others_nothing_is_given(chat, clock, people, secretary):
    clock.turn(hours=2)
    secretary.says("安排孙模拟跟进")
    assert owner(chat, "0002") == "陈试用"
    people.worker.says("让孙模拟跑一趟")
    assert owner(chat, "0002") == "陈试用"
    assert len(chat.tickets()) == 2


@pytest.mark.parametrize("words", ["瓷砖那个叫小陈抓紧，下面是幼儿园", "瓷砖那个派给小陈，天黑之前弄好"])
def test_who_has_it_already_hears_the_words_and_it_goes_to_nobody_else(chat, people, secretary, words):
    answer = secretary.says(words)
    assert answer.startswith("已督办 NH20261124-000"), answer
    chat.work()
    assert any("【督办】" in each and ("幼儿园" in each or "天黑之前" in each) for each in people.worker.notices)
    assert len(chat.tickets()) == 2


def test_another_matter_hurries_nobody(chat, people, secretary):
    answer = secretary.says("梧桐里1号院03幢电梯坏了，让物业快点修")
    assert "督办" not in answer, answer
