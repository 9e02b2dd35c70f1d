"""What somebody in danger has written is read by few; it does not end because whoever holds the phone takes it back."""

import pytest

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
