"""Who takes part in an activity hears of the activity and its number, and nothing of shifts and duty."""

import pytest

from tests.activities import lecture, newest, town
from tests.duty import at

DUTY = ("值班", "班次", "换班", "到岗", "停班", "缺勤")


@pytest.fixture
def people(chat):
    return town(chat)


def heard(speaker, since):
    return [text for text in speaker.notices[since:] if any(word in text for word in DUTY)]


def test_all_that_is_said_of_a_lecture_names_the_activity(chat, clock, people):
    one, two, three = people.members
    before = {each.openid: len(each.notices) for each in people.members}
    number = lecture(chat, people, places=2)
    chat.work()
    assert f"活动号 {number}" in one.says(f"报名 {number}")
    assert f"取消报名 {number}" in two.says(f"报名 {number}")
    assert f"活动 {number}" in three.says(f"报名 {number}")
    assert "不用重复报名" in one.says(f"报名 {number}")
    assert f"已取消您的活动 {number}" in two.says(f"取消报名 {number}")
    chat.work()
    assert any("您已从候补转为报上名" in text and f"活动号 {number}" in text for text in three.notices)
    at(clock, "2026-12-05T19:05")
    one.says("你好")
    chat.work()
    chat.work()
    assert any(text.startswith("明天活动提醒") or "\n明天活动提醒" in text for text in one.notices)
    assert "已取消：活动" in people.secretary.says(f"停班 {number} 讲师生病")
    chat.work()
    one.says("你好")
    assert any("您报名的活动取消了" in text and f"活动号 {number}" in text for text in one.notices)
    for each in people.members:
        assert heard(each, before[each.openid]) == []


def test_who_did_not_come_to_a_lecture_hears_of_the_activity(chat, clock, people):
    one = people.members[0]
    number = lecture(chat, people)
    one.says(f"报名 {number}")
    before = len(one.notices)
    at(clock, "2026-12-06T11:20")
    chat.work()
    one.says("你好")
    assert any("已记没到" in text for text in one.notices)
    assert heard(one, before) == []


def test_an_activity_is_opened_in_own_words_and_only_its_end_is_asked_for(chat, clock, people):
    asked = people.secretary.says("12月6号上午九点我们办个写春联的活动，在将军馆，名额20个，叫邻居们来报名")
    assert asked.startswith("记下了：写春联的活动，12月6日 周日 09:00开始。几点结束？")
    opened = people.secretary.says("两个小时")
    assert "12月6日 周日 09:00-11:00 写春联的活动（将军馆），名额 20 个" in opened
    assert "活动号" in people.members[0].says(f"报名 {newest(chat)}")


def test_an_offer_that_is_chosen_by_number_and_name_is_what_was_offered(chat, clock, people):
    asked = people.secretary.says("12月6号上午九点写春联，在将军馆")
    place = next((line[0] for line in asked.split("\n") if line.endswith("发起活动")), None)
    assert place is not None, asked
    assert people.secretary.says(f"{place} 发起活动").startswith("记下了：写春联")


def test_who_calls_an_activity_by_its_name_takes_part_in_it(chat, clock, people):
    one, two, _ = people.members
    missing = one.says("捏泥人那个给我家报两个人")
    assert missing.startswith("没有叫“捏泥人”的活动。")
    people.secretary.says("12月6号上午九点到十一点我们办个写春联的活动，在将军馆，名额20个")
    signed = one.says("写春联那个给我家报两个人，我带女儿")
    assert "写春联的活动" in signed
    assert "您说一共来 2 人，已告诉吴范例" in signed
    assert "已报名（1/20）" in people.secretary.says("写春联现在几个人报了")
    assert "活动号" in two.says("写春联我也要去，算我一个")
    assert "已取消您的活动" in two.says("写春联我去不了了，要加班")
    at(clock, "2026-12-06T09:05")
    chat.work()
    assert one.says("我们到了，写春联在哪签到").startswith("活动签到要证明在现场")
    at(clock, "2026-12-06T11:30")
    chat.work()
    assert "您的话已告诉吴范例" in one.says("今天写春联蛮好玩的，下个月能不能再办一次")
    people.secretary.says("你好")
    chat.work()
    assert any("下个月能不能再办一次" in text for text in people.secretary.notices)
    assert chat.tickets() == []
