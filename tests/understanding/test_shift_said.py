"""Which shift words speak of, and what each clause of a sentence does with shifts."""

from datetime import datetime

import pytest

from governance.clock import SHANGHAI
from governance.working_calendar import WorkingCalendar
from understanding.shift_said import Timed, fitting
from understanding.shift_wishes import Does, wishes_in
from understanding.swap_said import Answer, answers_swap, asks_of_own_shift, asks_of_swap

NOW = datetime(2026, 11, 28, 14, 0, tzinfo=SHANGHAI)


def shift(number, day, begins, ends, where="梧桐驿站"):
    return Timed(number, where, *(datetime(2026, 12, day, *clock, tzinfo=SHANGHAI) for clock in (begins, ends)))


SHIFTS = (
    shift(4, 2, (9, 0), (11, 0)),
    shift(38, 2, (18, 30), (20, 30)),
    shift(11, 9, (9, 0), (11, 0)),
    shift(43, 9, (18, 30), (20, 30)),
    shift(61, 10, (14, 0), (16, 0), "银杏和事佬工作室"),
)


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("9号那个", [11, 43]),
        ("下周三的9号那个晚上的", [43]),
        ("12月9号18点30的班", [43]),
        ("9号六点半那班", [43]),
        ("早上的", [4, 11]),
        ("周三晚上的", [38]),
        ("周四的", [61]),
        ("和事佬那边的", [61]),
        ("班次38", [38]),
        ("38号那个", [38]),
        ("9号下午的", []),
        ("最晚的那个", []),
        ("晚上好，那个班", []),
        ("随便哪个", []),
    ],
)
def test_the_shifts_that_words_fit(words, numbers):
    assert [each.id for each in fitting(words, SHIFTS, NOW, WorkingCalendar())] == numbers


@pytest.mark.parametrize(
    ("words", "does"),
    [
        ("那两个早上的都帮我退掉，就留周三晚上的", [Does.GIVES_BACK, Does.KEEPS]),
        ("不是早上，我白天要上班的，我要晚上的", [Does.DENIES, Does.TELLS, Does.TAKES]),
        ("周五的照常去，周六的划掉", [Does.KEEPS, Does.GIVES_BACK]),
        ("报错了，是下周三的，9号那个", [Does.TELLS, Does.TAKES, Does.NAMES]),
        ("周二的别退，周四的不要了", [Does.KEEPS, Does.GIVES_BACK]),
        ("帮我跟他留个言", [Does.TELLS]),
    ],
)
def test_what_a_clause_does(words, does):
    assert [clause.does for clause in wishes_in(words).clauses] == does


@pytest.mark.parametrize("words", ["我9号那个班算不算上了，还有候补的", "周六那班给我报上了没", "我那个班退掉了吗"])
def test_a_question_about_a_shift_of_ones_own(words):
    assert asks_of_own_shift(words)


@pytest.mark.parametrize(
    "words", ["9号那个班给我报上", "我10号那个班退掉", "我想报个班", "周三的班还有名额吗", "帮我取消9号的班"]
)
def test_a_wish_is_no_such_question(words):
    assert not asks_of_own_shift(words)


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("行的，9号那个我来", Answer.YES),
        ("我同意跟小周换那个班的呀", Answer.YES),
        ("那天我有事，顶不了", Answer.NO),
        ("换不了，不好意思", Answer.NO),
        ("可以的", Answer.PERHAPS),
        ("他同意换了没", None),
        ("楼道灯坏了", None),
    ],
)
def test_what_is_answered_to_a_colleague(words, answer):
    assert answers_swap(words) is answer


@pytest.mark.parametrize("words", ["9号那班换成了没", "王样本答应了没有", "换班的事他同意了吗"])
def test_how_a_change_stands_is_asked(words):
    assert asks_of_swap(words)


@pytest.mark.parametrize("words", ["9号那班换给小周", "我同意换", "跟小周换一下班"])
def test_what_only_asks_for_one_does_not_ask_how_it_stands(words):
    assert not asks_of_swap(words)
