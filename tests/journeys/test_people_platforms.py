"""Party building, the grid platform and the government services: people, hours, patrols, ratings."""

from datetime import timedelta

import pytest
from sqlalchemy import insert, select

from storage.duty.campaigns import open_campaign
from storage.duty.shifts import add_shift
from storage.models import CheckIn, Enrolment, Person, Place, ServiceHours, SignUp
from storage.unit_of_work import UnitOfWork
from tests.console.test_platforms import presses
from tests.office import Office
from tests.others import items, other, take_in
from tests.staff import staff


@pytest.fixture
def people(chat):
    return staff(chat)


REPORTED_IN = {"kind": "report_in", "memberName": "王样本", "community": "梧桐社区", "unit": "示范大学"}


def test_a_member_who_reports_in_elsewhere_serves_here_once(chat, people):
    with other(chat, "party") as them:
        them.sends("P-1", **REPORTED_IN)
        them.sends("P-1", **REPORTED_IN)
        take_in(chat)
        assert [row.unit for row in chat.rows(select(Enrolment.unit))] == ["示范大学"]
        them.sends("P-2", **{**REPORTED_IN, "memberName": "查无此人"})
        them.sends("P-3", **{**REPORTED_IN, "community": "别处社区"})
        take_in(chat)
        assert [row.reason for row in items(chat)][-2:] == ["nobody", "no_place"]


def test_hours_served_elsewhere_are_credited_once_whatever_comes_later(chat, people):
    with other(chat, "party") as them:
        hours = {"kind": "service", "memberName": "王样本", "hours": 2.5, "day": "2026-11-21", "activity": "义诊"}
        them.sends("H-1", **hours)
        them.sends("H-1", **{**hours, "hours": 9})
        take_in(chat)
        (row,) = chat.rows(select(ServiceHours.__table__))
        assert (row.minutes, str(row.day)) == (150, "2026-11-21")
        them.sends("H-2", **{**hours, "hours": 30})
        take_in(chat)
        assert items(chat)[-1].reason == "bad_number"


def test_a_patrol_with_a_finding_is_a_patrol_and_a_ticket_once(chat, people):
    with other(chat, "grid") as them:
        patrol = {"type": "patrol", "workerName": "陈试用", "address": "梧桐里1号院05幢", "content": "楼道正常"}
        them.sends("X-1", **patrol, problem="3楼楼道堆了纸箱")
        them.sends("X-1", **patrol, problem="3楼楼道堆了纸箱", time="2026-11-24 10:00:00")
        take_in(chat)
        assert len(chat.tickets()) == 1
        (row,) = chat.rows(select(CheckIn.__table__))
        assert (row.kind, row.number) == ("patrol", chat.tickets()[0].number)


def test_a_finding_of_the_grid_platform_is_a_ticket(chat, people):
    with other(chat, "grid") as them:
        them.sends("F-1", type="event", content="楼道里堆了纸箱", address="梧桐里1号院05幢", eventType="03", status="0")
        take_in(chat)
        assert [ticket.category for ticket in chat.tickets()] == ["garbage"]


def test_a_person_that_both_sides_know_differently_waits_for_somebody(chat, people):
    office = Office(chat).signs_in(people.dispatcher)
    with other(chat, "grid") as them:
        them.sends("N-1", type="person", name="王样本", phone="19900000005")
        take_in(chat)
        assert items(chat)[-1].state == "done"
        joins(office, 1, "R5")
        them.sends("N-1", type="person", name="王样本", phone="19911112222")
        take_in(chat)
        clash = items(chat)[-1]
        assert (clash.state, clash.about) == ("conflict", "电话不一样")
        assert "19911112222" not in office.sees("/console/platforms")
        assert "请先在工单（或名册）里办好" in presses(office, "theirs", clash.id)[1]
        assert "以我方为准" in presses(office, "ours", clash.id)[1]
        assert items(chat)[-1].payload is None
        phones = [row.phone for row in chat.rows(select(Person.phone).where(Person.code == clash.ours))]
        assert phones == ["19900000005"]
        them.sends("N-1", type="person", name="王样本", phone="19911112222", time="2026-11-24 10:00:00")
        take_in(chat)
        assert items(chat)[-1].state == "done"  # what was settled is not asked again


def joins(office, subject, into):
    form = {"do": "join", "item": subject, "into": into, "nonce": "n", "csrf": office.csrf}
    assert "已合并到" in office.web.post("/console/joins", data=form, headers={"HX-Request": "true"}).text


RATING = {"type": "rating", "comment": "还在漏"}


def test_a_rating_elsewhere_counts_like_one_here(chat, people):
    people.leader.says("梧桐里1号院05幢3楼楼道灯坏了")
    chat.work()
    people.worker.says("接单")
    people.worker.sends_picture()
    people.worker.says("办结 已换灯泡")
    people.head.says("核查通过")
    (ticket,) = chat.tickets()
    assert ticket.state == "verified"
    with other(chat, "services") as them:
        them.sends("R-1", **RATING, caseNo=ticket.number, satisfaction="1")
        take_in(chat)
        assert chat.tickets()[0].state == "reopened"
        them.sends("R-2", **RATING, caseNo=ticket.number, satisfaction="1")
        them.sends("R-3", **RATING, caseNo="NH19990101-0001", satisfaction="5")
        them.sends("R-4", **RATING, caseNo=ticket.number, satisfaction="0")
        take_in(chat)
        assert [row.reason for row in items(chat)] == ["", "", "unknown_record", "unknown_code"]
        assert chat.tickets()[0].reopened == 1


def test_how_many_are_on_the_shifts_is_told_when_it_changes_and_no_names(chat, clock, people):
    crew = staffed_shift(chat, clock)
    with other(chat) as them:
        chat.run("connector_news", "connector_out")
        told = [body["data"]["state"] for body in them.heard.values() if body["data"]["kind"] == "shift"]
        assert told == ["0/2"]
        chat.run("connector_news", "connector_out")
        signed_up(chat, crew)
        chat.run("connector_news", "connector_out")
        told = [body["data"]["state"] for body in them.heard.values() if body["data"]["kind"] == "shift"]
        assert told == ["0/2", "1/2"]
        assert "王样本" not in str(them.heard)


def staffed_shift(chat, clock):
    """One for two people, tomorrow; answers its number."""
    with chat.database.write() as connection:
        uow = UnitOfWork(connection)
        place = connection.execute(select(Place.id).where(Place.code == "Y1")).scalar_one()
        person = connection.execute(select(Person.id).where(Person.code == "R5")).scalar_one()
        drive = {"title": "清雪", "place_id": place, "goal": 2, "call_up": False, "opened_by": person, "now": clock()}
        start = clock() + timedelta(days=1)
        row = {"campaign_id": open_campaign(uow, **drive), "day": start.date(), "capacity": 2}
        number = add_shift(uow, starts_at=start, ends_at=start + timedelta(hours=2), **row)
        uow.finish()
    return number


def signed_up(chat, shift):
    with chat.database.write() as connection:
        person = connection.execute(select(Person.id).where(Person.code == "R5")).scalar_one()
        row = {"shift_id": shift, "person_id": person, "state": "signed", "stage": 0, "via": "self", "at": chat.clock()}
        connection.execute(insert(SignUp).values(**row))


def test_what_came_and_went_is_forgotten_after_its_time_and_does_not_come_twice(chat, clock, people):
    with other(chat) as them:
        body = them.body("A-1", text="3楼楼道灯坏了", place="梧桐里1号院05幢")
        them.sends_all([body])
        them.sends("A-2", text="路灯不亮", state="on_hold")
        take_in(chat)
        assert len(items(chat)) == 2
        clock.turn(days=91)
        chat.run("prune")
        assert items(chat) == []
        them.sends_all([body])
        take_in(chat)
        assert len(chat.tickets()) == 1
