"""Who says that a step was put down wrongly has just that step marked: no ticket ends, no end is taken back, nobody is answered."""

import pytest
from sqlalchemy import select

from storage.models import TicketEvent
from tests.journeys.handling import reported
from tests.scenes import begun

LAMP, BELL, DRAIN = "NH20261124-0001", "NH20261124-0002", "NH20261124-0003"
PLAN = "先拉线围住，下午请师傅来"


@pytest.fixture
def worker(chat, clock, people, resident):
    """Somebody with a lamp, a bell that is handled, and a drain in hand."""

    def begin():
        reported(chat, resident)
        reported(chat, chat.person("赵大爷"), "梧桐里1号院05幢2单元门铃坏了按不响")
        reported(chat, chat.person("钱奶奶"), "梧桐里1号院05幢下水道堵了，污水往外冒")
        for number in (1, 2, 3):
            people.worker.says(f"接单 {number}")
        people.worker.sends_picture()
        return people.worker

    return begun(chat, clock, begin)


def notes(chat, number, kind):
    event = TicketEvent
    found = select(event.note).where(event.number == number, event.kind == kind).order_by(event.id)
    return [row.note for row in chat.rows(found)]


def states(chat):
    return [ticket.state for ticket in chat.tickets()]


@pytest.mark.parametrize("words", ["1号那个方案写错了，是3号的", "哎，方案填错单子了，应该是下水道那个的"])
def test_a_plan_on_the_wrong_ticket_is_marked_and_put_down_where_it_belongs(chat, worker, words):
    worker.says(f"方案 1 {PLAN}")
    answer = worker.says(words)
    assert "记在 1 上的方案已注明是记错" in answer, answer
    assert f"方案已记下 {DRAIN}" in answer
    assert notes(chat, DRAIN, "plan") == [PLAN]
    assert states(chat) == ["in_progress"] * 3


def test_a_plan_is_put_right_while_the_end_of_another_waits_for_its_picture(chat, worker):
    worker.says(f"方案 1 {PLAN}")
    assert "2 就办结" in worker.says("办结 2 换了按钮")
    answer = worker.says("1号那个方案写错了，是3号的，1号是把灯座整个换掉")
    assert "已办结" not in answer
    assert states(chat) == ["in_progress"] * 3
    assert notes(chat, LAMP, "plan")[-1] == "把灯座整个换掉"


@pytest.mark.parametrize("words", ["刚才的方案记岔了，1号是灯", "我方案记错单了，2号是门铃"])
def test_of_what_it_was_meant_for_is_asked_and_no_end_is_taken_back(chat, people, worker, words):
    worker.says(f"方案 1 {PLAN}")
    worker.says("办结 2 换了按钮")
    worker.sends_picture()
    chat.work()
    assert states(chat)[1] == "handled"
    answer = worker.says(words)
    assert "该记给哪一件" in answer, answer
    assert states(chat) == ["in_progress", "handled", "in_progress"]
    assert not notes(chat, BELL, "undo_handle")


@pytest.mark.parametrize("words", ["我又没说2号修好了", "2号我没讲办完了呀，我讲的是打算"])
def test_who_never_said_that_it_is_done_has_the_end_taken_back(chat, worker, words):
    worker.says("办结 2 换了按钮")
    worker.sends_picture()
    assert "已撤销办结" in worker.says(words)
    assert states(chat)[1] == "in_progress"


def test_where_only_another_number_is_named_the_end_is_asked_about(chat, worker):
    worker.says("办结 2 换了按钮")
    worker.sends_picture()
    answer = worker.says("刚才点错了，是3号")
    assert "您是想办结" in answer, answer
    assert states(chat) == ["in_progress", "handled", "in_progress"]
