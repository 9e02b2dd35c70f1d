"""应急包: the crew first, the approval and the bill afterwards; a limit a case, a pool a year."""

import pytest

from tests.scenes import begun
from tests.staff import staff

PIPE = "梧桐里1号院05幢水管爆了，水一直流"


@pytest.fixture
def people(chat, clock):
    def begin():
        people = staff(chat)
        chat.person("李阿姨").says(PIPE)
        chat.work()
        people.worker.says("接单 1")
        return people

    return begun(chat, clock, begin)


def test_first_solved_then_settled(chat, people):
    answer = people.worker.says("应急 1 换主管 估800元")
    assert "已通知维修队施维修马上进场" in answer
    chat.work()
    assert "应急抢修" in people.crew.notices[-1]
    assert "应急支出待审批" in people.secretary.notices[-1]
    assert "请发一个位置" in people.crew.chooses("进场 1")
    assert "已记进场" in people.crew.sends_picture()
    assert "由网格员陈试用在办" in people.crew.says("办结 1 换好了")
    assert "还在等审批" in people.worker.says("结算 1 实际760元")
    assert "已批准" in people.secretary.chooses("同意应急 1")
    chat.work()
    assert "应急支出 760元已批准" in people.worker.notices[-1]
    assert "已用 760元，还剩 299240元" in people.secretary.says("应急包")


def test_what_is_not_approved_is_back_in_the_pool(chat, people):
    people.worker.says("应急 1 换主管 估800元")
    assert "不批准" in people.secretary.says("不同意应急 1 已有保修")
    assert "已用 0元" in people.secretary.says("应急包")


def test_over_the_cases_limit_only_the_lead_draws(chat, people):
    people.worker.says("应急 1 换主管 估1500元")
    answer = people.worker.says("应急 1 再换阀门 估600元")
    assert "已动用 1500元，加上这次 600元 超过单件上限 2000元" in answer
    assert "应急已启动" in people.lead.says("应急 1 再换阀门 估600元")
    assert "还剩 297900元" in people.secretary.says("应急包")


def test_nobody_draws_more_than_there_is(chat, people):
    answer = people.lead.says("应急 1 整栋换管 估40万元")
    assert "应急包今年还剩 300000元，不够 400000元" in answer


def test_nobody_approves_their_own_draw(chat, people):
    people.worker.says("应急 1 换主管 估800元")
    assert "是您自己申请的" in people.worker.says("同意应急 1")


@pytest.mark.parametrize("said", ["应急 1", "应急 1 换主管", "应急 1 换主管 0元"])
def test_without_an_amount_it_is_asked_for(chat, people, said):
    assert "估多少钱" in people.worker.says(said)
    assert "应急已启动" in people.worker.says("换主管 估800元")


def test_two_requests_are_told_apart(chat, people):
    people.worker.says("应急 1 换主管 估800元")
    people.worker.says("延期 1 到11月28日 等配件")
    assert "请写明：同意延期 1，或 同意应急 1" in people.secretary.says("同意 1")
    assert "已同意" in people.secretary.says("同意延期 1")
    assert "已批准" in people.secretary.says("同意 1")


def test_an_approval_forgotten_is_reminded_even_after_the_end(chat, clock, people):
    people.worker.says("应急 1 换主管 估800元")
    people.worker.sends_picture()
    people.worker.says("办结 1 换好了")
    people.leader.says("核查 1 通过")
    clock.turn(days=2)
    for speaker in (people.lead, people.secretary):
        speaker.says("帮助")
    chat.work()
    assert any("审批" in text for text in people.lead.notices)


def test_a_resident_and_a_worker_see_no_pool(chat, people):
    assert "这件事要由" in people.worker.says("应急包")
    assert "抱歉" in chat.person("别的居民").says("应急包")


def test_what_is_to_be_done_stays_while_the_amount_is_asked_for(chat, people):
    assert "估多少钱" in people.worker.says("应急 1 换主管")
    assert "换主管 估800元" in people.worker.says("估800元")
