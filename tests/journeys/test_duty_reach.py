"""Whoever runs the duty of one community runs it for its own people and stations, and is told whom to ask for others."""

import pytest
from sqlalchemy import func, select

from storage.models import Qualification, ServiceHours, Shift, SignUp
from tests.duty import STATIONS, Crew, at, plan, roster, tick
from tests.journeys.test_duty_month import number_of
from tests.scenes import begun

SATURDAYS = [
    {"code": f"P{n}", "station": station, "weekdays": "六", "start": "09:00", "end": "11:00", "capacity": "2"}
    for n, station in enumerate(("H1", "H2"))
]
BOTH = [STATIONS[0], {"place": "H2", "kind": "和事佬工作室", "lead": "R10", "needs_code": "否"}]
ELSEWHERE = "要由银杏社区的社区书记、派单员来办。您可以找社区书记褚假名"


@pytest.fixture
def there(chat):
    """The other community: its secretary, who leads a station there, and a member."""
    lines = roster()
    lines["places"].append({"code": "H2", "name": "银杏和事佬工作室", "kind": "站点", "parent": "C2"})
    lines["people"] += [
        {"code": "R10", "name": "褚假名", "phone": "19900000010"},
        {"code": "R11", "name": "卫虚设", "phone": "19900000011"},
        {"code": "R12", "name": "蒋派单", "phone": "19900000012"},
    ]
    lines["posts"] += [
        {"person": "R10", "role": "社区书记", "place": "C2"},
        {"person": "R11", "role": "在职党员", "place": "C2"},
        {"person": "R12", "role": "派单员", "place": "S"},
    ]

    def begin():
        chat.subdistrict(lines)
        plan(chat, BOTH, SATURDAYS)
        return (chat.bound("褚假名", "0010"), chat.bound("卫虚设", "0011"), chat.bound("蒋派单", "0012"))

    return begun(chat, chat.clock, begin)


@pytest.fixture
def people(chat, there):
    def begin():
        members = tuple(chat.bound(name, f"1992222000{n}") for n, name in enumerate(("甲一员", "乙一员")))
        return Crew(chat.bound("王样本", "0005"), chat.bound("吴范例", "0006"), chat.bound("孙模拟", "0004"), members)

    return begun(chat, chat.clock, begin)


def counted(chat, table):
    return chat.rows(select(func.count(table.id)))[0][0]


def shifts_at(speaker, station):
    return number_of("\n".join(line for line in speaker.says("值班表 周六").splitlines() if station in line))


@pytest.mark.parametrize("who", ["lead", "secretary"])
def test_people_of_another_community_are_theirs_who_run_it(chat, people, there, who):
    speaker = getattr(people, who)
    n = shifts_at(speaker, "梧桐和事佬")
    assert ELSEWHERE in speaker.says("认定 卫虚设 电工")
    assert ELSEWHERE in speaker.says("补记 卫虚设 60分钟 帮忙搬家具")
    assert ELSEWHERE in speaker.says(f"安排 {n} 卫虚设")
    assert "要由示例街道的" in speaker.says("补记 蒋派单 60分钟 帮忙")
    assert [counted(chat, table) for table in (Qualification, ServiceHours, SignUp)] == [0, 0, 0]
    assert "已认定甲一员" in speaker.says("认定 甲一员 电工")
    assert "已给甲一员补记" in speaker.says("补记 甲一员 60分钟 帮忙搬家具")
    assert f"已安排甲一员值班次 {n}" in speaker.says(f"安排 {n} 甲一员")


def test_who_has_enrolled_or_signed_up_here_is_within_reach(chat, people, there):
    _, member, dispatcher = there
    n = shifts_at(member, "梧桐和事佬")
    assert "已认定卫虚设" in dispatcher.says("认定 卫虚设 电工"), "the whole subdistrict is theirs"
    for name in ("甲一员", "乙一员"):
        people.lead.says(f"安排 {n} {name}")
    assert "候补第 1 位" in member.says(f"报名 {n}")
    assert "已安排卫虚设" in people.lead.says(f"安排 {n} 卫虚设")
    member.says("报到 梧桐社区 周末上午")
    assert "已给卫虚设补记" in people.lead.says("补记 卫虚设 60分钟 帮忙搬家具")


def test_shifts_of_another_station_are_not_theirs(chat, clock, people, there):
    _, member, _ = there
    n = shifts_at(member, "银杏和事佬")
    member.says(f"报名 {n}")
    for speaker in (people.lead, people.secretary):
        assert "由站长褚假名负责，您不能改动" in speaker.says(f"安排 {n} 甲一员")
    at(clock, "2026-11-28T12:00")
    tick(chat)
    for speaker in (people.lead, people.secretary):
        assert "由站长褚假名负责，您不能改动" in speaker.says(f"更正工时 {n} 卫虚设 60分钟 提前离岗")
        assert "由站长褚假名负责，您不能改动" in speaker.says(f"确认工时 {n}")
    assert counted(chat, ServiceHours) == 0


@pytest.mark.parametrize(
    "named", ["银杏和事佬工作室", "银杏和事佬", "银杏社区的和事佬工作室", "银杏社区和事佬", "在银杏的和事佬工作室"]
)
def test_a_shift_at_a_station_of_others_is_refused_and_nothing_added(chat, people, named):
    before = counted(chat, Shift)
    for speaker in (people.lead, people.secretary):
        answer = speaker.says(f"加班次 {named} 12月6日 9点到11点 2人")
        assert "银杏和事佬工作室由站长褚假名负责，您不能在那里加班次" in answer
        assert "您负责的站点：梧桐和事佬工作室" in answer
    assert counted(chat, Shift) == before


@pytest.mark.parametrize("named", ["火星驿站", "火星和事佬工作室", "火星社区", "12月6日 火星的和事佬"])
def test_a_station_that_nobody_knows_is_asked_for(chat, people, named):
    before = counted(chat, Shift)
    answer = people.lead.says(f"加班次 {named} 12月6日 9点到11点 2人")
    assert "请写明站点" in answer
    assert "梧桐和事佬工作室" in answer
    assert counted(chat, Shift) == before


@pytest.mark.parametrize(
    "named",
    ["梧桐和事佬工作室", "梧桐社区的和事佬", "和事佬工作室", "和事佬", "", "工作室 周六上午", "在梧桐里的和事佬工作室"],
)
def test_ones_own_station_is_found_by_what_is_said_of_it(people, named):
    answer = people.lead.says(f"加班次 {named} 12月6日 9点到11点 需要2人")
    assert "已加班次" in answer, answer
    assert "梧桐和事佬工作室" in answer
