"""Several matters in one message: numbered, announced, or in sentences of their own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from understanding.several import MOST, parts_in, parts_named, problems_in

LIGHT, DRAIN, LIFT = "楼道灯坏了", "下水道堵了", "电梯坏了"
MANY = [LIGHT, DRAIN, LIFT, "有人乱停车", "垃圾没人收", "墙皮掉下来砸人", "狗没拴绳咬人", "自来水停了"]


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        (f"1、{LIGHT} 2、{DRAIN}", (LIGHT, DRAIN)),
        (f"1.{LIGHT}，2.{DRAIN}，3.灯", (LIGHT, DRAIN)),
        (f"一、{LIGHT}，二、{LIFT}", (LIGHT, LIFT)),
        (f"1、{LIGHT}，2、{LIGHT}", (LIGHT, LIGHT)),
        (f"两个问题：{LIGHT}。{DRAIN}", (LIGHT, DRAIN)),
        (f"两个问题：{LIGHT}。{LIGHT}还没修", (LIGHT, f"{LIGHT}还没修")),
        (f"{LIGHT}。{DRAIN}", (LIGHT, DRAIN)),
        (f"{LIGHT}。{LIGHT}还没修", (LIGHT,)),
        (f"{LIGHT}；煤气味很大", (LIGHT, "煤气味很大")),
        (f"，{LIGHT}、。 {DRAIN}，", (LIGHT, DRAIN)),
        (f"你好。{LIGHT}", (LIGHT,)),
        (f"{LIGHT}。灯。{DRAIN}", (LIGHT, DRAIN)),
        (LIGHT, ()),
        (f"1、{LIGHT}", ()),
        ("1、灯 2、水", ()),
        ("", ()),
    ],
)
def test_problems_that_are_told_apart(text, problems):
    assert problems_in(text) == problems


def test_no_more_are_told_apart_than_anybody_can_answer():
    assert len(problems_in("。".join(MANY))) == MOST
    assert parts_in("。".join(MANY)) == tuple(MANY[:MOST])
    numbered = " ".join(f"{number}、{each}" for number, each in enumerate(MANY, 1))
    assert problems_in(numbered) == tuple(MANY[:MOST])


def test_of_a_very_long_text_the_beginning_is_read():
    long = "。" * 1990 + f"{LIGHT}。{DRAIN}"
    assert problems_in(long) == parts_in(long) == (LIGHT, DRAIN[:4])


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (f"两件事，{LIGHT}，{DRAIN}", (LIGHT, DRAIN)),
        (f"两件事，一是{LIGHT}，二是{DRAIN}", (LIGHT, DRAIN)),
        (f"几件事，{LIGHT}，{DRAIN}", (f"{LIGHT}，{DRAIN}",)),
        (f"三件事，{LIGHT}，{DRAIN}", (f"{LIGHT}，{DRAIN}",)),
        (f"还有两件事要反映：{LIGHT}，{DRAIN}", (LIGHT, DRAIN)),
        (f"{LIGHT}，还有就是{DRAIN}", (LIGHT, DRAIN)),
        (f"{LIGHT}，另外{LIFT}", (LIGHT, LIFT)),
        (f"首先，{LIGHT}；其次 ，{LIFT}", (LIGHT, f"其次 ，{LIFT}")),
        (f"{LIGHT}，还有人没走", (f"{LIGHT}，还有人没走",)),
        (f"{LIGHT}，{DRAIN}", (f"{LIGHT}，{DRAIN}",)),
        ("灯。水。", ()),
    ],
)
def test_parts_of_a_text_that_holds_several(text, parts):
    assert parts_in(text) == parts


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("一个电梯灯，一个单元门", ("电梯灯", "单元门")),
        ("第一件是电梯灯，另一件单独报单元门", ("电梯灯", "单元门")),
        ("一回事", ()),
        ("，".join(["一个电梯灯"] * 9), ("电梯灯",) * MOST),
    ],
)
def test_what_the_parts_are_called(text, names):
    assert parts_named(text) == names


@given(st.text(alphabet=LIGHT + DRAIN + "。，、；1234.一二另外还有两件事：", max_size=120))
def test_any_text_can_be_taken_apart(text):
    for found in (problems_in(text), parts_in(text)):
        assert len(found) <= MOST
        assert all(len(part) >= 4 for part in found)
