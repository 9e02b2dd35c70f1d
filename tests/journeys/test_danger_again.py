"""A danger that is not over when its reporter is asked: two hours again, for as often as they say so."""

import pytest
from sqlalchemy import select

from storage.models import Deadline

GAS = "梧桐里1号院05幢楼道里有煤气味"


@pytest.fixture
def resident(chat):
    return chat.person("李阿姨")


def handled(chat, people, worker):
    """Survey, plan and crew with their proofs, the end of the work, and somebody else's look at it."""
    for said in ("到场 1", "进场 1"):
        worker.sends_picture()
        assert "已记" in worker.says(said)
    worker.says("方案 1 关阀换管")
    worker.sends_picture()
    assert "已办结" in worker.says("办结 1 换了接头")
    people.leader.says("核查 1 通过")
    chat.work()


def open_promises(chat):
    open_ones = (Deadline.met_at.is_(None), Deadline.dropped_at.is_(None))
    rows = chat.rows(select(Deadline.kind, Deadline.due_at).where(*open_ones))
    return {row.kind: row.due_at for row in rows}


def test_the_smell_is_back_as_often_as_it_is(chat, clock, people, resident):
    resident.says(GAS)
    chat.work()
    people.worker.says("接单 1")
    handled(chat, people, people.worker)
    for _ in range(2):
        clock.turn(minutes=10)
        answer = resident.says("不满意 1 味道又有了")
        assert "按安全隐患马上处理" in answer
        assert "先开窗" in answer
        assert 0 < (open_promises(chat)["survey"] - clock()).total_seconds() <= 7200
        assert {"plan", "crew"} <= open_promises(chat).keys()
        chat.work()
        assert any("安全隐患又出现" in text for text in people.lead.notices)
        row = chat.tickets()[0]
        assert (row.state, row.urgency) == ("reopened", "hazard")
        owner = people.head if "孙模拟" in answer else people.secretary
        assert "已接单" in owner.says("接单 1")
        handled(chat, people, owner)
    assert "已结案" in resident.says("满意 1")


def test_the_smell_is_back_at_the_look_back(chat, clock, people, resident):
    resident.says(GAS)
    chat.work()
    people.worker.says("接单 1")
    handled(chat, people, people.worker)
    resident.says("满意 1")
    clock.turn(days=30)
    resident.says("帮助")
    chat.work()
    assert "按安全隐患马上处理" in resident.says("又坏了 1 味道又有了")
    assert 0 < (open_promises(chat)["survey"] - clock()).total_seconds() <= 7200


def test_what_is_dangerous_about_a_matter_of_a_moment_ago_makes_that_one_a_danger(chat, people, resident):
    """Its place is the matter's, not where whoever tells it lives."""
    resident.says("我住梧桐里1号院2幢")
    resident.says("梧桐里1号院05幢门口的路灯不亮")
    chat.work()
    answer = resident.says("哦还有，灯杆底下一截电线皮破了露着铜丝，小孩老在那玩")
    assert [row.number for row in chat.tickets()] == ["NH20261124-0001"]
    assert chat.tickets()[0].urgency == "hazard"
    assert "触" in answer
