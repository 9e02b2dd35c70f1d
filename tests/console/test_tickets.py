"""A dispatcher's work at the back office, request by request, and what nobody may do there."""

import io
import time

from openpyxl import load_workbook
from sqlalchemy import insert, select

from storage.models import Attachment, Audit, Ticket
from tests.office import Office, plain
from tests.pictures import snapshot

SCRIPT = "<script>alert(1)</script>"


def report(chat, text="梧桐里1号院05幢3楼楼道灯坏了", name="李阿姨"):
    speaker = chat.person(name)
    speaker.says(text)
    return speaker, chat.tickets()[-1].number


def test_a_ticket_goes_from_the_board_to_its_end(chat, people, office):
    resident, number = report(chat)
    assert number in office.sees("/console/")
    status, said = office.does(number, "dispatch", whom="R1")
    assert (status, "陈试用" in said) == (200, True), said
    page = office.sees(f"/console/tickets/{number}")
    assert "何派单 派单" in page
    assert "已发送" not in page
    status, said = office.does(number, "relay", note="师傅下午到")
    assert status == 200
    chat.work()
    assert any("师傅下午到" in text for text in resident.notices)
    worker = Office(chat).signs_in(people.worker)
    assert worker.does(number, "take")[0] == 200
    picture = (io.BytesIO(snapshot()), "lamp.png")
    sent = worker.web.post(f"/console/tickets/{number}/picture", data={"csrf": worker.csrf, "picture": picture})
    assert "照片已收下" in plain(sent.text)
    status, said = worker.does(number, "handle", note="已换灯泡")
    assert status == 200, said
    head = Office(chat).signs_in(people.head)
    assert head.does(number, "verify")[0] == 200
    chat.work()
    resident.says("满意 1")
    assert "已办结" in office.sees(f"/console/tickets/{number}")
    assert number not in office.sees("/console/")
    assert number in office.sees("/console/?show=ended")
    assert "100.0%（1/1）" in office.sees("/console/assessment")


def test_a_dispatch_is_taken_back_and_a_danger_stood_down_at_the_back_office(chat, office):
    _, number = report(chat, "梧桐里1号院05幢外墙瓷砖往下掉，很危险")
    chat.work()
    assert office.does(number, "dispatch", whom="R8")[0] == 200
    assert "撤销派单" in office.sees(f"/console/tickets/{number}")
    status, said = office.does(number, "undo_dispatch")
    assert (status, "仍由网格员陈试用负责" in said) == (200, True), said
    status, said = office.does(number, "no_danger", note="是旧裂缝，已观测三年")
    assert (status, "改按一般事项办理" in said) == (200, True), said
    assert chat.tickets()[-1].urgency == "normal"
    page = office.sees(f"/console/tickets/{number}")
    assert "何派单 撤销派单" in page
    assert "没有危险：是旧裂缝，已观测三年" in page


def test_search_by_number_place_words_and_name(chat, people, office):
    report(chat)
    people.leader.says("梧桐里2号院9幢下水道堵了")
    for asked, hit in (("0001", "楼道灯"), ("2号院", "下水道"), ("灯坏", "楼道灯"), ("王样本", "下水道")):
        page = office.sees(f"/console/?q={asked}")
        assert hit in page, asked
        assert "共 1 件" in page, asked
    assert "没有符合的工单" in office.sees("/console/?q=没有这样的")
    assert "共 1 件" in office.sees("/console/?urgency=urgent")


def test_of_two_dispatchers_the_second_is_told_what_changed(chat, people, office):
    _, number = report(chat)
    first = office.web.get(f"/console/tickets/{number}").text
    seen = first.split("seen=")[1].split('"')[0]
    other = Office(chat).signs_in(people.head)
    assert other.does(number, "dispatch", whom="R1")[0] == 200
    form = {"do": "dispatch", "whom": "R8", "seen": seen, "csrf": office.csrf, "nonce": "late"}
    refused = office.web.post(f"/console/tickets/{number}", data=form, headers={"HX-Request": "true"})
    assert refused.status_code == 409
    assert "孙模拟 派单" in plain(refused.text)
    assert "郑假设" not in office.sees(f"/console/tickets/{number}").split("经过")[1]


def test_a_form_sent_twice_does_it_once(chat, office):
    _, number = report(chat)
    seen = office.web.get(f"/console/tickets/{number}").text.split("seen=")[1].split('"')[0]
    form = {"do": "remark", "note": "门禁密码问门卫", "csrf": office.csrf, "nonce": "same", "seen": seen}
    answers = [office.web.post(f"/console/tickets/{number}", data=form).text for _ in range(3)]
    assert answers[0] == answers[1] == answers[2]
    assert office.sees(f"/console/tickets/{number}").count("门禁密码问门卫") == 1


def test_many_are_dispatched_at_once_and_each_says_how(chat, office):
    numbers = [report(chat, f"梧桐里1号院05幢{n}楼楼道灯坏了", f"邻居{n}")[1] for n in range(1, 4)]
    form = {"number": [*numbers, "NH20200101-0001"], "whom": "R1", "csrf": office.csrf, "nonce": "bulk"}
    said = plain(office.web.post("/console/board/dispatch", data=form).text)
    assert said.count("陈试用") >= 3
    assert "NH20200101-0001" in said
    assert "请先勾选" in plain(office.web.post("/console/board/dispatch", data={"csrf": office.csrf}).text)


def test_the_board_says_nothing_new_while_nothing_is(chat, office):
    page = office.web.get("/console/board").text
    version = page.split("v=")[1].split('"')[0]
    assert office.web.get(f"/console/board?v={version}&clock=7").status_code == 204
    _, number = report(chat)
    fresh = office.web.get(f"/console/board?v={version}&clock=8")
    assert fresh.status_code == 200
    assert number in fresh.text


def test_the_reporter_is_masked_and_a_full_look_leaves_a_trace(chat, people, office):
    people.leader.says("梧桐里2号院9幢下水道堵了")
    number = chat.tickets()[-1].number
    page = office.sees(f"/console/tickets/{number}")
    assert "王**" in page
    assert "19900000005" not in page
    full = office.web.post(f"/console/tickets/{number}/reporter", data={"csrf": office.csrf})
    assert "王样本 19900000005" in plain(full.text)
    assert ("person.read", "person:R5") in [
        (a.action, a.subject) for a in chat.rows(select(Audit.action, Audit.subject))
    ]
    worker = Office(chat).signs_in(people.worker)
    assert worker.web.post(f"/console/tickets/{number}/reporter", data={"csrf": worker.csrf}).status_code == 403


def test_somebody_else_s_ticket_file_and_page_are_not_there(chat, people):
    _, here = report(chat)
    other, _ = report(chat, "虎踞北路4号5幢下水道堵了", "张大爷")
    other.sends_picture()
    chat.work()
    elsewhere = chat.tickets()[-1].number
    worker = Office(chat).signs_in(people.worker)
    assert here in worker.sees("/console/")
    assert elsewhere not in worker.sees("/console/?show=all")
    assert worker.web.get(f"/console/tickets/{elsewhere}").status_code == 404
    assert worker.web.get("/console/tickets/NH19990101-0001").status_code == 404
    (file,) = chat.rows(select(Attachment.id))
    assert worker.web.get(f"/console/files/{file.id}").status_code == 404
    assert worker.web.get("/console/assessment").status_code == 403
    form = {"do": "remark", "note": "x", "csrf": worker.csrf}
    assert worker.web.post(f"/console/tickets/{elsewhere}", data=form).status_code == 404
    dispatcher = Office(chat).signs_in(people.dispatcher)
    shown = dispatcher.web.get(f"/console/files/{file.id}")
    assert shown.headers["Content-Type"] == "image/jpeg"
    assert shown.headers["X-Content-Type-Options"] == "nosniff"


def test_without_the_form_s_token_nothing_is_done(chat, office):
    _, number = report(chat)
    for token in ({}, {"csrf": "0" * 32}):
        refused = office.web.post(f"/console/tickets/{number}", data={"do": "remark", "note": "von woanders", **token})
        assert refused.status_code == 400
        assert "刷新页面" in plain(refused.text)
    assert "von woanders" not in office.sees(f"/console/tickets/{number}")


def test_a_script_in_a_report_is_text(chat, office):
    _, number = report(chat, f"梧桐里1号院05幢{SCRIPT}楼道灯坏了")
    for path in ("/console/", f"/console/tickets/{number}", f"/console/tickets/{number}/print", "/console/wall"):
        response = office.web.get(path)
        assert SCRIPT not in response.text
        assert "script-src 'self'" in response.headers["Content-Security-Policy"]
    office.does(number, "remark", note=SCRIPT)
    assert SCRIPT not in office.web.get(f"/console/tickets/{number}").text


def test_a_script_that_calls_itself_a_picture_is_not_taken(chat, office):
    _, number = report(chat)
    wrong = (io.BytesIO(b"#!/bin/sh\nrm -rf /\n"), "cat.jpg")
    sent = office.web.post(f"/console/tickets/{number}/picture", data={"csrf": office.csrf, "picture": wrong})
    assert sent.status_code == 415
    assert "不是照片" in plain(sent.text)
    assert chat.rows(select(Attachment.id)) == []


def test_a_formula_in_an_export_is_text(chat, office):
    with chat.database.write() as connection:
        connection.exec_driver_sql("update grids set name = '=HYPERLINK(\"http://x\")' where code = 'G01'")
    report(chat)
    book = load_workbook(io.BytesIO(office.web.get("/console/assessment.xlsx").data))
    names = [row[1] for row in book.active.values]
    assert '\'=HYPERLINK("http://x")' in names


def test_ten_thousand_tickets_are_paged_and_quick(chat, clock, office):
    rows = [
        {
            "number": f"NH2026{n // 5000 + 10:02d}01-{n:05d}", "state": "dispatched", "channel": "wechat", "urgency": "normal",
            "draft": False, "text": "楼道灯坏了", "summary": f"楼道灯坏了{n}", "opened_at": clock(),
        }
        for n in range(10_000)
    ]  # fmt: skip
    with chat.database.write() as connection:
        for start in range(0, len(rows), 500):
            connection.execute(insert(Ticket).values(rows[start : start + 500]))
    page = office.sees("/console/")
    assert "共 10000 件，第 1 / 200 页" in page
    assert office.sees("/console/?page=200").count("楼道灯坏了99") >= 1
    spans = []
    for _ in range(5):
        begin = time.perf_counter()
        office.web.get("/console/?q=坏了123")
        spans.append(time.perf_counter() - begin)
    print("board of 10,000:", [round(span * 1000) for span in spans], "ms")
    assert "没有符合的工单" in office.sees("/console/?page=99999")
    assert office.web.get("/console/?page=abc&community=x&urgency=%27").status_code == 400


def test_the_wall_shows_no_number_of_anybody(chat, office):
    report(chat, "梧桐里1号院05幢301室外墙瓷砖往下掉，很危险，电话13912345678")
    page = office.sees("/console/wall")
    assert "梧桐里1号院05幢" in page  # by its building: the words of who told of it hang there no more
    assert "外墙瓷砖" not in page
    assert "13912345678" not in page
    assert "301" not in page
