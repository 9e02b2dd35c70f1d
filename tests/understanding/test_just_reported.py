"""What is said right after a report and is none: a slip of the finger, and where exactly it is."""

import pytest

from understanding.sent_by_mistake import sent_by_mistake, takes_it_back
from understanding.where_more import says_more_where


@pytest.mark.parametrize(
    ("words", "slip"),
    [
        ("不好意思,手滑点错了", True), ("没事,小孩乱按的", True), ("哎呀误发了,别管它", True), ("多发了一个,没事没事", True),
        ("手滑摔了一跤,腿动不了", False), ("发错了,是3幢", False), ("小孩按电梯卡住了", False), ("楼上多发了一个垃圾桶", False),
        ("没事", False),
    ],
)  # fmt: skip
def test_what_was_sent_by_mistake_reports_nothing(words, slip):
    assert sent_by_mistake(words) is slip


@pytest.mark.parametrize(
    ("words", "back"),
    [("没有危险,误点的,撤掉吧", True), ("没有,手滑", True), ("没危险了,水已经关了", False), ("没有,你们不用急", False)],
)
def test_whether_it_is_taken_back_as_well(words, back):
    assert takes_it_back(words) is back


@pytest.mark.parametrize(
    ("words", "where"),
    [
        ("三楼,就在302门口,电表箱旁边那个", True), ("就是小区东门朝北那个路口", True), ("在2单元楼梯间靠里头那盏", True),
        ("就在楼下", True), ("二楼的灯也坏了", False), ("2单元有人吵架", False), ("我住3幢", False), ("对面那家在漏水", False),
        ("梧桐里1号院5幢3楼楼道灯坏了", False), ("在吗", False), ("就是想问问", False), ("南门的路口堵车", False),
    ],
)  # fmt: skip
def test_whether_words_only_say_more_exactly_where(words, where):
    assert says_more_where(words) is where
