"""Somebody at work tells several things in one breath, that it is not done, or that they were wrong: no ticket ends by it."""

import pytest
from sqlalchemy import select

from storage.models import Extension, TicketEvent
from tests.journeys.handling import reported
from tests.scenes import begun

LAMP, BELL, DRAIN = "NH20261124-0001", "NH20261124-0002", "NH20261124-0003"
BELL_BROKEN = "梧桐里1号院05幢2单元门铃坏了按不响"
DRAIN_BLOCKED = "梧桐里1号院05幢下水道堵了，污水往外冒"


@pytest.fixture
def worker(chat, clock, people, resident):
    """Somebody who has taken a lamp, a bell and a drain."""

    def begin():
        reported(chat, resident)
        reported(chat, chat.person("赵大爷"), BELL_BROKEN)
        reported(chat, chat.person("钱奶奶"), DRAIN_BLOCKED)
        for number in (1, 2, 3):
            people.worker.says(f"接单 {number}")
        return people.worker

    return begun(chat, clock, begin)


def moves(chat, number):
    events = select(TicketEvent.kind).where(TicketEvent.number == number).order_by(TicketEvent.id)
    return [row.kind for row in chat.rows(events)]


def states(chat):
    return [ticket.state for ticket in chat.tickets()]


@pytest.mark.parametrize(
    "words",
    [
        "楼道灯这边我到了，灯座锈死了，得回去拿把钳子",
        "灯那个到现场了，线老化得厉害，要去买一截新的",
        "我到楼道灯这儿了，灯管型号不对，等厂家发货",
    ],
)
def test_arrival_and_what_is_still_to_be_done_are_two_things_and_no_end(chat, worker, words):
    answer = worker.says(words)
    assert f"已记到场 {LAMP}" in answer, answer
    assert f"方案已记下 {LAMP}" in answer
    worker.sends_picture()
    assert moves(chat, LAMP)[-2:] == ["arrive", "plan"]
    assert states(chat) == ["in_progress"] * 3


def test_arrival_and_work_are_both_recorded(chat, worker):
    answer = worker.says("门铃到现场了，线断了一根，已经接好了")
    assert f"已记到场 {BELL}" in answer, answer
    assert "请发一张处理后的照片，2 就办结" in answer
    worker.sends_picture()
    assert moves(chat, BELL)[-2:] == ["arrive", "handle"]


@pytest.mark.parametrize("words", ["灯还没修好，零件没到", "楼道灯才拆下来，明天才能装", "灯那个先断了电，等师傅来换"])
def test_what_is_not_done_never_ends_a_ticket(chat, worker, words):
    worker.says(words)
    worker.sends_picture()
    assert states(chat) == ["in_progress"] * 3
    assert "handle" not in moves(chat, LAMP)


def test_a_danger_of_which_arrival_and_plan_are_told_keeps_the_plan_and_asks_for_the_proof(chat, people, resident):
    reported(chat, resident, "梧桐里1号院05幢外墙瓷砖要掉下来了，很危险")
    people.worker.says("接单 1")
    answer = people.worker.says("瓷砖这边我到了，先拉警戒线，明天上午请师傅来敲掉")
    assert "作为到场 1 的凭据" in answer, answer
    assert "方案已记下" in answer
    assert "已记到场" in people.worker.sends_picture()
    assert moves(chat, LAMP)[-2:] == ["plan", "arrive"]


def test_what_is_denied_is_not_done_and_what_is_meant_is(chat, worker):
    answer = worker.says("不延门铃，我是说灯延到后天，等灯座")
    assert "已申请把 1 延到11月26日" in answer, answer
    assert [row.number for row in chat.rows(select(Extension.number))] == [LAMP]
    assert f"已退单 {DRAIN}" in worker.says("不退门铃，我是说下水道退掉，这种要专业队来通")
    assert states(chat) == ["in_progress", "in_progress", "returned"]


@pytest.mark.parametrize("words", ["门铃先不退了", "门铃那个不延了", "别把下水道退回去"])
def test_a_denial_alone_does_nothing(chat, worker, words):
    worker.says(words)
    assert states(chat) == ["in_progress"] * 3
    assert chat.rows(select(Extension.number)) == []


@pytest.mark.parametrize(("words", "number"), [("下水道这边我到了，正在通", DRAIN), ("门铃这儿我到了，在拆面板", BELL)])
def test_a_question_until_when_is_left_when_something_else_is_told(chat, worker, words, number):
    assert "延到哪天" in worker.says("门铃要延期")
    assert f"已记到场 {number}" in worker.says(words)
    worker.says("等配件")
    assert chat.rows(select(Extension.number)) == []


@pytest.mark.parametrize("words", ["都不是，是下水道那个疏通好了", "哪个都不是，我说的是下水道通好了"])
def test_none_of_these_and_what_it_is_is_read_in_one(chat, worker, words):
    worker.says("灯跟门铃和下水道我都接了")
    worker.sends_picture()
    assert "3 就办结" in worker.says(words) or f"已办结 {DRAIN}" in worker.notices[-1]


def test_a_wrong_end_is_taken_back_and_done_to_the_other_ticket(chat, worker):
    worker.says("下水道疏通好了，不堵了")
    worker.sends_picture()
    assert states(chat)[2] == "handled"
    answer = worker.says("记错了，是门铃修好了，换了个按钮")
    assert "刚才 3 的办结已撤回" in answer, answer
    assert "2 就办结" in answer
    worker.sends_picture()
    assert states(chat) == ["in_progress", "handled", "in_progress"]
    assert moves(chat, DRAIN)[-1] == "undo_handle"


def test_a_wrong_arrival_stays_and_is_marked(chat, worker):
    worker.says("我已经到门铃那边了")
    answer = worker.says("搞错了，我到的是下水道那边，不是门铃")
    assert "不能抹掉，已注明是记错" in answer, answer
    assert f"已记到场 {DRAIN}" in answer
    assert moves(chat, BELL)[-2:] == ["arrive", "remark"]


@pytest.mark.parametrize(
    "words", ["哎呀不对，灯其实还没换完，刚才那个办结收回来", "楼道灯不能算办完，还差个灯罩", "撤销办结 1"]
)
def test_who_has_ended_too_early_takes_it_back_until_it_is_verified(chat, people, worker, words):
    people.leader.says("您好")
    worker.says("灯换好了，亮了")
    worker.sends_picture()
    assert f"已撤销办结 {LAMP}" in worker.says(words)
    assert states(chat)[0] == "in_progress"
    chat.work()
    assert "先不用核查" in people.leader.notices[-1]
    worker.says("灯罩也装好了")
    worker.sends_picture()
    people.leader.says("核查 1 通过")
    assert "已核查" in worker.says("撤销办结 1")
    assert states(chat)[0] == "verified"


def test_a_matter_that_is_somebody_elses_is_never_taken_for_ones_own(chat, people, worker):
    reported(chat, chat.person("周叔叔"), "梧桐里1号院05幢楼顶水箱盖子松了")
    people.dispatcher.says("派单 4 给孙模拟")
    people.head.says("接单 4")
    answer = worker.says("水箱那边我到了，盖子盖好了")
    assert "由网格长孙模拟在办" in answer, answer
    assert states(chat) == ["in_progress"] * 4
