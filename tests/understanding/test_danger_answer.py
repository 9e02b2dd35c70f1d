"""Whether there still is danger: told again or turned against a denial it stays; only a plain denial ends it."""

import pytest

from understanding.danger import says_harmless
from understanding.danger_answer import REFUTES, danger_answered
from understanding.hazard import hazard_in
from understanding.place import place_text


@pytest.mark.parametrize("taken_for", ["yes", "text", "no"])
@pytest.mark.parametrize(
    "words",
    [
        "还晃着呢", "还在往下掉渣", "仍然吊在半空", "谁讲没危险的", "哪里没得危险 一碰就掉", "怎么没有 底下都是人",
        "随时会塌", "快要掉下来了", "还没人来弄", "越来越歪", "一直在冒火星",
    ],
)  # fmt: skip
def test_told_again_it_stays_whatever_it_is_taken_for(words, taken_for):
    assert danger_answered(words, taken_for) is True


@pytest.mark.parametrize("words", ["风大 牌子哗啦哗啦的", "你们自己来看嘛", "我心里怕得很"])
def test_what_does_not_plainly_deny_it_keeps_it(words):
    assert danger_answered(words, "no") is True


@pytest.mark.parametrize(
    "words",
    [
        "没有", "没危险 就是难看", "现在不晃了", "已经拆掉了", "误会 我搞错了", "那倒不至于", "电断了 没事",
        "没危险 只是走访记一下", "火灭了", "没得没得 就是声音大",
    ],
)  # fmt: skip
def test_a_plain_denial_ends_it(words):
    assert danger_answered(words, "no") is False


@pytest.mark.parametrize("words", ["楼道灯还亮着 白天都不关 费电", "谢谢师傅", "2号院垃圾没人收"])
def test_what_is_no_answer_is_none(words):
    assert danger_answered(words, None) is None


@pytest.mark.parametrize("words", ["哪个讲没危险了", "谁说没事的 掉下来怎么办", "怎么会没危险"])
def test_who_turns_against_a_denial_denies_nothing(words):
    assert REFUTES.search(words)
    assert not says_harmless(words)


@pytest.mark.parametrize("words", ["怎么没人来", "谁没事干把车停这", "哪里不安全", "怎么没有水了", "什么时候才没事"])
def test_what_only_sounds_like_it_is_no_danger(words):
    assert REFUTES.search(words) is None


def test_what_may_fall_at_any_time_is_a_danger():
    assert hazard_in("招牌松了 随时要掉")
    assert hazard_in("随时要来都可以") is None


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("底下就是娃娃放学走的路", None), ("下面正是老人买菜的路", None), ("那条路", None),
        ("底下就是虎踞北路4号", "虎踞北路4号"), ("学院路3号", "学院路3号"),
    ],
)  # fmt: skip
def test_a_road_that_is_walked_is_no_place(words, place):
    assert place_text(words) == place
