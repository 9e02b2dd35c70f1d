"""A worker hands on to a named colleague and says yes in their own words."""

import pytest

from tests.journeys.handling import reported

PIPE = "梧桐里1号院05幢水管接头松了渗水"


@pytest.fixture
def worker(chat, people, resident):
    reported(chat, resident, PIPE)
    people.worker.says("接单 1")
    return people.worker


@pytest.mark.parametrize("words", ["水管还是转给郑假设", "水管那件我弄不了哎 转给郑假设他们修"])
def test_it_goes_on_with_what_was_said_of_it(chat, people, worker, words):
    answer = worker.says(words)
    if "回复“是”就办" in answer:
        answer = worker.says("嗯对 转给他")
    assert "已转办 NH20261124-0001" in answer, answer
    chat.work()
    told = next(notice for notice in people.part_time.notices if "转办给您" in notice)
    assert "还是" not in told
    assert ("我弄不了" in told) == ("我弄不了" in words)


@pytest.mark.parametrize("words", ["先不转给郑假设", "转给谁比较好"])
def test_what_hands_nothing_on_moves_nothing(chat, worker, words):
    worker.says(words)
    assert chat.tickets()[0].state == "in_progress"


@pytest.mark.parametrize("words", ["得换一段水管，请老郑他们带配件过来", "要把接头拆了重接 让郑假设来弄"])
def test_a_plan_and_a_handing_on_in_one_sentence_are_both_done(chat, people, worker, words):
    answer = worker.says(words)
    assert "方案已记下 NH20261124-0001" in answer, answer
    assert "已转办 NH20261124-0001" in answer
    assert "郑假设" in answer


@pytest.mark.parametrize("words", ["得换一段水管，让业主把总阀关了", "要换接头，等老郑回来再说"])
def test_who_is_only_to_wait_or_to_close_a_valve_gets_no_ticket(chat, worker, words):
    worker.says(words)
    assert chat.tickets()[0].state == "in_progress"
    assert chat.tickets()[0].assignee_id is not None
