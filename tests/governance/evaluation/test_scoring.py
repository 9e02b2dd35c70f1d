from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.evaluation.kinds import FactKind
from governance.evaluation.scoring import MOST_CORRECTION, Fact, is_correction, total, weights
from governance.rules import Rules

RULES = Rules()
FACTS = st.lists(
    st.builds(
        Fact,
        st.sampled_from(FactKind),
        st.integers(0, 5000),
        st.integers(1, 20).map(lambda number: f"x:{number}"),
        st.just("样本"),
    ),
    max_size=15,
    unique_by=lambda each: (each.kind, each.source),
)


def of(kind, amount, *more):
    return [Fact(kind, each, f"x:{at}", "样本") for at, each in enumerate((amount, *more))]


@pytest.mark.parametrize(
    ("facts", "points"),
    [
        (of(FactKind.MILESTONE_IN_TIME, 1, 1), 20),
        (of(FactKind.MILESTONE_LATE, 1), 4),
        (of(FactKind.MILESTONE_MISSED, 1), -5),
        (of(FactKind.LECTURE, *[1] * 13), 60),
        (of(FactKind.HOURS, 59), 0),
        (of(FactKind.HOURS, 45, 45), 1),
        (of(FactKind.HOURS, 60 * 300), 200),
        (of(FactKind.PROJECT, 1), 20),
        (of(FactKind.THANKS, 31), 60),
        (of(FactKind.TAKE_ON, 1, 1), 16),
        (of(FactKind.IN_TIME, 1), 10),
        (of(FactKind.DELAY, 40), -30),
        (of(FactKind.CORRECTION, 7, -3), 4),
        ([], 0),
    ],
)
def test_what_each_kind_is_worth(facts, points):
    assert total(facts, weights(RULES)).total == points


@given(FACTS, st.randoms())
def test_the_sum_is_that_of_its_lines_in_whatever_order_the_facts_come(facts, random):
    found = total(facts, weights(RULES))
    mixed = list(facts)
    random.shuffle(mixed)
    assert total(mixed, weights(RULES)) == found
    assert found.total == sum(line.points for line in found.lines)
    assert sorted((fact for line in found.lines for fact in line.facts), key=str) == sorted(facts, key=str)
    assert all(line.counted <= line.amount for line in found.lines)


@given(FACTS)
def test_what_comes_from_one_source_counts_once(facts):
    assert total([*facts, *facts], weights(RULES)) == total(facts, weights(RULES))


def test_the_rules_say_what_it_is_worth():
    rules = replace(RULES, evaluation_lecture_points=7, evaluation_lectures=1)
    assert total(of(FactKind.LECTURE, 1, 1), weights(rules)).total == 7


@pytest.mark.parametrize(
    ("points", "may"), [(0, False), (5, True), (-5, True), (MOST_CORRECTION, True), (MOST_CORRECTION + 1, False)]
)
def test_how_far_an_objection_changes_a_sum(points, may):
    assert is_correction(points) is may
