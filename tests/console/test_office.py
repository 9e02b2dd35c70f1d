"""What else is kept at the back office: known answers, hotline orders, the directory and the roster's import."""

import csv
import io

from openpyxl import Workbook
from sqlalchemy import select

from governance.duty.plan_sheets import SHEETS
from storage.models import Audit
from storage.workbook.writer import write_workbook
from tests.duty import PATTERNS, STATIONS, crew, roster
from tests.office import Office, plain
from tests.roster import written
from tests.staff import lines


def posts(office, path, **form):
    return office.web.post(f"/console/{path}", data={"csrf": office.csrf, **form})


def test_a_known_question_is_answered_at_once_and_an_unknown_one_collected(chat, office):
    asker = chat.person("李阿姨")
    asker.says("请问居住证在哪里办")
    first = chat.tickets()[-1].number
    assert "请问居住证在哪里办" in office.sees("/console/knowledge")
    assert (
        posts(
            office, "knowledge", question="居住证怎么办理", answer="带身份证到社区一楼窗口，工作日 9 点到 17 点。"
        ).status_code
        == 302
    )
    other = chat.person("张大爷")
    assert "带身份证到社区一楼窗口" in other.says("办居住证要去哪里办呀？")
    assert [ticket.number for ticket in chat.tickets()] == [first]
    assert "答过 1 次" in office.sees("/console/knowledge")
    answer = other.says("转人工")
    assert "NH" in answer
    assert "办居住证要去哪里办呀" in chat.tickets()[-1].text
    assert "居住证" not in chat.person("王大爷").says("请问公交末班车几点")


def test_a_report_right_after_an_answer_is_a_report(chat, office):
    posts(office, "knowledge", question="居住证怎么办理", answer="带身份证到社区一楼窗口。")
    asker = chat.person("李阿姨")
    asker.says("请问居住证怎么办理")
    assert "楼道灯" in asker.says("梧桐里1号院05幢3楼楼道灯坏了")
    assert "帮助" in asker.says("帮助")
    assert "NH" in asker.says("转人工")


def test_answers_are_changed_and_retired_by_who_may(chat, people, office):
    posts(office, "knowledge", question="居住证怎么办理", answer="旧答案，请到窗口。")
    posts(office, "knowledge", id="1", question="居住证怎么办理", answer="新答案，请到窗口。")
    asker = chat.person("李阿姨")
    assert "新答案" in asker.says("请问居住证怎么办理")
    assert posts(office, "knowledge", question="", answer="x").status_code == 422
    assert posts(office, "knowledge", question="q", answer="长" * 601).status_code == 422
    assert posts(office, "knowledge/1/retire").status_code == 302
    assert "新答案" not in asker.says("请问居住证怎么办理")
    worker = Office(chat).signs_in(people.worker)
    assert worker.web.get("/console/knowledge").status_code == 403
    assert posts(worker, "knowledge", question="q", answer="a").status_code == 403


def book(*rows):
    out, made = io.BytesIO(), Workbook()
    for row in rows:
        made.active.append(row)
    made.save(out)
    out.seek(0)
    return out


def test_hotline_orders_in_the_browser(chat, office):
    head = ("工单编号", "诉求内容", "地址", "办结期限")
    wrong = posts(office, "hotline", file=(book(head, ("NJ1", None, None, None)), "o.xlsx"))
    assert "第 2 行，诉求内容：没有填" in plain(wrong.text)
    assert "打不开" in plain(posts(office, "hotline", file=(io.BytesIO(b"#!/bin/sh"), "o.xlsx")).text)
    good = (head, ("NJ1", "3楼楼道灯坏了", "梧桐里1号院05幢", "2026-11-25 12:00"))
    assert "导入 1 件" in plain(posts(office, "hotline", file=(book(*good), "o.xlsx")).text)
    assert "1 件以前导入过" in plain(posts(office, "hotline", file=(book(*good), "o.xlsx")).text)
    assert "12345" in office.sees("/console/")
    assert office.web.get("/console/hotline.xlsx").data[:2] == b"PK"


def test_the_directory_masks_and_searches(chat, office):
    for what in ("people", "places", "grids", "stations", "shifts", "rules", "templates"):
        office.sees(f"/console/directory?what={what}")
    page = office.sees("/console/directory?q=王样本")
    assert "R5 王** 199****0005 红色楼栋长" in page
    assert "王样本" not in page
    assert "梧桐里2号院9幢" in office.sees("/console/directory?what=places&q=9幢")
    assert "join_minutes" in office.sees("/console/directory?what=rules")
    assert office.web.get("/console/directory?what=passwords").status_code == 400


def test_the_directory_is_searched_by_post_and_place_and_says_whom_to_ask(chat, people):
    secretary = Office(chat).signs_in(people.secretary)
    for query in ("q=楼栋长", "role=building_leader", "q=梧桐社区&role=building_leader"):
        page = secretary.sees(f"/console/directory?{query}")
        assert "R5 王** 199****0005 红色楼栋长" in page, query
        assert "陈试用" not in page, query
    assert "没有。" in secretary.sees("/console/directory?q=楼栋长&role=grid_worker")
    assert "R5" in secretary.sees("/console/directory?q=梧桐里1号院05幢")
    assert "这里只能看。要改请找：派单员何派单" in secretary.sees("/console/directory")
    assert secretary.web.get("/console/directory?role=king").status_code == 400


def test_who_may_not_change_the_answers_reads_them(chat, people, office):
    office.posts("/console/knowledge", question="居住证怎么办", answer="到一楼窗口。")
    secretary = Office(chat).signs_in(people.secretary)
    page = secretary.sees("/console/knowledge")
    assert "居住证怎么办 到一楼窗口。" in page
    assert "要改请找：派单员何派单" in page
    assert "改好" not in page
    assert secretary.posts("/console/knowledge", question="甲", answer="乙").status_code == 403
    assert "/console/knowledge#known-1" in secretary.web.get("/console/find?q=居住证").text
    worker = Office(chat).signs_in(people.worker)
    assert worker.web.get("/console/knowledge").status_code == 403


def test_the_roster_comes_in_by_browser_with_its_problems(chat, office, tmp_path):
    found = lines()
    found["posts"][0]["grid"] = "G99"
    bad = posts(
        office, "directory/import", file=(io.BytesIO(written(tmp_path / "b.xlsx", found).read_bytes()), "r.xlsx")
    )
    assert bad.status_code == 422
    assert "G99" in plain(bad.text)
    found = lines()
    found["people"].append({"code": "X9", "name": "新来的", "phone": "19955550009"})
    file = written(tmp_path / "g.xlsx", found).read_bytes()
    assert "还没有写入" in plain(posts(office, "directory/import", file=(io.BytesIO(file), "r.xlsx")).text)
    assert "没有。" in office.sees("/console/directory?q=X9")
    done = posts(office, "directory/import", file=(io.BytesIO(file), "r.xlsx"), write="yes")
    assert "已写入" in plain(done.text)
    assert "console:D2" in [row.actor for row in chat.rows(select(Audit.actor).where(Audit.action == "person.add"))]
    assert "X9" in office.sees("/console/directory?q=X9")


def test_what_is_said_at_the_office_is_done_as_by_phone(chat, people):
    office = Office(chat).signs_in(people.secretary)
    assert "现在没有候选人" in plain(posts(office, "say", text="评议", nonce="a").text)
    assert posts(office, "say", text=" ").status_code == 422
    twice = [plain(posts(office, "say", text="帮助", nonce="same").text) for _ in range(2)]
    assert twice[0] == twice[1]


def test_records_are_read_by_who_runs_the_station_and_each_look_is_noted(chat):
    crew_of = crew(chat)
    assert "已登记" in crew_of.lead.says("调解记录 3楼和4楼两家，夜里太吵，双方和好")
    office = Office(chat).signs_in(crew_of.secretary)
    page = office.sees("/console/records")
    assert "3楼和4楼两家 夜里太吵 双方和好" in page
    assert "records.read" in [row.action for row in chat.rows(select(Audit.action))]
    head = Office(chat).signs_in(crew_of.head)
    assert head.web.get("/console/records").status_code == 403


def test_a_formula_in_a_report_is_text_in_the_csv(chat, office):
    chat.person("李阿姨").says("=1+1 梧桐里1号院05幢3楼楼道灯坏了")
    lines = office.web.get("/console/tickets.csv").data.decode("utf-8-sig").splitlines()
    (cells,) = list(csv.reader(lines))[1:]
    assert not any(cell.startswith(("=", "+", "@")) for cell in cells)
    assert any(cell.startswith("'=") for cell in cells)
    assert office.web.get("/console/tickets.csv?from=gestern").status_code == 400


def test_stations_and_weekly_shifts_come_in_by_browser(chat, people, office, tmp_path):
    chat.subdistrict(roster())
    path = tmp_path / "duty.xlsx"
    sheets = {"stations": STATIONS, "patterns": PATTERNS, "qualifications": []}
    write_workbook(path, {**sheets, "patterns": [{**PATTERNS[0], "station": "H9"}]}, SHEETS)
    bad = posts(office, "directory/duty", file=(io.BytesIO(path.read_bytes()), "d.xlsx"))
    assert bad.status_code == 422
    assert "H9" in plain(bad.text)
    assert "没有。" in office.sees("/console/directory?what=stations")
    assert "打不开" in plain(posts(office, "directory/duty", file=(io.BytesIO(b"MZ"), "d.xlsx")).text)
    write_workbook(path, sheets, SHEETS)
    for new in (True, False):
        done = plain(posts(office, "directory/duty", file=(io.BytesIO(path.read_bytes()), "d.xlsx")).text)
        assert "已写入：站点 2 个、排班 3 条" in done
        assert ("新生成班次 0 个" in done) is not new
    assert "梧桐和事佬工作室" in office.sees("/console/directory?what=stations")
    assert "console:D2" in [row.actor for row in chat.rows(select(Audit.actor).where(Audit.action == "duty.import"))]
    for name in ("duty", "roster"):
        assert office.web.get(f"/console/directory/{name}.xlsx").data[:2] == b"PK"
    worker = Office(chat).signs_in(people.worker)
    for path in ("duty", "duty.xlsx", "roster.xlsx"):
        assert worker.web.get(f"/console/directory/{path}").status_code == 403
    assert posts(worker, "directory/duty").status_code == 403
