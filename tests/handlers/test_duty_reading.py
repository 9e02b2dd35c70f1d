"""What members and leads write becomes a command of duty, with its numbers, times, names and places."""

from datetime import UTC, date, datetime

import pytest

from governance.clock import SHANGHAI
from handlers.context import Here, SubdistrictConfig
from handlers.duty.commands.hours import ConfirmHours, CorrectHours, CreditHours, GetCertificate
from handlers.duty.commands.lead import AddShift, AssignShift, Qualify, ShowStationCode, StopShift
from handlers.duty.commands.presence import CheckIn, CheckOut, Patrol
from handlers.duty.commands.service import CallUp, Enrol, OpenCampaign, ShowCampaigns, WriteRecord
from handlers.duty.commands.shifts import (
    AgreeToSwap,
    CancelShift,
    OfferSwap,
    RefuseSwap,
    ShowMyShifts,
    ShowShift,
    ShowShifts,
    SignUp,
    TakeOverShift,
    WithdrawSwap,
)
from handlers.registry import READS
from handlers.said import Said
from understanding.meaning import terse
from understanding.normalise import normalise
from understanding.place_index import PlaceIndex, PlaceNode
from understanding.times import Span

TREE = PlaceIndex(
    [
        PlaceNode(1, None, "subdistrict", "示例街道"),
        PlaceNode(2, 1, "community", "梧桐社区"),
        PlaceNode(3, 2, "courtyard", "梧桐里1号院"),
        PlaceNode(4, 3, "building", "05幢"),
        PlaceNode(5, 2, "station", "梧桐和事佬工作室"),
        PlaceNode(6, 2, "station", "三人行驿站"),
    ]
)
"""A subdistrict in which a station's name has a number of people in it."""


def read(text, home=None):
    here = Here(SubdistrictConfig(), datetime(2026, 11, 24, 2, 0, tzinfo=UTC), TREE, home)
    meaning = terse(normalise(text))
    return READS[meaning.command](Said(text, normalise(text), meaning), here)


def span(month, day, begin, end):
    return Span(datetime(2026, month, day, begin, tzinfo=SHANGHAI), datetime(2026, month, day, end, tzinfo=SHANGHAI))


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("值班表", ShowShifts()),
        ("值班表 周六上午", ShowShifts("周六上午", span(11, 28, 8, 12))),
        ("值班表 和事佬", ShowShifts("和事佬")),
        ("我的值班", ShowMyShifts()),
        ("班次 12", ShowShift(12)),
        ("报名 12", SignUp(12)),
        ("报名第12号班", SignUp(12)),
        ("报名 周六上午", SignUp(None, "周六上午", span(11, 28, 8, 12))),
        ("报名", SignUp()),
        ("取消值班 12", CancelShift(12)),
        ("取消值班", CancelShift()),
        ("换班 12 给 张三", OfferSwap(12, "张三")),
        ("跟张三换班", OfferSwap(None, "张三")),
        ("换班 12 都可以", OfferSwap(12, None, True)),
        ("换班 12", OfferSwap(12)),
        ("同意换班12", AgreeToSwap(12)),
        ("不同意换班 12", RefuseSwap(12)),
        ("接班 12", TakeOverShift(12)),
        ("取消换班", WithdrawSwap()),
    ],
)
def test_shifts(text, command):
    assert read(text) == command


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("停班 12 DJ台搬走", StopShift(12, "DJ台搬走")),
        ("停班", StopShift(None)),
        (
            "加班次 三人行驿站 12月6日 9点到11点 2人",
            AddShift("三人行驿站 12月6日 9点到11点 2人", span(12, 6, 9, 11), 2),
        ),
        ("加班次 三人行驿站", AddShift("三人行驿站", None, None)),
        ("安排 12 张三", AssignShift(12, "张三")),
        ("认定 张三 调解", Qualify("张三", "调解")),
        ("打卡码 和事佬", ShowStationCode("和事佬")),
        ("确认工时 12", ConfirmHours(12)),
        ("更正工时 12 张三 60分钟 提前离岗", CorrectHours(12, "张三", 60, "提前离岗")),
        ("补记 张三 1.5小时 帮忙搬家具", CreditHours("张三", 90, "帮忙搬家具")),
        ("服务证明 2026年", GetCertificate(date(2026, 1, 1), date(2026, 11, 24))),
        ("服务证明 12月", GetCertificate(date(2025, 12, 1), date(2025, 12, 31))),
        ("服务证明 11月", GetCertificate(date(2026, 11, 1), date(2026, 11, 24))),
    ],
)
def test_what_leads_do_and_hours(text, command):
    assert read(text) == command


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("打卡", CheckIn()),
        ("打卡 梧桐和事佬工作室", CheckIn(5, "梧桐和事佬工作室")),
        ("打卡 482913", CheckIn(said="482913", code="482913")),
        ("昨天打卡", CheckIn(yesterday=True)),
        ("帮张三打卡", CheckIn(4, "张三", beside="张三")),
        ("签退 12", CheckOut(12)),
        ("签退", CheckOut()),
        ("巡楼 5幢 3楼LED灯坏了", Patrol("5幢 3楼LED灯坏了")),
        ("巡楼", Patrol()),
    ],
)
def test_being_there(text, command):
    assert read(text, home=4) == command


@pytest.mark.parametrize(
    ("text", "command"),
    [
        (
            "报到 梧桐社区 单位示例供电公司 特长 调解 周末上午",
            Enrol(2, "示例供电公司", ("调解",), ("weekend_morning",), "梧桐社区 单位示例供电公司 特长 调解 周末上午"),
        ),
        ("报到 月亮湾社区", Enrol(said="月亮湾社区", lost=True)),
        ("报到", Enrol()),
        ("活动 12", ShowCampaigns(12)),
        ("活动", ShowCampaigns()),
        (
            "发起活动 防汛巡查 12月6日 9点到11点 20人",
            OpenCampaign("防汛巡查", span(12, 6, 9, 11), 20),
        ),
        (
            "急需5人到梧桐里1号院搬沙袋，会电工的优先",
            CallUp("梧桐里1号院搬沙袋，会电工的优先", 5, None, 3, ("电工",)),
        ),
        (
            "维修记录 台灯 换了灯泡",
            WriteRecord("repair", None, "台灯", "换了灯泡", True, "维修记录 台灯 换了灯泡"),
        ),
    ],
)
def test_service(text, command):
    assert read(text) == command
