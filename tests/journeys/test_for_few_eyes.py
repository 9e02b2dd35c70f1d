"""What somebody in danger has written is read by few; it does not end because whoever holds the phone takes it back."""

import pytest
from sqlalchemy import select

from storage.models import Deadline
from tests.staff import staff

WORDS = "我不想活了，梧桐里1号院5幢"


@pytest.mark.parametrize("who", ["leader", "crew", "part_time"])
def test_neighbours_and_crews_read_nothing_of_it(chat, who):
    people = staff(chat)
    chat.person("李阿姨").says(WORDS)
    chat.work()
    other = getattr(people, who)
    asked = (
        "本片上报",
        "进度 1",
        "进度 0001",
        "有哪些隐患",
        "情况怎么样",
        "我的工单",
        "接单 1",
    )
    for each in asked:
        assert "我不想活" not in other.says(each), each
    told = [notice for notice in other.notices if "不想活" in notice]
    assert told == []


@pytest.mark.parametrize("who", ["worker", "head", "secretary", "lead", "dispatcher"])
def test_those_who_look_in_read_it(chat, who):
    people = staff(chat)
    chat.person("李阿姨").says(WORDS)
    chat.work()
    assert "不想活" in getattr(people, who).says("进度 1")


def test_taken_back_it_is_told_and_somebody_still_comes(chat):
    people = staff(chat)
    resident = chat.person("李阿姨")
    resident.says(WORDS)
    chat.work()
    assert "还是会来看看" in resident.says("撤回 1")
    chat.work()
    assert chat.tickets()[-1].state != "withdrawn"
    for each in (people.worker, people.head, people.secretary, people.lead):
        assert any("不按撤回办" in notice for notice in each.notices)


def test_of_another_danger_all_hear_that_it_is_taken_back(chat):
    people = staff(chat)
    resident = chat.person("李阿姨")
    resident.says("梧桐里1号院5幢楼道漏煤气")
    chat.work()
    assert "已撤回" in resident.says("撤回 1")
    chat.work()
    for each in (people.worker, people.head, people.secretary, people.lead):
        assert any("撤回" in notice for notice in each.notices)


def test_it_has_steps_of_its_own_from_the_first_push_to_the_end(chat, clock):
    people = staff(chat)
    chat.person("李阿姨").says(WORDS)
    chat.work()
    worker, told = people.worker, people.worker.notices[-1]
    assert all(each in told for each in ("先打110", "120", "去看人", "今天 12:00前到场", "已联系 1", "不要在群里说"))
    assert not any(each in told for each in ("方案", "人材机", "凭据"))
    assert {row.kind for row in chat.rows(select(Deadline.kind))} >= {"survey", "handle"}
    assert not {row.kind for row in chat.rows(select(Deadline.kind))} & {"plan", "crew"}
    taken = worker.says("接单 1")
    assert "到场 1" in taken
    assert "已联系 1" in taken
    for said in ("方案 1 明早吊车", "进场 1 3人"):
        answer = worker.says(said)
        assert "一个人的安危" in answer, answer
        assert "到场 1" in answer
    missing = worker.says("办结 1 平安")
    assert "缺：到场的凭据（回复“到场 1”）、联系了谁" in missing
    worker.says("到场 1")
    assert "已记到场" in worker.sends_location("梧桐里1号院", 32.0502, 118.7601)
    assert "联系了谁" in worker.says("已联系 1")
    assert "已记联系：他女儿和派出所" in worker.says("他女儿和派出所")
    answer = worker.says("办结 1 平安，女儿陪着")
    assert "照片" not in answer, answer
    chat.work()
    assert chat.tickets()[-1].state == "handled"
    assert not any("核查" in each for each in people.leader.notices)
    assert any("平安，女儿陪着" in each for each in people.head.notices)


def test_units_and_crews_are_not_called_for_it_nor_is_it_put_before_a_council(chat):
    people = staff(chat)
    chat.person("李阿姨").says(WORDS)
    chat.work()
    assert "议事这一步" in people.secretary.says("议事 1 说明一下")
    assert "不是有人遇险的事" in _after_a_lamp(chat, people).says("已联系 2 家属")


def _after_a_lamp(chat, people):
    chat.person("王阿姨").says("梧桐里1号院5幢3楼楼道灯坏了")
    chat.work()
    people.worker.says("接单 2")
    return people.worker
