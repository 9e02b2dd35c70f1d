import pytest
from hypothesis import given
from hypothesis import strategies as st

from understanding.normalise import normalise
from understanding.place import detail_in, is_place_only, place_text, says_no_more


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("虎踞北路4号05幢3楼楼道灯坏了", "虎踞北路4号05幢3楼楼道"),
        ("你好，颐和公馆五栋二单元门口路灯不亮", "颐和公馆五栋二单元门口"),
        ("昨天在３单元５０２室闻到煤气味", "3单元502室"),
        ("北京西路12号有人乱停车", "北京西路12号"),
        ("梧桐里小区大门口有积水", "梧桐里小区大门"),
        ("示范街道1幢", "示范街道1幢"),
        ("我在示范街道12号院3单元", "示范街道12号院3单元"),
        ("虎踞街道路灯不亮", "虎踞街"),
        ("垃圾没人收", None),
        ("", None),
    ],
)
def test_the_words_that_say_where(text, place):
    assert place_text(normalise(text)) == place


@pytest.mark.parametrize(
    ("text", "only"), [("我家在3幢2单元", True), ("3幢2单元。", True), ("3幢2单元漏水", False), ("漏水", False)]
)
def test_a_place_and_nothing_else(text, only):
    words = normalise(text)
    assert is_place_only(words, place_text(words)) is only


@given(st.text(max_size=400))
def test_a_place_is_always_words_of_the_text(text):
    words = normalise(text)
    place = place_text(words)
    assert place is None or (place in words and 0 < len(place) <= 40)


@pytest.mark.parametrize(
    ("text", "with_unit", "without"),
    [
        ("05幢2单元3楼301室门口漏水", "2单元3楼301室门口", "3楼301室门口"),
        ("3楼楼道灯坏了", "3楼楼道", "3楼楼道"),
        ("负一层车库", "负一层车库", "负一层车库"),
        ("2单元", "2单元", ""),
        ("门口，3楼楼道", "3楼楼道", "3楼楼道"),
        ("5幢301灯坏", "301", "301"),
        ("301", "", ""),
        ("井盖J-012松了", "", ""),
        ("没有地方", "", ""),
        ("。" * 200 + "3楼", "", ""),
    ],
)
def test_where_inside_its_building(text, with_unit, without):
    assert detail_in(text) == with_unit
    assert detail_in(text, with_unit=False) == without


@pytest.mark.parametrize(
    ("rest", "no_more"),
    [("", True), ("我家在", True), ("3楼楼道", True), ("，那边", True), ("漏水", False), ("3楼漏水", False)],
)
def test_nothing_but_words_of_place(rest, no_more):
    assert says_no_more(rest) is no_more


def test_only_the_first_of_a_long_text_is_looked_at():
    assert place_text("灯" * 196 + "5幢楼道") == "5幢楼道"
    assert place_text("灯" * 199 + "5幢楼道") is None
