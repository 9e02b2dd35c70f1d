"""The charts of a month: each figure beside the other month's, with its tickets, in the workbook and in the report."""

import io
import json
import re
from concurrent.futures import ThreadPoolExecutor
from html import unescape

import pytest
from openpyxl import load_workbook
from sqlalchemy import select, update

from storage.models import Audit, Ticket
from tests.office import Office, plain
from tests.pdfs import words_of

LAMP, DRAIN = "梧桐里1号院05幢3楼楼道灯坏了", "虎踞北路4号5幢下水道堵了"


@pytest.fixture
def month(chat, clock, office):
    """Three lamps at one place and a drain elsewhere in November, one ticket in October."""
    for text in (LAMP, LAMP, LAMP, DRAIN, LAMP):
        chat.person(f"居民{len(chat.tickets())}").says(text)
    first, *_, last = (ticket.number for ticket in chat.tickets())
    with chat.database.write() as connection:
        early = clock().replace(month=10)
        connection.execute(update(Ticket).where(Ticket.number == last).values(opened_at=early))
        done = {"state": "closed", "ended_at": clock().replace(hour=9), "taken_at": clock().replace(hour=3)}
        connection.execute(
            update(Ticket).where(Ticket.number == first).values(**done, handled_at=clock().replace(hour=8))
        )
    return [ticket.number for ticket in chat.tickets()]


def charts(office, path="/console/figures"):
    """What the browser draws, by chart."""
    page = office.web.get(path).text
    return {
        key: json.loads(unescape(said))
        for key, said in re.findall(r'id="chart-(\w+)">(?:(?!id="chart-).)*?data-chart=\'([^\']*)\'', page, re.DOTALL)
    }


def opens(office, key, label):
    """What the first figure of a line of a chart's table opens."""
    page = office.web.get("/console/figures").text.split(f'id="chart-{key}"')[1].split("</section>")[0]
    line = page.split(f'<th scope="row">{label}</th>')[1].split("</tr>")[0]
    return plain(office.web.get(unescape(re.search(r'hx-get="([^"]+)"', line)[1])).text)


def test_every_figure_stands_beside_the_other_month_s_and_opens_its_tickets(chat, office, month):
    assert "2026年11月上报 4 件，2026年10月上报 1 件" in office.sees("/console/figures")
    found = charts(office)
    came, closed, before = (each["values"] for each in found["trend"]["series"])
    assert (came[23], closed[23], before[23], before[30 - 1]) == (4, 1, 1, 0)
    assert found["community"]["labels"] == ["梧桐社区", "银杏社区"]
    assert found["community"]["series"][0]["values"] == [3, 1]
    assert found["repeated"]["series"][0]["values"] == [3]
    assert sum(found["steps"]["series"][1]["values"]) == 1
    label = found["repeated"]["labels"][0]
    said = opens(office, "repeated", label)
    assert [number in said for number in month] == [True, True, True, False, False]
    said = opens(office, "trend", "24日")
    assert [number in said for number in month] == [True, True, True, True, False]
    assert month[0] in opens(office, "steps", "2小时内")
    for by, key in (("came", "x"), ("step", "text:1"), ("repeated", "7"), ("worker", "9" * 30), ("came", "9999-12-31")):
        assert "不在您负责的范围" in office.sees(f"/console/figures/behind?month=2026-11&by={by}&key={key}")


def test_what_was_finished_counts_for_who_finished_it_and_a_bad_rating_from_when_it_is_given(chat, people, office):
    resident = chat.person("李阿姨")
    for _ in range(2):
        resident.says(LAMP)
        chat.work()
        people.worker.says("接单")
        people.worker.sends_picture()
        people.worker.says("办结 已换灯泡")
        chat.work()
        people.leader.says("核查 通过")
        chat.work()
        resident.says("满意" if len(chat.tickets()) == 1 else "不满意 还是不亮")
    number = chat.tickets()[-1].number
    assert chat.tickets()[-1].state == "reopened"
    assert "50.0%（1/2）" in office.sees("/console/assessment").replace(" ", "")
    assert "评价：不满意 还是不亮" in office.sees(f"/console/tickets/{number}")
    assert "评价：满意" in office.sees(f"/console/tickets/{chat.tickets()[0].number}")
    assert office.does(number, "dispatch", whom="R8")[0] == 200
    worked = charts(office)["workload"]
    counts = dict(zip(worked["labels"], zip(*(each["values"] for each in worked["series"]), strict=True), strict=True))
    assert counts == {"陈试用": (2, 2, 0), "郑假设": (1, 0, 1)}
    assert plain(opens(office, "workload", "陈试用")).count("NH2026") >= 2


def test_a_secretary_sees_all_communities_figures_and_the_tickets_of_their_own_only(chat, people, month):
    secretary = Office(chat).signs_in(people.secretary)
    drain = chat.rows(select(Ticket.number, Ticket.category).where(Ticket.number == month[3]))[0]
    said = secretary.sees("/console/figures/behind?month=2026-11&by=came&key=2026-11-24")
    assert month[0] in said
    assert drain.number not in said
    assert drain.number not in secretary.sees(f"/console/figures/behind?month=2026-11&by=category&key={drain.category}")
    assert drain.number not in secretary.sees("/console/figures/behind?month=2026-11&by=community&key=银杏社区")
    assert "2026年11月上报 4 件" in secretary.sees("/console/figures")


def test_the_workbook_has_what_the_charts_show_with_the_intervals_and_leaves_a_trace(chat, office, month):
    book = load_workbook(io.BytesIO(office.web.get("/console/figures.xlsx?month=2026-11").data)).active
    rows = [tuple(cell.value for cell in row) for row in book.iter_rows()]
    assert rows[0] == ("图", "项目", "指标", "数值", "区间下限", "区间上限")
    assert ("每天上报和办结", "24日", "2026年11月 上报", 4, None, None) in rows
    (rate,) = (row for row in rows if row[:3] == ("各社区三率", "梧桐社区", "响应率"))
    assert None not in rate[3:]
    assert any("figures-2026-11.xlsx" in str(tuple(row)) for row in chat.rows(select(Audit.__table__)))


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_the_report_says_the_month_in_one_sentence_with_its_tables_and_names_no_worker(chat, office, month):
    answer = office.web.get("/console/figures.pdf?month=2026-11")
    assert answer.headers["Content-Type"] == "application/pdf"
    text = words_of(answer.data)
    for said in (
        "示例街道2026年11月工单办理月报",
        "上报4件，比2026年10月多3件",
        "梧桐社区",
        "区间",
        "反复出现的地点",
        "算法",
    ):
        assert said in text, said
    assert "陈试用" not in text
    assert any("month.pdf" in str(tuple(row)) for row in chat.rows(select(Audit.__table__)))
    empty = office.web.get("/console/figures.pdf?month=2026-01")
    assert empty.status_code == 200


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_one_report_is_drawn_at_a_time_and_the_others_are_told_to_wait(chat, office, month):
    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(office.web.get, ["/console/figures.pdf?month=2026-11"] * 4))
    assert {answer.status_code for answer in answers} == {200, 429}
    assert "请过一分钟再试" in next(answer.text for answer in answers if answer.status_code == 429)
    assert office.web.get("/console/figures.pdf?month=2026-11").status_code == 200
