"""The hotline's rows, whatever stands in them."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.clock import SHANGHAI
from governance.hotline import Order, columns_of, no_later, orders_in
from governance.tickets.deadlines import Deadline, DeadlineKind

CELLS = st.one_of(st.none(), st.text(max_size=60), st.integers(), st.floats(), st.datetimes())
COLUMNS = {"order_no": 0, "text": 1, "address": 2, "caller": 3, "phone": 4, "due": 5}
NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)


@given(st.lists(st.lists(CELLS, max_size=8), max_size=12))
def test_every_row_is_an_order_or_a_fault_or_empty(rows):
    numbered = list(enumerate(rows, 2))
    found, faults = orders_in(COLUMNS, numbered, SHANGHAI)
    assert len({order.order_no for order in found}) == len(found)
    known = {order.row for order in found} | {fault.row for fault in faults}
    for number, row in numbered:
        assert number in known or all(cell in (None, "") for cell in row[:6])


@given(st.lists(CELLS, max_size=12))
def test_any_row_may_stand_where_the_headings_are_looked_for(row):
    columns_of(row)


def test_headings_by_their_many_names():
    assert columns_of(["序号", "受理单号", "主要内容", "限办时间"]) == {"order_no": 1, "text": 2, "due": 3}
    assert columns_of(["甲", "乙"]) is None


def test_the_earlier_due_time_counts_and_none_lies_before_the_report():
    own = Deadline(DeadlineKind.HANDLE, NOW, NOW + timedelta(days=5), working=True)
    assert no_later(own, None) == own
    assert no_later(own, NOW + timedelta(days=9)) == own
    assert no_later(own, NOW + timedelta(days=1)).due_at == NOW + timedelta(days=1)
    assert no_later(own, NOW - timedelta(days=1)).due_at == NOW
    (order,), _ = orders_in(COLUMNS, [(2, ["NJ1", "坏了", None, None, None, "2026-12-01"])], SHANGHAI)
    assert order.due_at == datetime(2026, 12, 1, 15, 59, tzinfo=UTC)


def test_the_headings_may_stand_anywhere_with_stars_and_brackets():
    assert columns_of([None, "*诉求（内容）", " 工单编号 * ", "手机", "姓名", "地点"]) == {
        "text": 1, "order_no": 2, "phone": 3, "caller": 4, "address": 5,
    }  # fmt: skip
    assert columns_of(["编号", "工单编号", "内容"]) == {"order_no": 1, "text": 2}, "the first of its names counts"
    assert columns_of(["工单编号", None]) is None
    assert columns_of(["内容", "类别"]) is None


ROW = ["NJ1", "坏了", "一号院", "陈试用", "19900000001", None]


def read(*rows):
    found, faults = orders_in(COLUMNS, list(enumerate(rows, 2)), SHANGHAI)
    return found, [str(fault) for fault in faults]


def with_cells(**cells):
    row = list(ROW)
    for key, value in cells.items():
        row[COLUMNS[key]] = value
    return row


def test_a_row_is_read_as_it_stands():
    assert read(ROW) == ([Order(2, "NJ1", "坏了", "一号院", "陈试用", "19900000001", None)], [])
    bare = ["NJ1", " 坏了 ", "", "  "]
    assert read(bare) == ([Order(2, "NJ1", "坏了", None, None, None, None)], [])
    assert read([2026.0, 5, 7.5, None, 19900000001.0])[0] == [Order(2, "2026", "5", "7.5", None, "19900000001", None)]


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"order_no": None}, "工单编号：没有填"),
        ({"text": " "}, "诉求内容：没有填"),
        ({"order_no": "N" * 41}, "工单编号：太长了，最多 40 个字"),
        ({"text": "长" * 4001}, "诉求内容：太长了，最多 4000 个字"),
        ({"address": "长" * 201}, "地址：太长了，最多 200 个字"),
        ({"caller": "长" * 61}, "来电人：太长了，最多 60 个字"),
        ({"phone": "1" * 31}, "联系电话：太长了，最多 30 个字"),
        ({"order_no": "一号" * 15}, f"工单编号：“{'一号' * 10}”不像工单编号"),
        ({"order_no": "N"}, "工单编号：“N”不像工单编号"),
        ({"due": "尽快" * 15}, f"办结期限：“{'尽快' * 10}”看不懂，请写成 2026-12-01 18:00 的样子"),
        ({"due": "2026-13-01"}, "办结期限：“2026-13-01”看不懂，请写成 2026-12-01 18:00 的样子"),
    ],
)
def test_what_is_wrong_with_a_row(cells, told):
    found, faults = read(with_cells(**cells), with_cells(order_no="NJ2"))
    assert [order.order_no for order in found] == ["NJ2"]
    assert f"第 2 行，{told}" in faults


@pytest.mark.parametrize(
    "cells",
    [
        {"order_no": "N" * 40}, {"order_no": "a-B_/9"}, {"text": "长" * 4000}, {"address": "长" * 200},
        {"caller": "长" * 60}, {"phone": "1" * 30}, {"due": ""},
    ],
)  # fmt: skip
def test_what_a_row_may_just_be(cells):
    assert read(with_cells(**cells))[1] == []


def test_an_order_comes_once_and_an_empty_row_is_passed_over():
    other = with_cells(order_no="NJ2")
    found, faults = read(ROW, ["", None], ROW, [], other)
    assert [(order.row, order.order_no) for order in found] == [(2, "NJ1"), (6, "NJ2")]
    assert faults == ["第 4 行，工单编号：和第 2 行重复"]


@pytest.mark.parametrize(
    ("due", "local"),
    [
        ("2026-12-01 18:00:30", "2026-12-01 18:00:30"),
        (" 2026-12-01 18:00 ", "2026-12-01 18:00:00"),
        ("2026/12/01 08:05:00", "2026-12-01 08:05:00"),
        ("2026/12/1 8:05", "2026-12-01 08:05:00"),
        ("2026-12-01 00:00", "2026-12-01 00:00:00"),
        ("2026-12-01", "2026-12-01 23:59:00"),
        ("2026/12/1", "2026-12-01 23:59:00"),
        ("2026年12月1日", "2026-12-01 23:59:00"),
        (datetime.fromisoformat("2026-12-01"), "2026-12-01 23:59:00"),
        (datetime.fromisoformat("2026-12-01T00:01"), "2026-12-01 00:01:00"),
        (datetime.fromisoformat("2026-12-01T12:00"), "2026-12-01 12:00:00"),
    ],
)
def test_a_day_alone_means_its_end(due, local):
    (order,), faults = read(with_cells(due=due))
    assert order.due_at == datetime.fromisoformat(local).replace(tzinfo=SHANGHAI)
    assert order.due_at.tzinfo is UTC
    assert faults == []


def test_of_two_equal_due_times_our_own_stays_and_another_one_keeps_kind_and_beginning():
    own = Deadline(DeadlineKind.HANDLE, NOW, NOW + timedelta(days=5), working=True)
    assert no_later(own, own.due_at) is own
    sooner = NOW + timedelta(days=1)
    assert no_later(own, sooner) == Deadline(DeadlineKind.HANDLE, NOW, sooner)
