"""Small slots: where somebody lives, who they are, which tickets, by when."""

from datetime import date

import pytest

from understanding.delay import deadline_said
from understanding.dwelling import dwelling_in
from understanding.mentions import two_tickets
from understanding.people import Claim, claim_said, code_in, code_said

TUESDAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("我搬到梧桐里1号院5幢了", "梧桐里1号院5幢"),
        ("从2幢搬到5幢了", "5幢"),
        ("我住在老地方，5幢，2单元了", "5幢 2单元"),
        ("我现在搬家到住在3号院，5幢呢，2单元了", "3号院 5幢 2单元"),
        ("我以前住2幢，改成5幢", "5幢"),
        ("改为9幢，3单元，4楼里了", "9幢 3单元 4楼"),
        ("9幢，我住在3幢", "3幢"),
        ("2幢的邻居说，他住在3幢，4单元", "3幢 4单元"),
        ("不知道住哪", "不知道住哪"),
        ("5幢", "5幢"),
        ("，，", "，，"),
    ],
)
def test_where_somebody_says_they_live(text, home):
    assert dwelling_in(text) == home


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("陈试用 0001", Claim("陈试用", "0001")),
        ("我是陈试用，手机尾号0001", Claim("陈试用", "0001")),
        ("我叫陈试用 电话19900000001", Claim("陈试用", "0001")),
        ("我是网格员陈试用，尾号0001", Claim("陈试用", "0001")),
        ("陈试用 0001。", Claim("陈试用", "0001")),
        ("陈试用的手机19900000001", Claim("陈试用", "0001")),
        ("我叫陈试用手机尾号0001", Claim("陈试用", "0001")),
        ("陈试用后四位0001", Claim("陈试用", "0001")),
        ("手机尾号0001", None),
        ("陈试用", None),
        ("0001", None),
        ("书记 0001", None),
    ],
)
def test_who_somebody_claims_to_be(text, claim):
    assert claim_said(text) == claim


@pytest.mark.parametrize(
    ("text", "said", "whole"),
    [
        ("邀请码 abcd-2345", "ABCD2345", "ABCD2345"),
        ("我的邀请码是ABCD2345", "ABCD2345", None),
        ("abcd-2345", "ABCD2345", "ABCD2345"),
        ("没有码", None, None),
    ],
)
def test_the_code_of_an_invitation(text, said, whole):
    assert code_said(text) == said
    assert code_in(text) == whole


@pytest.mark.parametrize(
    ("text", "meant", "two"),
    [
        ("合并12和13", None, ("12", "13")),
        ("NH20261124-0012和13", "NH20261124-0014", ("NH20261124-0012", "13")),
        ("合并12 13 14", None, ("12", "13")),
        ("合并12、12", None, ("12", None)),
        ("合并12", None, ("12", None)),
        ("合并12", "NH20261124-0012", ("12", None)),
        ("合并12", "NH20261124-0013", ("NH20261124-0013", "12")),
        ("合并", "NH20261124-0013", ("NH20261124-0013", None)),
        ("合并", None, (None, None)),
    ],
)
def test_the_two_tickets_of_a_sentence(text, meant, two):
    assert two_tickets(text, meant) == two


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("这个月底", "2026-11-30"),
        ("下个月底", "2026-12-31"),
        ("下个月15号", "2026-12-15"),
        ("周末", "2026-11-29"),
        ("下周末", "2026-12-06"),
        ("下周", "2026-12-04"),
        ("12号不行，延到28号", "2026-11-28"),
        ("今天来不及，等到后天", "2026-11-26"),
        ("今天弄完", "2026-11-24"),
        ("下月初", None),
        ("尽快", None),
    ],
)
def test_by_which_day(text, day):
    found = deadline_said(text, TUESDAY)
    assert (None if found is None else found.isoformat()) == day


@pytest.mark.parametrize(
    ("today", "day"),
    [(date(2026, 1, 31), date(2026, 2, 28)), (date(2028, 1, 31), date(2028, 2, 29)), (date(2026, 11, 30), date(2026, 12, 31))],
)  # fmt: skip
def test_the_end_of_the_next_month_on_the_last_day_of_this_one(today, day):
    assert deadline_said("下个月底", today) == day
