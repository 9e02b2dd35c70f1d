from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from governance.visits.quarters import last_day_of, quarter_of


@given(st.dates(date(2020, 1, 1), date(2040, 12, 31)))
def test_each_day_lies_in_its_quarter_and_the_next_begins_the_day_after(day):
    first = quarter_of(day)
    assert first <= day <= last_day_of(first)
    assert first.day == 1
    assert first.month in (1, 4, 7, 10)
    assert quarter_of(last_day_of(first) + timedelta(days=1)) != first
