"""One message, or one ticket, that tells of two matters becomes two tickets."""

import pytest

from tests.journeys.handling import reported
from tests.staff import Staff

TWO = "梧桐里1号院05幢门厅的灯不亮了，还有信报箱的门掉了"


@pytest.mark.parametrize(
    "words",
    [
        "两件事：梧桐里1号院05幢3楼楼道灯不亮，还有单元门的门禁刷卡没反应",
        "反映两个问题，一个是梧桐里1号院05幢楼道灯不亮，另一个是单元门关不上",
        "有两个事情要说，梧桐里1号院05幢垃圾桶满了，另外路灯也不亮",
    ],
)
def test_who_says_that_there_are_two_matters_gets_two_tickets(chat, people, resident, words):
    answer = resident.says(words)
    assert "您说的像是 2 件事" in answer, answer
    assert "已分成 2 件" in resident.says("分开")
    assert len(chat.tickets()) == 2


@pytest.fixture
def one(chat, people: Staff, resident):
    """Two matters in one ticket, with the grid worker."""
    reported(chat, resident, TWO)
    assert len(chat.tickets()) == 1
    return people


def both(chat):
    return [(ticket.summary, ticket.account_id, ticket.place_text) for ticket in chat.tickets()]


@pytest.mark.parametrize("state", ["dispatched", "in_progress", "suspended"])
def test_staff_take_a_ticket_apart_wherever_it_stands(chat, clock, one, resident, state):
    if state != "dispatched":
        one.worker.says("接单 1")
    if state == "suspended":
        one.worker.says("延期 1 到11月27日 等配件")
        one.secretary.says("同意延期 1")
    assert chat.tickets()[0].state == state
    answer = one.worker.says("1号单这是两码事，给我拆成两单，一个灯一个信报箱")
    assert "已拆成 2 件" in answer, answer
    (lamp, reporter, _), (box, same_reporter, place) = both(chat)
    assert "灯不亮" in lamp
    assert "信报箱" in box
    assert reporter == same_reporter
    assert "05幢" in place
    clock.turn(minutes=3)
    chat.work()
    assert chat.tickets()[1].state == "dispatched"
    assert "NH20261124-0002" in "".join(resident.notices)


def test_what_its_words_do_not_tell_is_asked(chat, people, resident):
    reported(chat, resident)
    assert "要拆成哪几件" in people.worker.says("拆分 1")
    assert "已拆成 2 件" in people.worker.says("一个灯泡，一个灯罩")
    assert [ticket.summary for ticket in chat.tickets()] == ["灯泡", "灯罩"]


def test_what_ended_is_not_taken_apart(chat, one):
    one.worker.says("接单 1")
    one.worker.sends_picture()
    one.worker.says("办结 1 都修好了")
    assert "不能拆分" in one.worker.says("拆分 1")
    assert len(chat.tickets()) == 1
