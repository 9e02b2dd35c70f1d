"""The pages of alliances: the list, a pairing with its year, the workbook with its preview, the ledger as a file."""

import io
import re

import pytest
from openpyxl import load_workbook
from sqlalchemy import func, select

from governance.alliance.sheets import SHEETS
from storage.models import Audit, Lecture, Milestone, Pairing
from storage.workbook.writer import write_workbook
from tests.alliance import alliance, book_lines
from tests.office import Office, plain


@pytest.fixture
def pair(chat):
    return alliance(chat)


@pytest.fixture
def office(chat, pair):
    return Office(chat).signs_in(pair.dispatcher)


def number_of(chat, model, code):
    return chat.rows(select(model.id).where(model.code == code))[0][0]


def sends(office, number, **form):
    answer = office.web.post(f"/console/alliance/{number}", data={"csrf": office.csrf, "nonce": repr(form), **form})
    return answer.status_code, plain(answer.text)


def uploads(office, tmp_path, lines, **ticks):
    write_workbook(tmp_path / "book.xlsx", lines, sheets=SHEETS)
    with open(tmp_path / "book.xlsx", "rb") as content:
        form = {"csrf": office.csrf, "file": (content, "book.xlsx"), **ticks}
        answer = office.web.post("/console/alliance/import", data=form, content_type="multipart/form-data")
    return answer.status_code, plain(answer.text)


def test_the_list_and_a_pairing_with_its_year(chat, clock, pair, office):
    number = number_of(chat, Milestone, "M1")
    pair.contact.says(f"节点 {number} 完成 已修好水管")
    pair.contact.sends_picture()
    chat.work()
    pair.head.says("党课上完了，主题 社区治理怎么做，30人")
    listed = office.sees("/console/alliance")
    assert "梧桐社区" in listed
    assert "第1网格党支部 审计局第一支部 1 1" in listed
    page = office.sees(f"/console/alliance/{number_of(chat, Pairing, 'J1')}")
    assert "按期完成" in page
    assert "已修好水管 卫示范" in page
    assert "社区治理怎么做 30人" in page
    assert "党员2人" in page
    assert "还没有登记党课" in office.sees(f"/console/alliance/{number_of(chat, Pairing, 'J1')}?year=2025")
    html = office.web.get(f"/console/alliance/{number_of(chat, Pairing, 'J1')}").text
    (picture,) = re.findall(r"/console/alliance/pictures/\d+", html)
    assert office.web.get(picture).content_type == "image/jpeg"
    clock.turn(days=30)
    office.signs_in_again()
    assert "逾期 1" in office.sees("/console/alliance")


def test_the_office_records_and_proves_as_the_chat_does(chat, pair, office):
    number, milestone = number_of(chat, Pairing, "J1"), number_of(chat, Milestone, "M2")
    status, said = sends(office, number, do="lecture", topic="消防安全", people="20", day="2026-11-20")
    assert (status, "已登记党课：11月20日“消防安全”，20人" in said) == (200, True), said
    status, said = sends(office, number, do="lecture", topic="消防安全", people="21", day="2026-11-20")
    assert (status, "已经登记过了" in said) == (409, True)
    status, said = sends(office, number, do="prove", milestone=str(milestone), note="讲座办好了")
    assert (status, "已登记完成" in said) == (200, True)
    status, said = sends(office, number, do="prove", milestone=str(milestone), note="又办了一次")
    assert (status, "已经登记完成" in said) == (409, True)
    assert chat.rows(select(func.count()).select_from(Lecture))[0][0] == 1
    assert sends(office, number, do="prove", milestone=str(milestone), note="")[0] == 422


def test_a_unit_leaves_from_its_page_and_both_sides_hear_of_it(chat, clock, pair, office):
    number = number_of(chat, Pairing, "J1")
    for each in (pair.head, pair.contact, pair.secretary, pair.other):
        each.says("你好")
    status, said = sends(office, number, do="leave", unit="U1", why="搬走了")
    assert (status, "示范市审计局已退出共建：撤销支部1个，结束结对1个" in said) == (200, True), said
    assert sends(office, number, do="leave", unit="U1", why="搬走了了")[0] == 409
    chat.work()
    for each in (pair.head, pair.contact, pair.secretary):
        told = [text for text in each.notices if "结对已结束" in text]
        assert len(told) == 1
        assert "示范市审计局退出共建（搬走了）" in told[0]
    assert not [text for text in pair.other.notices if "结对已结束" in text]
    assert "已结束" in office.sees("/console/alliance")
    clock.turn(days=12)
    assert chat.run("milestones") == {"milestones": 0}


def test_the_workbook_is_shown_before_it_is_written(chat, office, tmp_path):
    lines = book_lines()
    lines["units"].append({"code": "U3", "name": "模拟志愿者协会", "kind": "社会组织"})
    status, said = uploads(office, tmp_path, lines)
    assert (status, "会改动 1 处，还没有写入" in said, "单位：增加 1" in said) == (200, True, True), said
    assert "会改动 1 处" in uploads(office, tmp_path, lines)[1], "nothing was written"
    assert "已写入，改动 1 处" in uploads(office, tmp_path, lines, write="yes")[1]
    assert "没有要改的" in uploads(office, tmp_path, lines)[1]
    lines["agreements"][0]["end"] = "2026-01-01"
    status, said = uploads(office, tmp_path, lines, write="yes")
    assert (status, "协议表 第 2 行 终止日：终止日早于起始日" in said) == (422, True), said


def test_the_ledger_is_a_file_of_ones_own_area_and_leaves_a_trace(chat, pair, office):
    pair.head.says("党课上完了，主题 社区治理怎么做，30人")
    book = load_workbook(io.BytesIO(office.web.get("/console/alliance/ledger.xlsx?year=2026").data))
    head, *rows = book.active.iter_rows(values_only=True)
    line = dict(zip(head, next(row for row in rows if row[1] == "J1"), strict=True))
    assert (line["党课次数"], line["党课人次"], line["小区治理"], line["进行中"]) == (1, 30, 1, 2)
    assert len(rows) == 2
    assert chat.rows(select(func.count()).select_from(Audit).where(Audit.action == "export"))[0][0] == 1
    secretary = Office(chat).signs_in(chat.bound("吴范例", "0006"))
    book = load_workbook(io.BytesIO(secretary.web.get("/console/alliance/ledger.xlsx").data))
    assert [row[1] for row in book.active.iter_rows(min_row=2, values_only=True)] == ["J1"]
    foreign = number_of(chat, Pairing, "J2")
    assert secretary.web.get(f"/console/alliance/{foreign}").status_code == 404
    assert sends(secretary, foreign, do="lecture", topic="消防安全", people="20")[0] == 404
