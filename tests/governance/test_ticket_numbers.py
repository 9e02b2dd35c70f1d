from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.ticket_numbers import is_ticket_number, last_digits, named_by, ticket_number

NUMBERS = ["NH20261124-0007", "NH20261124-0017", "NH20261123-0107"]


def test_a_number_has_prefix_day_and_four_digits_at_least():
    assert ticket_number("NH", date(2026, 11, 24), 7) == "NH20261124-0007"
    assert ticket_number("NH", date(2026, 11, 24), 12345) == "NH20261124-12345"


def test_the_running_number_is_meant_before_any_ending():
    assert named_by("7", NUMBERS) == ["NH20261124-0007"]
    assert named_by("0017", NUMBERS) == ["NH20261124-0017"]


def test_an_ending_may_fit_several_or_none():
    assert named_by("07", ["NH20261124-0107", "NH20261123-0207"]) == ["NH20261124-0107", "NH20261123-0207"]
    assert named_by("8", NUMBERS) == []
    assert named_by("七", NUMBERS) == []


@pytest.mark.parametrize(
    "said", ["-1", "-7", "x-7", "x", "NH", "NH20261124-", "7 17", "²", "", "9" * 5000, "nh-7", "7-"]
)
def test_what_is_no_number_means_none(said):
    assert last_digits(said) is None
    assert named_by(said, NUMBERS) == []


@pytest.mark.parametrize("said", ["7", "0007", " 7 ", "1124-0007", "20261124-0007", "nh1124-0007", "NH20261124-007"])
def test_last_digits_may_stand_behind_a_day(said):
    assert int(last_digits(said)) == 7
    assert named_by(said, NUMBERS) == ["NH20261124-0007"]


def test_a_whole_number_means_itself_in_any_case():
    assert named_by("nh20261124-0007", NUMBERS) == ["NH20261124-0007"]
    assert named_by("NH20261124-0099", NUMBERS) == []


@given(st.dates(min_value=date(2000, 1, 1)), st.integers(1, 10**6))
def test_every_number_is_one_and_names_itself(day, running):
    number = ticket_number("NH", day, running)
    assert is_ticket_number(number)
    assert named_by(number, [number]) == [number]
    assert named_by(str(running), [number]) == [number]


@given(st.text())
def test_any_text_is_taken(text):
    assert set(named_by(text, NUMBERS)) <= set(NUMBERS)


def test_of_a_number_with_hyphens_the_last_part_runs():
    assert named_by("24-7", NUMBERS) == ["NH20261124-0007"]
    assert named_by("1240017", NUMBERS) == ["NH20261124-0017"], "an ending over the hyphen"
    assert named_by(" nh20261124-0017 ", NUMBERS) == ["NH20261124-0017"]
    assert named_by("７", NUMBERS) == []


@pytest.mark.parametrize(
    ("text", "whole"),
    [("NH20261124-0007", True), ("nh20261124-0007", True), ("NH20261124-007", False), ("20261124-0007", False)],
)
def test_what_a_whole_number_is(text, whole):
    assert is_ticket_number(text) is whole
