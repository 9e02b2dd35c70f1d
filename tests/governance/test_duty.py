"""Shifts, admission, attendance, streaks, patterns."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.clock import SHANGHAI
from governance.duty.admission import Admitted, Refusal, Refused, StandBy, admit, may_cancel
from governance.duty.attendance import by_month, early_minutes, late_minutes, opens_at, presence
from governance.duty.check_ins import near_enough, still_for_yesterday, streak
from governance.duty.patterns import Pattern, occurrences
from governance.duty.shifts import Clash, Shift, clash, is_night
from governance.rules import Rules
from governance.working_calendar import WorkingCalendar

RULES = Rules()
NOW = datetime(2026, 11, 24, 2, tzinfo=UTC)


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI).astimezone(UTC)


def shift(start, end, id=1, capacity=2, qualification=None):
    return Shift(id, at(start), at(end), capacity, qualification)


MORNING = shift("2026-12-05T09:00", "2026-12-05T11:00", 1)


def put(one, own=(), qualified=(), taken=0, waiting=0, now=NOW):
    return admit(one, own, qualified, taken, waiting, now, SHANGHAI, RULES)


def test_a_place_a_stand_by_place_and_no_place():
    assert put(MORNING) == Admitted()
    assert put(MORNING, taken=2) == StandBy(1)
    assert put(MORNING, taken=2, waiting=3) == StandBy(4)
    assert put(MORNING, taken=1, waiting=1) == StandBy(2), "who waits goes first"
    assert put(MORNING, now=MORNING.starts_at) == Refused(Refusal.STARTED)
    trained = shift("2026-12-05T09:00", "2026-12-05T11:00", qualification="调解")
    assert put(trained) == Refused(Refusal.UNQUALIFIED)
    assert put(trained, qualified={"调解"}) == Admitted()


def test_overlap_and_rest():
    touching = shift("2026-12-05T11:00", "2026-12-05T13:00", 2)
    over = shift("2026-12-05T10:30", "2026-12-05T13:00", 3)
    assert clash(MORNING, [touching], SHANGHAI, RULES) is None
    assert clash(MORNING, [over], SHANGHAI, RULES) == (Clash.OVERLAP, over)
    night = shift("2026-12-04T22:00", "2026-12-05T06:00", 4)
    assert clash(MORNING, [night], SHANGHAI, RULES) == (Clash.REST, night), "three hours after a night"
    assert clash(shift("2026-12-05T14:00", "2026-12-05T16:00"), [night], SHANGHAI, RULES) is None
    assert put(MORNING, own=[night]) == Refused(Refusal.REST, night)


@pytest.mark.parametrize(
    ("start", "end", "night"),
    [
        ("2026-12-05T20:00", "2026-12-05T22:00", False),
        ("2026-12-05T20:00", "2026-12-05T22:01", True),
        ("2026-12-05T05:00", "2026-12-05T07:00", True),
        ("2026-12-05T06:00", "2026-12-05T22:00", False),
        ("2026-12-31T23:00", "2027-01-01T01:00", True),
    ],
)
def test_what_a_night_is(start, end, night):
    assert is_night(shift(start, end), SHANGHAI, RULES) is night


def test_a_place_may_be_given_back_until_twelve_hours_before():
    assert may_cancel(MORNING, MORNING.starts_at - timedelta(hours=12), RULES)
    assert not may_cancel(MORNING, MORNING.starts_at - timedelta(hours=12) + timedelta(seconds=1), RULES)


def test_late_and_early():
    start, end = MORNING.starts_at, MORNING.ends_at
    assert late_minutes(MORNING, start + timedelta(minutes=15), RULES) == 0
    assert late_minutes(MORNING, start + timedelta(minutes=16), RULES) == 16
    assert early_minutes(MORNING, end - timedelta(minutes=40), RULES) == 40
    whole = presence(MORNING, start - timedelta(minutes=10), end + timedelta(hours=1), RULES)
    assert (whole.came_at, whole.left_at) == (start, end)
    short = presence(MORNING, start + timedelta(minutes=30), end - timedelta(minutes=30), RULES)
    assert (short.left_at - short.came_at, short.late, short.early) == (timedelta(hours=1), 30, 30)
    gone = presence(MORNING, end + timedelta(hours=1), end + timedelta(hours=2), RULES)
    assert gone.left_at == gone.came_at, "who comes after the end has served no minute"


def test_a_night_over_the_end_of_the_month_counts_in_both():
    parts = by_month(at("2026-11-30T22:00"), at("2026-12-01T06:00"), SHANGHAI)
    assert parts == [(date(2026, 11, 30), 120), (date(2026, 12, 1), 360)]
    assert by_month(at("2026-11-29T22:00"), at("2026-11-30T06:00"), SHANGHAI) == [(date(2026, 11, 29), 480)]


@given(
    st.integers(0, 1_000_000).map(lambda minutes: NOW + timedelta(minutes=minutes)),
    st.integers(0, 3000),
)
def test_no_minute_is_lost_or_doubled(start, minutes):
    assert sum(m for _, m in by_month(start, start + timedelta(minutes=minutes), SHANGHAI)) == minutes


def test_streaks():
    today = date(2026, 12, 2)
    days = {date(2026, 12, 1), date(2026, 11, 30), date(2026, 11, 28)}
    assert (streak(days, today).days, streak(days, today).this_month) == (2, 1)
    assert streak({*days, today}, today).days == 3
    assert streak(set(), today).days == 0


def test_near_and_yesterday():
    assert near_enough(150, RULES)
    assert not near_enough(150.1, RULES)
    assert still_for_yesterday(at("2026-12-02T08:59"), SHANGHAI, RULES)
    assert not still_for_yesterday(at("2026-12-02T09:00"), SHANGHAI, RULES)


def test_weekly_patterns_with_holidays_and_over_midnight():
    calendar = WorkingCalendar()
    fridays = Pattern(frozenset({3, 4}), 22 * 60, 6 * 60, on_holidays=False, since=date(2026, 9, 25))
    found = list(occurrences(fridays, date(2026, 9, 24), date(2026, 10, 9), SHANGHAI, calendar))
    assert [day for day, _, _ in found] == [date(2026, 10, 8), date(2026, 10, 9)], (
        "25 September and 1-2 October are off"
    )
    assert found[0][1:] == (at("2026-10-08T22:00"), at("2026-10-09T06:00"))
    always = Pattern(frozenset({4}), 9 * 60, 11 * 60, until=date(2026, 10, 2))
    assert [d for d, _, _ in occurrences(always, date(2026, 9, 24), date(2026, 10, 9), SHANGHAI, calendar)] == [
        date(2026, 9, 25), date(2026, 10, 2),
    ]  # fmt: skip


CALENDAR = WorkingCalendar()
WEEK = frozenset(range(7))


@pytest.mark.parametrize(
    ("pattern", "day", "falls"),
    [
        (Pattern(WEEK, 540, 660, since=date(2026, 11, 24)), "2026-11-23", False),
        (Pattern(WEEK, 540, 660, since=date(2026, 11, 24)), "2026-11-24", True),
        (Pattern(WEEK, 540, 660, until=date(2026, 11, 24)), "2026-11-24", True),
        (Pattern(WEEK, 540, 660, until=date(2026, 11, 24)), "2026-11-25", False),
        (Pattern(frozenset({0}), 540, 660), "2026-11-24", False),
        (Pattern(WEEK, 540, 660, on_holidays=False), "2026-10-01", False),
        (Pattern(WEEK, 540, 660), "2026-10-01", True),
        (Pattern(WEEK, 540, 660, on_holidays=False), "2026-11-28", True),
        (Pattern(WEEK, 540, 660, on_holidays=False), "2026-11-29", True),
        (Pattern(WEEK, 540, 660, on_holidays=False), "2026-11-27", True),
    ],
)
def test_on_which_days_a_weekly_shift_falls(pattern, day, falls):
    assert pattern.falls_on(date.fromisoformat(day), CALENDAR) is falls


@pytest.mark.parametrize(
    ("start", "end", "minutes"), [(540, 660, 120), (1320, 360, 480), (540, 540, 1440), (0, 1439, 1439)]
)
def test_how_long_a_weekly_shift_is(start, end, minutes):
    assert Pattern(WEEK, start, end).minutes == minutes


def test_shifts_of_a_span_of_days_with_both_its_ends():
    found = list(occurrences(Pattern(WEEK, 540, 660), date(2026, 11, 24), date(2026, 11, 25), SHANGHAI, CALENDAR))
    assert [day for day, _, _ in found] == [date(2026, 11, 24), date(2026, 11, 25)]
    assert {each.tzinfo for _, *instants in found for each in instants} == {UTC}


def test_a_shift_in_the_way_is_named_with_its_reason():
    over = shift("2026-12-05T10:30", "2026-12-05T13:00", 3)
    assert put(MORNING, own=[over]) == Refused(Refusal.OVERLAP, over)
    far = shift("2026-12-20T10:30", "2026-12-20T13:00", 4)
    assert put(MORNING, own=[far, over]) == Refused(Refusal.OVERLAP, over)


def test_who_is_called_up_may_come_until_the_end():
    called = replace(MORNING, joined_late=True)
    assert put(called, now=called.ends_at - timedelta(seconds=1)) == Admitted()
    assert put(called, now=called.ends_at) == Refused(Refusal.STARTED)
    assert put(MORNING, now=MORNING.starts_at - timedelta(seconds=1)) == Admitted()


@pytest.mark.parametrize(
    ("start", "end", "clashes"),
    [
        ("2026-12-05T07:00", "2026-12-05T09:00", None),
        ("2026-12-05T11:00", "2026-12-05T12:00", None),
        ("2026-12-05T08:00", "2026-12-05T09:01", Clash.OVERLAP),
        ("2026-12-05T10:59", "2026-12-05T12:00", Clash.OVERLAP),
        ("2026-12-04T23:00", "2026-12-05T01:00", None),
        ("2026-12-04T23:00", "2026-12-05T01:01", Clash.REST),
        ("2026-12-05T19:00", "2026-12-05T23:00", None),
        ("2026-12-05T18:59", "2026-12-05T23:00", Clash.REST),
        ("2026-12-05T11:00", "2026-12-05T23:00", Clash.REST),
        ("2026-12-04T23:00", "2026-12-05T09:00", Clash.REST),
    ],
)
def test_eight_hours_lie_between_a_night_and_another_shift(start, end, clashes):
    other = shift(start, end, 2)
    assert clash(MORNING, [other], SHANGHAI, RULES) == (clashes and (clashes, other))
    assert clash(other, [MORNING], SHANGHAI, RULES) == (clashes and (clashes, MORNING))


@pytest.mark.parametrize(
    ("start", "end", "night"),
    [
        ("2026-12-05T21:59:59", "2026-12-05T22:00:00", False),
        ("2026-12-05T21:59:59", "2026-12-05T22:00:01", True),
        ("2026-12-05T06:30:30", "2026-12-05T21:30", False),
        ("2026-12-05T05:59:59", "2026-12-05T09:00", True),
        ("2026-12-05T10:30", "2026-12-07T10:00", True),
        ("2026-12-05T02:00", "2026-12-05T04:00", True),
    ],
)
def test_the_edges_of_a_night(start, end, night):
    assert is_night(shift(start, end), SHANGHAI, RULES) is night


def test_check_in_opens_a_quarter_of_an_hour_before():
    assert opens_at(MORNING, RULES) == at("2026-12-05T08:45")


def test_seconds_do_not_count_as_a_minute():
    came = MORNING.starts_at + timedelta(minutes=15, seconds=1)
    assert late_minutes(MORNING, came, RULES) == 15
    assert by_month(NOW, NOW + timedelta(seconds=119), SHANGHAI) == [(date(2026, 11, 24), 1)]
    assert by_month(NOW, NOW + timedelta(seconds=59), SHANGHAI) == []


def test_months_are_those_of_the_zone():
    begin = datetime(2026, 12, 1, 3, 0, tzinfo=UTC)
    zone = ZoneInfo("America/New_York")
    assert by_month(begin, begin + timedelta(hours=4), zone) == [(date(2026, 11, 30), 120), (date(2026, 12, 1), 120)]


def test_the_night_is_that_of_the_zone():
    zone = ZoneInfo("Pacific/Pago_Pago")
    noon = datetime(2026, 12, 5, 12, tzinfo=zone)
    assert not is_night(Shift(1, noon, noon + timedelta(hours=10), 1), zone, RULES)
    assert is_night(Shift(1, noon, noon + timedelta(hours=10, seconds=1), 1), zone, RULES)
    assert is_night(Shift(1, noon - timedelta(hours=6, seconds=1), noon, 1), zone, RULES)
    assert not is_night(Shift(1, noon - timedelta(hours=6), noon, 1), zone, RULES)
    afternoon = shift("2026-12-05T14:00", "2026-12-05T19:00", 5)  # a night in places far to the east
    assert put(MORNING, own=[afternoon]) == Admitted()
