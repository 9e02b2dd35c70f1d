"""What is said of a council in own words, and what only looks like it."""

import pytest

from understanding.council_meant import (
    asks_for_members,
    asks_when_it_meets,
    puts_on_agenda,
    starts_vote,
    tells_result,
    voted_on,
    without_noting,
)
from understanding.council_told import proposed_in


@pytest.mark.parametrize(
    ("said", "is_it"),
    [
        ("把老周提的晾衣杆那条放到周三会上讨论", True), ("议题4列进议程", True), ("我要把议题2加到议事会的议程里", True),
        ("停车那个议题拿到会上说", True), ("议题4列了没", False), ("垃圾桶那个放到会议室了", False), ("把桌子搬到会议室去", False),
        ("先别把那条放进议程", False), ("那个灯加到待办里", False), ("会上吵起来了", False),
    ],
)  # fmt: skip
def test_what_goes_on_the_agenda(said, is_it):
    assert puts_on_agenda(said) is is_it


@pytest.mark.parametrize(
    ("said", "is_it"),
    [
        ("怎么通知了0个人?议事会的人呢", True), ("会议怎么没通知到人", True), ("议事会的成员都有谁", True),
        ("三楼怎么没人", False), ("怎么没人来修", False), ("有人受伤了", False),
    ],
)  # fmt: skip
def test_who_asks_why_nobody_was_told(said, is_it):
    assert asks_for_members(said) is is_it


@pytest.mark.parametrize(
    ("said", "is_it"),
    [
        ("会开完了,车位按单双号停,12票同意1票反对", True), ("刚开完会,大家一致同意装门禁", True), ("会上定了,长椅放东门", True),
        ("会开完了吗,几票同意", False), ("我同意", False), ("楼上开会吵", False), ("散会了", False),
    ],
)  # fmt: skip
def test_what_came_of_a_meeting(said, is_it):
    assert tells_result(said) is is_it


def test_a_vote_is_started_and_what_it_is_about():
    assert starts_vote("那现在大家对装门禁投票吧")
    assert starts_vote("议题2表决一下")
    assert not any(starts_vote(said) for said in ("表决结束了", "几票同意", "投票什么时候开始？", "怎么投票"))
    assert voted_on("发起表决：东门放长椅") == "东门放长椅"


def test_what_is_said_around_a_text_is_no_part_of_it():
    assert proposed_in("我提个议题哈，楼下能不能装个晾衣杆") == "楼下能不能装个晾衣杆"
    assert without_noting("会开完了，7票同意，记一下") == "会开完了，7票同意"
    assert asks_when_it_meets("议事会是不是明天晚上开啊，在哪块")
    assert not asks_when_it_meets("议事会开完了")
