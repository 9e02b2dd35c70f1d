"""A building leader or a member asks what there is for them to do."""

import pytest

from tests.duty import crew
from understanding.asked_about import asks_what_waits


@pytest.fixture
def people(chat):
    return crew(chat)


@pytest.mark.parametrize(
    "words", ["下午好啊小邻，今儿个有什么事要我弄的？", "我这周要做些什么呀", "有没有什么要我办的"]
)
def test_a_leader_reads_of_the_walk_that_is_not_done(people, words):
    answer = people.lead.says(words)
    assert "本周还没有巡楼：梧桐里1号院05幢" in answer, answer
    people.lead.says("巡楼 05幢 无异常")
    assert "还没有巡楼" not in people.lead.says(words)


def test_a_member_reads_of_their_shift_and_of_nothing_else(people):
    member = people.members[0]
    assert "没有等您办的事" in member.says("这几天有什么事要我做吗")
    assert "报名成功" in member.says("报名 周六上午9点")
    answer = member.says("这几天有什么事要我做吗")
    assert "您的值班" in answer, answer
    assert "巡楼" not in answer


@pytest.mark.parametrize(
    "words", ["有事要跟你说", "我要做一件好事", "有什么活动好带小孩去的", "你要我做的我做完了", "今天有什么情况"]
)
def test_what_asks_for_something_else(words):
    assert not asks_what_waits(words)
