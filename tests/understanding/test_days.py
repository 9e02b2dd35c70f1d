from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from understanding.days import besides_days, day_range, day_until, days_in

TUESDAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("明天", "2026-11-25", "2026-11-25"),
        ("明天到周五", "2026-11-25", "2026-11-27"),
        ("11月25日至11月27日", "2026-11-25", "2026-11-27"),
        ("25号到27号", "2026-11-25", "2026-11-27"),
        ("下周三", "2026-12-02", "2026-12-02"),
        ("周六", "2026-11-28", "2026-11-28"),
        ("周二", "2026-11-24", "2026-11-24"),
        ("下个周三", "2026-12-02", "2026-12-02"),
        ("下下周三", "2026-12-09", "2026-12-09"),
        ("本周五", "2026-11-27", "2026-11-27"),
        ("这周五", "2026-11-27", "2026-11-27"),
        ("这个周一", "2026-11-23", "2026-11-23"),
        ("周一", "2026-11-30", "2026-11-30"),
        ("周六到周一", "2026-11-28", "2026-11-30"),
        ("28号到3号", "2026-11-28", "2026-12-03"),
        ("24号", "2026-11-24", "2026-11-24"),
        ("23号", "2026-12-23", "2026-12-23"),
        ("这个月20号", "2026-11-20", "2026-11-20"),
        ("11月20日", "2026-11-20", "2026-11-20"),
        ("5月28日", "2027-05-28", "2027-05-28"),
        ("5月29日", "2026-05-29", "2026-05-29"),
        ("两天", "2026-11-24", "2026-11-25"),
        ("一天", "2026-11-24", "2026-11-24"),
        ("本月二十五号", "2026-11-25", "2026-11-25"),
        ("下月3号", "2026-12-03", "2026-12-03"),
        ("3号", "2026-12-03", "2026-12-03"),
        ("1月2日", "2027-01-02", "2027-01-02"),
        ("从明天起两天", "2026-11-25", "2026-11-26"),
        ("一周", "2026-11-24", "2026-11-30"),
        ("2026/12/30", "2026-12-30", "2026-12-30"),
    ],
)
def test_days_as_people_say_them(text, first, last):
    assert day_range(text, TUESDAY) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("text", "day", "rest"),
    [
        ("到12月5日 等配件", "2026-12-05", "等配件"),
        ("等配件 到12月5日", "2026-12-05", "等配件"),
        ("12月5日到货", "2026-12-05", "到货"),
        ("到12月5日 等12月3日的配件", "2026-12-05", "等12月3日的配件"),
        ("从11月25日延期到12月5日 等料", "2026-12-05", "等料"),
        ("2026-12-05 到12月6日 等料", "2026-12-06", "等料"),
        ("延三天，等配件", "2026-11-26", "等配件"),
        ("下周三", "2026-12-02", ""),
        ("等配件", None, "等配件"),
    ],
)
def test_until_when_and_what_is_said_besides(text, day, rest):
    assert day_until(text, TUESDAY) == (date.fromisoformat(day) if day else None)
    assert besides_days(text).strip(" ，") == rest


@pytest.mark.parametrize("text", ["", "以后", "半天", "31号", "2月30日", "4号楼", "5号院"])
def test_what_is_no_day(text):
    assert day_range(text, TUESDAY) is None


@given(
    st.text(alphabet="0123456789月日号下周一三十天到-/年本明后", max_size=20),
    st.dates(date(2020, 1, 1), date(2090, 1, 1)),
)
def test_any_text_can_be_read_on_any_day(text, today):
    days_in(text, today)
    day_range(text, today)
    day_until(text, today)
    besides_days(text)
