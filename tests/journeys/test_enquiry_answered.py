"""Who has an enquiry says the answer as people do: it reaches the asker whole, and hours in it plan nobody's shift."""

import pytest

from tests.journeys.handling import later, reported, state


@pytest.fixture
def asked(chat, people, resident):
    people.worker.says("您好")
    reported(chat, resident, "请问梧桐里1号院05幢老年证怎么办")
    return people.worker


def test_the_words_after_are_the_answer(chat, clock, resident, asked):
    answer = asked.says("问老年证的那位我答复一下：带一寸照片，周二周四下午两点到四点，二楼窗口")
    assert "答复已转给上报人" in answer, answer
    later(chat, clock)
    told = next(each for each in resident.notices if "已答复：" in each)
    assert "已答复：带一寸照片，周二周四下午两点到四点，二楼窗口\n" in told
    assert state(chat) == "verified"


def test_what_is_passed_on_leaves_it_open_until_it_is_said_that_it_was_answered(chat, clock, resident, asked):
    answer = asked.says("老年证那个，跟他说在社区一楼窗口办，周一到周五九点到五点")
    assert "已转告上报人 NH20261124-0001" in answer, answer
    assert state(chat) == "dispatched"
    assert "记作您已答复" in asked.says("老年证那个我答复过了，可以销了")
    later(chat, clock)
    assert state(chat) == "verified"
    assert not any("已答复：老年证那个" in each for each in resident.notices)
    assert any("网格员陈试用说已经答复您了" in each for each in resident.notices)
    assert "已重新办理" in resident.says("不满意 1 没答复")


def test_an_answer_to_nobody_is_refused_and_no_other_ticket_is_moved(chat, asked):
    answer = asked.says("回那个问居住证的：一楼窗口，九点到五点")
    assert answer.startswith("没有找到您经手的工单 居住证"), answer
    assert state(chat) == "dispatched"
