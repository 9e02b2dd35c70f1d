"""Which community somebody names, and what they only speak of."""

import pytest

from understanding.community import communities_called, community_said
from understanding.place_index import PlaceIndex, PlaceNode

INDEX = PlaceIndex(
    [
        PlaceNode(1, None, "subdistrict", "示例街道"),
        PlaceNode(2, 1, "community", "梧桐社区", ("梧桐里",)),
        PlaceNode(3, 1, "community", "银杏社区"),
        PlaceNode(4, 2, "courtyard", "梧桐里1号院"),
        PlaceNode(5, 1, "community", "梧桐里东社区"),
    ]
)


@pytest.mark.parametrize(
    ("text", "name", "rest"),
    [
        ("梧桐社区 正在换届", "梧桐社区", "正在换届"),
        ("银杏社区正在换届", "银杏社区", "正在换届"),
        ("梧桐里 下雪", "梧桐里", "下雪"),
        ("梧桐里东社区换届", "梧桐里东社区", "换届"),
        ("：梧桐社区：换届。", "梧桐社区", "换届"),
        ("雪松社区下雪", "雪松社区", "下雪"),
        ("银杏，下雪", "银杏", "下雪"),
        ("下雪（银杏社区）", "银杏社区", "下雪"),
        ("雪松社区 下雪", "雪松社区", "下雪"),
        ("下雪 雪松社区", "雪松社区", "下雪"),
        ("梧桐社区 和银杏社区一起", "梧桐社区", "和银杏社区一起"),
        ("和银杏社区一起", "", "和银杏社区一起"),
        ("正在等社区换届", "", "正在等社区换届"),
        ("我们社区 换届", "", "我们社区 换届"),
        ("本社区换届", "", "本社区换届"),
        ("", "", ""),
    ],
)
def test_the_name_that_stands_first_or_alone(text, name, rest):
    assert community_said(INDEX, text) == (name, rest)


def test_a_community_is_found_by_name_alias_and_without_its_ending():
    assert communities_called(INDEX, "梧桐社区") == communities_called(INDEX, "梧桐里") == [2]
    assert communities_called(INDEX, "银杏") == [3]
    assert communities_called(INDEX, "雪松社区") == communities_called(INDEX, "梧桐里1号院") == []
