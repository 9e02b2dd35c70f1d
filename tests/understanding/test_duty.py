"""What members and leads say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.understood import command_of
from understanding import duty
from understanding.command_names import CommandName
from understanding.meaning import terse
from understanding.normalise import normalise


@pytest.mark.parametrize(
    ("text", "command", "rest"),
    [
        ("帮张三打卡", CommandName.CHECK_IN, "张三"),
        ("打卡 4821", CommandName.CHECK_IN, " 4821"),
        ("我的打卡", CommandName.SHOW_CHECK_INS, None),
        ("打卡码", CommandName.SHOW_STATION_CODE, None),
        ("巡楼3幢楼道堆物", CommandName.PATROL, "3幢楼道堆物"),
        ("报到 梧桐社区 特长 调解", CommandName.ENROL, "梧桐社区 特长 调解"),
        ("急需5人会电工到梧桐里抢险", CommandName.CALL_UP, "5人会电工到梧桐里抢险"),
        ("值班表 周六", CommandName.SHOW_SHIFTS, " 周六"),
        ("报名 12", CommandName.SIGN_UP, "12"),
        ("报名星期六上午", CommandName.SIGN_UP, "星期六上午"),
        ("停班", CommandName.STOP_SHIFT, None),
        ("换班 12 给 张三", CommandName.OFFER_SWAP, "12 给 张三"),
        ("同意换班12", CommandName.AGREE_TO_SWAP, "12"),
        ("不同意换班 12", CommandName.REFUSE_SWAP, "12"),
        ("取消换班", CommandName.WITHDRAW_SWAP, None),
        ("接班 12", CommandName.TAKE_OVER_SHIFT, "12"),
        ("维修记录 台灯 已修好", CommandName.WRITE_RECORD, "维修记录 台灯 已修好"),
        ("更正工时 12 张试 60分钟", CommandName.CORRECT_HOURS, "12 张试 60分钟"),
    ],
)
def test_commands(text, command, rest):
    meaning = terse(normalise(text))
    assert (meaning.command, meaning.rest) == (command, rest)


@pytest.mark.parametrize(
    "text",
    [
        "急需维修电梯",
        "活动室漏水了",
        "打卡机坏了",
        "值班室没人开门",
        "安排人来修一下3幢楼道灯",
        "巡逻的人没来",
    ],
)
def test_what_only_sounds_like_a_command_is_a_report(text):
    assert command_of(text) is CommandName.REPORT_PROBLEM


def test_numbers_people_and_spans():
    assert duty.shift_in("12 给 张三") == (12, "给 张三")
    assert duty.shift_in("12点到2点") == (None, "12点到2点")
    assert duty.people_wanted("急需五人到3幢") == 5
    assert duty.people_wanted("12月6日 20名") == 20
    for text, minutes in {
        "60分钟": 60, "1.5小时": 90, "一个半小时": 90, "两小时": 120, "半小时": 30, "半个小时": 30, "-30分钟": -30, "2小时半": 150,
    }.items():  # fmt: skip
        assert duty.minutes_in(text) == minutes, text
    assert duty.minutes_in("张三") is None


@pytest.mark.parametrize("text", ["无异常", "一切正常", "没问题", "未发现异常", "楼道正常", "巡完了，无异常", "都好"])
def test_nothing_found(text):
    assert duty.all_well(text)


@pytest.mark.parametrize("text", ["", "楼道堆物", "灯不亮", "有问题", "异常", "问题", "3楼有异常气味"])
def test_something_found(text):
    assert not duty.all_well(text)


def test_skills_units_and_wishes():
    said = "报到 梧桐社区 单位示例供电公司 特长 调解、电工 周末上午、工作日晚上"
    assert duty.skills_in(said) == ["调解", "电工"]
    assert duty.unit_in(said) == "示例供电公司"
    assert set(duty.wishes_in(said)) == {"weekend_morning", "workday_evening"}
    assert set(duty.wishes_in("周末")) == {"weekend_morning", "weekend_afternoon", "weekend_evening"}
    assert set(duty.wishes_in("晚上")) == {"workday_evening", "weekend_evening"}
    assert len(duty.wishes_in("随时都可以")) == 6
    assert duty.wishes_in("特长 调解") == []


def test_records():
    told = duty.record_in("调解记录 3楼和4楼两家，夜里太吵，双方握手言和")
    assert (told.parties, told.matter, told.outcome, told.well) == ("3楼和4楼两家", "夜里太吵", "双方握手言和", True)
    assert not duty.record_in("调解记录 甲乙，停车，未达成一致").well
    repaired = duty.record_in("维修记录 台灯 换了灯泡 已修好")
    assert (repaired.parties, repaired.matter, repaired.outcome) == (None, "台灯", "换了灯泡，已修好")
    assert duty.record_in("调解记录").parties is None


@given(st.text(max_size=200))
def test_any_text_can_be_read(text):
    for read in (
        duty.shift_in, duty.people_wanted, duty.minutes_in, duty.colleague_in, duty.beside_in, duty.all_well, duty.skills_in,
        duty.unit_in, duty.wishes_in, duty.record_in,
    ):  # fmt: skip
        read(normalise(text))
