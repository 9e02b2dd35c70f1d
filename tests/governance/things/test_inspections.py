"""When things are looked at: each period once, none missing, and before the flood."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.rules import Rules
from governance.things.inspections import is_late, periods_of
from governance.things.kinds import FIELDS, KINDS, ThingKind
from governance.things.texts import FIELD, KIND

RULES = Rules()


def keys(kind, day):
    return [period.key for period in periods_of(kind, day, RULES)]


@pytest.mark.parametrize(
    ("kind", "day", "expected"),
    [
        (ThingKind.LIFT, date(2026, 11, 24), [("2026-11/1", date(2026, 11, 1), date(2026, 11, 30))]),
        (ThingKind.LAMP, date(2026, 12, 31), [("2026-10/3", date(2026, 10, 1), date(2026, 12, 31))]),
        (ThingKind.MANHOLE, date(2026, 2, 1), [("2026-01/6", date(2026, 1, 1), date(2026, 6, 30))]),
        (ThingKind.TREE, date(2026, 6, 1), [("2026-01/12", date(2026, 1, 1), date(2026, 12, 31))]),
        (
            ThingKind.DRAIN,
            date(2026, 4, 30),
            [
                ("2026-01/12", date(2026, 1, 1), date(2026, 12, 31)),
                ("2026/flood", date(2026, 3, 2), date(2026, 4, 30)),
            ],
        ),
    ],
)
def test_the_periods_of_a_day(kind, day, expected):
    found = [(period.key, period.opens, period.due) for period in periods_of(kind, day, RULES)]
    assert found == expected


def test_before_the_flood_means_before_its_first_day():
    assert keys(ThingKind.TREE, date(2026, 3, 1)) == ["2026-01/12"]
    assert "2026/flood" in keys(ThingKind.TREE, date(2026, 3, 2))
    assert "2026/flood" not in keys(ThingKind.TREE, date(2026, 5, 1))
    assert all("2026/flood" not in keys(ThingKind.LAMP, date(2026, 4, day)) for day in range(1, 31))


@given(st.sampled_from((1, 2, 3, 4, 6, 12)), st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_every_day_lies_in_one_regular_period_and_the_next_begins_the_day_after(months, day):
    kind, rules = ThingKind.LAMP, Rules(thing_months_lamp=months)
    period = periods_of(kind, day, rules)[0]
    assert period.opens <= day <= period.due
    assert periods_of(kind, period.due + timedelta(days=1), rules)[0].opens == period.due + timedelta(days=1)


def test_late_is_from_the_day_after():
    assert not is_late(date(2026, 4, 30), date(2026, 4, 30))
    assert is_late(date(2026, 4, 30), date(2026, 5, 1))


def test_each_kind_has_its_words_and_its_fields_are_known():
    assert set(KIND) == set(KINDS) == set(ThingKind)
    assert {key for rule in KINDS.values() for key in rule.fields} == {each.key for each in FIELDS} == set(FIELD)
    assert all(12 % RULES.thing_months(kind.value) == 0 for kind in ThingKind)


def test_a_subdistrict_says_how_often():
    every_month = Rules(thing_months_tree=1)
    assert [each.key for each in periods_of(ThingKind.TREE, date(2026, 11, 24), every_month)] == ["2026-11/1"]
    assert keys(ThingKind.TREE, date(2026, 11, 24)) == ["2026-01/12"]
