"""A ticket's page: what it waits for, who could take it, its own pictures, an enquiry's answer."""

import csv
import io
import re
from pathlib import Path

from openpyxl import load_workbook
from sqlalchemy import select

from governance.tickets.lifecycle import Move
from handlers.office.texts import EVENT
from storage.models import Attachment, Audit
from tests.office import Office, plain
from tests.pictures import snapshot


def report(chat, text, asks=None):
    (asks or chat.person("李阿姨")).says(text)
    chat.work()
    return chat.tickets()[-1].number


def upload(office, number):
    picture = (io.BytesIO(snapshot()), "lamp.png")
    return office.web.post(f"/console/tickets/{number}/picture", data={"csrf": office.csrf, "picture": picture})


def next_of(page):
    return re.findall(r'class="next">.*?name="do" value="(\w+)"', page, re.DOTALL)


def test_a_picture_is_of_the_ticket_on_whose_page_it_was_sent(chat, people):
    lamp, drain = report(chat, "梧桐里1号院05幢3楼楼道灯坏了"), report(chat, "梧桐里1号院05幢门口垃圾没人收")
    worker = Office(chat).signs_in(people.worker)
    for number in (lamp, drain):
        assert worker.does(number, "take")[0] == 200
    assert upload(worker, lamp).status_code == 200
    status, said = worker.does(drain, "handle", note="已清走")
    assert status != 200 or "照片" in said, said
    assert worker.does(lamp, "handle", note="已换灯泡")[0] == 200
    rows = chat.rows(select(Attachment.number, Attachment.purpose))
    assert [(row.number, row.purpose) for row in rows] == [(lamp, "handle")]


def test_who_could_take_it_with_what_they_have_in_hand_and_whether_they_hear_of_it(chat, people, office):
    lamp = report(chat, "梧桐里1号院05幢3楼楼道灯坏了")
    page = office.web.get(f"/console/tickets/{lamp}").text
    offered = [plain(each) for each in re.findall(r'<button[^>]*data-whom="R1".*?</button>', page, re.DOTALL)]
    assert "陈试用" in offered[0]
    assert "网格员" in offered[0]
    assert "在办 1" in offered[0]
    assert "联系不上" not in offered[0]
    people.worker.phone.unfollow()
    page = office.web.get(f"/console/tickets/{lamp}").text
    offered = [plain(each) for each in re.findall(r'<button[^>]*data-whom="R1".*?</button>', page, re.DOTALL)]
    assert "联系不上" in offered[0]


def test_the_next_step_is_the_one_that_its_reader_can_do(chat, people, office):
    lamp = report(chat, "梧桐里1号院05幢3楼楼道灯坏了")
    path = f"/console/tickets/{lamp}"
    assert next_of(office.web.get(path).text) == []
    assert "等陈试用接单" in office.sees(path)
    worker = Office(chat).signs_in(people.worker)
    assert next_of(worker.web.get(path).text) == ["take"]
    assert worker.does(lamp, "take")[0] == 200
    assert next_of(worker.web.get(path).text) == ["handle"]
    assert "陈试用正在办" in office.sees(path)


def test_an_enquiry_is_answered_on_its_page_by_who_dispatches(chat, office):
    asks = chat.person("李阿姨")
    number = report(chat, "请问医保报销什么时候能到账？", asks)
    assert next_of(office.web.get(f"/console/tickets/{number}").text) == ["answer"]
    status, said = office.does(number, "answer", note="材料交齐后 15 个工作日到账")
    assert status == 200, said
    chat.work()
    assert any("15 个工作日" in text for text in asks.notices)
    assert chat.tickets()[-1].state == "verified"
    lamp = report(chat, "梧桐里1号院05幢3楼楼道灯坏了")
    assert 'value="answer"' not in office.web.get(f"/console/tickets/{lamp}").text
    assert office.does(lamp, "answer", note="好了")[0] == 409


def test_an_answer_kept_for_all_ends_the_enquiry_that_it_was_made_from(chat, office):
    asks = chat.person("李阿姨")
    number = report(chat, "请问医保报销什么时候能到账？", asks)
    link = re.search(r'href="(/console/knowledge\?[^"]+)"', office.web.get("/console/knowledge").text)[1]
    assert f"同时答复 {number}" in office.sees(link.replace("&amp;", "&"))
    form = {"question": "医保报销多久到账", "answer": "15 个工作日", "number": number, "csrf": office.csrf}
    assert office.web.post("/console/knowledge", data=form).status_code == 302
    chat.work()
    assert any("15 个工作日" in text for text in asks.notices)
    assert chat.tickets()[-1].state == "verified"


def test_on_paper_stand_the_promises_and_the_pictures(chat, office):
    resident = chat.person("李阿姨")
    resident.says("梧桐里1号院05幢3楼楼道灯坏了")
    resident.sends_picture()
    chat.work()
    page = office.web.get(f"/console/tickets/{chat.tickets()[-1].number}/print").text
    assert "时限" in plain(page)
    assert "接单" in plain(page)
    assert '<img src="/console/files/' in page


def test_a_file_of_the_office_is_in_the_words_of_its_pages(chat, office):
    report(chat, "梧桐里1号院05幢3楼楼道灯坏了")
    (row,) = csv.DictReader(io.StringIO(office.web.get("/console/tickets.csv").data.decode("utf-8-sig")))
    assert (row["状态"], row["来源"], row["紧急程度"]) == ("已派单", "微信", "一般")
    assert "照明" in row["类别"]
    assert not any(re.search("[a-z]{3}", head) for head in row)
    rows = [*load_workbook(io.BytesIO(office.web.get("/console/assessment.xlsx").data)).active.values]
    assert rows[0][:4] == ("种类", "名称", "件数", "响应率")
    assert {row[0] for row in rows[1:]} == {"社区", "网格"}


def test_place_category_and_urgency_are_put_right_with_a_reason_that_stays(chat, people, office):
    lamp = report(chat, "梧桐里1号院05幢3楼楼道灯坏了")
    assert office.does(lamp, "facts", urgency="urgent")[0] == 422  # no reason
    status, said = office.does(lamp, "facts", where="没有这个地方", why="问过")
    assert (status, "名册里找不到" in said) == (409, True), said
    status, said = office.does(lamp, "facts", urgency="hazard", why="问过")
    assert (status, "隐患" in said) == (409, True), said
    status, said = office.does(
        lamp, "facts", where="梧桐里2号院9幢", category="房屋设施·电梯", urgency="urgent", why="电话问过，是电梯"
    )
    assert status == 200, said
    page = office.sees(f"/console/tickets/{lamp}")
    assert "地点 梧桐里2号院9幢" in page
    assert "改内容 ：地点改为梧桐里2号院9幢" in page.replace("改内容：", "改内容 ：")
    assert "（电话问过，是电梯）" in page
    assert "应急" in page
    assert "ticket.facts" in [row.action for row in chat.rows(select(Audit.action))]
    worker = Office(chat).signs_in(people.worker)
    assert worker.does(lamp, "facts", urgency="normal", why="不急")[0] == 404  # no longer at their place


def test_an_earlier_report_of_the_same_stands_beside_it_and_it_goes_there_with_a_tap(chat, office):
    first = report(chat, "梧桐里1号院05幢3楼楼道灯坏了")
    second = report(chat, "梧桐里1号院05幢楼道灯不亮")
    assert second != first
    page = office.web.get(f"/console/tickets/{second}").text
    assert f'"do": "merge", "into": "{first}"' in page
    assert "像是同一件" not in office.sees(f"/console/tickets/{first}")
    status, said = office.does(second, "merge", into=first)
    assert status == 200, said
    assert chat.tickets()[-1].merged_into == first


def test_reminders_stand_in_the_time_line_by_the_promise_s_name(chat, clock, office):
    lamp = report(chat, "梧桐里1号院05幢3楼楼道灯坏了")
    clock.turn(hours=3)
    chat.work()
    office.signs_in_again()
    for path in (f"/console/tickets/{lamp}", f"/console/tickets/{lamp}/print"):
        page = office.sees(path)
        assert "接单 50%" in page
        assert "take 50%" not in page


def test_each_kind_of_event_has_a_name():
    sources = "".join(path.read_text() for path in Path("handlers").rglob("*.py"))
    written = set(re.findall(r'note_event\([^,()]+, [^,()]+, "([a-z_]+)"', sources)) | {move.value for move in Move}
    assert written
    assert written <= set(EVENT)


def test_the_conversation_begins_with_what_was_answered_at_once(chat, office):
    resident = chat.person("李阿姨")
    answer = resident.says("梧桐里1号院05幢3楼楼道灯坏了")
    number = re.search(r"NH\d{8}-\d{4}", answer)[0]
    said = office.sees(f"/console/tickets/{number}").partition("和上报人说的")[2]
    assert "当时就答复了" in said
    assert f"{number}" in said
    assert "还没有告诉过什么" not in said
    resident.says("梧桐里1号院05幢4楼水管漏水")
    assert office.sees(f"/console/tickets/{number}").count("当时就答复了") == 1
