"""Right after a report its place is told more exactly, or it was sent by mistake: no second ticket, and no alarm."""

import pytest

from tests.stars import neighbour


def test_where_exactly_goes_to_the_report_and_is_no_second_one(chat, people):
    resident = neighbour(chat, "李阿姨")
    resident.says("我家门口那个水管一直滴水，楼道里潮得很")
    chat.work()
    answer = resident.says("三楼，就在302门口，电表箱旁边那根")
    assert "NH20261124-0001" in answer, answer
    chat.work()
    assert len(chat.tickets()) == 1
    assert any("302门口" in notice for notice in people.worker.notices)


def test_a_place_that_was_missing_sends_the_report_to_somebody(chat, people):
    passer = chat.person("路人")
    passer.says("路口那个窨井盖翘起来了，差点摔跤")
    chat.work()
    answer = passer.says("就是梧桐里1号院大门朝南那个路口")
    assert "NH20261124-0001" in answer, answer
    chat.work()
    (ticket,) = chat.tickets()
    assert (ticket.place_id is not None, ticket.state) == (True, "dispatched")


@pytest.mark.parametrize("words", ["没事没事，手抖多发了一个", "哎呀不小心点错了，别管它"])
def test_a_slip_of_the_finger_is_no_danger(chat, people, words):
    people.leader.sends_location("梧桐里1号院05幢")
    answer = people.leader.says(words)
    assert "已登记" not in answer, answer
    assert chat.tickets() == []


def test_no_danger_and_take_it_back_is_both_done(chat, people):
    resident = neighbour(chat, "李阿姨")
    asked = resident.says("2单元那个老周头好几天没看到人下来拿报纸了，心里犯嘀咕")
    assert "现在还有危险吗" in asked, asked
    answer = resident.says("没有没有，没危险，我手滑误发的，取消掉")
    assert "已撤回" in answer, answer
    chat.work()
    assert [ticket.state for ticket in chat.tickets()] == ["withdrawn"]
