"""The lead says in own words that somebody was there; of several of one name the one who has to do with the shift is meant."""

import pytest

from tests.duty import PATTERNS, STATIONS, at, plan, roster, tick

NAMESAKES = 7


@pytest.fixture
def people(chat):
    """Two 周虚构 of one kind and five of another besides the one of the roster, whom nobody but the roster knows."""
    found = roster()
    for number in range(NAMESAKES):
        found["people"].append({"code": f"N{number}", "name": "周虚构", "phone": f"1992233000{number}"})
        role, where = ("在职党员", "C1") if number < 2 else ("网格员", "")
        found["posts"].append(
            {"person": f"N{number}", "role": role, **({"place": where} if where else {"grid": "G02"})}
        )
    chat.subdistrict(found)
    plan(chat, STATIONS, PATTERNS)
    return chat.bound("王样本", "0005"), chat.bound("周虚构", "0007"), chat.bound("甲一员", "19922220000")


def shift_on(speaker, when):
    listed = speaker.says(f"值班表 {when}").splitlines()
    return next(line.split("　")[0] for line in listed if line.split("　")[0].isdigit())


@pytest.fixture
def absent(chat, people, clock):
    """周虚构 was put down as absent on Saturday's shift, an hour ago."""
    lead, zhou, _ = people
    zhou.says(f"报名 {shift_on(zhou, '周六')}")
    at(clock, "2026-11-28T11:30")
    tick(chat)
    lead.says("您好")
    return people


@pytest.mark.parametrize(
    ("words", "hours"),
    [
        ("周虚构今天来值班了的，我看着他的，手机定位不灵，给他补上两个小时", "2小时"),
        ("给周虚构补记时长，28号上午一个半小时", "1小时30分"),
        ("老周上午在岗的，缺勤改掉吧，算120分钟", "2小时"),
    ],
)
def test_the_place_on_the_shift_counts(absent, words, hours):
    lead, zhou, _ = absent
    answer = lead.says(words)
    assert "周虚构" in answer, answer
    assert "哪一位" not in answer
    assert f"本月 {hours}" in zhou.says("服务时长")


@pytest.mark.parametrize(
    "words", ["周虚构今天来了几个小时", "给周虚构补记一个小时，帮忙搬桌子", "楼道灯坏了两个小时了，周虚构也说坏了"]
)
def test_what_says_nothing_of_the_shift_corrects_nothing(absent, words):
    lead, zhou, _ = absent
    lead.says(words)
    assert "还没有服务时长" in zhou.says("服务时长")


def test_who_leads_nothing_corrects_nothing(absent):
    _, zhou, member = absent
    member.says("周虚构今天来值班了的，给他补上两个小时")
    assert "还没有服务时长" in zhou.says("服务时长")


def test_the_colleague_who_can_be_asked_is_meant(people):
    _, _, member = people
    member.says(f"报名 {shift_on(member, '周六')}")
    answer = member.says("周六那班我想跟周虚构换一下班，他替我上")
    assert "已向" in answer, answer


def test_a_list_of_one_name_is_narrowed_by_what_is_said(people):
    lead, _, _ = people
    number = shift_on(lead, "周六")
    asked = lead.says(f"安排 {number} 周虚构")
    assert "有 8 位" in asked, asked
    left = lead.says("在职党员那个，梧桐社区的")
    assert "1 周虚构" in left, left
    assert "网格员" not in left
    assert "周虚构" in lead.says("2")
    assert "周虚构" in lead.says(f"班次 {number}")
