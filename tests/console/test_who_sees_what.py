"""Every page and file of the office, read by everybody who may sign in: whose tickets, names and numbers stand in it."""

import csv
import io
import json
import re
from dataclasses import dataclass

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from governance.permissions import PERMISSIONS, Act
from governance.roles import Role
from storage.models import Attachment, Audit, Event, Grid, HotlineOrder, Ticket
from tests.chat import Speaker
from tests.office import Office
from tests.staff import lines
from tests.things import kept_by_somebody

HELD_BY = {
    Role.GRID_WORKER: ("陈试用", "0001"), Role.GRID_HEAD: ("孙模拟", "0004"), Role.COMMUNITY_SECRETARY: ("吴范例", "0006"),
    Role.SUBDISTRICT_LEAD: ("魏领导", "0031"), Role.DISPATCHER: ("何派单", "0033"), Role.ADMINISTRATOR: ("汤管理", ""),
    Role.DEPARTMENT_OFFICER: ("姚科员", "0035"), Role.LINKED_CADRE: ("熊干部", "0036"),
}  # fmt: skip
OF_PLACE = "银杏驿站门口"
WHOLE_ROSTER = "/console/directory/roster-now.xlsx"
"""Taken by who may import it, to be imported again: with all names, and noted in the audit."""
PRIVATE = (
    "王样本",
    "周虚构",
    "秦素人",
    "13912345678",
    "13711112222",
    "025-84560001",
    "32010219900101123X",
    "13655556666",
)
"""Reporters, whom their reports name, and the numbers in them."""
OWN_NAME = 'class="who"'


@dataclass(frozen=True)
class Town:
    """What there is to see: tickets of the first community, of the other, and of no place."""

    chat: object
    readers: dict[Role, Office]
    here: list[str]
    elsewhere: list[str]
    speakers: dict[str, Speaker]


def roster():
    found = lines()
    for code, name, phone, role, place in (
        ("A1", "汤管理", "19911110034", "管理员", "S"),
        ("O1", "姚科员", "19911110035", "科室人员", "C1"),
        ("L1", "熊干部", "19911110036", "挂钩干部", "C1"),
        ("B9", "马虚构", "19911110099", "红色楼栋长", "N4-5"),
    ):
        found["people"].append({"code": code, "name": name, "phone": phone})
        line = "民政" if code == "O1" else None
        found["posts"].append({"person": code, "role": role, "place": place, "line": line})
    return found


@pytest.fixture
def town(chat):
    """A day on which people write what they should not, and more than one ticket has a name in it."""
    chat.subdistrict(roster())
    people = {name: chat.bound(name, phone) if phone else chat.invited(name) for name, phone in HELD_BY.values()}
    leader, member = chat.bound("王样本", "0005"), chat.bound("周虚构", "0007")
    resident = chat.person("秦素人")
    leader.says("梧桐里2号院9幢下水道堵了，我是王样本，打13912345678")
    member.says("梧桐里1号院05幢2楼楼道堆了垃圾没人清，周虚构家门口，137 1111 2222")
    resident.says("梧桐里1号院05幢3楼楼道灯坏了，我叫秦素人，电话025-84560001，身份证32010219900101123X")
    resident.sends_picture()
    chat.person("张阿姨").says("请问居住证在哪里办，联系人秦素人，13655556666")
    chat.person("张大爷").says(f"虎踞北路4号5幢{OF_PLACE}下水道堵了")
    chat.work()
    placed = {
        row.number: row.place_id for row in chat.rows(select(Ticket.number, Ticket.place_id).order_by(Ticket.number))
    }
    readers = {role: Office(chat).signs_in(people[name]) for role, (name, _) in HELD_BY.items()}
    dispatcher = readers[Role.DISPATCHER]
    elsewhere = [row.number for row in chat.rows(select(Ticket.number).where(Ticket.text.contains(OF_PLACE)))]
    here = [number for number, place in placed.items() if place is not None and number not in elsewhere]
    for number in here:
        assert dispatcher.does(number, "remark", note="周虚构说先打13912345678再上门")[0] == 200
        assert dispatcher.does(number, "relay", note="周虚构您好，师傅下午到")[0] == 200
    assert dispatcher.does(here[0], "remark", note="王样本下午在家")[0] == 200
    leader.says("催办")
    member.says("催办")
    head = ("工单编号", "诉求内容", "地址", "办结期限")
    orders = book(head, ("NJ1", "3楼水管漏水，联系人秦素人13655556666", "虎踞北路4号5幢", "2026-11-25 12:00"))
    dispatcher.web.post("/console/hotline", data={"csrf": dispatcher.csrf, "file": (orders, "o.xlsx")})
    elsewhere += [row.number for row in chat.rows(select(HotlineOrder.number))]
    assert (len(here), len(elsewhere)) == (3, 2)
    return Town(chat, readers, here, elsewhere, {"leader": leader, "member": member})


def _storm(chat, known):
    """An event of three reports with names in them."""
    for number, name in enumerate(("秦素人", "周虚构", "王样本")):
        chat.person(f"停水户{number}").says(f"梧桐里1号院05幢停水了，我叫{name}，13912345678")
    chat.work()
    return [row.number for row in chat.rows(select(Ticket.number)) if row.number not in known]


def book(*rows):
    from openpyxl import Workbook

    out, made = io.BytesIO(), Workbook()
    for row in rows:
        made.active.append(row)
    made.save(out)
    out.seek(0)
    return out


def addresses(town):
    """Every address of the office that is read, with every number and file there is; a new kind of address fails here."""
    numbers = [*town.here, *town.elsewhere]
    files = [row.id for row in town.chat.rows(select(Attachment.id))]
    events = [row.number for row in town.chat.rows(select(Event.number))]
    assert events
    values = {"number": numbers, "file_id": files, "event": events, "year": [2026]}
    others = ("pairing_id", "project", "meeting_id", "survey_id", "campaign_id", "visit_id", "household_id", "round_id")
    values |= {"article": [77]}
    values |= {name: [77] for name in others}
    values |= {"thing_id": kept_by_somebody(town.chat), "grid_id": [row.id for row in town.chat.rows(select(Grid.id))]}
    queries = {
        "home": ["?show=all", "?show=open", "?show=mine", "?q=王样本", "?q=13912345678"],
        "rows": ["?show=all"],
        "people": ["", *(f"?what={what}" for what in ("places", "grids", "stations", "shifts", "rules", "templates"))],
        "drill": [
            f"?by={by}&name={name}&figure={figure}&month=2026-11"
            for by, name in (("community", "梧桐社区"), ("community", "银杏社区"), ("grid", "第3网格"))
            for figure in ("response", "solution", "satisfaction")
        ],
    }
    found = []
    for rule in town.chat.app.url_map.iter_rules():
        name = rule.endpoint.removeprefix("console.")
        if rule.endpoint == name or "GET" not in rule.methods or name in ("static", "asset", "font"):
            continue
        each = [rule.rule]
        for argument in sorted(rule.arguments):
            known = [(path, value) for path in each for value in values[argument]]
            each = [re.sub(rf"<(?:\w+:)?{argument}>", str(value), path) for path, value in known]
        found += [path + query for path in each for query in queries.get(name, [""])]
    assert len(found) > 40
    return found


def text_of(response):
    """All that stands in an answer: attributes and lists of choices too; the cells of a workbook."""
    if response.data[:2] == b"PK":
        sheets = load_workbook(io.BytesIO(response.data)).worksheets
        return "\n".join(str(cell) for sheet in sheets for row in sheet.values for cell in row if cell is not None)
    return response.data.decode("utf-8", "replace")


def test_nobody_reads_a_name_a_number_or_a_ticket_that_is_not_theirs(town):
    town.here.extend(_storm(town.chat, {*town.here, *town.elsewhere}))
    assert set(HELD_BY) == PERMISSIONS[Act.USE_CONSOLE]
    far = {Role.SUBDISTRICT_LEAD, Role.DISPATCHER, Role.ADMINISTRATOR}
    wrong, read = [], dict.fromkeys(town.readers, 0)
    for role, office in town.readers.items():
        for path in addresses(town):
            response = office.web.get(path)
            assert response.status_code in (200, 204, 302, 403, 404), (role, path, response.status_code)
            read[role] += response.status_code == 200
            said = (
                text_of(response)
                .replace(f'value="{path.rpartition("q=")[2]}"', "")
                .replace(path.rpartition("?")[2], "")
            )
            if path != WHOLE_ROSTER or role not in far:
                wrong += [(role, path, each) for each in PRIVATE if each in said]
            if role not in far:
                wrong += [(role, path, number) for number in town.elsewhere if number in said and number not in path]
                wrong += [(role, path, OF_PLACE)] if OF_PLACE in said and "/wall" not in path else []
    assert wrong == []
    assert min(read.values()) > 10


def test_what_is_masked_is_still_found_and_read_in_full_by_who_has_to_call(town):
    number, worker, dispatcher = town.here[0], town.readers[Role.GRID_WORKER], town.readers[Role.DISPATCHER]
    page = dispatcher.sees(f"/console/tickets/{number}")
    assert "我是王**" in page
    assert "139****5678" in page
    assert "何派单 备注：周**说先打139****5678再上门" in page
    assert "备注：王**下午在家" in page
    assert "王** 催办" in page
    full = dispatcher.web.post(f"/console/tickets/{number}/reporter", data={"csrf": dispatcher.csrf}).text
    assert "王样本" in full
    assert "我是王样本，打13912345678" in full
    assert worker.web.post(f"/console/tickets/{number}/reporter", data={"csrf": worker.csrf}).status_code == 403
    trace = town.chat.rows(select(Audit.detail).where(Audit.action == "person.read"))
    assert [row.detail for row in trace] == [f"reporter of {number}"]


def test_only_those_to_whom_a_ticket_can_be_given_are_offered(town):
    number = next(n for n in town.here if "05幢" in town.readers[Role.GRID_WORKER].sees("/console/?show=all") and n)
    offered = town.readers[Role.DISPATCHER].web.get(f"/console/tickets/{number}").text.split("<datalist")[1]
    assert '<option value="R4">孙模拟' in offered
    for code in ("R5", "R7", "D1"):
        assert f'value="{code}"' not in offered
    cadre = town.readers[Role.LINKED_CADRE].web.get(f"/console/tickets/{number}").text.split("<datalist")[1]
    assert "孙模拟" not in cadre.split("</datalist>")[0]


def test_a_file_has_the_rows_of_its_reader_and_leaves_a_trace(town):
    secretary, dispatcher = town.readers[Role.COMMUNITY_SECRETARY], town.readers[Role.DISPATCHER]
    seen = {}
    for office in (secretary, dispatcher):
        sent = office.web.get("/console/tickets.csv?from=2026-11-01", environ_base={"REMOTE_ADDR": "10.1.2.3"})
        seen[office] = [row["编号"] for row in csv.DictReader(io.StringIO(sent.data.decode("utf-8-sig")))]
    assert sorted(seen[secretary]) == sorted(town.here)
    assert set(seen[dispatcher]) > set(town.here) | set(town.elsewhere)
    assert secretary.web.get("/console/assessment.xlsx?month=2026-11").status_code == 200
    assert dispatcher.web.get("/console/hotline.xlsx").status_code == 200
    columns = (Audit.actor, Audit.subject, Audit.detail)
    rows = town.chat.rows(select(*columns).where(Audit.action == "export").order_by(Audit.id))
    noted = [(row.actor, row.subject, json.loads(row.detail)) for row in rows]
    asked = {"from": "2026-11-01"}
    assert noted[:2] == [
        ("console:R6", "file:tickets.csv", {"filter": asked, "rows": 3, "address": "10.1.2.3"}),
        ("console:D2", "file:tickets.csv", {"filter": asked, "rows": len(seen[dispatcher]), "address": "10.1.2.3"}),
    ]
    assert noted[2][1] == "file:assessment-2026-11.xlsx"
    assert noted[2][2]["filter"] == {"month": "2026-11"}
    assert noted[3][:2] == ("console:D2", "file:orders.xlsx")
    assert noted[3][2]["rows"] == 1
    assert town.readers[Role.GRID_WORKER].web.get("/console/tickets.csv").status_code == 403


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_residents_and_leaders_of_buildings_are_found_at_ones_own_places_only(town):
    mine, all_of = town.readers[Role.COMMUNITY_SECRETARY], town.readers[Role.DISPATCHER]
    for text in ("马虚构", "B9"):
        assert "没有找到" in mine.sees(f"/console/find?q={text}").partition("找一找：")[2], text
        assert "0099" not in mine.sees(f"/console/directory?what=people&q={text}")
        assert "0099" in all_of.sees(f"/console/find?q={text}")
        assert "0099" in all_of.sees(f"/console/directory?what=people&q={text}")
    assert "0099" not in mine.sees("/console/directory?what=people")
    assert "R5" in mine.sees("/console/directory?what=people")
    assert "0031" in mine.sees("/console/find?q=魏领导")  # in office, elsewhere
    assert "0031" not in mine.sees("/console/directory?what=people")
