"""Visits at the office: the plan by cadre; notes to the visitor and the secretary alone, each look with a trace."""

import csv
import io
import re

import pytest
from sqlalchemy import select

from storage.models import Audit, Household, PlannedVisit, Visit
from tests.journeys.test_visit_plan import morning, unhappy
from tests.office import Office, plain
from tests.visits import visitors


@pytest.fixture
def people(chat):
    return visitors(chat)


def reads(office, address):
    return office.web.post(f"/console/{address}", data={"csrf": office.csrf}, headers={"HX-Request": "true"})


def does(office, do, **fields):
    nonce = re.search(r'name="nonce" value="([^"]+)"', office.web.get("/console/visits").text)
    form = {"do": do, "csrf": office.csrf, "nonce": nonce[1] if nonce else "", **fields}
    return office.web.post("/console/visits", data=form, headers={"HX-Request": "true"})


def audited(chat, action):
    chat.run("seal_audit")
    return [row.actor for row in chat.rows(select(Audit.actor).where(Audit.action == action))]


def test_the_secretary_sees_the_plan_and_what_is_done_by_cadre(chat, clock, people):
    unhappy(chat, "梧桐里1号院1幢201室", "梧桐里1号院05幢302室")
    morning(chat, clock, people)
    people.cadre.says("走访 梧桐里1号院1幢201 老人独居，刚出院 反映水压低")
    office = Office(chat).signs_in(people.secretary)
    seen = office.sees("/console/visits")
    assert "2026年12月：计划 2 户，已走 1 户" in seen
    assert "桂示范 1 1 0" in seen
    assert "梧桐里1号院1幢201" in seen
    assert "NH20261201-0001" in seen
    assert "独居" not in seen, "what is noted is read one by one"


def test_a_note_is_read_by_who_wrote_it_and_the_secretary_with_a_trace(chat, people):
    people.cadre.says("走访 梧桐里1号院1幢201 老人独居，刚出院")
    (visit,) = chat.rows(select(Visit.id))
    for reader, status in (
        (people.cadre, 200),
        (people.secretary, 200),
        (people.other_cadre, 404),
        (people.worker, 404),
    ):
        office = Office(chat).signs_in(reader)
        answer = reads(office, f"visits/{visit.id}/note")
        assert answer.status_code == status
        assert ("刚出院" in answer.text) is (status == 200)
    assert audited(chat, "visit.read") == ["console:V0", "console:R6"]


def test_why_a_household_is_kept_in_view_is_for_who_plans_and_leaves_a_trace(chat, clock, people):
    office = Office(chat).signs_in(people.secretary)
    assert "已列入重点走访" in plain(does(office, "keep", said="梧桐里1号院1幢201 独居，刚出院").text)
    morning(chat, clock, people)
    (home,) = chat.rows(select(Household.id))
    office = Office(chat).signs_in(people.secretary)
    assert "刚出院" not in office.sees("/console/visits")
    assert "刚出院" in reads(office, f"households/{home.id}/reason").text
    assert reads(Office(chat).signs_in(people.cadre), f"households/{home.id}/reason").status_code == 403
    assert audited(chat, "household.read") == ["console:R6"]


def test_a_cadre_sees_their_own_alone_and_plans_nothing(chat, clock, people):
    unhappy(chat, "梧桐里1号院1幢201室", "梧桐里1号院05幢302室")
    morning(chat, clock, people)
    people.other_cadre.says("走访 梧桐里2号院9幢101 一家三口")
    office = Office(chat).signs_in(people.cadre)
    seen = office.sees("/console/visits")
    assert "计划 1 户" in seen
    assert "9幢101" not in seen
    assert does(office, "plan").status_code == 403


def test_the_month_is_planned_again_from_the_page_and_a_form_twice_is_one(chat, clock, people):
    clock.turn(days=7)
    unhappy(chat, "梧桐里1号院1幢201室")
    office = Office(chat).signs_in(people.secretary)
    first, again = does(office, "plan", nonce="n1"), does(office, "plan", nonce="n1")
    assert "新增 1 户，共 1 户" in plain(first.text)
    assert "新增 1 户，共 1 户" in plain(again.text)
    assert len(chat.rows(select(PlannedVisit.id))) == 1


def test_a_form_without_a_reason_or_a_room_says_what_is_missing_and_changes_nothing(chat, people):
    office = Office(chat).signs_in(people.secretary)
    assert "为什么要重点走访" in plain(does(office, "keep", said="梧桐里1号院1幢201").text)
    assert "哪一户" in plain(does(office, "keep", said="独居").text)
    assert all(row.key_at is None for row in chat.rows(select(Household.key_at)))


def test_the_plan_is_a_file_without_notes_and_leaves_a_trace(chat, clock, people):
    unhappy(chat, "梧桐里1号院1幢201室")
    morning(chat, clock, people)
    people.cadre.says("走访 梧桐里1号院1幢201 老人独居")
    office = Office(chat).signs_in(people.secretary)
    content = office.web.get("/console/visits.csv?month=2026-12").data.decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(content))
    assert (row["地点"], row["原因"], row["结果"]) == ("梧桐里1号院1幢201", "评价不满意", "见到人")
    assert row["干部"] == "桂示范"
    assert "独居" not in content
    assert audited(chat, "export") == ["console:R6"]
