"""Notices to an area: what is one, who sees it first, how long it lasts, and when it may come."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from governance.area_notices import (
    AreaKind,
    comes_by_night,
    ends_by,
    is_notice_number,
    is_trouble,
    needs_second,
    overlap,
    remind_at,
)
from governance.clock import SHANGHAI
from governance.rules import Rules

HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI).astimezone(UTC)


NOON = at("2026-11-24 12:00")


@pytest.mark.parametrize(
    ("text", "is_number"),
    [
        ("TZ20261124-01", True),
        ("TZ20261124-100", True),
        ("SJ20261124-01", False),
        ("TZ20261124-1", False),
        ("TZ20261124", False),
        ("撤回TZ20261124-01", False),
        ("TZ20261124-01吧", False),
        ("", False),
    ],
)
def test_only_a_whole_number_names_a_notice(text, is_number):
    assert is_notice_number(text) is is_number


def test_all_but_other_news_is_trouble_that_reports_are_answered_with():
    assert {kind for kind in AreaKind if not is_trouble(kind)} == {AreaKind.OTHER}


def test_a_notice_to_as_many_as_the_rule_says_needs_a_second_person():
    rules = Rules(notice_second_people=200)
    assert [needs_second(audience, rules) for audience in (0, 199, 200, 201)] == [False, False, True, True]


def test_a_notice_is_over_at_its_end_or_a_day_after_its_begin():
    rules = Rules(notice_open_hours=24)
    assert ends_by(NOON, NOON + 2 * HOUR, rules) == NOON + 2 * HOUR
    assert ends_by(NOON, None, rules) == at("2026-11-25 12:00")
    assert ends_by(NOON, None, Rules(notice_open_hours=3)) == at("2026-11-24 15:00")


def span(begin, end):
    return NOON + begin * HOUR, None if end is None else NOON + end * HOUR


@pytest.mark.parametrize(
    ("one", "other", "common"),
    [
        ((0, 2), (1, 3), True),
        ((0, 4), (1, 2), True),
        ((0, 2), (0, 2), True),
        ((0, 2), (2, 4), False),
        ((0, 2), (3, 4), False),
        ((0, None), (3, 4), True),
        ((3, None), (0, 4), True),
        ((3, None), (0, 3), False),
        ((5, None), (0, 3), False),
        ((0, None), (5, None), True),
    ],
)
def test_two_stoppages_at_one_time_have_a_moment_in_common(one, other, common):
    assert overlap(span(*one), span(*other)) is common
    assert overlap(span(*other), span(*one)) is common


@given(*[some.tuples(some.integers(0, 9), some.integers(1, 9) | some.none())] * 2)
def test_a_moment_in_common_is_one_that_both_hold(one, other):
    hours = [{begin + n for n in range(20 if length is None else length)} for begin, length in (one, other)]
    spans = [span(begin, None if length is None else begin + length) for begin, length in (one, other)]
    assert overlap(*spans) is bool(hours[0] & hours[1])


@pytest.mark.parametrize(
    ("starts", "now", "by_night"),
    [
        ("2026-11-25 07:29", "2026-11-24 23:00", True),
        ("2026-11-24 22:00", "2026-11-24 23:00", True),
        ("2026-11-25 02:00", "2026-11-25 01:00", True),
        ("2026-11-25 07:30", "2026-11-24 23:00", False),
        ("2026-11-25 09:00", "2026-11-24 23:00", False),
        ("2026-11-24 13:00", "2026-11-24 12:00", False),
        ("2026-11-24 11:00", "2026-11-24 12:00", False),
    ],
)
def test_only_what_begins_before_the_morning_comes_by_night(starts, now, by_night):
    assert comes_by_night(at(starts), at(now), SHANGHAI, Rules()) is by_night


def test_whether_it_is_night_goes_by_the_rules_of_the_house():
    late = Rules(quiet_from_minute=23 * 60 + 30)
    assert not comes_by_night(at("2026-11-25 02:00"), at("2026-11-24 23:00"), SHANGHAI, late)
    assert comes_by_night(at("2026-11-25 02:00"), at("2026-11-24 23:30"), SHANGHAI, late)


@pytest.mark.parametrize(
    ("before", "told"), [(24 * HOUR, True), (7 * HOUR, True), (7 * HOUR - MINUTE, False), (HOUR, False), (-HOUR, False)]
)
def test_its_begin_is_told_an_hour_before_where_the_notice_came_six_hours_earlier(before, told):
    rules = Rules(notice_remind_minutes=60, notice_remind_after_hours=6)
    assert remind_at(NOON, NOON - before, rules) == (at("2026-11-24 11:00") if told else None)


def test_how_long_before_its_begin_goes_by_the_rules_of_the_house():
    rules = Rules(notice_remind_minutes=30, notice_remind_after_hours=2)
    assert remind_at(NOON, NOON - 3 * HOUR, rules) == at("2026-11-24 11:30")
