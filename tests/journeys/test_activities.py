"""Lectures and visits: places left, what a unit books and gives back, who came, and what was thought, through the webhook."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import func, select, update

from storage.models import ActivityFeedback, Campaign, Organisation, Shift, SignUp, UnitBooking
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


def test_who_was_there_is_asked_once_and_answers_in_one_tap(chat, clock, people):
    one, two, three = people.members
    opened = people.secretary.says("发起活动 参观 海洋馆之旅 地点 梧桐里1号院 12月6日 9点到11点 20人")
    assert "参观《海洋馆之旅》（梧桐里1号院）" in opened
    number = newest(chat)
    for each in people.members:
        assert "报名成功" in each.says(f"报名 {number}")
    people.contact.says(f"预订 {number} 5人")
    at(clock, "2026-12-06T08:50")
    for each in (one, two):
        each.sends_location("门口")
        assert "到岗" in each.says("打卡")
    at(clock, "2026-12-06T11:16")
    for each in (*people.members, people.contact):
        each.says("你好")
    chat.work()
    chat.work()
    for each in (one, two):
        assert len([text for text in each.notices if "觉得怎么样" in text]) == 1
    assert not any("觉得怎么样" in text for text in (*three.notices, *people.contact.notices))
    assert len([text for text in people.contact.notices if "实到几人" in text]) == 1
    assert "已记下" in one.chooses(f"评价活动 {number} 好")
    assert "已记下" in two.says(f"评价活动 {number} 不太好")
    assert "没有您到场的记录" in three.says(f"评价活动 {number} 好")
    assert f"评价活动 {number} 好" in people.contact.says(f"实到 {number} 4人")
    assert "已记下" in people.contact.says(f"评价活动 {number} 一般")
    scores = chat.rows(select(ActivityFeedback.score).order_by(ActivityFeedback.at, ActivityFeedback.person_id))
    assert sorted(row.score for row in scores) == ["fair", "good", "poor"]


def test_ones_own_record_and_that_of_the_unit(chat, clock, people):
    one = people.members[0]
    assert "还没有参加活动" in one.says("我的活动")
    people.secretary.says("发起活动 参观 海洋馆之旅 地点 梧桐里1号院 12月6日 9点到11点 20人")
    first = newest(chat)
    people.secretary.says("发起活动 沙龙 创业经验 地点 梧桐里1号院 12月20日 9点到11点 1人")
    second = newest(chat)
    one.says(f"报名 {first}")
    people.members[1].says(f"报名 {second}")
    one.says(f"报名 {second}")
    people.contact.says(f"预订 {first} 5人")
    said = one.says("我的活动")
    assert said.startswith("您今年参加了 0 场活动，接下来有 2 场")
    assert "沙龙《创业经验》（梧桐里1号院）　候补" in said
    at(clock, "2026-12-06T08:50")
    one.sends_location("门口")
    one.says("打卡")
    people.contact.says(f"实到 {first} 4人")
    at(clock, "2026-12-06T11:16")
    chat.work()
    one.says(f"评价活动 {first} 一般")
    said = one.says("我的活动")
    assert said.startswith("您今年参加了 1 场活动，接下来有 1 场")
    assert "海洋馆之旅》（梧桐里1号院）　评价：一般" in said
    assert f"{UNIT} 5 个，实到 4 人" in people.contact.says("我的活动")


def test_the_contact_is_reminded_the_day_before_once(chat, clock, people):
    number = lecture(chat, people)
    people.contact.says(f"预订 {number} 20人")
    people.other.says(f"预订 {number} 5人")
    people.other.says(f"退订 {number}")
    at(clock, "2026-12-05T08:59")
    assert chat.run("unit_bookings") == {"unit_bookings": 0}
    at(clock, "2026-12-05T09:00")
    people.contact.says("你好")
    assert chat.run("unit_bookings") == {"unit_bookings": 1}
    assert chat.run("unit_bookings") == {"unit_bookings": 0}
    chat.work()
    assert len([text for text in people.contact.notices if "明天提醒" in text]) == 1
    assert not any("明天提醒" in text for text in people.other.notices)


def test_an_activity_that_is_called_off_is_told_to_its_units(chat, people):
    number = lecture(chat, people)
    people.contact.says(f"预订 {number} 20人")
    assert f"已取消：活动 {number}" in people.secretary.says(f"停班 {number} 场馆检修")
    chat.work()
    assert any(f"活动 {number} 取消了" in text and "原因：场馆检修" in text for text in people.contact.notices)
    assert "已经取消" in people.contact.says(f"预订 {number} 10人")
    assert "还没有参加活动" in people.contact.says("我的活动")


def test_a_unit_that_leaves_frees_its_places_and_who_waits_moves_up(chat, people):
    number = lecture(chat, people, places=10)
    people.contact.says(f"预订 {number} 10人")
    assert "候补第 1 位" in people.members[0].says(f"报名 {number}")
    with chat.database.write() as connection:
        connection.execute(update(Organisation).where(Organisation.name == UNIT).values(left_at=chat.clock()))
    assert chat.run("booking_units") == {"booking_units": 1}
    assert chat.run("booking_units") == {"booking_units": 0}
    chat.work()
    assert held(chat) == 0
    assert len([text for text in people.members[0].notices if "已从候补转为" in text]) == 1
    assert "已报 1/10 人" in people.secretary.says(f"活动 {number}")
