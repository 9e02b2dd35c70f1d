from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from governance.days import month_before, month_of, next_month

DAYS = st.dates(date(2000, 1, 1), date(2100, 12, 31))


@given(DAYS)
def test_months_follow_each_other_without_a_gap(day):
    first, following = month_of(day), next_month(day)
    assert first <= day < following
    assert (following - timedelta(days=1)).month == day.month
    assert month_before(following) == first
    assert next_month(month_before(day)) == first
