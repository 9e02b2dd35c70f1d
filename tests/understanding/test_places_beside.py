"""What is named beside a place says which one is meant: its community, the writer's own, the number behind one of two."""

import pytest

from tests.understanding.test_place_search import NODES
from understanding.place_index import PlaceIndex, PlaceNode
from understanding.place_search import decided, search

MORE = (
    *NODES,
    PlaceNode(30, 1, "community", "雪松社区"),
    PlaceNode(31, 30, "courtyard", "雪松里1号院"),
    PlaceNode(32, 31, "building", "5幢"),
    PlaceNode(33, 30, "landmark", "雪松菜场"),
    PlaceNode(34, 2, "landmark", "梧桐菜场"),
)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("雪松社区1号院5幢漏水", 32), ("梧桐社区1号院5幢漏水", 5), ("梧桐社区菜场门口积水", 34), ("雪松社区的菜场没灯", 33),
        ("梧桐里2号院9幢没电，从1号院一路停过来", 8), ("隔壁2号院没水，我们雪松里1号院5幢也没了", 32),
    ],
)  # fmt: skip
def test_what_is_named_beside_it_says_which_one_is_meant(text, place):
    found = decided(search(PlaceIndex(MORE), text))
    assert found is not None
    assert found.place == place


@pytest.mark.parametrize(
    ("text", "home", "place"), [("菜场门口好臭", 4, 34), ("菜场门口好臭", 32, 33), ("菜场门口好臭", None, None)]
)
def test_a_landmark_called_by_what_it_is_is_that_of_ones_community(text, home, place):
    found = decided(search(PlaceIndex(MORE), text, home))
    assert (found and found.place) == place


@pytest.mark.parametrize("text", ["1号院和2号院都没电，我们也是", "2号院的狗跑到我们梧桐里1号院咬人"])
def test_of_two_places_in_one_breath_neither_is_chosen(text):
    assert decided(search(PlaceIndex(MORE), text)) is None
