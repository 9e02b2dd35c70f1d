import pytest
from hypothesis import given
from hypothesis import strategies as st

from understanding.building_name import building_numbers, canonical, spelled, unit_number
from understanding.numerals import number_of, with_arabic


@pytest.mark.parametrize(
    "name", ["5幢", "05幢", "五幢", "5栋", "五栋楼", "5号楼", "五号楼", "５＃", "5#楼", "第5幢", " 5 幢"]
)
def test_every_spelling_of_a_building_is_one(name):
    assert canonical(name) == "5幢"


@pytest.mark.parametrize(
    ("name", "same"),
    [
        ("A座", "a幢"),
        ("二单元", "2单元"),
        ("2号门洞", "2单元"),
        ("梧桐里一号院", "梧桐里1号院"),
        ("云山菜场", "云山菜场"),
        ("十二栋", "12幢"),
    ],
)
def test_other_names_keep_to_one_spelling(name, same):
    assert canonical(name) == same


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("5幢和6幢之间", ["5", "6"]), ("3楼楼道灯坏了", []), ("1-2-301漏水", ["1"]), ("2026-11-24停水", []),
        ("二十三栋", ["23"]), ("115幢", ["115"]), ("汉口路22号", []), ("B座电梯", ["b"]),
    ],
)  # fmt: skip
def test_building_numbers_in_a_text(text, numbers):
    assert building_numbers(spelled(text)) == numbers


def test_the_unit_of_a_dashed_address():
    assert unit_number("1-2-301漏水") == "2"
    assert unit_number("5幢三单元".replace("三", "3")) == "3"
    assert unit_number("没有") is None


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("一百零三", 103),
        ("一百二", 120),
        ("二〇三", 203),
        ("两", 2),
        ("廿三", 23),
        ("卅一", 31),
        ("一佰二", 120),
        ("7", 7),
    ],
)
def test_chinese_numerals(numeral, value):
    assert number_of(numeral) == value


def test_only_counted_numerals_are_changed():
    assert with_arabic("三元巷十二号五栋二单元一百零三室") == "三元巷12号5栋2单元103室"


@given(st.text(max_size=60))
def test_any_text_is_spelled_and_spelling_twice_changes_nothing_more(text):
    assert canonical(canonical(text)) == canonical(text)
    building_numbers(spelled(text))
