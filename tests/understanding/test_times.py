from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.clock import SHANGHAI
from governance.working_calendar import WorkingCalendar
from understanding.times import time_in

TUESDAY = datetime(2026, 11, 24, 10, 0, tzinfo=SHANGHAI)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("明天下午", "2026-11-25T12:00", "2026-11-25T18:00"),
        ("周六上午", "2026-11-28T08:00", "2026-11-28T12:00"),
        ("下周三", "2026-12-02T00:00", "2026-12-03T00:00"),
        ("本月 25 号", "2026-11-25T00:00", "2026-11-26T00:00"),
        ("明天下午三点", "2026-11-25T15:00", "2026-11-25T16:00"),
        ("周六上午9点到11点", "2026-11-28T09:00", "2026-11-28T11:00"),
        ("今晚8点半", "2026-11-24T20:30", "2026-11-24T21:30"),
        ("晚上七点一刻", "2026-11-24T19:15", "2026-11-24T20:15"),
        ("15:30", "2026-11-24T15:30", "2026-11-24T16:30"),
        ("这个周末", "2026-11-28T00:00", "2026-11-30T00:00"),
        ("下个工作日", "2026-11-25T00:00", "2026-11-26T00:00"),
        ("元旦", "2027-01-01T00:00", "2027-01-02T00:00"),
        ("五一期间", "2027-05-01T00:00", "2027-05-05T00:00"),
    ],
)
def test_times_of_shifts_and_visits(text, start, end):
    span = time_in(text.replace(" ", ""), TUESDAY, WorkingCalendar())
    assert (span.start.isoformat()[:16], span.end.isoformat()[:16]) == (start, end)
    assert span.start.utcoffset().total_seconds() == 8 * 3600


@pytest.mark.parametrize("text", ["修好了", "虎踞北路4号5幢", "第3网格", "12345热线"])
def test_what_names_no_time(text):
    assert time_in(text, TUESDAY, WorkingCalendar()) is None


@given(st.text(alphabet="0123456789点半刻分上下午晚明后天周一三六号月到:国庆春节工作日", max_size=24))
def test_any_text_can_be_read(text):
    span = time_in(text, TUESDAY, WorkingCalendar())
    assert span is None or span.start.tzinfo is not None
