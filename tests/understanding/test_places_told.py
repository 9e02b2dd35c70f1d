"""The places that a notice is for, as whoever announces it names them."""

import pytest

from understanding.place_index import PlaceIndex, PlaceNode
from understanding.places_told import PlacesTold, places_told, strange_street

NODES = (
    PlaceNode(1, None, "subdistrict", "示例街道"),
    PlaceNode(2, 1, "community", "梧桐社区"),
    PlaceNode(3, 2, "courtyard", "梧桐里1号院"),
    PlaceNode(4, 3, "building", "1幢"),
    PlaceNode(5, 3, "building", "2幢"),
    PlaceNode(6, 3, "building", "3幢"),
    PlaceNode(7, 3, "building", "05幢"),
    PlaceNode(8, 7, "unit", "2单元"),
    PlaceNode(9, 2, "courtyard", "梧桐里2号院"),
    PlaceNode(10, 9, "building", "1幢"),
    PlaceNode(11, 2, "courtyard", "梧桐里3号院"),
    PlaceNode(12, 1, "landmark", "云山菜场"),
    PlaceNode(13, 1, "station", "云山驿站"),
    PlaceNode(14, 1, "courtyard", "颐和公馆小区"),
    PlaceNode(15, 14, "building", "1幢"),
    PlaceNode(16, 14, "building", "7幢"),
    PlaceNode(17, 1, "community", "云山社区"),
    PlaceNode(18, 17, "courtyard", "银杏苑"),
    PlaceNode(19, 2, "courtyard", "银杏苑"),
    PlaceNode(20, 3, "building", "8幢"),
    PlaceNode(21, 20, "unit", "1单元"),
)


@pytest.fixture(scope="module")
def told():
    index = PlaceIndex(NODES)
    return lambda text: places_told(index, text)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("梧桐里1号院明天停水", (3,)),
        ("请通知梧桐里1号院居民明天停水", (3,)),
        ("麻烦发个通知告诉一下梧桐里2号院明天停水", (9,)),
        ("梧桐社区梧桐里1号院明天停水", (3,)),
        ("梧桐社区明天停水", (2,)),
        ("梧桐里1号院1幢停水", (4,)),
        ("梧桐里1号院1幢和3幢停水", (4, 6)),
        ("梧桐里1号院1、3幢停水", (4, 6)),
        ("梧桐里1号院1，2，3幢停水", (4, 5, 6)),
        ("梧桐里1号院1,3幢，明天停水", (4, 6)),
        ("梧桐里1号院1和2号楼停水", (4, 5)),
        ("梧桐里1号院1到3幢停水", (4, 5, 6)),
        ("梧桐里1号院1-2幢停水", (4, 5)),
        ("梧桐里1号院1号楼至3号楼停水", (4, 5, 6)),
        ("梧桐里1号院1到5幢停水", (4, 5, 6, 7)),
        ("梧桐里1号院3到1幢停水", (4, 5, 6)),
        ("梧桐里1号院一到三幢停水", (4, 5, 6)),
        ("梧桐里一号院一号楼至三号楼停水", (4, 5, 6)),
        ("梧桐里1号院一、三幢停水", (4, 6)),
        ("梧桐里1号院一、二和三栋停水", (4, 5, 6)),
        ("梧桐里1号院明天起统一和三幢停水", (3,)),
        ("梧桐里1号院1到60幢停水", (4, 5, 6, 7, 20)),
        ("梧桐里1号院1、2、9幢停水", (4, 5)),
        ("梧桐里1号院2幢、2幢停水", (5,)),
        ("梧桐里1号院和2号院明天停水", (3, 9)),
        ("梧桐里1号院、2号院及3号院明天停水", (3, 9, 11)),
        ("梧桐里1号院3幢和颐和公馆小区7幢停水", (6, 16)),
        ("颐和公馆小区、梧桐里2号院停水", (14, 9)),
        ("梧桐里1号院，2号院停水", (3, 9)),
        ("梧桐里1号院1幢，颐和公馆小区7幢，明天停水", (4, 16)),
        ("梧桐里1号院，请到云山驿站接水", (3,)),
        ("梧桐里1号院停水，梧桐里2号院不停", (3,)),
        ("梧桐里1号院5幢2单元停水", (8,)),
        ("梧桐里1号院5幢3单元停水", (7,)),
        ("梧桐里1号院5幢2单元和1幢停水", (7, 4)),
        ("梧桐里1号院停水，请到云山菜场接水", (3,)),
        ("停水了，梧桐里1号院的请到云山驿站接水", (3,)),
        ("云山菜场明天停电", (12,)),
        ("明天停水，梧桐里2号院", (9,)),
        ("停水了，请大家到云山驿站领水", ()),
        ("明天停水", ()),
        ("全小区明天停水", ()),
        ("我们小区明天停水", ()),
        ("", ()),
    ],
)
def test_the_places_that_are_meant(told, text, places):
    assert told(text) == PlacesTold(places)


@pytest.mark.parametrize(
    ("text", "unclear"),
    [
        ("银杏苑明天停水", {18, 19}),
        ("1幢明天停水", {4, 10, 15}),
        ("梧桐社区1幢停水", {4, 10}),
        ("梧桐里1号院2幢和银杏苑停水", {18, 19}),
    ],
)
def test_a_name_that_fits_several_places_is_told_as_unclear(told, text, unclear):
    found = told(text)
    assert (found.places, set(found.unclear), found.unknown) == ((), unclear, "")


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("梧桐里1号院99幢停水", "梧桐里1号院99幢"),
        ("梧桐里1号院1幢和77幢停水", "梧桐里1号院77幢"),
        ("梧桐里1号院91到95幢停水", "梧桐里1号院91幢"),
        ("梧桐里1号院1、9幢停水", "梧桐里1号院9幢"),
        ("梧桐里1号院1到61幢停水", "梧桐里1号院61幢"),
        ("天鹅湖花园明天停水", "天鹅湖花园"),
        ("解放路12号院停水", "解放路12号院"),
    ],
)
def test_a_name_or_number_that_is_nowhere_is_told_as_unknown(told, text, unknown):
    assert told(text) == PlacesTold(unknown=unknown)


@pytest.mark.parametrize(
    ("text", "street"),
    [
        ("解放路明天停水", "解放路"),
        ("明天在中山路抢修", "中山路"),
        ("通知解放大道居民", "解放大道"),
        ("社区对解放路进行施工", "解放路"),
        ("虎踞北路和解放路停水", "解放路"),
        ("虎踞北路明天停水", ""),
        ("北路明天停水", ""),
        ("马路坏了，大家走路", ""),
        ("上街走后巷", ""),
        ("电路检修，网络断路", ""),
        ("明天停水", ""),
    ],
)
def test_a_street_that_no_place_bears_in_its_name(text, street):
    index = PlaceIndex((*NODES, PlaceNode(30, 2, "road_number", "虎踞北路4号")))
    assert strange_street(index, text) == street
