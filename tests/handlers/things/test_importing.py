"""Importing things: by workbook and GeoJSON, all or nothing, with what is wrong by sheet and row."""

import json

import pytest
from openpyxl import Workbook
from sqlalchemy import func, select

from governance.things.datum import Datum, from_wgs84, metres
from governance.things.sheets import THINGS
from handlers.things.importing import import_things, read_things, things_dry_run
from storage.models import Audit, Thing
from tests.roster import small
from tests.things import YARD, collection, imported, manhole, point, with_points, workbook


@pytest.fixture
def town(chat):
    chat.subdistrict(with_points(small()))
    return chat


def codes(chat):
    return [row.code for row in chat.rows(select(Thing.code).order_by(Thing.code))]


def thing(chat, code):
    return chat.rows(select(Thing.__table__).where(Thing.code == code))[0]


def test_a_workbook_brings_things_with_place_grid_keeper_and_own_fields(town):
    plan = imported(town, [
        manhole("J-012", spot="3单元门口", diameter="700", material="铸铁", keeper_person="R1", keeper="示范物业"),
        {"code": "D-1", "kind": "灯", "place": "梧桐里2号院", "warranty_until": "2027-01-01"},
    ])  # fmt: skip
    assert plan.problems == []
    assert plan.changes.added == 2
    row = thing(town, "J-012")
    assert json.loads(row.fields) == {"diameter": "700", "material": "铸铁"}
    assert (row.spot, row.keeper, row.source) == ("3单元门口", "示范物业", "workbook")
    assert row.grid_id is not None
    assert row.keeper_person_id is not None
    assert row.updated_at == town.clock()


def test_the_same_file_again_changes_nothing_and_another_only_what_it_says(town, clock):
    lines = [manhole("J-012", spot="3单元门口", material="铸铁", contract="HT-1")]
    imported(town, lines)
    assert imported(town, lines).changes.same == 1
    clock.turn(days=1)
    plan = imported(town, [manhole("J-012", spot="2单元门口")])
    assert plan.changes.changed == 1
    row = thing(town, "J-012")
    assert (row.spot, row.contract) == ("2单元门口", "HT-1")
    assert json.loads(row.fields) == {"material": "铸铁"}
    assert list(json.loads(row.origins)) == ["spot"], "each field knows where it is from and since when"
    assert json.loads(row.origins)["spot"] == ["workbook", clock().isoformat()]


def test_what_is_out_of_use_ends_and_what_a_file_leaves_out_stays(town):
    imported(town, [manhole("J-1"), manhole("J-2")])
    assert imported(town, [manhole("J-1", ended="是")]).changes.ended == 1
    assert thing(town, "J-1").ended_at is not None
    assert thing(town, "J-2").ended_at is None


@pytest.mark.parametrize(
    ("line", "column", "says"),
    [
        (manhole("J-2", kind="井蓋子"), "类型", "不在可选项里"),
        (manhole("J-1"), "编号", "与第 2 行重复"),
        (manhole("J-2", place="Y9"), "地点", "找不到“Y9”"),
        ({"code": "J-2", "kind": "井盖"}, "地点", "至少填一样"),
        ({"code": "J-2", "kind": "井盖", "place": "Y1", "lat": "32.06"}, "纬度", "要么都填"),
        (manhole("J-2", species="香樟"), "树种", "井盖没有这一栏"),
        (manhole("J-2", diameter="很大"), "管径", "不是数"),
        (manhole("J-2", keeper_person="R77"), "管护人", "找不到“R77”"),
        (manhole("J-2", warranty_until="明年"), "质保到期", "不是日期"),
        (manhole("J-2", lat="118.76", lon="32.06"), "纬度", "经纬度"),
    ],
)
def test_one_wrong_row_stops_all_and_is_named(town, line, column, says):
    plan = imported(town, [manhole("J-1"), line])
    assert codes(town) == []
    (problem,) = plan.problems
    assert problem.sheet == "设施"
    assert problem.row == 3
    assert column in problem.column
    assert says in problem.text


def test_a_dry_run_says_what_would_be_and_writes_nothing(town, tmp_path):
    file = read_things(workbook(tmp_path / "t.xlsx", [manhole("J-1")]), geojson=False)
    assert things_dry_run(town.database, file, Datum.WGS84, town.clock()).changes.added == 1
    assert codes(town) == []


@pytest.mark.parametrize("datum", list(Datum))
def test_geojson_in_each_datum_is_kept_in_wgs84_and_finds_its_place(town, tmp_path, datum):
    lat, lon = from_wgs84((YARD[0] + 0.0004, YARD[1]), datum)
    path = collection(tmp_path / "t.geojson", [({"编号": "T-1", "类型": "树木", "树种": "香樟"}, point(lat, lon))])
    plan = import_things(town.database, read_things(path, geojson=True), datum, town.clock())
    assert plan.problems == []
    row = thing(town, "T-1")
    assert metres((row.lat, row.lon), (YARD[0] + 0.0004, YARD[1])) < 1
    assert town.rows(select(Thing.place_id)) != []


def test_a_line_is_kept_as_one(town, tmp_path):
    shape = {"type": "LineString", "coordinates": [[YARD[1], YARD[0]], [YARD[1], YARD[0] + 0.0005]]}
    path = collection(tmp_path / "t.geojson", [({"code": "P-1", "kind": "pipe", "diameter": 300}, shape)])
    plan = import_things(town.database, read_things(path, geojson=True), Datum.WGS84, town.clock())
    assert plan.problems == []
    assert len(thing(town, "P-1").line.split(" ")) == 2


def test_geojson_outside_the_subdistrict_is_refused_with_how_far(town, tmp_path):
    path = collection(tmp_path / "t.geojson", [({"code": "T-1", "kind": "tree"}, point(31.2, 121.5))])
    plan = import_things(town.database, read_things(path, geojson=True), Datum.WGS84, town.clock())
    assert "街道以外约" in plan.problems[0].text
    assert plan.problems[0].row == 1
    assert codes(town) == []


@pytest.mark.parametrize(("true", "said"), [(Datum.GCJ02, Datum.WGS84), (Datum.WGS84, Datum.BD09)])
def test_a_file_in_another_datum_than_it_says_is_refused_with_the_right_one(town, tmp_path, true, said):
    spots = [from_wgs84((YARD[0] + n * 0.00005, YARD[1]), true) for n in range(6)]
    features = [({"code": f"T-{n}", "kind": "tree", "place": "Y1"}, point(*spot)) for n, spot in enumerate(spots)]
    file = read_things(collection(tmp_path / "t.geojson", features), geojson=True)
    plan = import_things(town.database, file, said, town.clock())
    name = {Datum.GCJ02: "GCJ-02", Datum.WGS84: "WGS-84"}[true]
    assert f"坐标像是{name}" in plan.problems[0].text
    assert codes(town) == []
    assert import_things(town.database, file, true, town.clock()).problems == []


@pytest.mark.parametrize(
    "text", ["", "{", "[1]", '{"type": "FeatureCollection"}', '{"type": "FeatureCollection", "features": []}',
             '{"type": "FeatureCollection", "features": [7]}', "[" * 5000,
             '{"type": "FeatureCollection", "features": [{"geometry": {"type": "Point", "coordinates": [NaN, 1]}}]}'],
)  # fmt: skip
def test_what_is_no_geojson_is_told(town, tmp_path, text):
    path = tmp_path / "t.geojson"
    path.write_text(text, "utf-8")
    plan = import_things(town.database, read_things(path, geojson=True), Datum.WGS84, town.clock())
    assert plan.problems
    assert codes(town) == []


@pytest.mark.parametrize("sign", ["\0", "\ud800"])
@pytest.mark.parametrize("column", ["编号", "位置", "类型"])
def test_a_sign_that_nothing_can_keep_is_a_problem_of_its_row(town, tmp_path, column, sign):
    line = {"编号": "T-2", "类型": "树木", "位置": "门口"}
    features = [(line | {"编号": "T-1"}, point(*YARD)), (line | {column: f"{line[column]}HALF"}, point(*YARD))]
    path = collection(tmp_path / "t.geojson", features)
    path.write_text(path.read_text("utf-8").replace("HALF", json.dumps(sign)[1:-1]), "utf-8")
    file = read_things(path, geojson=True)
    for plan in (things_dry_run(town.database, file, Datum.WGS84, town.clock()),
                 import_things(town.database, file, Datum.WGS84, town.clock())):  # fmt: skip
        assert {problem.row for problem in plan.problems} == {2}
        assert f"“{column}”里有不能用的字符" in plan.problems[0].text
    assert codes(town) == []


@pytest.fixture(scope="module")
def fifty_thousand(tmp_path_factory):
    """A workbook of 50,000 manholes, read; the last of another kind."""
    path = tmp_path_factory.mktemp("things") / "t.xlsx"
    book = Workbook(write_only=True)
    sheet = book.create_sheet("设施")
    columns = [column for column in THINGS.columns if column.key in ("code", "kind", "place", "spot", "lat", "lon")]
    sheet.append([column.heading for column in columns])
    for n in range(50_000):
        kind = "井蓋" if n == 49_999 else "井盖"
        sheet.append([f"J-{n}", kind, "Y1-1" if n % 2 else "Y2-9", f"{n % 9 + 1}单元门口", YARD[0] + n * 1e-9, YARD[1]])
    book.save(path)
    return read_things(path, geojson=False)


def test_fifty_thousand_rows_with_a_wrong_kind_in_the_last_leave_nothing(town, fifty_thousand):
    plan = import_things(town.database, fifty_thousand, Datum.WGS84, town.clock())
    (problem,) = plan.problems
    assert (problem.row, problem.column) == (50_001, "类型")
    assert town.rows(select(func.count()).select_from(Thing))[0][0] == 0


def test_an_import_leaves_a_trace(town):
    imported(town, [manhole("J-1")])
    assert "things.import" in [row.action for row in town.rows(select(Audit.action))]
