"""A rainy day with all six platforms connected, once awake and once while each of them is slow, doubles, forgets or is away."""

import json
from contextlib import ExitStack
from datetime import UTC, datetime

import pytest

from governance.api_scopes import Scope
from storage.accounts import take_accounts
from storage.console.api_keys import add_key
from storage.unit_of_work import UnitOfWork
from tests.console.test_platforms import PAGE
from tests.office import Office
from tests.others import items, links, other, outs
from tests.staff import staff

ALL = ("emergency", "grid", "city", "hotline", "services", "party")
YARD, DRAIN = "梧桐里1号院05幢", "下水道堵了，门前积水"
WARNING = {"eventType": "11B03", "severity": "Yellow", "description": "预计今天中午有暴雨", "status": "Alert"}


class Day:
    """The people, the platforms, and what goes wrong."""

    def __init__(self, chat, clock, people, them, faults):
        self.chat, self.clock, self.people, self.them, self.faults = chat, clock, people, them, faults
        self.member = chat.bound("周虚构", "0007")
        self.office = Office(chat).signs_in(self.people.dispatcher)

    def sends(self, name, their_id, **said):
        """One record, with the fault on its way in."""
        if self.faults:
            self.them[name].plan("doubled")
        assert self.them[name].sends(their_id, **said)[0] == 202
        self.rests()

    def rests(self):
        """Workers work, minutes go by; some of what is told is not acknowledged, or is slow."""
        if self.faults:
            self.them["hotline"].plan("lost_acknowledgement")
            self.them["grid"].plan("slow")
        self.chat.work()
        if self.faults:
            for _ in range(3):
                self.clock.turn(minutes=2)
                self.chat.work()

    def number_of(self, name, their_id):
        return {row.their_id: row.ours for row in items(self.chat) if row.platform == name}[their_id]

    def ticket(self, number):
        return next(each for each in self.chat.tickets() if each.number == number)

    def handles(self, number, note):
        worker, head = self.people.worker, self.people.head
        assert number in worker.says(f"接单 {number}")
        worker.sends_picture()
        assert number in worker.says(f"办结 {number} {note}")
        assert number in head.says(f"核查通过 {number}")
        self.rests()


@pytest.fixture(params=[False, True], ids=["awake", "faults"])
def day(request, chat, clock):
    people = staff(chat)
    with ExitStack() as stack:
        them = {name: stack.enter_context(other(chat, name)) for name in ALL}
        yield Day(chat, clock, people, them, request.param)


def test_a_rainy_day_with_all_six(day):
    a_warning_comes_and_lists_go_out(day)
    drain = what_is_found_is_a_ticket_that_the_city_reports_too(day)
    the_hotline_asks_for_its_end(day, drain)
    the_city_is_away_for_an_hour_and_hears_of_it_afterwards(day, drain)
    a_rating_elsewhere_has_it_done_again(day, drain)
    the_members_hours_count(day)
    a_danger_is_told_at_once(day)
    both_sides_say_the_same(day)


def a_warning_comes_and_lists_go_out(day):
    day.sends("emergency", "W-1", **WARNING, expires="2026-11-25T08:00:00")
    lists = [each for each in day.chat.tickets() if each.channel == "prevention"]
    assert len(lists) == 3
    mine = next(each for each in lists if "第1网格" in each.summary)
    assert any(mine.number in notice for notice in day.people.worker.notices)
    assert any("暴雨黄色预警" in notice for notice in day.people.secretary.notices)
    offers = [notice for notice in day.people.dispatcher.notices if "已拟好（暴雨黄色预警）" in notice]
    assert len(offers) == 1
    assert mine.number in day.office.sees(f"/console/tickets/{mine.number}")


def what_is_found_is_a_ticket_that_the_city_reports_too(day):
    """The patrol's finding, the city's case and the hotline's order are one matter to who works on it."""
    day.sends("hotline", "12345-7", text=DRAIN, place=YARD, category="0104", caller="李示范", phone="13912345678")
    drain = day.number_of("hotline", "12345-7")
    day.sends("grid", "X-1", type="patrol", workerName="陈试用", address=YARD, content="雨前巡查", problem=DRAIN)
    day.sends("city", "C-1", text=DRAIN, place=YARD, category="S0401")
    others = [day.number_of("grid", "X-1"), day.number_of("city", "C-1")]
    assert all(each.startswith("NH") for each in others)
    for number in others:
        assert "已把" in day.people.head.says(f"合并 {number} 到 {drain}")
    day.rests()
    assert [day.ticket(number).merged_into for number in others] == [drain, drain]
    assert drain in day.office.sees(f"/console/tickets/{others[1]}")
    return drain


def the_hotline_asks_for_its_end(day, drain):
    day.people.worker.says("我的工单")  # who has not written for long hears no more than five pushes
    before = len(day.people.worker.notices)
    day.sends("hotline", "12345-7", urge="1", due="2026-11-24 18:00:00")
    assert any("催" in notice and drain in notice for notice in day.people.worker.notices[before:])
    assert day.ticket(drain).handle_due == datetime(2026, 11, 24, 10, 0, tzinfo=UTC)


def the_city_is_away_for_an_hour_and_hears_of_it_afterwards(day, drain):
    if day.faults:
        day.them["city"].plan("busy", 1000)
    day.handles(drain, "已疏通")
    assert day.them["hotline"].states["12345-7"] == "done"
    if day.faults:
        assert day.them["city"].states.get("C-1", "open") == "open"
        assert "数字城管" in day.office.sees(PAGE)
        day.clock.turn(hours=1)
        day.chat.work()
        day.them["city"].plan("busy", 0)
        day.clock.turn(hours=1)
        day.rests()
    assert day.them["city"].states["C-1"] == "done"
    told = [body["stage"] for body in day.them["city"].heard.values() if body["caseId"] == "C-1"]
    assert told == sorted(set(told))  # each once, and in its order


def a_rating_elsewhere_has_it_done_again(day, drain):
    key = reader(day)
    assert progress(day, drain, key) == "done"
    day.sends("services", "R-1", type="rating", caseNo=drain, satisfaction="1", comment="还在返水")
    assert day.ticket(drain).state == "reopened"
    assert progress(day, drain, key) == "reopened"
    assert any(drain in notice for notice in day.people.head.notices)
    day.people.head.says(f"派给 陈试用 {drain}")
    day.rests()
    day.handles(drain, "又疏通一遍，不返水了")
    assert progress(day, drain, key) == "done"
    day.sends("hotline", "12345-7", state="closed", note="回访满意")
    assert day.ticket(drain).state == "closed"
    assert progress(day, drain, key) == "closed"


def reader(day):
    """A key with which progress may be read."""
    key = "of-this-day-only-0123456789"
    with day.chat.database.write() as connection:
        uow = UnitOfWork(connection)
        account = take_accounts(uow, [("open311", "政务服务")], day.clock())["open311", "政务服务"]
        assert add_key(uow, "政务服务", key, account.id, day.clock(), [Scope.TICKETS], 60)
        uow.finish()
    return key


def progress(day, number, key):
    answer = day.chat.app.test_client().get(f"/api/v1/tickets/{number}", headers={"X-Api-Key": key})
    return json.loads(answer.text)["state"]


def the_members_hours_count(day):
    day.sends("party", "P-1", kind="report_in", memberName="周虚构", community="梧桐社区", unit="示范单位")
    day.sends("party", "H-1", kind="service", memberName="周虚构", hours=2.5, day="2026-11-24", activity="清沟排水")
    day.sends("party", "H-1", kind="service", memberName="周虚构", hours=2.5, day="2026-11-24", activity="清沟排水")
    assert "本月 2小时30分" in day.member.says("服务时长")


def a_danger_is_told_at_once(day):
    day.people.leader.says(f"{YARD}楼道里有煤气味")
    day.rests()
    danger = next(each for each in day.chat.tickets() if each.urgency == "hazard")
    assert danger.number in [body["streetNo"] for body in day.them["emergency"].heard.values()]


def both_sides_say_the_same(day):
    day.rests()
    assert {row.state for row in items(day.chat)} == {"done"}
    assert {row.state for row in outs(day.chat)} == {"done"}
    assert day.them["city"].states["C-1"] == day.them["hotline"].states["12345-7"] == "closed"
    known = links(day.chat)
    assert (known["C-1"].agreed, known["12345-7"].agreed) == ("closed", "closed")
    for each in day.them.values():
        assert len(each.heard) == len(set(each.heard))
    day.office.signs_in_again()
    assert "没有冲突" in day.office.sees(PAGE)
