"""Who answers for a grid has the leaders reminded who have not walked round: each once a day, and it is said how many."""

import pytest
from sqlalchemy import select

from storage.models import Audit
from tests.journeys.handling import later


@pytest.fixture
def leaders(people):
    for each in (people.head, people.secretary, people.leader):
        each.says("您好")
    return people


def reminders(speaker):
    return [each for each in speaker.notices if "提醒您：本周还没有巡楼" in each]


@pytest.mark.parametrize("words", ["这周没转楼的楼长你给催一催", "提醒巡楼"])
def test_each_is_reminded_once_a_day(chat, clock, leaders, words):
    assert leaders.head.says(words) == "已提醒 1 位本周还没有巡楼的楼栋长：王样本。"
    assert "今天已经提醒过 1 位：王样本" in leaders.secretary.says(words)
    later(chat, clock)
    assert len(reminders(leaders.leader)) == 1
    assert reminders(leaders.leader)[0].startswith("网格长孙模拟提醒您")
    assert [row.action for row in chat.rows(select(Audit.action).where(Audit.action == "patrol.remind"))] == [
        "patrol.remind"
    ]
    clock.turn(days=1)
    assert leaders.secretary.says(words).startswith("已提醒 1 位")


def test_after_the_list_those_on_it_are_meant(chat, clock, leaders):
    assert leaders.head.says("谁没巡楼").endswith("要提醒他们，请回复：提醒巡楼")
    assert leaders.head.says("我不是要看名单，是让你给他们都发个消息").startswith("已提醒 1 位")
    later(chat, clock)
    assert len(reminders(leaders.leader)) == 1


def test_nobody_else_may_and_who_has_walked_is_left_alone(chat, clock, leaders):
    assert "给网格长和社区书记看" in leaders.leader.says("提醒巡楼")
    leaders.leader.says("巡楼 05幢 无异常")
    assert leaders.head.says("提醒一下没巡楼的") == "本周楼栋长都巡过楼了。"
    later(chat, clock)
    assert reminders(leaders.leader) == []
