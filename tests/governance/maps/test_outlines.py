"""A file of outlines: what is right becomes rings in WGS-84, what is wrong is named by its feature."""

import pytest

from governance.maps.outlines import MapKnown, Outlines
from governance.things.datum import Datum, from_wgs84
from governance.things.nearness import nearest_of

NORTH, EAST = 32.06, 118.76
POINTS = [(NORTH + 0.0004 * step, EAST + 0.0004 * (step % 3)) for step in range(6)]
KNOWN = MapKnown(
    {"C1": 1, "Y1": 2}, {1: "样本社区", 2: "示范院"}, {1: POINTS}, nearest_of(dict(enumerate(POINTS)), 3000)
)
AROUND = [(-0.001, -0.001), (-0.001, 0.002), (0.003, 0.002), (0.003, -0.001)]


def corners(offsets=AROUND, datum=Datum.WGS84, north=NORTH, east=EAST):
    """As GeoJSON has them: longitude first, the first corner again at the end."""
    found = [from_wgs84((north + lat, east + lon), datum) for lat, lon in offsets]
    return [[lon, lat] for lat, lon in [*found, found[0]]]


def file(*features):
    return {
        "type": "FeatureCollection",
        "features": [
            {"type": "Feature", "properties": {"编号": code}, "geometry": {"type": kind, "coordinates": said}}
            for code, kind, said in features
        ],
    }


def said(document, datum=Datum.WGS84):
    return [problem.text for problem in Outlines(document, KNOWN, datum).problems]


@pytest.mark.parametrize("datum", Datum)
def test_an_outline_is_kept_in_wgs84_whatever_its_file_is_in(datum):
    found = Outlines(file(("C1", "Polygon", [corners(datum=datum)])), KNOWN, datum)
    assert (found.problems, found.remarks) == ([], [])
    ((ring,),) = found.rings.values()
    for (lat, lon), (north, east) in zip(ring, AROUND, strict=True):
        assert (lat, lon) == pytest.approx((NORTH + north, EAST + east), abs=1e-6)


@pytest.mark.parametrize(
    ("feature", "why"),
    [
        (("C1", "Polygon", [corners([AROUND[0], AROUND[2], AROUND[1], AROUND[3]])]), "自己交叉"),
        (("C1", "Polygon", [corners(north=39.9, east=116.4)]), "街道以外"),
        (("C1", "Polygon", [corners(north=-40.0, east=10.0)]), "一千公里以上"),
        (("C1", "MultiPolygon", [[corners()]] * 3000), "有 2999 块轮廓和别的块一模一样"),
        (("C1", "Polygon", [corners(), corners()]), "挖了洞"),
        (("C1", "Polygon", [corners(AROUND[:2])]), "三个不同的角点"),
        (("C1", "Polygon", [[["a", 1], [1, 2], [2, 3]]]), "不是经纬度"),
        (("C1", "Polygon", [[[1, float("nan")], [1, 2], [2, 3]]]), "不是经纬度"),
        (("C1", "LineString", corners()), "不是面"),
        (("C1", "MultiPolygon", []), "不是面"),
        (("C9", "Polygon", [corners()]), "没有编号“C9”"),
        (("", "Polygon", [corners()]), "没有写地点"),
        (("C\ud800", "Polygon", [corners()]), "没有编号“C?”"),
    ],
)
def test_what_is_wrong_with_an_outline_is_said(feature, why):
    (text,) = said(file(feature))
    assert why in text


def test_two_outlines_of_one_place_and_no_collection_are_said():
    assert "与第 1 个要素重复" in said(file(("C1", "Polygon", [corners()]), ("C1", "Polygon", [corners()])))[0]
    for nothing in ([], None, {"type": "Feature"}, {"type": "FeatureCollection", "features": []}):
        assert len(said(nothing)) == 1


def test_a_file_in_another_datum_than_is_said_is_seen_by_the_places_that_would_lie_in_it():
    close = [(-0.0003, -0.0003), (-0.0003, 0.0011), (0.0023, 0.0011), (0.0023, -0.0003)]
    document = file(("C1", "Polygon", [corners(close, Datum.GCJ02)]))
    (text,) = said(document, Datum.WGS84)
    assert "坐标像是GCJ-02（腾讯、高德）" in text
    assert said(document, Datum.GCJ02) == []


def test_an_outline_that_lies_beside_its_places_is_remarked_and_kept():
    found = Outlines(file(("C1", "Polygon", [corners(north=NORTH + 0.01)])), KNOWN, Datum.WGS84)
    assert found.problems == []
    assert "样本社区里有坐标的 6 处地点，只有 0 处" in found.remarks[0]
    assert list(found.rings) == [1]
