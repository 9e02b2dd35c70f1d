"""A contest has an end of enrolment and places that are told once; of a coaching's times a unit has one."""

import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select

from storage.models import ContestResult, Shift, UnitBooking
from tests.activities import newest, town
from tests.councils import told
from tests.office import Office, plain

UNIT, OTHER = "示范市审计局", "样本科技公司"
CONTEST = "发起活动 创新创业大赛 金点子大赛 地点 将军馆 12月6日 9点到11点 30人"
COACHING = "发起活动 业务辅导 财税辅导 地点 将军馆 12月6日 {at} 5人"


@pytest.fixture
def people(chat, quota):
    return town(chat)


@pytest.fixture
def office(chat, people):
    return Office(chat).signs_in(people.secretary)


@pytest.fixture
def contest(chat, people):
    assert "已发起" in people.secretary.says(CONTEST)
    return newest(chat)


def does(chat, office, number, do, key="", **form):
    campaign = chat.rows(select(Shift.campaign_id).where(Shift.id == number))[0].campaign_id
    page = office.web.get(f"/console/activities/{campaign}").text
    nonce = re.search(r'name="nonce" value="([^"]+)"', page)[1]
    sent = {"do": do, "csrf": office.csrf, "nonce": f"{nonce}{do}{key}", "shift": str(number), **form}
    return plain(office.web.post(f"/console/activities/{campaign}", data=sent).text)


def test_after_its_end_nobody_enrols_and_what_was_before_stays(chat, clock, people, office, contest):
    assert "要在现在以后" in does(chat, office, contest, "until", until="2026-12-07T09:00")
    said = does(chat, office, contest, "until", until="2026-11-26T18:00")
    assert "报名 11月26日 18:00截止" in said, said
    assert "名额" in people.contact.says(f"预订 {contest} 3人")
    assert "报名成功" in people.members[0].says(f"报名 {contest}")
    clock.turn(days=3)
    late = people.members[1].says(f"报名 {contest}")
    assert late.startswith(f"活动 {contest}"), late
    assert "11月26日 18:00已经截止，没有报上" in late
    assert "报名已经截止，没有订上" in people.other.says(f"预订 {contest} 3人")
    assert "报名已经截止，没有订上（现在订着 3 个" in people.contact.says(f"预订 {contest} 5人")
    assert "改成 2 个" in people.contact.says(f"预订 {contest} 2人"), "fewer is never too late"
    assert "截止" not in people.members[0].says(f"报名 {contest}")
    assert "创新创业大赛《金点子大赛》（将军馆）" in late, "a title may name the kind again"


def test_places_are_told_once_to_all_who_took_part(chat, clock, people, office, contest):
    people.contact.says(f"预订 {contest} 3人")
    people.other.says(f"预订 {contest} 3人")
    people.members[0].says(f"报名 {contest}")
    assert "还没开始" in does(chat, office, contest, "result", who=UNIT, place="1")
    clock.turn(days=12)
    office.signs_in_again()
    assert "还没有记名次" in does(chat, office, contest, "tell", "a")
    assert "没有找到“没参加的单位”" in does(chat, office, contest, "result", who="没参加的单位", place="1")
    assert f"第 2 名 {UNIT}，" in does(chat, office, contest, "result", who=UNIT, place="2")
    said = does(chat, office, contest, "result", "b", who=UNIT, place="1", award="一等奖")
    assert f"第 1 名 {UNIT}（一等奖），共记 1 个名次" in said
    assert "共记 2 个名次" in does(chat, office, contest, "result", who="甲样本", place="2")
    for each in (people.contact, people.other, people.members[0], people.members[1]):
        each.says("你好")
    chat.work()
    assert "还没有公布" in people.contact.says(f"比赛结果 {contest}")
    assert "还没有公布" in people.members[0].says("创赛 结果")
    assert told(people.contact, "结果公布") == [], "nobody hears of it before"
    assert "告诉了 3 位" in does(chat, office, contest, "tell", "c")
    assert "已经公布" in does(chat, office, contest, "tell", "d")
    assert "已经公布" in does(chat, office, contest, "result", "e", who=OTHER, place="3")
    for _ in range(2):
        chat.work()
    (first,) = told(people.contact, "结果公布")
    assert f"{UNIT}是第 1 名（一等奖），恭喜" in first
    assert "第 2 名 甲**" in first
    assert "甲样本" not in first
    (mine,) = told(people.members[0], "结果公布")
    assert "您是第 2 名，恭喜" in mine
    (none,) = told(people.other, "结果公布")
    assert "谢谢您参加" in none
    assert told(people.members[1], "结果公布") == []
    again = people.contact.says("创赛 结果")
    assert again.startswith(f"活动 {contest}（"), again
    assert f"{UNIT}是第 1 名（一等奖），恭喜" in again
    assert "甲样本" not in again
    assert "您是第 2 名" in people.members[0].says(f"比赛结果 {contest}")
    assert "共 2 个名次" in people.members[1].says("大赛结果出来了吗")
    assert len(chat.rows(select(ContestResult.id))) == 2


def test_only_a_contest_has_places(chat, clock, people, office):
    people.secretary.says(COACHING.format(at="9点到10点"))
    number = newest(chat)
    assert "不是大赛" in does(chat, office, number, "result", who=UNIT, place="1")


@pytest.fixture
def slots(chat, people, office):
    people.secretary.says(COACHING.format(at="9点到10点"))
    first = newest(chat)
    does(chat, office, first, "time", starts_at="2026-12-06T10:00", ends_at="2026-12-06T11:00", people="5")
    return first, newest(chat)


def test_a_unit_has_one_time_of_a_coaching_and_a_time_has_one_unit(chat, people, slots):
    first, second = slots
    assert first != second
    assert f"已给{UNIT}订 1 个名额" in people.contact.says(f"预订 {first}")
    assert "这一场已有单位订了" in people.other.says(f"预订 {first}")
    refused = people.contact.says(f"预订 {second}")
    assert f"一家单位一场，{UNIT}已经订了活动 {first}" in refused
    assert f"退订 {first}" in refused
    assert f"已给{OTHER}订 1 个名额" in people.other.says(f"预订 {second}")
    people.contact.says(f"退订 {first}")
    people.other.says(f"退订 {second}")
    assert f"已给{UNIT}订 2 个名额" in people.contact.says(f"预订 {second} 2人")


def test_whoever_asks_at_once_a_time_has_one_unit_and_a_unit_one_time(chat, people, slots):
    asks = [(who, slot) for who in (people.contact, people.other) for slot in slots] * 2
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda ask: ask[0].says(f"预订 {ask[1]}"), asks))
    held = chat.rows(select(UnitBooking.shift_id, UnitBooking.organisation_id))
    assert len({row.shift_id for row in held}) == len(held)
    assert len({row.organisation_id for row in held}) == len(held)
    assert held
