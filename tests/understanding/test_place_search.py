"""The tree searched by what people write: candidates, ranked, with reasons."""

from hypothesis import given
from hypothesis import strategies as st

from understanding.place_index import PlaceIndex, PlaceNode
from understanding.place_search import Reason, decided, only_a_place, search

INDEX = PlaceIndex(
    [
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
    ]
)


def best(text, home=None):
    found = decided(search(INDEX, text, home))
    return None if found is None else (found.place, found.reason)


def test_a_courtyard_and_a_number():
    assert best("梧桐里一号院五栋漏水") == (5, Reason.NUMBER_IN_NAMED)
    assert best("老纺织大院1号楼漏水") == (4, Reason.NUMBER_IN_NAMED)


def test_a_unit_where_the_tree_has_it():
    assert best("梧桐里1号院5幢2单元漏水") == (10, Reason.NUMBER_IN_NAMED)
    assert best("梧桐里1号院5幢3单元漏水") == (5, Reason.NUMBER_IN_NAMED)


def test_a_number_that_only_one_building_has_and_one_that_two_have():
    assert best("9幢漏水") == (8, Reason.NUMBER_ANYWHERE)
    assert best("1幢漏水") is None
    assert {candidate.place for candidate in search(INDEX, "1幢漏水")} == {4, 7}


def test_the_senders_courtyard_comes_first():
    assert best("1幢漏水", home=8) == (7, Reason.NUMBER_NEAR_HOME)
    assert best("我们楼漏水", home=8) == (8, Reason.OWN_BUILDING)
    assert best("路灯不亮", home=8) == (8, Reason.OWN_BUILDING)


def test_what_names_another_place_is_not_the_senders_own():
    assert best("汉口路22号门口积水", home=8) is None
    assert best("云山菜场旁边乱停车", home=8) == (9, Reason.NAMED)


def test_the_number_of_a_courtyard_is_no_building():
    assert best("梧桐里2号院垃圾没人收") == (6, Reason.NAMED)


def test_an_answer_to_where():
    assert only_a_place(INDEX, "梧桐里1号院5幢3楼")
    assert only_a_place(INDEX, "在5幢")
    assert not only_a_place(INDEX, "梧桐里1号院5幢漏水")
    assert not only_a_place(INDEX, "你好")


@given(st.text(max_size=200), st.sampled_from([None, 8]))
def test_any_text_can_be_searched(text, home):
    scores = [candidate.score for candidate in search(INDEX, text, home)]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)
