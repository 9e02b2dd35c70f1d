"""Things and grids at the office: the upload with its preview, what a ticket is about, doubles, one grid on one page."""

import io
import re

import pytest
from openpyxl import load_workbook
from sqlalchemy import insert, select

from storage.models import Audit, Grid, Organisation, OrganisationRisk, Thing
from tests.everybody import everybody, lines
from tests.office import Office, plain
from tests.things import YARD, collection, imported, manhole, point, with_points, workbook


@pytest.fixture
def people(chat):
    found = everybody(chat)
    chat.subdistrict(with_points(lines()))
    return found


@pytest.fixture
def lead(chat, people):
    return Office(chat).signs_in(people["subdistrict_lead"])


@pytest.fixture
def secretary(chat, people):
    return Office(chat).signs_in(people["community_secretary"])


def uploads(office, path, **fields):
    form = {"csrf": office.csrf, "file": (io.BytesIO(path.read_bytes()), path.name), **fields}
    answer = office.web.post("/console/things/import", data=form, content_type="multipart/form-data")
    return answer.status_code, plain(answer.text)


def there(chat):
    return [row.code for row in chat.rows(select(Thing.code).where(Thing.ended_at.is_(None)).order_by(Thing.code))]


def settles(office, **fields):
    page = office.web.get("/console/things/doubles").text
    nonce = re.search(r'name="nonce" value="([^"]+)"', page)
    form = {"csrf": office.csrf, "nonce": nonce[1] if nonce else "", **fields}
    return plain(office.web.post("/console/things/doubles", data=form, headers={"HX-Request": "true"}).text)


def test_an_upload_shows_first_what_it_would_do_and_writes_on_the_tick(chat, lead, tmp_path):
    path = workbook(tmp_path / "t.xlsx", [manhole("J-1"), manhole("J-2")])
    status, said = uploads(lead, path)
    assert (status, "还没有写入" in said, "增加 2" in said) == (200, True, True)
    assert there(chat) == []
    assert "已写入" in uploads(lead, path, write="yes")[1]
    assert there(chat) == ["J-1", "J-2"]


def test_what_is_wrong_is_told_by_sheet_and_row_and_nothing_is_written(chat, lead, tmp_path):
    status, said = uploads(
        lead, workbook(tmp_path / "t.xlsx", [manhole("J-1"), manhole("J-2", kind="盖子")]), write="yes"
    )
    assert status == 422
    assert "设施表 第 3 行 类型" in said
    assert there(chat) == []
    path = tmp_path / "t.txt"
    path.write_text("x")
    assert uploads(lead, path)[0] == 422


def test_geojson_is_uploaded_in_its_datum(chat, lead, tmp_path):
    path = collection(tmp_path / "t.geojson", [({"编号": "T-1", "类型": "树木"}, point(*YARD))])
    assert "已写入" in uploads(lead, path, write="yes", datum="wgs84")[1]
    assert there(chat) == ["T-1"]


def test_the_template_can_be_filled_in(lead, tmp_path):
    path = tmp_path / "book.xlsx"
    path.write_bytes(lead.web.get("/console/things/book.xlsx").data)
    assert load_workbook(path).sheetnames[1:] == ["设施", "单位风险"]


def test_a_ticket_shows_its_thing_with_keeper_and_history_and_it_can_be_changed(chat, secretary):
    imported(chat, [
        manhole("J-012", spot="3单元门口", keeper="示范物业13912345678"),
        manhole("J-013", spot="楼后"),
        manhole("J-014", spot="2单元门口"),
    ])  # fmt: skip
    chat.person("李阿姨").says("梧桐里1号院1幢3单元门口井盖翘起来了")
    chat.person("张阿姨").says("梧桐里1号院1幢井盖坏了")
    chat.work()
    first, second = (row.number for row in chat.tickets())
    page = secretary.sees(f"/console/tickets/{first}")
    assert "井盖 J-012" in page
    assert "示范物业" in page
    assert "139****5678" in page
    assert "13912345678" not in page
    page = secretary.sees(f"/console/tickets/{second}")
    assert "可能是：" in page
    assert "J-013" in page
    assert "没有编号 J-77" in secretary.does(second, "thing", code="J-77")[1]
    status, said = secretary.does(second, "thing", code="J-012")
    assert (status, "一年内第 2 次" in said) == (200, True)
    page = secretary.sees(f"/console/tickets/{second}")
    assert "一年内第 2 次" in page
    assert first in page
    assert "不再和设施关联" in secretary.does(second, "thing", code="")[1]


def test_one_thing_shows_facts_history_and_looks(chat, secretary):
    imported(chat, [manhole("J-012", material="铸铁", contract="HT-9", warranty_until="2027-05-01")])
    chat.run("thing_inspections")
    chat.person("李阿姨").says("梧桐里1号院1幢井盖翘起来了")
    (row,) = chat.rows(select(Thing.id))
    page = secretary.sees(f"/console/things/{row.id}")
    for said in ("材质 铸铁", "HT-9", "2027-05-01", "设施表", "NH20261124-0001", "前要查"):
        assert said in page, said


def test_coverage_stands_by_grid_with_what_is_late_first(chat, clock, people):
    imported(chat, [manhole("J-1"), {"code": "DT-1", "kind": "电梯", "place": "Y1-5"}])
    chat.run("thing_inspections")
    clock.turn(days=13)
    page = Office(chat).signs_in(people["community_secretary"]).sees("/console/things")
    assert "逾期没有检查的 电梯 DT-1" in page
    assert "第1网格" in page


def test_doubles_are_proposed_and_joined_by_a_person_only(chat, secretary):
    imported(chat, [manhole("J-1", spot="3单元门口"), manhole("J-2", spot="三单元门口"), manhole("J-3", spot="楼后")])
    chat.person("李阿姨").says("J-2 井盖翘起来了，梧桐里1号院1幢")
    page = secretary.sees("/console/things/doubles")
    assert "J-1" in page
    assert "J-2" in page
    assert "J-3" not in page
    assert there(chat) == ["J-1", "J-2", "J-3"]
    assert "已合并：J-2 停用" in settles(secretary, do="join", code="J-2", into="J-1")
    assert there(chat) == ["J-1", "J-3"]
    assert chat.rows(select(Thing.code).where(Thing.id == chat.tickets()[0].thing_id))[0].code == "J-1"
    assert "没有看起来重复" in secretary.sees("/console/things/doubles")


def test_what_is_said_to_be_two_is_not_proposed_again(chat, secretary):
    imported(
        chat,
        [manhole("J-1", spot="楼后"), manhole("J-2", spot="楼后"), {"code": "T-1", "kind": "树木", "place": "Y1-1"}],
    )
    assert "不能合并" in settles(secretary, do="join", code="J-1", into="T-1")
    assert "不是同一个" in settles(secretary, do="apart", code="J-1", other="J-2")
    assert "没有看起来重复" in secretary.sees("/console/things/doubles")
    assert there(chat) == ["J-1", "J-2", "T-1"]


def test_a_grid_stands_on_one_page_and_is_exported_with_a_trace(chat, clock, secretary):
    imported(chat, [manhole("J-1")])
    chat.person("李阿姨").says("梧桐里1号院1幢3楼楼道灯坏了")
    (grid,) = chat.rows(select(Grid.id).where(Grid.code == "G01"))
    with chat.database.write() as connection:
        unit = {"code": "U1", "name": "示范饭店", "kind": "company", "place_id": 2}
        made = connection.execute(insert(Organisation).values(**unit).returning(Organisation.id)).scalar_one()
        risk = {"organisation_id": made, "grid_id": grid.id, "kind": "kitchen", "months": 3}
        connection.execute(insert(OrganisationRisk).values(looked_on=clock().date().replace(month=6), **risk))
    page = secretary.sees(f"/console/grids/{grid.id}")
    for said in ("第1网格党支部", "井盖 1", "网格员陈试用", "示范饭店 明火厨房", "逾期", "未办结 1 件", "楼栋 2"):
        assert said in page, said
    book = load_workbook(io.BytesIO(secretary.web.get(f"/console/grids/{grid.id}/ledger.xlsx").data)).active
    rows = [tuple(cell.value for cell in row) for row in book.iter_rows()]
    assert rows[0] == ("类别", "内容", "数量", "说明")
    assert ("设施", "井盖", 1, "已查 0，待查 0，逾期 0") in rows
    assert ("工单", "未办结", 1, None) in rows or ("工单", "未办结", 1, "") in rows
    assert any(f"grid-{grid.id}.xlsx" in str(tuple(row)) for row in chat.rows(select(Audit.__table__)))


def test_risks_of_units_come_with_the_same_workbook(chat, lead, tmp_path):
    with chat.database.write() as connection:
        connection.execute(insert(Organisation).values(code="U1", name="示范饭店", kind="company"))
    risks = [{"unit": "U1", "grid": "G01", "kind": "燃气", "months": "3", "looked_on": "2026-06-01"}]
    assert "单位风险 1 条" in uploads(lead, workbook(tmp_path / "t.xlsx", [], risks), write="yes")[1]
    (row,) = chat.rows(select(OrganisationRisk.__table__))
    assert (row.kind, row.months) == ("gas", 3)
    risks.append({"unit": "U9", "grid": "G01", "kind": "燃气"})
    status, said = uploads(lead, workbook(tmp_path / "t.xlsx", [], risks), write="yes")
    assert status == 422
    assert "单位风险表 第 3 行 单位" in said


def test_a_grid_head_elsewhere_sees_neither_thing_nor_grid(chat, people):
    imported(chat, [{"code": "J-9", "kind": "井盖", "place": "N4-5"}])
    (row,) = chat.rows(select(Thing.id))
    (grid,) = chat.rows(select(Grid.id).where(Grid.code == "G03"))
    office = Office(chat).signs_in(people["grid_worker"])
    assert office.web.get(f"/console/things/{row.id}").status_code == 404
    assert office.web.get(f"/console/grids/{grid.id}").status_code == 404
    assert "J-9" not in office.sees("/console/things")


def test_the_keeper_is_read_in_full_by_who_keeps_things_there_and_leaves_a_trace(chat, people, secretary):
    imported(chat, [manhole("J-1", keeper="示范物业 样本经理13912345678")])
    (row,) = chat.rows(select(Thing.id))
    page = secretary.sees(f"/console/things/{row.id}")
    assert "示范物业" in page
    assert "样本经理" not in page
    full = secretary.web.post(f"/console/things/{row.id}/keeper", data={"csrf": secretary.csrf})
    assert "样本经理13912345678" in full.text
    assert [each.subject for each in chat.rows(select(Audit.subject).where(Audit.action == "thing.keeper"))] == [
        "thing:J-1"
    ]
    cadre = Office(chat).signs_in(people["linked_cadre"])
    assert cadre.web.post(f"/console/things/{row.id}/keeper", data={"csrf": cadre.csrf}).status_code == 403
