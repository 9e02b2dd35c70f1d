"""How tickets end: rated, unrated, unreached; opened again; looked back at."""

import pytest
from sqlalchemy import select

from storage.models import Deadline, Outbox, Rating

LAMP = "梧桐里1号院05幢3楼楼道灯坏了"


@pytest.fixture
def resident(chat, people):
    return chat.person("李阿姨")


def handled(chat, people, resident, text=LAMP):
    resident.says(text)
    chat.work()
    people.worker.says("接单")
    people.worker.sends_picture()
    people.worker.says("办结 已换灯泡")
    chat.work()


def verified(chat, people, resident, text=LAMP):
    handled(chat, people, resident, text)
    people.leader.says("核查 通过")
    chat.work()


def ticket(chat):
    return chat.tickets()[0]


def test_dissatisfied_it_is_opened_again_one_level_up_with_a_call_back(chat, clock, people, resident):
    resident.says("我住梧桐里1号院05幢")
    verified(chat, people, resident)
    answer = resident.chooses("不满意 1")
    assert "由网格长孙模拟负责，会在明天 18:00前联系您" in answer
    assert "能说说哪里没做好吗" in answer
    assert "已转告办理的人" in resident.says("灯还是一闪一闪的")
    chat.work()
    assert "【重新办理】" in people.head.notices[-1]
    assert "灯还是一闪一闪的" in people.head.notices[-1], "both are due together, and come as one message"
    row = ticket(chat)
    assert (row.state, row.level, row.reopened) == ("reopened", 1, 1)
    assert "已接单" in people.head.says("接单 1")
    people.head.sends_picture()
    assert "请接着办" in people.head.says("回访 1 不满意，要换镇流器")
    people.head.sends_picture()
    assert "红色楼栋长王样本核查" in people.head.says("办结 1 换了镇流器")


def test_the_reason_with_the_rating_needs_no_question(chat, people, resident):
    verified(chat, people, resident)
    answer = resident.says("不满意 1 灯还是不亮")
    assert "能说说" not in answer
    chat.work()
    assert "上报人不满意：灯还是不亮" in people.head.notices[-1]


def test_a_call_that_ends_well_ends_the_ticket(chat, people, resident):
    verified(chat, people, resident)
    resident.says("不满意 灯还是不亮")
    assert "回访结果怎样" in people.head.says("回访 1 打过电话了")
    assert "满意。已结案" in people.head.says("满意，灯泡松了，已拧紧")
    row = ticket(chat)
    assert (row.state, row.score, row.closed_as) == ("closed", "satisfied", "rated")


def test_dissatisfied_twice_it_ends_and_the_lead_knows(chat, people, resident):
    verified(chat, people, resident)
    resident.says("不满意 灯还是不亮")
    people.head.says("接单 1")
    people.head.sends_picture()
    people.head.says("办结 1 换了整套灯具")
    people.leader.says("核查 1 通过")
    chat.work()
    assert "已报告街道领导" in resident.says("不满意 1 太慢了")
    chat.work()
    assert "重新办理后上报人仍不满意：太慢了" in people.lead.notices[-1]
    assert (ticket(chat).state, ticket(chat).closed_as) == ("closed", "dissatisfied")


def test_seventy_two_hours_of_silence_close_it_counted_apart(chat, clock, people, resident):
    verified(chat, people, resident)
    clock.turn(hours=71)
    chat.decide()
    assert ticket(chat).state == "verified"
    clock.turn(hours=2)
    resident.says("帮助")
    chat.work()
    assert (ticket(chat).state, ticket(chat).closed_as, ticket(chat).score) == ("closed", "silent", None)
    assert "已结案。如果没有解决，回复“重开 1”" in resident.notices[-1]


def test_whom_nobody_could_ask_somebody_calls(chat, clock, people, resident):
    handled(chat, people, resident)
    resident.phone.unfollow()
    people.leader.says("核查 1 通过")
    chat.work()
    assert ticket(chat).state == "reopened"
    assert "上报人收不到评价请求" in people.head.notices[-1]
    assert "按“联系不上”结案" in people.head.says("回访 1 打不通，上门也没人")
    assert (ticket(chat).state, ticket(chat).closed_as) == ("closed", "unreached")


def test_a_question_that_could_not_be_delivered_is_found_out_a_day_later(chat, clock, people, resident):
    handled(chat, people, resident)
    clock.turn(hours=49)  # the window to the resident has closed
    people.leader.says("核查 1 通过")
    chat.work()
    assert [row.state for row in chat.rows(select(Outbox.state).where(Outbox.kind == "rate"))] == ["kept"]
    assert ticket(chat).state == "verified"
    clock.turn(hours=25)
    chat.decide()
    assert ticket(chat).state == "reopened"


def test_thanks_for_work_well_done_ask_for_the_rating_by_the_way(chat, people, resident):
    verified(chat, people, resident)
    assert "您满意吗" in resident.says("谢谢")
    assert "已结案" in resident.says("满意")
    assert "不客气" in resident.says("谢谢")
    assert len(chat.tickets()) == 1


def test_repaired_says_a_reporter_who_is_content(chat, people, resident):
    """A reporter's 修好了，谢谢 is a rating; it was only asked for one before it was understood."""
    verified(chat, people, resident)
    assert "已结案" in resident.says("修好了，谢谢")


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("满意 9", "没有找到您上报的工单 9"),
        ("满意", "没有等评价的工单"),
        ("满意 1", "处理好以后会请您评价"),
        ("重开 1", "不用重开"),
        ("重开", "没有等评价的工单"),
    ],
)
def test_a_rating_before_its_time_is_answered(chat, people, resident, said, answer):
    resident.says(LAMP)
    chat.work()
    assert answer in resident.says(said)


def test_a_closed_ticket_is_offered_to_be_opened_again(chat, clock, people, resident):
    verified(chat, people, resident)
    resident.says("满意")
    clock.turn(days=2)
    for said in ("催办 1", "不满意 1"):
        assert "如果还没解决，请回复：重开 1" in resident.says(said)
    people.head.says("帮助")
    assert "已重新办理，由网格长孙模拟负责" in resident.says("重开 1 又不亮了")
    chat.work()
    assert "上报人要求重开：又不亮了" in people.head.notices[-1]
    assert ticket(chat).state == "reopened"


def test_after_a_month_a_new_report_is_asked_for(chat, clock, people, resident):
    verified(chat, people, resident)
    resident.says("满意")
    clock.turn(days=31)
    assert "结案已超过 30 天" in resident.says("重开 1")


def test_a_sample_is_looked_back_at_after_thirty_days(chat, clock, people, resident):
    verified(chat, people, resident)
    resident.says("满意")
    clock.turn(days=30)
    resident.says("帮助")
    chat.work()
    assert "现在还好吗" in resident.notices[-1]
    assert "太好了" in resident.chooses("还好 1")
    assert ticket(chat).state == "closed"
    kinds = [tuple(row) for row in chat.rows(select(Rating.kind, Rating.score).order_by(Rating.id))]
    assert kinds == [("rate", "satisfied"), ("look_back", "satisfied")]
    chat.decide()
    assert len(chat.rows(select(Outbox.id).where(Outbox.kind == "look_back"))) == 1


def test_broken_again_at_the_look_back_opens_it(chat, clock, people, resident):
    verified(chat, people, resident)
    resident.says("满意")
    clock.turn(days=30)
    resident.says("帮助")
    chat.work()
    assert "已重新办理" in resident.says("又坏了 1 上周就不亮了")
    assert ticket(chat).state == "reopened"


def test_an_unverified_ticket_is_not_forgotten(chat, clock, people, resident):
    handled(chat, people, resident)
    clock.turn(days=2)
    chat.decide()
    late = chat.rows(select(Outbox.text).where(Outbox.kind == "late"))
    assert any("应在昨天 18:00前核查" in row.text for row in late)


def test_the_call_back_has_its_time(chat, clock, people, resident):
    verified(chat, people, resident)
    resident.says("不满意")
    clock.turn(days=2)
    chat.decide()
    late = chat.rows(select(Outbox.text).where(Outbox.kind == "late"))
    assert any("回访，没有完成" in row.text for row in late)


def test_no_promise_is_open_on_what_has_ended(chat, people, resident):
    verified(chat, people, resident)
    resident.says("满意")
    open_ones = chat.rows(select(Deadline.kind).where(Deadline.met_at.is_(None), Deadline.dropped_at.is_(None)))
    assert [row.kind for row in open_ones] == ["look_back"]


def test_who_dispatches_opens_again_what_somebody_else_reported(chat, clock, people, resident):
    verified(chat, people, resident)
    resident.says("满意")
    assert "这件事要由" in people.worker.says("重开 1 灯还是不亮")
    assert "已重新办理 NH20261124-0001" in people.head.says("重开 1 灯还是不亮")
    assert ticket(chat).state == "reopened"
    clock.turn(minutes=3)
    chat.work()
    assert "已重新办理" in resident.notices[-1]
    assert "已接单" in people.head.says("接单 1")
    assert "不能重开" in people.head.says("重开 1")
