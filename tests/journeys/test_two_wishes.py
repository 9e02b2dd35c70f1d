"""Two wishes in one message, each of its own ticket: both are done, or the one that is not sure is asked about."""

import pytest

from tests.journeys.handling import reported


@pytest.fixture
def worker(chat, people, resident):
    people.worker.says("您好")
    reported(chat, resident, "梧桐里1号院05幢3楼楼道灯坏了")
    reported(chat, chat.person("赵大爷"), "梧桐里1号院05幢门铃不响了")
    return people.worker


def test_both_are_done(chat, worker):
    answer = worker.says("收到，门铃的我接了，楼道灯转给郑假设")
    assert "已接单 NH20261124-0002" in answer, answer
    assert "已转办 NH20261124-0001" in answer, answer
    assert [ticket.state for ticket in chat.tickets()] == ["transferred", "in_progress"]


def test_what_is_not_sure_is_asked_about_and_not_dropped(chat, worker):
    answer = worker.says("门铃的我去看，楼道灯退掉")
    assert "已接单 NH20261124-0002" in answer, answer
    assert "您是想退单“" in answer, answer
    assert "NH20261124-0001" in answer
    assert chat.tickets()[0].state == "dispatched"


def test_what_only_describes_is_no_second_wish(chat, worker):
    answer = worker.says("门铃那个我接了，楼道灯那边挺黑的")
    assert "已接单 NH20261124-0002" in answer, answer
    assert chat.tickets()[0].state == "dispatched"
