"""Requests that units make by phone are filed at the office; a report that is one becomes one, and back."""

import re

import pytest
from sqlalchemy import select

from storage.models import Audit, Deadline, Organisation, Ticket, UnitTicket
from tests.office import Office, plain
from tests.units import with_units


@pytest.fixture
def town(chat, quota):
    return with_units(chat)


@pytest.fixture
def office(chat, town):
    return Office(chat).signs_in(town[0].dispatcher)


def files(office, key="a", **fields):
    nonce = re.search(r'name="nonce" value="([^"]+)"', office.web.get("/console/requests").text)
    form = {"do": "file", "csrf": office.csrf, "nonce": f"{nonce[1]}-{key}", **fields}
    answer = office.web.post("/console/requests", data=form, headers={"HX-Request": "true"})
    return answer.status_code, plain(answer.text)


def actions(chat):
    return [
        row.action for row in chat.rows(select(Audit.action).order_by(Audit.id)) if row.action.startswith("request")
    ]


def units_on_tickets(chat):
    joined = select(UnitTicket.number, Organisation.name).join(
        Organisation, Organisation.id == UnitTicket.organisation_id
    )
    return [tuple(row) for row in chat.rows(joined)]


def open_promises(chat):
    open_ones = select(Deadline.kind).where(Deadline.dropped_at.is_(None), Deadline.met_at.is_(None))
    return {row.kind for row in chat.rows(open_ones)}


def test_what_was_asked_by_phone_is_filed_in_the_name_of_the_contact(chat, town, office):
    _, units = town
    form = {"unit": "示范银行", "text": "园区停车位不够，想多要几个", "contact": "钱试联 13700000009"}
    status, said = files(office, **form)
    assert status == 200, said
    assert "已登记企业诉求，编号 NH20261124-0001：今天 18:00前会有人联系您" in said
    assert units_on_tickets(chat) == [("NH20261124-0001", "示范银行")]
    chat.work()
    assert "停车位" in units.bank.says("进度")
    page = office.sees("/console/tickets/NH20261124-0001")
    assert "单位 示范银行" in page
    assert "企业诉求·场地物业" in page
    assert "13700000009" not in page
    full = office.web.post("/console/tickets/NH20261124-0001/reporter", headers={"X-CSRF": office.csrf})
    assert "13700000009" in plain(full.text)
    assert "停车位不够" in office.sees("/console/requests")
    assert actions(chat) == ["request.file"]


def test_the_same_form_files_it_once_and_a_kind_that_is_chosen_counts(chat, town, office):
    form = {"unit": "U2", "text": "想请街道来一次", "kind": "finance", "contact": "王样本 13700000009"}
    nonce = re.search(r'name="nonce" value="([^"]+)"', office.web.get("/console/requests").text)[1]
    for _ in range(2):
        sent = {"do": "file", "csrf": office.csrf, "nonce": nonce, **form}
        assert "类别：融资" in plain(office.web.post("/console/requests", data=sent).text)
    assert [tuple(row) for row in chat.rows(select(Ticket.number, Ticket.category))] == [
        ("NH20261124-0001", "ent_finance")
    ]
    chat.work()
    assert "王样本" not in office.sees("/console/tickets/NH20261124-0001")


def test_what_is_missing_or_unknown_is_said_and_what_was_typed_comes_back(chat, town, office):
    assert files(office, unit="示范银行", text="")[0] == 422
    said = files(office, unit="没有的单位", text="车位不够")[1]
    assert "没有找到单位“没有的单位”" in said
    assert "有几家：示范银行、示例中学" in files(office, unit="示", text="车位不够", key="b")[1]
    assert chat.rows(select(Ticket.number)) == []


def test_a_danger_in_it_goes_first(chat, town, office):
    said = files(office, unit="示范银行", text="梧桐里1号院1幢楼下闻到很浓的煤气味")[1]
    assert "安全隐患" in said
    chat.work()
    assert chat.rows(select(Ticket.urgency))[0].urgency == "hazard"
    assert units_on_tickets(chat) == [("NH20261124-0001", "示范银行")]


def test_a_report_becomes_a_unit_s_request_and_an_ordinary_report_again(chat, clock, town, office):
    resident = chat.person("李阿姨")
    resident.says("梧桐里1号院05幢门口停车位不够")
    chat.work()
    assert "contact" not in open_promises(chat)
    status, said = office.does("NH20261124-0001", "as_request", unit="模拟建设公司")
    assert (status, "已改为企业诉求：模拟建设公司，类别 场地物业" in said) == (200, True), said
    assert {"contact", "handle"} <= open_promises(chat)
    assert units_on_tickets(chat) == [("NH20261124-0001", "模拟建设公司")]
    clock.turn(minutes=30)
    chat.work()
    assert any("已改按企业诉求办理（模拟建设公司）" in text for text in resident.notices)
    page = office.sees("/console/tickets/NH20261124-0001")
    assert "改为企业诉求：模拟建设公司" in page
    assert "停车位不够" in office.sees("/console/requests")
    status, said = office.does("NH20261124-0001", "as_report")
    assert (status, "已改回普通上报" in said) == (200, True), said
    assert "contact" not in open_promises(chat)
    assert units_on_tickets(chat) == []
    assert chat.rows(select(Ticket.category))[0].category == "parking"
    assert actions(chat) == ["request.turn", "request.turn_back"]
    assert "停车位不够" not in office.sees("/console/requests")


def test_what_can_not_become_a_request_says_why(chat, town, office):
    staff, units = town
    chat.person("李阿姨").says("梧桐里1号院1幢楼下闻到很浓的煤气味")
    chat.work()
    units.bank.says("企业诉求 园区停车位不够，想多要几个")
    chat.work()
    danger = office.does("NH20261124-0001", "as_request", unit="示范银行")
    assert (danger[0], "先按隐患办" in danger[1]) == (409, True), danger
    again = office.does("NH20261124-0002", "as_request", unit="示范银行")
    assert "已经是企业诉求" in again[1]
    worker = Office(chat).signs_in(staff.worker)
    assert "改为企业诉求" not in worker.sees("/console/tickets/NH20261124-0001")
    chat.person("王阿姨").says("梧桐里1号院05幢门口停车位不够")
    chat.work()
    refused = worker.does("NH20261124-0003", "as_request", unit="示范银行")
    assert refused[0] != 200
    assert units_on_tickets(chat) == [("NH20261124-0002", "示范银行")]
