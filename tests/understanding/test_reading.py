"""Category, urgency, several problems, names of people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from understanding.categories import CATEGORIES, URGENCIES, Category, categorise, changed
from understanding.normalise import normalise, plain
from understanding.people import claim_in, code_in, people_in
from understanding.place_index import PlaceIndex, PlaceNode
from understanding.reading import read_report, says_where
from understanding.several import problems_in
from understanding.sounds import sounds_of

EMPTY = PlaceIndex(())


@pytest.mark.parametrize(
    ("text", "category", "urgency"),
    [
        ("3楼楼道灯坏了", "lighting", "normal"),
        ("家里停水了", "water", "urgent"),
        ("电梯停运了", "lift", "urgent"),
        ("下水道堵了污水冒出来", "sewage", "urgent"),
        ("樓下垃圾沒人收", "garbage", "normal"),
        ("廣場舞太吵", "noise", "normal"),
        ("嗯，那个，闻到煤气味", "gas", "hazard"),
        ("居住证去哪里办", "papers", "enquiry"),
        ("遛狗不牵绳", "pets", "normal"),
        ("有人私搭乱盖", "illegal_build", "normal"),
    ],
)
def test_what_it_is_about_and_how_soon(text, category, urgency):
    reading = read_report(normalise(text), EMPTY)
    assert (reading.category.code, reading.urgency) == (category, urgency)


def test_the_table_is_sound():
    assert len({category.code for category in CATEGORIES}) == len(CATEGORIES)
    assert all(category.urgency in URGENCIES and category.words for category in CATEGORIES)


def test_a_subdistricts_own_category_replaces_or_adds():
    mine = Category("noise", "扰民", "噪声", "grid", "urgent", ("轰鸣",))
    snow = Category("snow", "环境卫生", "扫雪", "grid", "normal", ("积雪",))
    table = changed(CATEGORIES, [mine, snow])
    assert len(table) == len(CATEGORIES) + 1
    assert categorise("楼下机器轰鸣", table).category is mine
    assert categorise("门口积雪没人扫", table).category is snow


def test_fillers_and_emoji_are_passed_over():
    assert plain(normalise("嗯,那个,路灯坏了😀[流泪]")) == "路灯坏了"


def test_several_problems():
    assert problems_in("1、楼道灯坏了 2、垃圾没人收 3、下水道堵了") == ("楼道灯坏了", "垃圾没人收", "下水道堵了")
    assert len(problems_in("楼道灯坏了,晚上看不见,老人摔跤怎么办")) <= 1  # one thing may also be none to split
    assert len(problems_in("3幢2单元漏水。已经漏了三天了")) <= 1


def test_names_of_people():
    assert people_in("请假 明天 由赵演示代岗") == ["赵演示"]
    assert people_in("提名 王楼栋长 天天巡楼") == ["王楼栋长"]
    assert people_in("楼道灯坏了") == []


def test_claims_and_codes():
    assert (claim_in("王样本 0005").name, claim_in("我是王样本，手机19900000005").last_four) == ("王样本", "0005")
    assert claim_in("楼道灯坏了") is None
    assert code_in("k7m2-9qxt") == "K7M29QXT"
    assert code_in("K7M2-9QX0") is None


def test_what_sounds_alike_is_alike():
    assert sounds_of("梧桐里") == sounds_of("悟桐理")
    assert sounds_of("宁海路") == sounds_of("林海路")


@given(st.text(max_size=400))
def test_any_text_can_be_read(text):
    words = normalise(text)
    reading = read_report(words, EMPTY)
    assert reading.urgency in URGENCIES
    problems_in(words)
    people_in(words)


def test_that_the_home_is_known_says_no_place():
    """Else everybody who has told where they live would report whatever they name."""
    index = PlaceIndex(
        (
            PlaceNode(1, None, "subdistrict", "示例街道"),
            PlaceNode(2, 1, "courtyard", "梧桐里1号院"),
            PlaceNode(3, 2, "building", "1幢"),
        )
    )
    praised = read_report(normalise("灯亮了，很好"), index, home=3)
    assert praised.place is not None
    assert not says_where(praised)
    assert says_where(read_report(normalise("我们楼道灯不亮"), index, home=3))
