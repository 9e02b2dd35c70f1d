"""Right after a sign-up somebody puts it right, keeps one of several shifts, or asks how theirs stand."""

import pytest

from tests.duty import at, crew

DAILY = [
    {"code": "P1", "station": "H1", "weekdays": "一二三四五六日", "start": "09:00", "end": "11:00", "capacity": "2"},
    {"code": "P2", "station": "H1", "weekdays": "一二三四五", "start": "18:30", "end": "20:30", "capacity": "1"},
]
MORNING, EVENING = "09:00-11:00", "18:30-20:30"


@pytest.fixture
def people(chat, clock):
    at(clock, "2026-11-28T10:00")
    return crew(chat, patterns=DAILY)


@pytest.fixture
def zhou(chat, people):
    speaker = chat.bound("周虚构", "0007")
    speaker.says("您好")
    return speaker


def mine(speaker):
    """One's shifts, as day and hours."""
    lines = [line.split("　") for line in speaker.says("我的值班").splitlines()]
    return [f"{line[1].split()[0]} {line[1].split()[2]}" for line in lines if line[0].isdigit()]


def signed(speaker, *shifts):
    for each in shifts:
        assert "报名成功" in speaker.says(f"{each}的给我报上")


@pytest.mark.parametrize(
    ("words", "then"),
    [
        ("哎报反了，是10号那个", f"12月10日 {EVENING}"),
        ("说错了，我要早上那场", f"12月2日 {MORNING}"),
        ("不是周三，改成周五晚上吧", f"12月4日 {EVENING}"),
    ],
)
def test_the_place_that_was_just_taken_is_given_back_and_the_right_one_taken(people, words, then):
    member = people.members[0]
    signed(member, "周三晚上")
    answer = member.says(words)
    assert "报名成功" in answer, answer
    assert "已取消您的班次" in answer.splitlines()[0]
    assert mine(member) == [then]


def test_none_at_the_right_time_leaves_it_and_tells_what_there_is(people):
    member = people.members[0]
    signed(member, "周三晚上")
    answer = member.says("搞错了，我要9号下午的")
    assert "没有改" in answer, answer
    assert "12月9日 周三 09:00-11:00" in answer
    assert mine(member) == [f"12月2日 {EVENING}"]
    number = next(line.split("　")[0] for line in answer.splitlines() if MORNING in line)
    assert "报名成功" in member.says(number)
    assert mine(member) == [f"12月9日 {MORNING}"]


def test_a_full_one_leaves_it_and_says_how_to_wait(people, zhou):
    member = people.members[0]
    signed(zhou, "12月3号晚上")
    signed(member, "周三晚上")
    answer = member.says("弄错了，要周四晚上的")
    assert "名额已满" in answer, answer
    assert "候补" in answer
    assert mine(member) == [f"12月2日 {EVENING}"]


def test_what_is_kept_is_not_given_back(people):
    member = people.members[0]
    signed(member, "12月7号早上", "12月8号早上", "周三晚上")
    answer = member.says("太乱了，两个早班都给我取消，周三晚上的还留着")
    assert answer.count("已取消") == 2, answer
    assert mine(member) == [f"12月2日 {EVENING}"]
    assert "已经在" in member.says("搞反了吧，周三晚上的我要去的")


def test_an_hour_names_that_shift_and_no_other_of_the_day(people):
    member = people.members[0]
    signed(member, "12月9号早上", "12月9号晚上")
    member.says("12月9日下午6点半的班我上不了")
    assert mine(member) == [f"12月9日 {MORNING}"]
    member.says("弄反啦！我要晚上的，早上的不要")
    assert mine(member) == [f"12月9日 {EVENING}"]


def test_a_question_signs_nobody_up_and_what_is_not_wanted_goes(people):
    member = people.members[0]
    signed(member, "12月9号晚上")
    assert EVENING in member.says("我9号那个班有没有算上呀，还有候补的呢")
    assert mine(member) == [f"12月9日 {EVENING}"]
    assert "已取消" in member.says("咦？我随便问问的，晚上那个不要了")
    assert mine(member) == []


def test_the_answer_to_a_colleague_agrees_to_that_offer(people, zhou):
    member = people.members[0]
    signed(member, "12月9号早上", "12月10号早上")
    assert "已向周虚构" in member.says("9号早上那班我想跟周虚构换一下班，他替我上")
    assert "还没有答复" in member.says("9号那班换成没有？")
    assert "换班成功" in zhou.says("行嘞，9号那个我来上")
    assert "由周虚构值班" in member.says("周虚构答应没有啊")
    assert mine(member) == [f"12月10日 {MORNING}"]
    assert "已向周虚构" in member.says("10号早上那班让周虚构替我")
    assert "不方便" in zhou.says("10号那个我没空，替不了")
    assert mine(member) == [f"12月10日 {MORNING}"]


def test_who_signs_up_for_what_is_offered_to_them_takes_it_over(people, zhou):
    member = people.members[0]
    signed(member, "12月9号早上")
    number = member.says("9号早上那班让周虚构替我").partition("班次号 ")[2].partition("。")[0]
    assert "换班成功" in zhou.says(f"报名 {number}")
    assert mine(member) == []


def test_two_that_fit_are_asked_about_and_an_hour_tells_them_apart(people):
    member = people.members[0]
    assert "哪个班次" in member.says("12月9号那个班我来站")
    assert mine(member) == []
    assert "报名成功" in member.says("12月9号六点半那个班我来站")
    assert mine(member) == [f"12月9日 {EVENING}"]
