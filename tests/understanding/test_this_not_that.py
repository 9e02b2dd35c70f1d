"""Which matter is not meant, and what is said of the one that is."""

import pytest

from understanding.situation import OwnTicket, Situation
from understanding.this_not_that import HOW_IS_IT, put_right_of, spoken_of_instead

OWN = Situation(
    tickets=tuple(
        OwnTicket(f"NH20261124-{number:04d}", summary, place, "dispatched", "reporter")
        for number, summary, place in (
            (1, "大门口的门禁刷不开", "梧桐里1号院大门"), (2, "老人一个人卡在货梯里了", "梧桐里1号院1幢货梯"),
            (3, "花坛边上堆着建筑垃圾", "梧桐里1号院1幢货梯"), (4, "孩子转学要哪些手续", "梧桐里1号院1幢"),
        )
    )
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("不是门禁，我问的是转学", f"转学{HOW_IS_IT}"), ("不是门禁，垃圾那条", f"垃圾{HOW_IS_IT}"),
        ("是垃圾那单，不是门禁", f"垃圾{HOW_IS_IT}"), ("不是垃圾，是转学那个事，孩子跟外婆住", "转学那个事,孩子跟外婆住"),
        ("谁催垃圾了，我说隔壁天天拉二胡", "隔壁天天拉二胡"), ("不是垃圾，我说的是车库门夹人了", "车库门夹人了"),
        ("不是垃圾的事，是楼上水管爆了", "楼上水管爆了"), ("哎不是门禁，我讲的是货梯那个，人出来了", "货梯那个,人出来了"),
    ],
)  # fmt: skip
def test_what_is_meant_is_read_by_itself(text, meant):
    assert spoken_of_instead(text.replace("，", ","), OWN) == meant


@pytest.mark.parametrize(
    "text",
    [
        "是四楼不是三楼", "不是1幢，是2幢", "不是货梯里，是花坛边上", "不是吧，门禁又坏了", "不是不急，是等不起", "我说的是真的",
        "没人管，垃圾一直堆着", "不是刷不开，是刷了没反应",
    ],
)  # fmt: skip
def test_a_detail_that_is_put_right_stays_with_its_matter(text):
    assert spoken_of_instead(text.replace("，", ","), OWN) == ""


@pytest.mark.parametrize(
    ("text", "just", "number"),
    [
        ("不是货梯里，是花坛边上", None, 3), ("不是货梯里，是楼前头", "NH20261124-0003", 3), ("不是货梯里，是楼前头", None, 2),
        ("不是刷不开，是门禁没反应", None, 1),
    ],
)  # fmt: skip
def test_it_is_put_right_in_one_report(text, just, number):
    found = put_right_of(text.replace("，", ","), Situation(tickets=OWN.tickets, just=just))
    assert found == f"NH20261124-{number:04d}"


def test_what_puts_nothing_right_is_of_no_report():
    assert put_right_of("门禁怎么样了", OWN) is None
