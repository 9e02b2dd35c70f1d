"""What cannot be done with a ticket, by whom, and how that is said."""

import pytest

from tests.journeys.handling import done, reported, state


def test_a_second_taker_is_told_who_has_it(chat, people, resident):
    reported(chat, resident)
    people.worker.says("接单 1")
    assert "已由网格员陈试用接单（今天 10:00）" in people.head.says("接单 1")
    assert "由网格员陈试用在办" in people.head.says("办结 1 我来办")
    assert chat.tickets()[0].assignee_id is not None


def test_nobody_verifies_their_own_work(chat, people, resident):
    reported(chat, resident)
    done(chat, people)
    assert "是您办的，要由别人核查" in people.worker.says("核查 1 通过")
    assert state(chat) == "handled"


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("接单 99", "没有找到您经手的工单 99"),
        ("接单 NH20261124-0099", "没有找到您经手的工单 NH20261124-0099"),
        ("核查 1 通过", "已派单，不能核查"),
        ("退单 1", "为什么退单"),
        ("转办 1", "转办给谁"),
        ("延期 1", "要延到哪天"),
        ("备注 1", "备注什么"),
        ("转办 1 给没有这人", "名册里没有"),
        ("转办 1 给周虚构", "没有能办理工单的岗位"),
        ("转办 1 给赵演示", "还没有绑定微信"),
        ("转办 1 给执法", "没有能联系上的综合执法条线人员"),
        ("延期 1 到11月20日 等配件", "要在今天以后"),
        ("延期 1 到2027年3月1日 等配件", "一次最多延 30 天"),
        ("拆分 1", "要拆成哪几件"),  # it was refused, until a ticket of two matters could be taken apart
        ("结算 1 实际760元", "没有动用应急包"),
        ("同意 1", "没有等您审批的申请"),
        ("回访 1 满意", "没有回访任务"),
    ],
)
def test_what_cannot_be_is_answered_with_what_can(chat, people, resident, said, answer):
    reported(chat, resident)
    assert answer in people.worker.says(said)
    assert state(chat) == "dispatched"


def test_an_impossible_move_names_the_possible_ones(chat, people, resident):
    reported(chat, resident)
    done(chat, people)
    answer = people.worker.says("退单 1 不想办")
    assert "已处理，等待核查，不能退单" in answer
    answer = people.leader.says("接单 1")
    assert "核查 1 通过" in answer


def test_the_next_grids_ticket_is_refused_with_whom_to_ask(chat, people, resident):
    reported(chat, resident, "梧桐里2号院9幢楼道灯坏了")
    assert "这件事要由" in people.worker.says("接单 1")


def test_a_resident_who_says_the_words_of_work_is_told_whose_they_are(chat, people, resident):
    reported(chat, resident)
    for said in ("接单 1", "办结 1 好了", "派单 1 给我", "核查 1 通过"):
        assert "绑定" in resident.says(said)


def test_the_same_digits_on_two_days_mean_the_one_that_can_be_moved(chat, clock, people, resident):
    reported(chat, resident)
    done(chat, people)
    clock.turn(days=1)
    for speaker in (resident, people.worker):
        speaker.says("帮助")
    reported(chat, resident, "梧桐里1号院05幢5楼楼道灯坏了")
    assert "NH20261125-0001" in people.worker.says("接单 1")
    assert "对应多件工单" in people.worker.says("备注 1 电话打不通")
    assert "已备注" in people.worker.says("备注 NH20261125-0001 电话打不通")


def test_several_in_hand_and_no_number_lists_them(chat, people, resident):
    reported(chat, resident)
    reported(chat, resident, "梧桐里1号院05幢单元门坏了")
    answer = people.worker.says("接单")
    assert "要接单哪一件" in answer
    assert "楼道灯" in answer
    assert "单元门" in answer


def test_a_command_half_said_can_be_left(chat, people, resident):
    reported(chat, resident)
    people.worker.says("退单 1")
    assert "没有办理" in people.worker.says("算了")
    assert state(chat) == "dispatched"
