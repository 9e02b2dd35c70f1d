"""The hotline's rows, whatever stands in them."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from governance.clock import SHANGHAI
from governance.hotline import columns_of, no_later, orders_in
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
