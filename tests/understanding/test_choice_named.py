"""Which numbered offer is chosen, where its name stands beside the number."""

import pytest

from understanding.choice_named import choice_named, only_said_again


@pytest.mark.parametrize(
    ("text", "labels", "place"),
    [
        ("嗯，拆分，第二个", ("进度", "拆分"), 1), ("第一个，备注", ("备注", "转告师傅"), 0),
        ("2 转告他", ("备注", "转告师傅"), 1),
        ("接，接", ("接单", "重开"), 0), ("对，就拆开", ("进度", "拆分"), 1), ("核查，第一个", ("核查", "评价"), 0),
        ("对，拆开，第一个", ("进度", "拆分"), None), ("都不是", ("备注", "催办"), None),
        ("第二个，明早再说", ("备注", "催办"), None),
        ("5幢402", ("备注", "催办"), None), ("好的谢谢", ("备注", "催办"), None), ("是", ("备注", "催办"), None),
    ],
)  # fmt: skip
def test_a_name_beside_the_number_chooses(text, labels, place):
    assert choice_named(text, labels) == place


@pytest.mark.parametrize(
    ("more", "again"), [("把这话回给他", True), ("转告她", True), ("明天上午来", False), ("带户口本", False)]
)
def test_saying_the_wish_again_adds_nothing(more, again):
    assert only_said_again(more) is again
