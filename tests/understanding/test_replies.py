import pytest
from hypothesis import given
from hypothesis import strategies as st

from understanding.replies import apart_in, choice_and_more, choice_in, danger_in, like_a_place, same_in


@pytest.mark.parametrize(
    ("words", "choice"),
    [
        ("1", 0), ("第二个", 1), ("选3", 2), ("4", None), ("1幢", None), ("", None), ("一", 0), ("那一个", None),
        ("对", None), ("1单元", None), ("一起", None), ("唉行吧 2", 1), ("嗯那就第一个吧", 0), ("好的,3", 2),
        ("选2呗", 1), ("就是1号", 0),
    ],
)  # fmt: skip
def test_a_choice_of_three(words, choice):
    assert choice_in(words, 3) == choice


@pytest.mark.parametrize(("words", "danger"), [("有", True), ("没有！", False), ("还有的", True), ("灯坏了", None)])
def test_danger(words, danger):
    assert danger_in(words) is danger


@pytest.mark.parametrize(
    ("words", "apart"), [("1", True), ("分开", True), ("2", False), ("一起吧", False), ("什么", None)]
)
def test_apart(words, apart):
    assert apart_in(words) is apart


@pytest.mark.parametrize(
    ("words", "same"), [("一起", True), ("是的", True), ("不是", False), ("分开办", False), ("灯坏了", None)]
)
def test_same(words, same):
    assert same_in(words) is same


def test_like_a_place():
    assert like_a_place("云山路口")
    assert not like_a_place("我不知道几楼")
    assert not like_a_place("谢谢")


@given(st.text(max_size=50))
def test_any_words_are_read(words):
    choice_in(words, 3), danger_in(words), apart_in(words), same_in(words), like_a_place(words)


@pytest.mark.parametrize(
    ("words", "chosen"),
    [
        ("3,4号院1幢302王大爷，要取药", (2, "4号院1幢302王大爷，要取药")), ("1,咱们一网格那个", (0, "咱们一网格那个")),
        ("1,第1网格的", (0, "第1网格的")),
        ("1,2", None), ("1,第二个", None), ("2,不要1", None),
    ],
)  # fmt: skip
def test_a_choice_with_more_is_told_from_two_choices(words, chosen):
    assert choice_and_more(words, 3) == chosen
