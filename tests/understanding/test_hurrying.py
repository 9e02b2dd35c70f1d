"""Whoever has a ticket is hurried, or it is given to somebody: the words tell them apart."""

import pytest

from understanding.hurrying import hurries, presses


@pytest.mark.parametrize(
    "words",
    [
        "门禁那个叫老孙快点弄",
        "催一下小陈",
        "让他抓紧,居民等着呢",
        "跟小陈讲路灯今晚一定要亮",
        "井盖那个盯着点老孙",
        "楼道灯那个请小陈优先弄",
    ],
)
def test_somebody_is_hurried(words):
    assert hurries(words)


@pytest.mark.parametrize(
    "words",
    [
        "改派给老孙,让他快点",
        "让小陈去看看",
        "要不要催一下小陈?",
        "小陈来得真快",
        "赶紧的,楼道灯坏了",
        "老人摔倒了快点来人",
    ],
)
def test_what_gives_it_to_somebody_or_hurries_nobody_is_no_haste(words):
    assert not hurries(words)


@pytest.mark.parametrize(
    ("note", "does"), [("三点前弄好", True), ("务必今天", True), ("他熟悉那边", False), ("", False)]
)
def test_what_presses_says_until_when_or_to_make_haste(note, does):
    assert presses(note) is does
