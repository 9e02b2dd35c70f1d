"""The tree searched by what people write: candidates, ranked, with reasons."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from understanding.place_index import Named, PlaceIndex, PlaceNode
from understanding.place_search import Candidate, Reason, decided, lies_in, only_a_place, places_named, search

NODES = (
    PlaceNode(1, None, "subdistrict", "示例街道"),
    PlaceNode(2, 1, "community", "梧桐社区"),
    PlaceNode(3, 2, "courtyard", "梧桐里1号院", ("老纺织大院",)),
    PlaceNode(4, 3, "building", "1幢"),
    PlaceNode(5, 3, "building", "05幢"),
    PlaceNode(6, 2, "courtyard", "梧桐里2号院"),
    PlaceNode(7, 6, "building", "1幢"),
    PlaceNode(8, 6, "building", "9幢"),
    PlaceNode(9, 1, "landmark", "云山菜场"),
    PlaceNode(10, 5, "unit", "2单元"),
    PlaceNode(11, 1, "courtyard", "颐和公馆小区"),
    PlaceNode(12, 11, "building", "3幢"),
    PlaceNode(13, 12, "unit", "东单元"),
    PlaceNode(14, 1, "station", "云山驿站"),
)


@pytest.fixture
def index():
    """Made anew for each test: how it is made is tried too."""
    return PlaceIndex(NODES)


@pytest.fixture
def best(index):
    def found(text, home=None):
        candidate = decided(search(index, text, home))
        return None if candidate is None else (candidate.place, candidate.reason)

    return found


def test_a_courtyard_and_a_number(best):
    assert best("梧桐里一号院五栋漏水") == (5, Reason.NUMBER_IN_NAMED)
    assert best("老纺织大院1号楼漏水") == (4, Reason.NUMBER_IN_NAMED)


@pytest.mark.parametrize("ending", ["花苑", "雅居", "家园"])
def test_an_estate_is_called_without_what_it_is(ending):
    estate = PlaceNode(20, 2, "courtyard", f"试鹤台{ending}")
    index = PlaceIndex(
        (*NODES, estate, PlaceNode(21, 20, "building", "4幢"), PlaceNode(22, 2, "courtyard", f"梧桐{ending}"))
    )
    assert decided(search(index, "试鹤台4号楼电梯又停了", None)).place == 21
    assert all(found.place != 22 for found in search(index, "梧桐叶子落了一地", None))  # two characters may be anything


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("2号院9幢漏水", 8),
        ("我家二号院9栋没水了", 8),
        ("2院1号楼门坏了", 7),
        ("整个2号院都停电", 6),
        ("没水+1 2号院9幢", 8),
        ("住在家里2号院9幢的老人", 8),
    ],
)
def test_a_courtyard_called_by_its_number_alone(best, text, place):
    assert best(text) == (place, Reason.NUMBER_IN_NAMED if place != 6 else Reason.NAMED)


@pytest.mark.parametrize(
    "text", ["云山路2号院9幢漏水", "紫竹里2号院漏水", "12号院9幢漏水", "颐和新村2号院漏水", "3-2号院漏水"]
)
def test_the_number_in_another_courtyards_name_is_not_this_one(index, text):
    assert {each.place for each in search(index, text)} & {6, 7} == set()


def test_of_two_courtyards_with_one_number_it_is_ones_own_or_asked():
    index = PlaceIndex([*NODES, PlaceNode(20, 1, "courtyard", "翠竹里2号院"), PlaceNode(21, 20, "building", "9幢")])
    assert decided(search(index, "2号院9幢漏水")) is None
    assert decided(search(index, "2号院9幢漏水", home=21)).place == 21
    assert decided(search(index, "2号院9幢漏水", home=7)).place == 8
    assert decided(search(index, "翠竹里2号院9幢漏水", home=7)).place == 21


def test_a_unit_where_the_tree_has_it(best):
    assert best("梧桐里1号院5幢2单元漏水") == (10, Reason.NUMBER_IN_NAMED)
    assert best("梧桐里1号院5幢3单元漏水") == (5, Reason.NUMBER_IN_NAMED)


def test_a_number_that_only_one_building_has_and_one_that_two_have(index, best):
    assert best("9幢漏水") == (8, Reason.NUMBER_ANYWHERE)
    assert best("1幢漏水") is None
    assert {candidate.place for candidate in search(index, "1幢漏水")} == {4, 7}


def test_the_senders_courtyard_comes_first(best):
    assert best("1幢漏水", home=8) == (7, Reason.NUMBER_NEAR_HOME)
    assert best("我们楼漏水", home=8) == (8, Reason.OWN_BUILDING)
    assert best("路灯不亮", home=8) == (8, Reason.HOME)


def test_what_names_another_place_is_not_the_senders_own(best):
    assert best("汉口路22号门口积水", home=8) is None
    assert best("云山菜场旁边乱停车", home=8) == (9, Reason.NAMED)


def test_the_number_of_a_courtyard_is_no_building(best):
    assert best("梧桐里2号院垃圾没人收") == (6, Reason.NAMED)


def test_an_answer_to_where(index):
    assert only_a_place(index, "梧桐里1号院5幢3楼")
    assert only_a_place(index, "在5幢")
    assert only_a_place(index, "在云山菜场")
    assert not only_a_place(index, "梧桐里1号院有人打架")
    assert not only_a_place(index, "3楼楼道"), "of which building is not said"
    assert not only_a_place(index, "梧桐里1号院5幢漏水")
    assert not only_a_place(index, "你好")


@given(st.text(max_size=200), st.sampled_from([None, 8]))
def test_any_text_can_be_searched(index, text, home):
    scores = [candidate.score for candidate in search(index, text, home)]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)


def scored(index, text, home=None):
    return [(each.place, round(each.score, 3), each.reason) for each in search(index, text, home)]


@pytest.mark.parametrize(
    ("text", "home", "found"),
    [
        ("梧桐社区", None, [(2, 0.45, Reason.NAMED)]),
        ("示例街道", None, [(1, 0.1, Reason.NAMED)]),
        ("云山驿站", None, [(14, 0.9, Reason.NAMED)]),
        ("梧桐里2号院和云山菜场之间", None, [(9, 0.9, Reason.NAMED), (6, 0.85, Reason.NAMED)]),
        ("云山菜厂", None, [(9, 0.72, Reason.ALIKE)]),
        ("老纺织打院", None, [(3, 0.68, Reason.ALIKE)]),
        ("颐和公馆", None, [(11, 0.85, Reason.NAMED)]),
        ("颐合公馆小区3幢东单元", None, [(12, 0.92, Reason.ALIKE)]),
        ("梧桐里1号院", None, [(3, 0.85, Reason.NAMED)]),
        ("梧桐里1号院7幢", None, [(3, 0.51, Reason.NAMED)]),
        ("梧桐社区1幢", None, [(4, 0.61, Reason.NUMBER_IN_NAMED), (7, 0.61, Reason.NUMBER_IN_NAMED)]),
        ("梧桐社区梧桐里2号院", None, [(6, 0.85, Reason.NAMED)]),
        ("1幢", None, [(4, 0.3, Reason.NUMBER_ANYWHERE), (7, 0.3, Reason.NUMBER_ANYWHERE)]),
        ("3幢", None, [(12, 0.6, Reason.NUMBER_ANYWHERE)]),
        ("3幢东单元", None, [(12, 0.6, Reason.NUMBER_ANYWHERE)]),
        ("77幢", None, []),
        ("9幢", 5, [(8, 0.7, Reason.NUMBER_NEAR_HOME)]),
        ("3幢", 5, [(12, 0.6, Reason.NUMBER_ANYWHERE)]),
        ("77幢", 5, []),
        ("1幢", 5, [(4, 0.9, Reason.NUMBER_NEAR_HOME)]),
        ("路灯不亮", 5, [(5, 0.7, Reason.HOME)]),
        ("我们楼路灯不亮", 5, [(5, 0.9, Reason.OWN_BUILDING)]),
        ("2单元路灯不亮", 5, [(10, 0.9, Reason.OWN_BUILDING)]),
        ("翠屏花园9幢", 5, []),
        ("翠屏花园9幢", None, []),
        ("人民路5号9幢", None, []),
        ("翡翠城9幢", None, []),
        ("路灯不亮", 99, []),
        ("路灯不亮", None, []),
    ],
)
def test_how_well_a_text_fits_a_place(index, text, home, found):
    assert scored(index, text, home) == found


def test_only_what_is_good_and_clear_is_taken_without_asking():
    def of(*scores):
        return decided(tuple(Candidate(place, score, Reason.NAMED) for place, score in enumerate(scores)))

    assert of() is None
    assert of(0.54) is None
    assert of(0.55).place == 0
    assert of(0.9, 0.74).place == 0
    assert of(0.9, 0.76) is None


def test_what_a_text_speaks_of_whoever_writes(index):
    assert places_named(index, "1幢漏水") == (4, 7)
    assert places_named(index, "9幢漏水") == (8,)
    assert places_named(index, "云山菜厂门口") == ()
    assert places_named(index, "漏水") == ()


def test_an_empty_tree_finds_nothing():
    empty = PlaceIndex([])
    assert search(empty, "1幢", 5) == ()
    assert empty.named_in("1幢") == []
    assert empty.roots() == []


def test_the_tree_is_walked_from_the_inside_out(index):
    assert index.roots() == [1]
    assert index.line_of(10) == [10, 5, 3, 2, 1]
    assert index.line_of(99) == []
    assert index.community_of(10) == 2
    assert index.community_of(2) == 2
    assert index.community_of(9) is None
    assert [place for place in index.nodes if index.is_home(place)] == [4, 5, 7, 8, 10, 12, 13]
    assert not index.is_home(99)
    assert index.homes_in(2) == [4, 5, 7, 8]
    assert index.homes_in(5) == [5]
    assert index.full_name(10) == "梧桐里1号院05幢2单元"
    assert index.full_name(9) == "云山菜场"
    assert index.buildings("5") == [5]
    assert index.buildings("1") == [4, 7]
    assert index.buildings("1", 6) == [7]
    assert index.buildings("1", 1) == [4, 7]
    assert index.buildings("77") == index.buildings("5", 6) == []
    assert index.unit(5, "2") == 10
    assert index.unit(5, "3") is None


def test_a_tree_that_runs_in_a_circle_is_walked_once():
    circle = PlaceIndex([PlaceNode(1, 2, "courtyard", "甲院"), PlaceNode(2, 1, "courtyard", "乙院")])
    assert circle.line_of(1) == [1, 2]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("云山菜场旁边", [Named(0, 4, (9,))]),
        ("在梧桐里1号院和云山菜场", [Named(1, 7, (3,)), Named(8, 12, (9,))]),
        ("颐和公馆有人吵", [Named(0, 4, (11,))]),
        ("颐和公馆小区有人吵", [Named(0, 6, (11,))]),
        ("在云衫菜场", [Named(1, 5, (9,), exact=False)]),
        ("去颐和公管小区里", [Named(1, 7, (11,), exact=False)]),
        ("老纺针大院有人", [Named(0, 5, (3,), exact=False)]),
        ("去老坊只大院", [Named(1, 6, (3,), exact=False)]),
        ("颐和公x小区", [Named(0, 6, (11,), exact=False)]),
        ("老纺针大", []),
        ("老纺什么大院", []),
        ("漏水", []),
    ],
)
def test_names_in_a_text(index, text, found):
    assert index.named_in(text) == found


@pytest.mark.parametrize(
    ("text", "home", "place"),
    [
        ("我们一号院5幢门口的灯不亮", 4, 5), ("咱一号院1栋漏水", 5, 4), ("二号院九幢漏水", 7, 8), ("2号院楼道灯坏了", 8, 6),
        ("在一号院5幢2单元", 4, 10),
    ],
)  # fmt: skip
def test_a_courtyard_by_its_number_is_that_of_the_writers_home(best, text, home, place):
    found = best(text, home)
    assert found is not None
    assert found[0] == place


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("云山里一号院5幢漏水", 4),
        ("七号院5幢漏水", 4),
        ("11号院5幢漏水", 4),
    ],
)
def test_another_name_or_number_is_not(best, text, home):
    assert all(each.reason is not Reason.NUMBER_IN_NAMED for each in search(PlaceIndex(NODES), text, home))


@pytest.mark.parametrize("text", ["我们小区路灯坏了", "活动广场的滑梯裂了", "整个小区都停电", "门口跳广场舞太吵"])
def test_what_is_called_so_everywhere_is_no_other_place(best, text):
    assert best(text, home=5)[0] == 5
    assert best("我们阳光小区路灯坏了", home=5) is None


def test_a_name_that_differs_by_its_number_is_another_courtyard(index):
    assert lies_in(index, "老纺织大院漏水", None) == 3
    assert search(index, "梧桐里8号院三幢井盖坏了") == ()
    assert decided(search(index, "悟桐里1号院漏水")).place == 3


def test_what_a_text_lies_in_is_what_it_names_else_the_home(index):
    assert lies_in(index, "梧桐里1号院19幢路灯坏了", 8) == 3
    assert lies_in(index, "19幢路灯坏了", 8) == 8
    assert lies_in(index, "阳光小区路灯坏了", 8) is None
    assert lies_in(index, "路灯坏了", None) is None
