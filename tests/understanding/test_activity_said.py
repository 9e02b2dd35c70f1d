"""Words about activities to the letter, and what only looks like them."""

import pytest

from tests.understood import command_of
from understanding.activity_said import ActivitySaid, What, activity_said, kind_said, spot_said
from understanding.command_names import CommandName
from understanding.normalise import normalise


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("我的活动", ActivitySaid(What.MINE)),
        ("比赛结果 12", ActivitySaid(What.RESULTS, 12)),
        ("创赛 结果", ActivitySaid(What.RESULTS)),
        ("大赛的结果出来了吗？", ActivitySaid(What.RESULTS)),
        ("预订 12 20人", ActivitySaid(What.BOOK, 12, 20)),
        ("预订12 20", ActivitySaid(What.BOOK, 12, 20)),
        ("预定活动 12 二十个名额", ActivitySaid(What.BOOK, 12, 20)),
        ("预订 12，20人，样本科技公司", ActivitySaid(What.BOOK, 12, 20, "样本科技公司")),
        ("预订 12号 20位 样本科技公司", ActivitySaid(What.BOOK, 12, 20, "样本科技公司")),
        ("预订 12", ActivitySaid(What.BOOK, 12)),
        ("退订 12", ActivitySaid(What.GIVE_BACK, 12)),
        ("退订 12 样本科技公司", ActivitySaid(What.GIVE_BACK, 12, None, "样本科技公司")),
        ("实到 12 18人", ActivitySaid(What.ARRIVED, 12, 18)),
        ("实到 12 0人", ActivitySaid(What.ARRIVED, 12, 0)),
        ("评价活动 12 好", ActivitySaid(What.RATE, 12, score="good")),
        ("评价活动 12 一般", ActivitySaid(What.RATE, 12, score="fair")),
        ("评价活动 12 不好", ActivitySaid(What.RATE, 12, score="poor")),
        ("评价活动 12 不太好", ActivitySaid(What.RATE, 12, score="poor")),
        ("评价活动 12", ActivitySaid(What.RATE, 12)),
        ("评价活动 12 挺久的", ActivitySaid(What.RATE, 12)),
    ],
)
def test_each_is_read_and_comes_in_as_words_of_activities(text, found):
    assert activity_said(normalise(text)) == found
    assert command_of(text) is CommandName.SHOW_CAMPAIGNS


@pytest.mark.parametrize(
    "text", ["退订通知", "退订停水通知", "评价 7 满意", "到场 7", "报名 12", "预订酒店的电话是多少"]
)
def test_what_only_looks_like_it_stays_what_it_was(text):
    assert activity_said(normalise(text)) is None


def test_a_ticket_is_still_rated_and_notices_still_muted():
    assert command_of("评价 7") is CommandName.RATE_TICKET
    assert command_of("退订停水通知") is CommandName.MUTE
    assert command_of("活动 12") is CommandName.SHOW_CAMPAIGNS


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("讲座 红色故事", "lecture"), ("参观 海洋馆", "visit"), ("座谈 企业服务", "talk"), ("创业沙龙", "salon"),
        ("创新创业大赛 初赛", "contest"), ("业务辅导 税务", "coaching"), ("防汛巡查", None),
    ],
)  # fmt: skip
def test_the_kind_is_heard(text, kind):
    assert kind_said(text) == kind


def test_the_spot_is_heard():
    assert spot_said("讲座 红色故事 地点 将军馆 12月6日") == "将军馆"
    assert spot_said("讲座 红色故事 地点：将军馆二楼，12月6日") == "将军馆二楼"
    assert spot_said("讲座 红色故事 12月6日") == ""
