"""The map of the office: what its list says, what the browser is given to draw, and who sees what of it."""

import json
import re
from datetime import timedelta
from html import unescape
from math import cos, radians

import pytest
from sqlalchemy import insert, select

from console.tiles import Tiles, is_tile_address
from governance.things.datum import Datum, from_wgs84
from storage.models import Audit, Place, PlaceOutline, Ticket
from tests.console.test_morning import base, signed_in
from tests.mapped import FIRST, geojson, mapped, outline, spot, uploads
from tests.office import Office
from tests.patience import patient
from tests.staff import NAMES, Staff, lines


@pytest.fixture
def people(chat):
    return Staff(*chat.staffed(mapped(lines()), list(NAMES.values())))


def drawn(office, path="/console/map"):
    """What the browser draws."""
    found = re.search(r"data-drawn='([^']*)'", office.web.get(path).text)
    return json.loads(unescape(found[1]))


def spots(office, layer="ticket", path="/console/map"):
    return {each[2]: each for each in drawn(office, path)["spots"] if each[0] == layer}


def place(chat, code):
    return chat.rows(select(Place.id).where(Place.code == code))[0].id


def test_open_tickets_stand_at_their_places_and_the_list_says_the_same(chat, office):
    resident = chat.person("李阿姨")
    resident.says("梧桐里1号院05幢3楼楼道灯坏了")
    resident.says("梧桐里1号院05幢外墙瓷砖往下掉，很危险")
    resident.says("虎踞北路4号5幢2单元楼道灯坏了")
    page = office.sees("/console/map")
    assert "现在未办结 3 件，隐患 1 件；2 处地点" in page
    assert "梧桐里1号院05幢 梧桐社区 2 1" in page
    found = spots(office)
    lat, lon = from_wgs84(spot("Y1-5"), Datum.GCJ02)
    assert found["梧桐里1号院05幢"][3:] == [pytest.approx(lon, abs=1e-5), pytest.approx(lat, abs=1e-5), 2, 1]
    behind = office.sees(f"/console/map/behind?place={place(chat, 'Y1-5')}")
    assert "楼道灯坏了" in behind
    assert "虎踞北路" not in behind


def test_the_slider_shows_what_was_open_at_the_end_of_an_earlier_day(chat, clock, office):
    chat.person("李阿姨").says("梧桐里1号院05幢3楼楼道灯坏了")
    clock.turn(days=2)
    office.signs_in_again()
    assert "11月25日日终未办结 1 件" in office.sees("/console/map/live?back=1")
    assert "11月23日日终未办结 0 件" in office.sees("/console/map/live?back=3")
    with chat.database.write() as connection:
        connection.execute(Ticket.__table__.update().values(ended_at=clock(), state="closed"))
    assert "现在未办结 0 件" in office.sees("/console/map/live")
    assert "11月25日日终未办结 1 件" in office.sees("/console/map/live?back=1")
    assert "楼道灯坏了" in office.sees(f"/console/map/behind?back=1&place={place(chat, 'Y1-5')}")
    assert "未办结 0 件" in office.sees("/console/map/live?back=1&category=elevator")


def test_a_ticket_with_a_position_and_no_place_is_drawn_there_and_one_without_either_is_counted(chat, office):
    chat.person("李阿姨").says("梧桐里1号院05幢3楼楼道灯坏了")
    values = {"place_id": None, "lat": 32.05, "lon": 118.76}
    with chat.database.write() as connection:
        connection.execute(Ticket.__table__.update().values(values))
    (number,) = (each.number for each in chat.tickets())
    assert spots(office, "loose")[number][3:5] == [118.76, 32.05]
    with chat.database.write() as connection:
        connection.execute(Ticket.__table__.update().values(lat=None, lon=None))
    assert "另有 1 件没有地点和坐标" in office.sees("/console/map")


def test_of_very_many_positions_the_newest_are_drawn_and_the_page_says_so(chat, clock, office):
    row = {"state": "reported", "channel": "wechat", "text": "灯", "summary": "灯", "draft": False, "lat": 32.05}
    with chat.database.write() as connection:
        rows = [
            {
                **row,
                "number": f"NH20261001-{n:04d}",
                "opened_at": clock() - timedelta(minutes=n),
                "lon": 118.7 + n / 1e4,
            }
            for n in range(520)
        ]
        connection.execute(insert(Ticket), rows)
    found = spots(office, "loose")
    assert (len(found), "NH20261001-0000" in found, "NH20261001-0519" in found) == (500, True, False)
    assert "只画了最新的 500 件，另有 20 件不在图上" in office.sees("/console/map")
    assert "现在未办结 520 件" in office.sees("/console/map")


def test_a_worker_sees_the_tickets_of_their_own_grid_only(chat, people):
    for words in ("梧桐里1号院05幢3楼楼道灯坏了", "虎踞北路4号5幢2单元楼道灯坏了"):
        chat.person(words).says(words)
    worker = Office(chat).signs_in(people.worker)
    assert list(spots(worker)) == ["梧桐里1号院05幢"]
    assert "虎踞北路4号" not in worker.sees("/console/map/live").split("按地点")[1]
    for unknown in (place(chat, "N4-5"), 2_000_000):
        assert worker.web.get(f"/console/map/behind?place={unknown}").status_code == 404


def test_a_worker_s_last_check_in_is_shown_to_who_dispatches_once_they_agreed_and_until_they_take_it_back(chat, people):
    office, worker = Office(chat).signs_in(people.dispatcher), Office(chat).signs_in(people.worker)
    assert "打卡" in people.worker.says("打卡 梧桐里1号院")
    assert "陈试用" not in office.sees("/console/map/live")
    assert "已打开" in people.worker.says("地图上显示我")
    assert "已打开" in people.worker.says("地图上显示我")
    assert "陈试用 10:00 在梧桐里1号院" in office.sees("/console/map/live")
    assert "在梧桐里1号院" not in worker.sees("/console/map/live")
    assert "在梧桐里1号院" not in office.sees("/console/map/live?back=1")
    assert "已关闭" in people.worker.says("地图上不显示我")
    assert "陈试用" not in office.sees("/console/map/live")


def test_without_coordinates_the_list_still_says_all(chat):
    found = lines()
    for line in found["places"]:
        line.pop("lat", None)
        line.pop("lon", None)
    people = Staff(*chat.staffed(found, list(NAMES.values())))
    chat.person("李阿姨").says("梧桐里1号院05幢3楼楼道灯坏了")
    page = Office(chat).signs_in(people.dispatcher).sees("/console/map")
    assert "名册里还没有坐标" in page
    assert "梧桐里1号院05幢 （没有坐标，不在图上） 梧桐社区 1 0" in page


def test_outlines_are_shown_first_and_written_on_the_tick(chat, office):
    assert {(each["name"], each["known"]) for each in drawn(office)["areas"]} >= {("梧桐社区", False)}
    file = geojson(("C1", FIRST))
    status, said = uploads(office, file)
    assert (status, "检查通过，还没有写入。增加 1 个" in said) == (200, True)
    assert chat.rows(select(PlaceOutline.place_id)) == []
    assert "已写入" in uploads(office, file, write="yes")[1]
    assert "没变 1 个" in uploads(office, file, write="yes")[1]
    (area,) = (each for each in drawn(office)["areas"] if each["name"] == "梧桐社区")
    assert area["known"]
    lat, lon = from_wgs84((FIRST[0][1], FIRST[0][0]), Datum.GCJ02)
    assert area["parts"][0][0] == [pytest.approx(lon, abs=1e-5), pytest.approx(lat, abs=1e-5)]
    assert len(chat.rows(select(Audit.id).where(Audit.action == "outlines.import"))) == 1


def test_with_any_problem_nothing_is_written_and_all_are_listed(chat, office):
    crossed = [FIRST[0], FIRST[2], FIRST[1], FIRST[3], FIRST[0]]
    far = outline(39.90, 116.39, 39.91, 116.40)
    status, said = uploads(office, geojson(("C1", crossed), ("C2", far), ("Y2", FIRST), ("C9", FIRST)), write="yes")
    assert status == 422
    assert "有 3 处问题，没有改动" in said
    for why in ("自己交叉", "街道以外约", "没有编号“C9”"):
        assert why in said
    shifted = [[lon + 0.0053, lat - 0.0021] for lon, lat in FIRST]
    assert "坐标像是GCJ-02" in uploads(office, geojson(("C1", shifted)), write="yes")[1]
    assert "不是 GeoJSON" in uploads(office, b"[1, 2")[1]
    assert "请选一个" in office.web.post("/console/map/outlines", data={"csrf": office.csrf}).text
    assert chat.rows(select(PlaceOutline.place_id)) == []


def test_a_tile_server_is_the_only_other_origin_and_only_for_pictures(chat, office):
    policy = office.web.get("/console/map").headers["Content-Security-Policy"]
    assert "http" not in policy
    object.__setattr__(chat.console, "tiles", Tiles("https://tiles.example.cn/{z}/{x}/{y}.png", Datum.WGS84))
    try:
        answer = office.web.get("/console/map")
        policy = answer.headers["Content-Security-Policy"].split("; ")
        assert [each for each in policy if "tiles.example.cn" in each] == [
            "img-src 'self' data: https://tiles.example.cn"
        ]
        assert "底图来自 https://tiles.example.cn" in answer.text
        chat.person("李阿姨").says("梧桐里1号院05幢3楼楼道灯坏了")
        lat, lon = spot("Y1-5")
        assert spots(office)["梧桐里1号院05幢"][3:5] == [pytest.approx(lon, abs=1e-5), pytest.approx(lat, abs=1e-5)]
        assert "tiles.example.cn" not in office.web.get("/console/").headers["Content-Security-Policy"]
    finally:
        object.__setattr__(chat.console, "tiles", Tiles())


@pytest.mark.parametrize(
    ("address", "right"),
    [
        ("https://tiles.example.cn/{z}/{x}/{y}.png", True),
        ("http://10.0.0.8:8080/w?x={x}&y={y}&z={z}", True),
        ("https://tiles.example.cn/{z}/{x}.png", False),
        ("ftp://tiles.example.cn/{z}/{x}/{y}", False),
        ("https://a.cn; script-src *//{z}/{x}/{y}", False),
        ("https://{s}.tile.example.cn/{z}/{x}/{y}", False),
        ("/{z}/{x}/{y}", False),
    ],
)
def test_what_may_be_the_address_of_tiles(address, right):
    assert is_tile_address(address) is right


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_the_browser_draws_true_shapes_asks_nobody_else_and_the_slider_renews_the_list(chat, people, browser):
    chat.person("李阿姨").says("梧桐里1号院05幢3楼楼道灯坏了")
    page = signed_in(chat, browser, people.dispatcher)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{base(chat)}/map")
    north, east = page.evaluate(
        "() => { const [a, b, c] = [[118.76, 32.06], [118.76, 32.07], [118.77, 32.06]].map((each) => pixel(...each));"
        " return [a[1] - b[1], c[0] - a[0]]; }"
    )
    assert north / east == pytest.approx(1 / cos(radians(32.065)), rel=0.01), "a metre is a metre whichever way"
    page.focus("#back")
    page.keyboard.press("ArrowLeft")
    page.wait_for_selector("text=11月23日日终未办结 0 件", timeout=patient(5000))
    page.keyboard.press("ArrowRight")
    page.wait_for_selector("text=现在未办结 1 件", timeout=patient(5000))
    page.click("#map-list tbody button")
    page.wait_for_selector("#behind >> text=楼道灯坏了", timeout=patient(5000))
    assert page.problems == []
    assert {url.split("/console")[0] for url in asked if not url.startswith("data:")} == {
        base(chat).removesuffix("/console")
    }
