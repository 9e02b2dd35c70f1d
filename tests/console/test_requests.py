"""Enterprises' requests at the office: the ticket's unit, the board by unit, the month's figures and file."""

import io

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from governance.clock import SHANGHAI
from storage.models import Organisation
from storage.ticket_export import records
from tests.office import Office, plain
from tests.units import with_units


@pytest.fixture
def town(chat):
    return with_units(chat)


@pytest.fixture
def office(chat, town):
    staff, units = town
    units.bank.says("企业诉求 园区停车位不够，想多要几个")
    units.works.says("企业诉求 想了解高新企业的补贴政策")
    chat.person("李阿姨").says("梧桐里1号院05幢3楼楼道灯坏了")
    chat.work()
    return Office(chat).signs_in(staff.dispatcher)


def unit_id(chat, name):
    return chat.rows(select(Organisation.id).where(Organisation.name == name))[0].id


def test_a_request_s_page_names_its_unit_and_its_promises(chat, office):
    page = office.sees("/console/tickets/NH20261124-0001")
    assert "单位 示范银行" in page
    assert "企业诉求·场地物业" in page
    assert "联系企业（" in page
    assert "单位 " not in office.sees("/console/tickets/NH20261124-0003")


@pytest.mark.parametrize("address", ["/console/?q=示范银行", "/console/?show=all&q=示范银行", "/console/?q=范银"])
def test_the_board_finds_requests_by_the_unit_s_name(office, address):
    page = office.sees(address)
    assert "停车位" in page
    assert "补贴" not in page
    assert "楼道灯" not in page


def test_the_board_shows_one_unit_s_tickets(chat, office):
    page = office.sees(f"/console/?show=all&unit={unit_id(chat, '模拟建设公司')}")
    assert "补贴" in page
    assert "停车位" not in page


def test_the_month_s_figures_stand_by_kind_with_the_share_in_time(chat, clock, office, town):
    staff, _ = town
    page = office.sees("/console/requests")
    assert "场地物业 1 — — —" in page
    assert "合计 2 — — —" in page
    assert "停车位不够" in page
    staff.dispatcher.says("派单 1 郑假设")
    staff.part_time.says("接单 1")
    staff.part_time.says("转告 1 您好，车位的事周四来园区看")
    clock.turn(hours=10)
    office.signs_in_again()
    page = office.sees("/console/requests?month=2026-11")
    assert "场地物业 1 100.0%（1/1） — —" in page
    assert "政策咨询 1 0.0%（0/1） — —" in page
    assert "合计 2 50.0%（1/2） — —" in page
    assert "还没有企业诉求" in office.sees("/console/requests?month=2026-10")


def test_the_file_has_a_row_for_each_request(office):
    answer = office.web.get("/console/requests.xlsx?month=2026-11")
    sheet = load_workbook(io.BytesIO(answer.data)).active
    rows = [tuple(cell.value for cell in row) for row in sheet.iter_rows()]
    assert rows[0][:3] == ("编号", "单位", "类别")
    assert {row[:3] for row in rows[1:]} == {
        ("NH20261124-0001", "示范银行", "场地物业"),
        ("NH20261124-0002", "模拟建设公司", "政策咨询"),
    }


def test_the_export_of_tickets_names_the_unit(chat, office):
    found = {each["number"]: each["unit"] for each in records(chat.database, SHANGHAI)}
    assert found["NH20261124-0001"] == "示范银行"
    assert found["NH20261124-0003"] is None


def test_a_dispatcher_s_page_is_not_a_grid_worker_s(chat, town):
    staff, _ = town
    refused = Office(chat).signs_in(staff.worker).web.get("/console/requests")
    assert refused.status_code == 403
    assert plain(refused.text)
