"""Who was just shown a list of shifts means one of them by its place in it, or by its day."""

import pytest

from tests.duty import crew


@pytest.fixture
def people(chat):
    return crew(chat)


def listed(speaker, words="值班表"):
    """The numbers of the shifts that are listed, in their order."""
    return [line.split("　")[0] for line in speaker.says(words).splitlines() if line.split("　")[0].isdigit()]


@pytest.mark.parametrize("words", ["最早的那一班我来", "头一个我报了", "倒数第三个给我"])
def test_one_of_the_list_is_signed_up_for_by_its_place(people, words):
    member = people.members[1]
    shown = listed(member)
    assert len(shown) == 3
    assert "报名成功" in member.says(words)
    assert listed(member, "我的值班") == shown[:1]


@pytest.mark.parametrize(("words", "day"), [("第二个我去站", "周六"), ("就第2个班吧", "周六")])
def test_the_second_is_the_second(people, words, day):
    member = people.members[1]
    shown = listed(member)
    assert "报名成功" in member.says(words)
    assert listed(member, "我的值班") == [shown[1]]
    assert day in member.says("我的值班")


@pytest.mark.parametrize("words", ["最后那个班算我一个", "最晚的那班", "最末一个我来吧"])
def test_the_last_is_the_one_that_only_electricians_may_take(people, words):
    member = people.members[1]
    listed(member)
    assert "电工" in member.says(words)


def test_its_day_names_it_as_well(people):
    member = people.members[0]
    listed(member)
    member.says("周三夜里那个班")
    assert "周三" in member.says("我的值班")


def test_a_question_about_it_only_shows_it(people):
    member = people.members[0]
    shown = listed(member)
    answer = member.says("第一个班都有谁")
    assert shown[0] in answer
    assert listed(member, "我的值班") == []


def test_it_is_given_back_the_same_way(people):
    member = people.members[0]
    shown = listed(member)
    member.says(f"报名 {shown[0]}")
    listed(member)
    assert "取消" in member.says("第一个我去不了了")
    assert listed(member, "我的值班") == []


def test_without_a_list_nobody_is_signed_up_and_beyond_its_end_neither(people):
    member = people.members[0]
    member.says("最早的那个我来")
    assert listed(member, "我的值班") == []
    listed(member)
    member.says("第九个我来")
    assert listed(member, "我的值班") == []


def test_a_report_after_a_list_is_a_report(chat, people):
    member = people.members[0]
    listed(member)
    assert "已登记" in member.says("梧桐里1号院05幢3楼楼道灯坏了")
    assert len(chat.tickets()) == 1
