"""Tickets that are named by number: what is ordered of them is done to these and to no other, in whatever breath it is said."""

import pytest

from tests.councils import council
from tests.journeys.handling import reported
from tests.scenes import begun

TOLD = (
    "梧桐里1号院05幢3楼楼道灯坏了",
    "梧桐里1号院05幢2单元门铃坏了按不响",
    "梧桐里1号院05幢下水道堵了",
    "梧桐里1号院1幢电梯不动了",
)


@pytest.fixture
def worker(chat, clock, people, resident):
    """Somebody to whom four matters were given."""

    def begin():
        for at, text in enumerate(TOLD):
            reported(chat, chat.person(f"邻居{at}"), text)
        return people.worker

    return begun(chat, clock, begin)


def states(chat):
    return [ticket.state for ticket in chat.tickets()]


@pytest.mark.parametrize("words", ["1号和3号我都接，2那个不归我，是第几网格的", "1跟3我都接了，2退掉，门铃归物业修"])
def test_several_wishes_of_several_tickets_are_all_heard(chat, worker, words):
    answer = worker.says(words)
    assert answer.count("已接单") == 2, answer
    assert "NH20261124-0002" in answer
    assert [states(chat)[at] for at in (0, 2, 3)] == ["in_progress", "in_progress", "dispatched"]


def test_the_number_alone_answers_which_one(chat, worker):
    assert "哪一件" in worker.says("接单")
    assert "已接单 NH20261124-0003" in worker.says("3号")


def test_a_number_alone_shows_that_ticket(chat, worker):
    assert "NH20261124-0002" in worker.says("2号")
    assert states(chat) == ["dispatched"] * 4


def test_a_number_that_was_not_offered_is_meant_all_the_same(chat, people, worker):
    for number in (1, 2):
        worker.says(f"接单 {number}")
        worker.sends_picture()
        worker.says(f"办结 {number} 换了新的")
    chat.work()
    offered = people.head.says("不行，还没弄好，得重做")
    answer = people.head.says("不是，2号")
    assert "NH20261124-0002" in answer, (offered, answer)
    assert "听着呢" not in answer
    assert states(chat)[0] == "handled"


@pytest.mark.parametrize("words", ["3号并到2号里去", "3和2是一回事，合了吧"])
def test_who_dispatches_joins_two_in_a_sentence(chat, people, worker, words):
    people.head.says(words)
    assert chat.tickets()[2].merged_into == "NH20261124-0002"


def test_what_lies_nowhere_is_joined_by_who_dispatches_the_other(chat, people, worker):
    chat.person("路人").says("路口那个窨井盖翘起来了")
    chat.work()
    assert chat.tickets()[4].place_id is None
    answer = people.head.says("4号和5号是一件事，合了吧")
    assert "网格长" not in answer, answer
    assert chat.tickets()[3].merged_into == "NH20261124-0005"
    assert chat.tickets()[4].place_id is not None, "it lies where the other does"


def test_who_wants_to_be_reminded_has_nothing_turned_off(chat, people):
    for words in ("周四的值班可别忘了喊我一声，提醒我", "哎，我是让你提醒我，怎么给停掉了"):
        assert "不再推送" not in people.leader.says(words)


def test_a_new_meeting_takes_no_ticket_to_the_council(chat, quota):
    house = council(chat)
    reported(chat, house.neighbours[0], "楼上装修电锤太吵了")
    before = states(chat)
    called = house.secretary.says("下周二下午三点在社区二楼开个协商会，商量加装电梯的事")
    assert "会议1 已通知" in called, called
    assert "社区二楼" in called
    assert states(chat) == before


@pytest.mark.parametrize("words", ["2号不同意办结，门铃还没弄", "2号打回去，根本没修好", "2号那个不能算通过，得返工"])
def test_who_verifies_sends_the_named_one_back(chat, people, worker, words):
    for number in (1, 2):
        worker.says(f"接单 {number}")
        worker.sends_picture()
        worker.says(f"办结 {number} 换了新的")
    chat.work()
    people.leader.says(words)
    assert states(chat)[:2] == ["handled", "in_progress"]


def test_a_plan_behind_its_number_is_put_down_there(chat, worker):
    worker.says("接单 2")
    assert "方案已记下 NH20261124-0002" in worker.says("2号方案：拉警戒线，下午请电工来")


def test_what_is_offered_of_a_number_is_of_that_ticket(chat, people, worker):
    for words in ("3号那个你们看下怎么讲", "3号这事咋整，小陈晓得吧"):
        answer = people.secretary.says(words)
        if "您是想" in answer:
            assert "NH20261124-0003" in answer
            assert not any(f"NH20261124-000{other}" in answer for other in (1, 2, 4)), answer
            assert not any(label in answer for label in ("安排值班", "解绑", "报名")), answer


def test_a_danger_told_hours_later_has_its_hours_before_it(chat, clock, people, resident):
    resident.says("梧桐里1号院05幢3楼楼道灯坏了")
    chat.work()
    clock.turn(hours=5)
    resident.says("我报的那个灯 现在电线冒火星 烧起来了")
    chat.work()
    late = [text for text in people.lead.notices if "超时" in text and "0001" in text]
    assert chat.tickets()[0].urgency == "hazard"
    assert late == []
