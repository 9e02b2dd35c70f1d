"""Things are looked at: by rule and season, by chat, with a finding that becomes a ticket; what is late is told once."""

import threading

import pytest
from sqlalchemy import func, select

from governance.things.inspections import Result
from storage.models import Outbox, Thing, ThingInspection, Ticket
from tests.duty import at
from tests.roster import small
from tests.things import imported, manhole, with_points


@pytest.fixture
def town(chat):
    chat.subdistrict(with_points(small()))
    imported(chat, [
        manhole("J-012", spot="3单元门口"),
        {"code": "DT-1", "kind": "电梯", "place": "Y1-5"},
        {"code": "T-9", "kind": "树木", "place": "Y2", "spot": "东侧"},
    ])  # fmt: skip
    return chat


def open_all(chat):
    return chat.run("thing_inspections")["thing_inspections"]


def looks(chat, code=None):
    statement = select(ThingInspection.__table__, Thing.code).join(Thing, Thing.id == ThingInspection.thing_id)
    rows = chat.rows(statement.order_by(ThingInspection.id))
    return [row for row in rows if code is None or row.code == code]


def owed(chat, words):
    """The pushes with these words, whether or not a way is open to who gets them."""
    return [row.text for row in chat.rows(select(Outbox.text).order_by(Outbox.id)) if words in row.text]


def test_what_is_due_is_opened_once_however_often_the_clock_comes(town, clock):
    open_all(town)
    assert {(row.code, row.period) for row in looks(town)} == {
        ("J-012", "2026-07/6"), ("DT-1", "2026-11/1"), ("T-9", "2026-01/12"),
    }  # fmt: skip
    open_all(town)
    clock.turn(days=1)
    open_all(town)
    assert len(looks(town)) == 3
    clock.turn(days=10)
    open_all(town)
    assert [row.period for row in looks(town, "DT-1")] == ["2026-11/1", "2026-12/1"]


def test_before_the_flood_trees_are_looked_at_once_more(town, clock):
    at(clock, "2027-03-02T06:00")
    open_all(town)
    assert {row.period for row in looks(town, "T-9")} == {"2027-01/12", "2027/flood"}
    assert {row.period for row in looks(town, "J-012")} == {"2027-01/6"}


def test_the_worker_s_list_shows_what_is_theirs_the_most_urgent_first(town):
    worker, other = town.bound("陈试用", "0001"), town.bound("赵演示", "0002")
    assert "现在没有要查的设施" in worker.says("今天要查什么")
    open_all(town)
    said = worker.says("今天要查什么")
    assert "要查的设施 2 个" in said
    assert said.index("DT-1") < said.index("J-012")
    assert "T-9" not in said
    assert "T-9" in other.says("要查哪些设施")
    assert "要查的设施 2 个" in worker.says("我的工单")


def test_a_resident_has_no_list(town):
    open_all(town)
    assert "DT-1" not in town.person("李阿姨").says("今天要查什么")


def test_what_is_well_is_recorded_once_with_a_picture(town):
    worker = town.bound("陈试用", "0001")
    open_all(town)
    said = worker.says("查过了 井盖J-012 正常")
    assert "已登记检查：井盖 J-012" in said
    assert "还有 1 个要查" in said
    (row,) = looks(town, "J-012")
    assert row.result == Result.WELL.value
    assert row.note == "正常"
    assert "照片已附在 J-012 的检查里" in worker.sends_picture()
    assert looks(town, "J-012")[0].picture_id is not None
    assert "本期已查过" in worker.says("查过了 J-012 正常")
    assert len(looks(town, "J-012")) == 1
    assert town.tickets() == []


def test_a_finding_is_a_ticket_about_that_thing_in_the_same_message(town):
    worker = town.bound("陈试用", "0001")
    open_all(town)
    said = worker.says("井盖J-012 盖板松了")
    assert "发现问题，已转成工单" in said
    assert "NH20261124-0001" in said
    ticket = town.tickets()[0]
    (row,) = looks(town, "J-012")
    assert row.number == ticket.number
    assert row.result == Result.WRONG.value
    assert ticket.thing_id == row.thing_id
    assert ticket.place_id is not None


def test_from_a_resident_the_same_words_are_a_report(town):
    said = town.person("李阿姨").says("井盖J-012 盖板松了")
    assert "已登记，编号 NH20261124-0001" in said
    assert "设施：井盖 J-012" in said
    assert looks(town) == []


def test_without_how_it_is_it_is_asked_and_the_answer_counts(town):
    worker = town.bound("陈试用", "0001")
    open_all(town)
    assert "怎么样" in worker.says("查过了 井盖J-012")
    assert "已登记检查：井盖 J-012" in worker.says("正常")
    assert "已登记检查：电梯 DT-1" in worker.says("查过了 电梯 正常"), "the only one that is due"


def test_what_is_no_thing_of_the_register_was_a_walk(town):
    assert "已记巡楼" in town.bound("王样本", "0005").says("检查了消防通道 没有堵")


def test_an_unknown_number_and_a_thing_elsewhere_are_refused(town):
    worker = town.bound("陈试用", "0001")
    assert "没有编号 J-999 的设施" in worker.says("查过了 井盖J-999 正常")
    said = worker.says("查过了 T-9 正常")
    assert "已登记" not in said
    assert looks(town) == []


def test_twenty_at_once_make_one_look(town):
    worker, head = town.bound("陈试用", "0001"), town.bound("孙模拟", "0004")
    open_all(town)
    threads = [
        threading.Thread(target=speaker.says, args=("查过了 井盖J-012 正常",))
        for _ in range(10)
        for speaker in (worker, head)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(looks(town, "J-012")) == 1


def test_what_is_late_is_told_to_the_grid_head_once(town, clock):
    town.bound("孙模拟", "0004")
    open_all(town)
    clock.turn(days=13)
    for _ in range(3):
        town.run("things_late")
        clock.turn(days=7)
    told = owed(town, "到期没有检查")
    assert len(told) == 1
    assert "第1网格有 1 个设施到期没有检查" in told[0]
    assert "DT-1" in told[0]


def test_late_with_nobody_to_tell_waits(town, clock):
    open_all(town)
    clock.turn(days=13)
    town.run("things_late")
    town.bound("孙模拟", "0004")
    clock.turn(days=7)
    town.run("things_late")
    assert "DT-1" in owed(town, "到期没有检查")[0]


def test_a_scanned_code_starts_a_report_with_thing_and_place(town):
    resident = town.person("李阿姨")
    said = resident.scans("t-J-012")
    assert "这是井盖 J-012（梧桐里1号院1幢3单元门口）" in said
    town.work()
    assert "已登记，编号" in resident.chooses("上报这个井盖坏了")
    ticket = town.tickets()[0]
    assert (ticket.thing_id is not None, ticket.place_id is not None) == (True, True)
    assert "没有编号 J-77" in resident.scans("t-J-77")


def test_who_follows_by_a_thing_s_code_reads_which_it_is_and_is_welcome(town):
    said = town.person("新邻居").follows_by("t-J-012")
    assert said.startswith("这是井盖 J-012（梧桐里1号院1幢3单元门口）")
    assert "欢迎" in said
    assert "没有编号 J-77" in town.person("另一位").follows_by("t-J-77")
    asked = town.person("第三位").follows_by("login_123456")
    assert "欢迎" in asked
    assert len(asked) > len(town.person("第四位").follows_by("")), "what came of the code is said first"


def test_a_scanned_code_answers_where_it_is(town):
    resident = town.person("李阿姨")
    assert "还缺地点" in resident.says("井盖翘起来了，会绊人")
    assert "地点已补充" in resident.scans("t-J-012")
    assert town.tickets()[0].thing_id is not None


def test_a_scanned_code_and_own_words_are_a_report_of_it_too(town):
    resident = town.person("李阿姨")
    resident.scans("t-DT-1")
    assert "设施：电梯 DT-1" in resident.says("门一直关不上")
    assert town.rows(select(func.count()).select_from(Ticket))[0][0] == 1


def test_a_worker_s_scan_is_the_inspection(town):
    worker = town.bound("陈试用", "0001")
    open_all(town)
    said = worker.scans("t-J-012")
    assert "12月31日前要查" in said
    assert "已登记检查：井盖 J-012" in worker.says("正常")
    assert looks(town, "J-012")[0].done_at is not None
