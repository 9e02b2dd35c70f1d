"""When an appointment is told, what is a number of a case, and what an answer says of it."""

from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from governance.connectors.checking import problems_of
from governance.connectors.mapping import Kind, Platform, RecordMap
from governance.connectors.services import case_number, case_of, told_from

ZONE = ZoneInfo("Asia/Shanghai")
FIELDS = {"id": "no", "stage": "data.stage", "at": "at", "note": "n"}
PLATFORM = Platform("them", "他们", (RecordMap(Kind.CASE, FIELDS),), zone="Asia/Shanghai", gives=frozenset())


@pytest.mark.parametrize(
    ("starts", "told"),
    [
        (datetime(2026, 11, 26, 2, tzinfo=UTC), datetime(2026, 11, 25, 1, tzinfo=UTC)),
        (datetime(2026, 11, 25, 17, tzinfo=UTC), datetime(2026, 11, 25, 1, tzinfo=UTC)),  # one o'clock at night there
        (datetime(2026, 11, 25, 15, tzinfo=UTC), datetime(2026, 11, 24, 1, tzinfo=UTC)),
    ],
)
def test_it_is_told_at_nine_the_day_before_by_the_local_day(starts, told):
    assert told_from(starts, ZONE) == told


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("3201-2026-00123", "3201-2026-00123"), (" nj2026-001 ", "NJ2026-001"), ("3201－2026－00123", "3201-2026-00123"),
        ("320120260012", "320120260012"), ("12", None), ("abcdefgh", None), ("", None), ("3201-", None), ("x" * 80, None),
        ("3201-2026-00123; drop", None),
    ],
)  # fmt: skip
def test_what_is_a_number_of_a_case(said, number):
    assert case_number(said) == number


@pytest.mark.parametrize(
    ("raw", "stage"),
    [
        ({"no": "A-1", "data": {"stage": "审核中"}}, "审核中"), ({"no": "a-1", "data": {"stage": "办结"}, "at": "gestern"}, "办结"),
        ({"no": "A-2", "data": {"stage": "审核中"}}, None), ({"no": "A-1", "stage": "审核中"}, None), ([], None), (None, None),
        ({"data": {"stage": "审核中"}}, None),
    ],
)  # fmt: skip
def test_only_an_answer_about_this_case_is_one(raw, stage):
    found = case_of(PLATFORM, raw, "A-1")
    assert (None if found is None else found.stage) == stage
    assert found is None or found.at is None


def test_the_answer_to_a_question_needs_no_version():
    assert problems_of(PLATFORM, []) == []
    without = replace(PLATFORM, records=(RecordMap(Kind.CASE, {"id": "no"}),))
    assert any("stage" in each for each in problems_of(without, []))
