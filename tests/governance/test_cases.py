from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.cases import JURY_PERCENT, Standing, rank, takes_votes, tally, vote_days, without_cases

STANDINGS = st.lists(
    st.builds(
        Standing, st.integers(1, 50), st.integers(0, 200), st.lists(st.integers(0, 100), max_size=4).map(tuple)
    ),
    max_size=12, unique_by=lambda each: each.number,
)  # fmt: skip


@given(STANDINGS)
def test_every_case_is_ranked_once_and_the_best_stands_first(standings):
    ranked = rank(standings)
    assert sorted(each.number for each in ranked) == sorted(each.number for each in standings)
    assert [each.score for each in ranked] == sorted((each.score for each in ranked), reverse=True)
    assert all(each.place == 1 + sum(other.score > each.score for other in ranked) for each in ranked)
    assert all(0 <= each.score <= 100 for each in ranked)


@given(st.lists(st.integers(1, 9)))
def test_a_tally_forgets_and_adds_nothing(choices):
    counted = tally(choices)
    assert sum(counted.values()) == len(choices)
    assert all(counted[number] == choices.count(number) for number in range(1, 10))


def test_the_jury_has_its_part_and_no_more():
    loved, weighed = rank([Standing(1, 100, (0,)), Standing(2, 0, (100,))])
    assert (loved.number, loved.score) == (1, 100 - JURY_PERCENT)
    assert (weighed.number, weighed.score) == (2, JURY_PERCENT)


def test_without_a_jury_the_votes_count_for_all_and_equals_share_a_place():
    found = rank([Standing(1, 5, ()), Standing(2, 10, ()), Standing(3, 5, ())])
    assert [(each.number, each.score, each.place) for each in found] == [(2, 100, 1), (1, 50, 2), (3, 50, 2)]
    assert rank([]) == ()
    assert [each.score for each in rank([Standing(1, 0, ())])] == [0]


@pytest.mark.parametrize(
    ("asked", "least", "days"),
    [(None, 7, 7), (None, 10, 10), (7, 7, 7), (6, 7, None), (0, 7, None), (60, 7, 60), (61, 7, None), (1, 1, 1)],
)
def test_a_vote_runs_as_long_as_the_rule_wants_at_least(asked, least, days):
    assert vote_days(asked, least) == days


def test_communities_of_which_nothing_is_proposed_are_known():
    assert without_cases([3, 1, 2], [1, 1]) == (3, 2)
    assert without_cases([1], [1]) == ()


def test_votes_are_taken_from_the_opening_until_before_the_end():
    opens = datetime(2026, 12, 1, tzinfo=UTC)
    closes = opens + timedelta(days=7)
    assert [takes_votes(opens, closes, opens + timedelta(seconds=at)) for at in (-1, 0, 604_799, 604_800)] == [
        False, True, True, False,
    ]  # fmt: skip
