"""The month's visits: who is hard to please is planned, pairs go, each hears of theirs once, who asked for none is left out."""

import threading
from datetime import UTC, datetime

import pytest
from sqlalchemy import select, update

from handlers.jobs import Lane, run_lane
from scheduler.registry import JOBS
from storage.models import Outbox, PlannedVisit, Ticket
from tests.journeys.breaking_tickets import change
from tests.visits import visitors


@pytest.fixture
def people(chat):
    return visitors(chat)


FIRST = datetime(2026, 12, 1, 0, 15, tzinfo=UTC)  # 08:15


def unhappy(chat, *homes, name="户"):
    """Somebody in each of these reports, and is dissatisfied with what came of it."""
    for number, home in enumerate(homes):
        chat.person(f"{name}{number}").says(f"{home}水管漏水")
    change(chat, update(Ticket).values(score="dissatisfied"))


def plans(chat):
    return chat.rows(select(PlannedVisit.__table__).order_by(PlannedVisit.due_on, PlannedVisit.id))


def notices(chat):
    return chat.rows(select(Outbox.dedupe_key, Outbox.text).where(Outbox.kind == "visit").order_by(Outbox.id))


def morning(chat, clock, people):
    clock.now = FIRST
    for each in (people.cadre, people.other_cadre, people.liaison, people.other_liaison, people.officer, people.worker):
        each.says("帮助")
    run_lane(chat.tools, JOBS, Lane.BRIEFS)
    chat.work()


def test_the_first_of_the_month_plans_and_tells_each_who_goes_once(chat, clock, people, quota):
    unhappy(chat, "梧桐里1号院1幢201室", "梧桐里1号院05幢302室")
    morning(chat, clock, people)
    morning(chat, clock, people)
    rows = plans(chat)
    assert len(rows) == 2
    assert all(row.signs == "dissatisfied" and row.household_id for row in rows)
    assert len({row.cadre_id for row in rows}) == 2, "pairs take turns"
    assert all(row.cadre_id and row.liaison_id and row.officer_id and row.contact_id for row in rows)
    keys = [row.dedupe_key for row in notices(chat)]
    assert len(keys) == len(set(keys)) == 6, "two cadres, two liaisons, the officer, the grid worker"
    mine = next(text for text in people.cadre.notices if "月走访" in text)
    assert "12月走访 1 户（梧桐社区）" in mine
    assert "评价不满意" in mine
    assert "同去" in mine
    assert "桂示范" not in mine


def test_what_is_left_shrinks_as_it_is_visited_and_nobody_at_home_leaves_it(chat, clock, people, quota):
    unhappy(chat, "梧桐里1号院1幢201室", "梧桐里1号院05幢302室")
    morning(chat, clock, people)
    shown = people.worker.says("走访计划")
    assert "12月走访计划 2 户，已走 0 户，还剩 2 户" in shown
    assert "梧桐里1号院1幢201（评价不满意）" in shown
    assert "本月计划 2 户，已走 0 户" in people.worker.says("走访 1号院1幢201 没人在家")
    assert "去过 1 次没见到人" in people.worker.says("走访计划")
    assert "本月计划 2 户，已走 1 户，还剩 1 户" in people.worker.says("走访 梧桐里1号院1幢201 老人独居")
    assert "全部走完了" in people.worker.says("走访 梧桐里1号院05幢302 一家三口")
    assert "全部走完了" in people.worker.says("走访计划")
    overseen = people.secretary.says("走访计划")
    assert "12月走访计划 2 户，已走 2 户" in overseen
    assert "桂示范 1/1" in overseen


def test_who_asked_for_none_is_in_no_plan_and_taken_out_of_one(chat, clock, people, quota):
    unhappy(chat, "梧桐里1号院1幢201室", "梧桐里1号院05幢302室")
    chat.person("王叔叔").says("以后不要来走访了 梧桐里1号院1幢201")
    morning(chat, clock, people)
    assert len(plans(chat)) == 1
    said = chat.person("赵叔叔").says("以后不要来走访了 梧桐里1号院05幢302")
    assert "不再上门走访 梧桐里1号院05幢302" in said
    chat.work()
    assert plans(chat) == []
    assert any("请不要再上门走访" in text for text in people.worker.notices)


def test_a_household_in_view_is_planned_with_a_reason_that_its_team_does_not_read(chat, clock, people, quota):
    people.secretary.says("重点走访 梧桐里1号院1幢201 独居，刚出院")
    morning(chat, clock, people)
    (row,) = plans(chat)
    assert row.signs == "key"
    said = people.cadre.notices[-1]
    assert "重点关心" in said
    assert all("刚出院" not in each.text for each in notices(chat))


def test_what_comes_up_later_is_added_by_the_secretary_and_nothing_twice(chat, clock, people, quota):
    unhappy(chat, "梧桐里1号院1幢201室")
    morning(chat, clock, people)
    clock.turn(days=3)
    unhappy(chat, "梧桐里2号院9幢101室", name="后来的")
    said = people.secretary.says("排走访计划")
    assert "新增 1 户，共 2 户" in said
    assert "没有要新增的，共 2 户" in people.secretary.says("排走访计划")
    assert "社区书记" in people.cadre.says("排走访计划")
    assert all(row.due_on.isoformat() >= "2026-12-04" for row in plans(chat)[1:])


def test_two_workers_at_once_plan_each_household_once(chat, clock, people):
    unhappy(chat, *(f"梧桐里1号院1幢{floor}01室" for floor in range(2, 7)))
    clock.now = FIRST
    threads = [threading.Thread(target=run_lane, args=(chat.tools, JOBS, Lane.BRIEFS)) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    rows = plans(chat)
    assert len(rows) == len({row.target for row in rows}) == 5
    keys = [row.dedupe_key for row in notices(chat)]
    assert len(keys) == len(set(keys))


def test_who_was_visited_lately_is_not_planned_again(chat, clock, people, quota):
    unhappy(chat, "梧桐里1号院1幢201室")
    people.cadre.says("走访 梧桐里1号院1幢201 老人独居")
    morning(chat, clock, people)
    assert plans(chat) == []
    assert "没有安排给您的走访" in people.cadre.says("走访计划")
