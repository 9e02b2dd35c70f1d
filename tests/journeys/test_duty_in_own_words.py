"""Members and leads speak of shifts in their own words: which one, who, when and where stands anywhere in a sentence."""

import pytest

from tests.duty import at, crew
from tests.understood import says_meaning


@pytest.fixture
def people(chat):
    return crew(chat)


@pytest.fixture
def other(chat, people):
    """A member of the same community."""
    speaker = chat.bound("周虚构", "0007")
    speaker.says("您好")
    return speaker


def shift_on(speaker, when):
    listed = speaker.says(f"值班表 {when}").splitlines()
    return next(line.split("　")[0] for line in listed if line.split("　")[0].isdigit())


@pytest.mark.parametrize(
    "text", ["周六上午我有空，和事佬那边我来吧", "这周六早上调解工作室的班给我算一个", "28号上午和事佬工作室我去站"]
)
def test_signing_up_for_the_shift_that_is_meant(people, text):
    member = people.members[0]
    assert "报名成功" in member.says(text)
    mine = member.says("我的值班")
    assert "梧桐和事佬工作室" in mine
    assert "11月28日" in mine


def test_nobody_is_signed_up_for_another_day_than_they_said(people):
    member = people.members[0]
    assert "没有可以报名的班次" in member.says("周日下午我有空，驿站我来吧")
    assert "还没有值班安排" in member.says("我的值班")


@pytest.mark.parametrize(
    "text", ["周六那个班我去不了了", "28号临时要出差，那天的岗退掉吧", "周六家里有事，去不成了，换别人站吧"]
)
def test_giving_back_the_place_that_is_meant(people, text):
    member = people.members[0]
    member.says(f"报名 {shift_on(member, '周六')}")
    assert "取消" in says_meaning(member, text, "取消值班")
    assert "还没有值班安排" in member.says("我的值班")


def test_a_place_on_another_day_is_not_given_back(people):
    member = people.members[0]
    member.says(f"报名 {shift_on(member, '周六')}")
    assert "哪个班次" in says_meaning(member, "周三那个班我去不了了", "取消值班")
    assert "11月28日" in member.says("我的值班")


@pytest.mark.parametrize("text", ["周六让小周替我站一下", "28号那班周虚构替我，我有事", "周六的班想跟周老师对调"])
def test_a_colleague_is_asked_to_stand_there(people, other, text):
    one = people.members[0]
    one.says(f"报名 {shift_on(one, '周六')}")
    assert "已向周虚构发出换班请求" in says_meaning(one, text, "换班")


def test_what_was_offered_is_taken_or_refused_in_own_words(people, chat):
    one, two, three, *_ = people.members
    one.says(f"报名 {shift_on(one, '周六')}")
    for each in (two, three):
        each.says("您好")
    one.says("换班 给 乙一员")
    assert "已告诉对方" in two.says("不好意思那天我也有事，换不了")
    one.says("换班 给 丙一员")
    assert "换班成功" in three.says("行，我跟他换")


def test_coming_and_going_in_own_words(people, clock):
    member = people.members[0]
    member.says(f"报名 {shift_on(member, '周六')}")
    at(clock, "2026-11-28T08:50")
    assert "发个位置" in member.says("我到和事佬工作室了")
    assert "已到岗打卡" in member.sends_location("工作室", 32.0501, 118.76)
    at(clock, "2026-11-28T11:02")
    assert "计时长" in member.says("站完了，我先走了")


@pytest.mark.parametrize(
    ("text", "has", "lacks"),
    [
        ("有晚上的岗吗", "22:00", "09:00"),
        ("最近和事佬那边还缺人吗", "梧桐和事佬工作室", "鲁班"),
        ("周六都有什么岗可以报", "09:00", "22:00"),
    ],
)
def test_looking_for_shifts(people, text, has, lacks):
    answer = people.members[0].says(text)
    assert has in answer
    assert lacks not in answer


def test_the_lead_puts_somebody_on_a_shift_and_stops_it(chat, people, other):
    lead = people.lead
    assert "周虚构" in lead.says("周六和事佬那个班安排小周上")
    assert "11月28日" in other.says("我的值班")
    says_meaning(lead, "停掉周六和事佬的班，下大雪路不好走", "停班")
    chat.work()
    assert "下大雪路不好走" in other.notices[-1]


def test_enrolling_in_own_words(people):
    answer = says_meaning(people.members[0], "我是示例医院的护士，来梧桐社区报个到，周末上午有空", "报到")
    assert "示例医院" in answer
    assert "护理" in answer


@pytest.mark.parametrize("text", ["我到和事佬工作室啦", "到工作室了，打个卡", "我已经在驿站这边站着了"])
def test_who_says_that_they_are_at_the_station_of_their_shift_is_asked_for_the_proof(people, clock, text):
    member = people.members[0]
    member.says(f"报名 {shift_on(member, '周六')}")
    at(clock, "2026-11-28T08:50")
    answer = says_meaning(member, text, "打卡")
    assert "值班打卡要证明在现场" in answer, answer
    assert "09:00-11:00 梧桐和事佬工作室" in answer
    assert "已到岗打卡" in member.sends_location("工作室", 32.0501, 118.76)


@pytest.mark.parametrize("text", ["我到和事佬工作室了", "到工作室了，打个卡"])
def test_a_shift_of_another_day_is_not_counted(people, clock, text):
    member = people.members[0]
    member.says(f"报名 {shift_on(member, '周六')}")
    answer = says_meaning(member, text, "打卡")
    assert "没有记打卡" in answer, answer
    assert "11月28日 08:45 起可以打卡" in answer
    assert "打卡 0 天" in member.says("我的打卡")


def test_who_has_no_shift_at_the_station_is_told_which_one_lacks_somebody(people, clock):
    member = people.members[1]
    at(clock, "2026-11-28T08:50")
    answer = says_meaning(member, "我到梧桐和事佬工作室了，打卡", "打卡")
    assert "没有记打卡" in answer, answer
    assert "今天这里还缺人：11月28日 周六 09:00-11:00" in answer
    number = answer.partition("报名 ")[2].split()[0]
    assert "报名成功" in member.says(f"报名 {number}")


def test_a_place_that_nobody_gives_away_is_signed_up_for(people, clock):
    at(clock, "2026-11-28T08:00")
    member = people.members[1]
    assert "报名成功" in says_meaning(member, "今天上午和事佬那班没人吧，我来顶", "接班")


def test_a_day_is_said_in_words(people):
    member = people.members[0]
    member.says(f"报名 {shift_on(member, '周六')}")
    assert "取消" in says_meaning(member, "二十八号那天我去不成，家里有事，退了吧", "取消值班")
    assert "还没有值班安排" in member.says("我的值班")


@pytest.mark.parametrize("words", ["随便哪个都行，有人顶就好", "谁肯替我都行，没指定哪个人"])
def test_a_place_is_offered_to_whoever_will(people, other, words):
    member = people.members[0]
    member.says(f"报名 {shift_on(member, '周六')}")
    assert "给谁" in member.says(f"换班 {shift_on(member, '周六')}")
    assert "名册里没有这个人" not in member.says(words)


def test_one_shift_is_given_back_and_another_taken_in_one_breath(people):
    member = people.members[0]
    assert "报名成功" in member.says("报名 6")
    answer = member.says("周三夜里的我去不了了，周六上午9点和事佬那个给我报上")
    assert "已取消" in answer, answer
    assert "报名成功" in answer
    mine = member.says("我的值班")
    assert "11月28日" in mine
    assert "11月25日" not in mine
