"""What may be set: figures within their range, templates with content, and every value written comes back as it was."""

import pytest

from governance.own_settings import GROUPS, SHEETS, Kind, cells_of_value, figure_problem, name_of, read_cells
from governance.rule_limits import LIMITS
from governance.rule_meanings import RULE_MEANING
from governance.rules import Rules


def test_every_figure_has_a_meaning_and_its_shipped_value_is_within_its_range():
    assert set(RULE_MEANING) == set(LIMITS)
    for name in LIMITS:
        assert figure_problem(name, getattr(Rules(), name)) == "", name


@pytest.mark.parametrize(("name", "value", "good"), [
    ("leave_days", 1, True), ("leave_days", 366, True), ("leave_days", 0, False), ("leave_days", 367, False),
    ("leave_days", True, False), ("leave_days", "31", False), ("leave_days", 2.0, False), ("thing_months_pipe", 6, True),
    ("thing_months_pipe", 7, False),
])  # fmt: skip
def test_a_figure_is_a_whole_number_within_its_range(name, value, good):
    assert (figure_problem(name, value) == "") is good


TEMPLATE = {"group": "工单", "id": "T1", "kind": "订阅通知"}


@pytest.mark.parametrize(("fields", "good"), [
    ("thing1=title", True), ("thing1=text, time2=time", True), ("time2=time", False), ("number1=number", False),
    ("thing1=title time2=text", False), ("thing1=title thing2=time", False), ("thing1=titel", False), ("thing1", False),
    ("1thing=title", False),
])  # fmt: skip
def test_a_template_needs_content_and_knows_its_variables(fields, good):
    value, problems = read_cells(Kind.TEMPLATES, {**TEMPLATE, "fields": fields})
    assert (value is not None, not problems) == (good, good)


@pytest.mark.parametrize(("kind", "cells"), [
    (Kind.RULES, {"name": "leave_days", "value": "7"}),
    (Kind.TEMPLATES, {**TEMPLATE, "fields": "thing1=title time2=time"}),
    (Kind.CATEGORIES, {
        "code": "snow", "group": "环境卫生", "name": "扫雪", "line": "城管", "urgency": "一般", "words": "积雪 铲雪",
    }),
])  # fmt: skip
def test_what_is_written_comes_back_as_it_was_typed(kind, cells):
    value, problems = read_cells(kind, cells)
    assert problems == []
    assert cells_of_value(kind, name_of(kind, cells), value) == cells


def test_every_field_that_must_be_there_is_missed():
    for kind in Kind:
        for column in SHEETS[kind].columns:
            if column.required:
                _, problems = read_cells(kind, {})
                assert column.key in {field for field, _ in problems}
    assert "work" in GROUPS
