"""Lectures and visits: places left, what a unit books and gives back, who came, and what was thought, through the webhook."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import func, select

from storage.models import ActivityFeedback, Campaign, Shift, SignUp, UnitBooking
from tests.activities import lecture, newest, town
from tests.alliance import book_lines
from tests.duty import at

UNIT = "示范市审计局"


@pytest.fixture
def people(chat):
    return town(chat)


def held(chat):
    statement = select(func.sum(UnitBooking.people)).where(UnitBooking.ended_at.is_(None))
    return chat.rows(statement)[0][0] or 0


def test_a_lecture_opens_with_its_kind_and_place_and_people_and_units_hear_of_it(chat, people):
    people.members[0].says("报到 梧桐社区 周末")
    number = lecture(chat, people)
    chat.work()
    (row,) = chat.rows(select(Campaign.kind, Campaign.title, Campaign.spot))
    assert tuple(row) == ("lecture", "红色故事", "将军馆")
    assert any(f"参加请回复：报名 {number}" in text for text in people.members[0].notices)
    assert any(f"单位要名额请回复：预订 {number} 人数" in text for text in people.contact.notices)
    assert "讲座《红色故事》（将军馆）" in people.members[0].says("活动")
    assert "还剩 30 个名额" in people.members[0].says(f"活动 {number}")


def test_a_drive_without_a_kind_opens_as_before(chat, people):
    assert "目标 20 人" in people.secretary.says("发起活动 防汛巡查 12月6日 9点到11点 20人")
    assert chat.rows(select(Campaign.kind))[0].kind is None


def test_what_an_activity_lacks_is_said(chat, people):
    assert people.secretary.says("发起活动 沙龙 创业经验").startswith("组织沙龙请写全")
    assert "已经过去" in people.secretary.says("发起活动 沙龙 创业经验 11月6日 9点到11点 20人")
    assert "社区书记" in people.members[0].says("发起活动 沙龙 创业经验 12月6日 9点到11点 20人")
    assert chat.rows(select(func.count()).select_from(Campaign))[0][0] == 0


def test_a_unit_books_places_and_they_count(chat, people):
    number = lecture(chat, people, places=10)
    said = people.contact.says(f"预订 {number} 8人")
    assert said.startswith(f"已给{UNIT}订 8 个名额，活动 {number}：12月6日")
    assert "还剩 2 个" in said
    assert "报名成功" in people.members[0].says(f"报名 {number}")
    shown = people.secretary.says(f"活动 {number}")
    assert "已报 9/10 人" in shown
    assert "还剩 1 个名额" in shown
    assert f"{UNIT} 8 人" in shown
    assert "剩 1" in people.members[1].says("活动")
    assert "报名成功" in people.members[1].says(f"报名 {number}")
    assert "候补第 1 位" in people.members[2].says(f"报名 {number}")
    assert "已满" in people.secretary.says("活动")


def test_more_than_are_left_is_refused_with_what_there_is(chat, people):
    number = lecture(chat, people, places=10)
    assert "报名成功" in people.members[0].says(f"报名 {number}")
    said = people.contact.says(f"预订 {number} 20人")
    assert said.startswith(f"活动 {number} 名额不够，没有订上：{UNIT}最多能订 9 个")
    assert held(chat) == 0
    assert "订 9 个名额" in people.contact.says(f"预订 {number} 九人")
    assert "名额已满，没有订上" in people.other.says(f"预订 {number} 1人")
    again = people.contact.says(f"预订 {number} 10人")
    assert "最多能订 9 个（现在订着 9 个，没有变）" in again
    assert held(chat) == 9


def test_booked_again_it_is_changed_and_who_waits_moves_up(chat, people):
    number = lecture(chat, people, places=10)
    people.contact.says(f"预订 {number} 10人")
    assert "候补第 1 位" in people.members[0].says(f"报名 {number}")
    assert "候补第 2 位" in people.members[1].says(f"报名 {number}")
    assert "本来就订了 10 个" in people.contact.says(f"预订 {number} 10人")
    said = people.contact.says(f"预订 {number} 9人")
    assert "已从 10 个改成 9 个" in said
    assert "还剩 0 个" in said, "who waits goes first"
    chat.work()
    assert any("已从候补转为" in text for text in people.members[0].notices)
    assert not any("已从候补转为" in text for text in people.members[1].notices)
    assert "最多能订 9 个" in people.contact.says(f"预订 {number} 10人"), "nobody gets before who waits"
    assert f"已退订活动 {number}：{UNIT}的 9 个名额" in people.contact.says(f"退订 {number}")
    chat.work()
    assert any("已从候补转为" in text for text in people.members[1].notices)
    assert "没有订名额" in people.contact.says(f"退订 {number}")
    assert chat.rows(select(func.count()).where(SignUp.state == "signed"))[0][0] == 2
    assert "订 8 个名额" in people.contact.says(f"预订 {number} 8人")


def test_who_speaks_for_no_unit_books_nothing(chat, people):
    number = lecture(chat, people)
    assert "您不是单位的联络员" in people.members[0].says(f"预订 {number} 20人")
    assert f"没有您能办的单位“{UNIT}”" in people.other.says(f"预订 {number} 20人 {UNIT}")
    assert "先确认身份" in chat.person("路人").says(f"预订 {number} 20人")
    assert held(chat) == 0
    assert f"已给{UNIT}订 5 个名额" in people.secretary.says(f"预订 {number} 5人 审计局"), "who runs the duty may"


def test_who_speaks_for_two_is_asked_which(chat):
    lines = book_lines()
    lines["contacts"].append({"person": "H2", "unit": "U2"})
    people = town(chat, lines)
    number = lecture(chat, people)
    said = people.contact.says(f"预订 {number} 20人")
    assert said.startswith("请写上是哪个单位")
    assert f"{UNIT}、样本科技公司" in said
    assert "已给样本科技公司订 20 个名额" in people.contact.says(f"预订 {number} 20人 样本科技公司")


def test_the_number_of_people_is_asked_for(chat, people):
    number = lecture(chat, people)
    for said in (f"预订 {number}", f"预订 {number} 0人", f"预订 {number} 99999人"):
        assert "要写几个人" in people.contact.says(said), said
    assert "没有活动 999" in people.contact.says("预订 999 20人")
    assert "没有活动 9999999" in people.contact.says("评价活动 9999999 好")
    assert held(chat) == 0


def test_places_are_given_back_up_to_the_day_before(chat, clock, people):
    number = lecture(chat, people)
    people.contact.says(f"预订 {number} 20人")
    at(clock, "2026-12-06T00:01")
    assert "最晚前一天退" in people.contact.says(f"退订 {number}")
    assert "最晚前一天退" in people.contact.says(f"预订 {number} 10人")
    assert "已从 20 个改成 25 个" in people.contact.says(f"预订 {number} 25人"), "more may come until it begins"
    at(clock, "2026-12-06T09:00")
    assert "已经开始，名额不能再改" in people.other.says(f"预订 {number} 2人")
    assert "已经开始，名额不能再改" in people.contact.says(f"退订 {number}")
    assert held(chat) == 25


def test_a_call_up_has_no_places_for_units(chat, people):
    people.secretary.says("急需5人到梧桐里1号院搬沙袋")
    assert "不按单位订" in people.contact.says(f"预订 {newest(chat)} 2人")


def test_how_many_came_and_how_it_was(chat, clock, people):
    number = lecture(chat, people)
    people.contact.says(f"预订 {number} 20人")
    people.other.says(f"预订 {number} 5人")
    assert "还没开始" in people.contact.says(f"实到 {number} 18人")
    at(clock, "2026-12-06T08:50")
    assert f"{UNIT}实到 16 人（订 20 人）" in people.contact.says(f"实到 {number} 16人")
    assert "实到 18 人" in people.contact.says(f"实到 {number} 18")
    assert "还没结束" in people.contact.says(f"评价活动 {number} 好")
    at(clock, "2026-12-06T11:00")
    assert "已记下您对" in people.contact.says(f"评价活动 {number} 好")
    assert "一人一次" in people.contact.says(f"评价活动 {number} 不好")
    assert "没有您到场的记录" in people.members[0].says(f"评价活动 {number} 好")
    at(clock, "2026-12-07T11:01")
    assert "结束超过一天" in people.contact.says(f"实到 {number} 30人")
    assert [tuple(row) for row in chat.rows(select(ActivityFeedback.score))] == [("good",)]


def test_many_units_at_once_never_hold_more_than_there_is(chat, people):
    number = lecture(chat, people, places=30)
    speakers = [people.contact, people.other, *people.members]
    with ThreadPoolExecutor(5) as pool:
        answers = list(
            pool.map(
                lambda each: each[1].says(f"预订 {number} {each[0]}人" if each[0] else f"报名 {number}"),
                zip((20, 20, 0, 0, 0), speakers, strict=True),
            )
        )
    signed = chat.rows(select(func.count()).where(SignUp.state == "signed"))[0][0]
    assert all(answers)
    assert held(chat) == 20
    assert signed == 3
    assert chat.rows(select(Shift.capacity).where(Shift.id == number))[0][0] >= held(chat) + signed
