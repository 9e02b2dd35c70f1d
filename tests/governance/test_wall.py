"""What a screen on the wall shows when."""

from datetime import UTC, date, datetime, time

import pytest

from governance.wall import busiest, days_until, first_due, is_night, rounds, shade, together


@pytest.mark.parametrize(
    ("local", "night"),
    [
        (time(6, 29), True), (time(6, 30), False), (time(12), False), (time(19, 59), False), (time(20), True), (time(0), True),
    ],
)  # fmt: skip
def test_a_screen_is_dimmed_from_eight_until_half_past_six(local, night):
    assert is_night(local) is night


def test_the_last_days_end_today():
    assert days_until(date(2026, 3, 1), 3) == [date(2026, 2, 27), date(2026, 2, 28), date(2026, 3, 1)]


@pytest.mark.parametrize(
    ("count", "most", "shown"),
    [
        (0, 0, 0),
        (0, 9, 0),
        (1, 9, 1),
        (1, 1, 4),
        (9, 9, 4),
        (2, 8, 1),
        (3, 8, 2),
        (4, 8, 2),
        (5, 8, 3),
        (7, 8, 4),
        (1, 100, 1),
    ],
)
def test_a_field_is_the_darker_the_more_and_none_is_as_dark_as_nothing(count, most, shown):
    assert shade(count, most) == shown


def test_the_busiest_come_first_and_what_has_none_does_not_come():
    assert busiest({"b": 2, "a": 2, "c": 5, "d": 0}, 3) == ["c", "a", "b"]
    assert busiest({"b": 2, "a": 2, "c": 5}, 1) == ["c"]


def test_the_clock_that_is_read_first_is_the_next_that_runs():
    early, late, met = (datetime(2026, 11, 24, hour, tzinfo=UTC) for hour in (3, 5, 2))
    assert first_due([(late, None), (early, None)]) == 1
    assert first_due([(late, None), (early, met)]) == 0
    assert first_due([(early, met)]) is None


def test_promises_that_run_to_the_same_instant_are_one_clock_and_what_is_kept_stands_apart():
    early, late = (datetime(2026, 11, 24, hour, tzinfo=UTC) for hour in (3, 5))
    assert together([("a", early, None), ("b", early, None), ("c", late, None)]) == [
        (["a", "b"], early, None),
        (["c"], late, None),
    ]
    clocks = together([("a", early, early), ("b", early, None), ("c", early, late), ("d", late, early)])
    assert [names for names, _, _ in clocks] == [["a", "d"], ["b"], ["c"]], "in time, running, kept late"


def test_of_a_matter_that_was_opened_again_only_the_last_round_s_promises_tell_how_it_stands():
    at = [datetime(2026, 11, 24, hour, tzinfo=UTC) for hour in range(6)]
    first = [("take", at[1], at[0]), ("handle", at[2], at[2])]
    assert [each[3] for each in rounds(first, None)] == [True, True]
    both = [*first, ("handle", at[4], None), ("call", at[5], None)]
    assert [each[3] for each in rounds(both, at[3])] == [False, False, True, True]
