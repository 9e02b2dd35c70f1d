import pytest

from tests.understanding.test_nomination import command_of
from understanding.command_names import CommandName as C
from understanding.evaluation_said import Settled, community_in, objection_in, settled_in


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("我们单位今年评得怎么样", C.SHOW_EVALUATION),
        ("单位评议", C.SHOW_EVALUATION),
        ("单位评议 3", C.SHOW_EVALUATION),
        ("年终评议结果", C.SHOW_EVALUATION),
        ("看看我们结对的评分", C.SHOW_EVALUATION),
        ("我们社区的一居一品是什么", C.SHOW_BRAND),
        ("一居一品 梧桐社区", C.SHOW_BRAND),
        ("梧桐社区的一居一品有哪些", C.SHOW_BRAND),
        ("一居一品", C.SHOW_BRAND),
        ("评议异议 3 少算了一次党课", C.OBJECT_EVALUATION),
        ("这个分少算了一次党课", C.OBJECT_EVALUATION),
        ("我们单位的得分不对", C.OBJECT_EVALUATION),
        ("对评议有异议", C.OBJECT_EVALUATION),
        ("评议处理 3 成立 +5 补上一次党课", C.SETTLE_EVALUATION),
        ("评议异议处理 3 不成立 已经算过", C.SETTLE_EVALUATION),
    ],
)
def test_what_is_said_of_the_evaluation(text, command):
    assert command_of(text) is command


@pytest.mark.parametrize(
    ("text", "command"),
    [("评议", C.REVIEW), ("评议 12", C.REVIEW), ("评议通过 12", C.ACCEPT_AWARDS), ("异议 12 他没做过", C.OBJECT_TO)],
)
def test_the_review_of_the_stars_is_something_else(text, command):
    assert command_of(text) is command


@pytest.mark.parametrize(
    ("text", "number", "reason"),
    [
        ("3 少算了一次党课", 3, "少算了一次党课"),
        ("3少算了一次党课", 3, "少算了一次党课"),
        ("评议3 党课漏了", 3, "党课漏了"),
        ("这个分少算了一次党课 12", 12, "这个分少算了一次党课"),
        ("2次党课没算", None, "2次党课没算"),
        ("少算了一次党课", None, "少算了一次党课"),
    ],
)
def test_which_sum_is_objected_to_and_why(text, number, reason):
    assert objection_in(text) == (number, reason)


@pytest.mark.parametrize(
    ("text", "settled"),
    [
        ("3 成立 +5 补上一次党课", Settled(3, True, 5, "补上一次党课")),
        ("3 成立 减4分 重复计了", Settled(3, True, -4, "重复计了")),
        ("3 成立，加 10 分，漏了两次", Settled(3, True, 10, "漏了两次")),
        ("3 成立 补上一次党课", Settled(3, True, None, "补上一次党课")),
        ("3 不成立 已经算过", Settled(3, False, None, "已经算过")),
        ("3", Settled(3, None, None, "")),
        ("", Settled(None, None, None, "")),
    ],
)
def test_how_it_is_settled(text, settled):
    assert settled_in(text) == settled


@pytest.mark.parametrize(
    ("words", "community"),
    [("我们社区", ""), ("我们社区的", ""), ("", ""), ("梧桐社区", "梧桐社区"), (" 梧桐 ", "梧桐")],
)
def test_whose_brand_is_asked_for(words, community):
    assert community_in(words) == community
