"""Who somebody is, where they live, when they are away, and whom they praise, in sentences of their own."""

from datetime import date

import pytest
from sqlalchemy import select

from governance.clock import SHANGHAI
from governance.days import last_day
from storage.models import Leave
from tests.stars import OPEN, neighbour, november, step


@pytest.mark.parametrize(
    "text",
    [
        "我是王样本 手机尾号0005",
        "帮我绑一下，我叫王样本，电话19900000005",
        "王样本，尾号0005，想绑定身份",
        "我是楼栋长王样本，手机后四位0005",
    ],
)
def test_who_says_who_they_are_is_bound(chat, text):
    chat.subdistrict()
    answer = chat.person("王样本").says(text)
    assert "绑定成功：王**" in answer, answer


@pytest.mark.parametrize(
    "text",
    [
        "我搬到梧桐里2号院9幢了",
        "上个月搬家了，现在住梧桐里2号院9幢",
        "帮我把住址改成梧桐里2号院9幢",
        "我家住梧桐里2号院9幢，麻烦记一下",
    ],
)
def test_only_the_place_of_a_sentence_is_the_home(chat, text):
    chat.subdistrict()
    speaker = chat.person("李阿姨")
    speaker.says(text)
    assert "您的楼栋：梧桐里2号院9幢" in speaker.says("我的身份")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("发烧了 今明两天来不了 老赵替我", date(2026, 11, 24), date(2026, 11, 25)),
        ("我请个假，孩子病了，小赵帮我顶一下", date(2026, 11, 24), date(2026, 11, 24)),
        ("明天到周五我要请假，让赵网格员代我", date(2026, 11, 25), date(2026, 11, 27)),
    ],
)
def test_leave_is_asked_for_with_whoever_is_called_so(chat, text, first, last):
    chat.subdistrict()
    worker = chat.bound("陈试用", "0001")
    answer = worker.says(text)
    assert "赵演示" in answer, answer
    (leave,) = chat.rows(select(Leave.since, Leave.until))
    assert (leave.since.astimezone(SHANGHAI).date(), last_day(leave.until, SHANGHAI)) == (first, last)


@pytest.mark.parametrize("text", ["晚上别发", "别老给我推送了", "消息太多了，别再推了"])
def test_what_is_muted_is_said(chat, text):
    chat.subdistrict()
    answer = chat.bound("陈试用", "0001").says(text)
    assert "不再推送：" in answer, answer
    assert "简报" in answer


@pytest.mark.parametrize(
    "text",
    [
        "要说好人，05幢的王阿姨，天天帮独居老人倒垃圾",
        "05幢王阿姨人真好，每天帮大家扫楼道，想推荐她",
        "我想给大家推荐05幢的王阿姨，照顾独居老人好多年了",
    ],
)
def test_a_neighbour_is_nominated_with_what_they_did(chat, clock, text):
    november(chat, clock)
    step(chat, clock, OPEN)
    auntie = neighbour(chat, "李阿姨")
    answer = auntie.says(text)
    assert "王阿姨" in answer, answer
