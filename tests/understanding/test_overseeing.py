"""What staff ask of the whole, and what they want told, read from their words."""

import pytest

from understanding.categories import CATEGORIES
from understanding.handing_over import matter_in
from understanding.notice import told_in
from understanding.overseeing import Asked, Span, Topic, asked_in, called_so


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("今天有什么情况", Asked(span=Span.TODAY)),
        ("哪些单子超期了", Asked(Topic.LATE)),
        ("本周一共多少件，超时几件", Asked(span=Span.WEEK)),
        ("昨晚到现在总量多少", Asked(span=Span.NIGHT)),
        ("没派出去的还有吗", Asked(Topic.TO_DISPATCH)),
        ("谁手里最多", Asked(Topic.HANDS)),
        ("我手上还有几件", Asked(mine=True)),
        ("老陈名下几件，小王几件", Asked(names=("老陈", "小王"))),
        ("孔主任手里压了多少", Asked(names=("孔主任",))),
        ("小区里几件没接", Asked(Topic.UNTAKEN)),
        ("刚才停电多少户报了", Asked(span=Span.HOURS, category="power", word="停电")),
        ("上周电梯的事报了几次", Asked(span=Span.LAST_WEEK, category="lift", word="电梯")),
    ],
)
def test_what_is_asked(words, asked):
    assert asked_in(words, CATEGORIES) == asked


@pytest.mark.parametrize(
    ("said", "name", "fits"),
    [
        ("老陈", "陈试用", True),
        ("小用", "陈试用", True),
        ("试用", "陈试用", True),
        ("陈师傅", "陈试用", True),
        ("陈试用", "陈试用", True),
        ("老陈", "孙模拟", False),
        ("陈试", "陈试用", False),
        ("孙师傅", "陈试用", False),
    ],
)
def test_who_may_be_called_so(said, name, fits):
    assert called_so(said, name) is fits


@pytest.mark.parametrize(
    ("order", "message"),
    [
        ("通知大家明天停水，早上九点来水", "明天停水，早上九点来水"),
        ("麻烦帮我发个通知：周六上午消杀，关好门窗", "周六上午消杀，关好门窗"),
        ("跟2号院的住户说一声，后天查煤气", "后天查煤气"),
        ("周三晚上路面要洒水，通知一下大家", "周三晚上路面要洒水"),
        ("群发一条，本周五量血压", "本周五量血压"),
        ("通知一下", ""),
    ],
)
def test_what_is_to_be_told_is_without_the_order(order, message):
    assert told_in(order) == message


@pytest.mark.parametrize("wish", ["转人工", "给我接个真人吧", "有没有活人啊，听我讲话", "让你们领导给我回电话"])
def test_a_wish_for_a_person_says_nothing_of_the_matter(wish):
    assert matter_in(wish) == ""


def test_a_wish_with_its_matter_is_kept_whole():
    assert matter_in("转人工，我想问残疾证换证") == "转人工，我想问残疾证换证"
