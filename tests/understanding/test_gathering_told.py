"""What is told of an activity that is to be held, and what is none."""

from datetime import datetime

import pytest

from governance.clock import SHANGHAI
from governance.working_calendar import WorkingCalendar
from understanding.gathering_told import gathering_told, holds_gathering, title_told

NOW = datetime(2026, 11, 24, 10, tzinfo=SHANGHAI)


@pytest.mark.parametrize(
    ("said", "title", "start", "end", "people"),
    [
        ("组织一场消防讲座，周五上午九点到十点半，社区二楼会议室，30个人", "消防讲座", "11-27 09:00", "10:30", 30),
        ("这个月底搞个包饺子活动吧，12月20号上午九点开始，两个小时，限20人", "包饺子活动", "12-20 09:00", "11:00", 20),
        ("后天下午三点教老人用手机，最多十个人，在活动室", "教老人用手机", "11-26 15:00", None, 10),
        ("下周三请老中医来义诊，上午九点半到十一点半，40个名额", "请老中医来义诊", "12-02 09:30", "11:30", 40),
        ("帮我发起一个活动，名称是冬日读书会，12月6号3点到5点，人数20人", "冬日读书会", "12-06 15:00", "17:00", 20),
        ("安排一次亲子手工课，12月13号下午两点，一个半小时，20组家庭", "亲子手工课", "12-13 14:00", "15:30", 20),
        ("那就办个活动吧，下周六下午两点半", "", "12-05 14:30", None, None),
    ],
)
def test_an_activity_is_told_in_whatever_order(said, title, start, end, people):
    told = gathering_told(said, NOW, WorkingCalendar())
    assert holds_gathering(said)
    assert (told.title, told.people) == (title, people)
    assert told.start is not None
    assert f"{told.start:%m-%d %H:%M}" == start
    assert (told.end and f"{told.end:%H:%M}") == end


@pytest.mark.parametrize(
    "said",
    [
        "这周末社区有什么活动好带小孩去的不",
        "周三上午九点到十一点驿站要2个人值班",
        "我们楼搞装修搞到半夜",
        "下周四晚上七点在驿站开个议事会，商量充电棚",
        "上周那个讲座办得蛮好",
        "希望你们多搞点活动",
        "手工课那个给我家报名两个人",
        "活动室的灯坏了",
        "周六讲座取消了",
    ],
)
def test_what_only_speaks_of_activities_holds_none(said):
    assert not holds_gathering(said)


def test_the_name_of_a_place_is_no_part_of_the_title():
    assert title_told("下周六下午两点在梧桐驿站教小孩做灯笼", ["梧桐驿站"]) == "教小孩做灯笼"
