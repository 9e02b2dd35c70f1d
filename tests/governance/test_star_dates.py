"""When the steps of a round are, and how they give way when one comes late."""

from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from governance.clock import SHANGHAI
from governance.rules import Rules
from governance.stars.round_dates import dates_of, next_step_at, noticed, opened, reviewed
from governance.stars.states import RoundState

RULES = Rules()


def local(text):
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI).astimezone(UTC)


@pytest.mark.parametrize(
    ("month", "rules", "days"),
    [
        ("2026-02-01", RULES, ["2026-02-20", "2026-02-24", "2026-02-26", "2026-03-01"]),
        ("2028-02-01", RULES, ["2028-02-20", "2028-02-25", "2028-02-27", "2028-03-01"]),
        ("2026-12-01", RULES, ["2026-12-20", "2026-12-26", "2026-12-28", "2027-01-01"]),
        ("2026-11-01", Rules(star_notice_days=15), ["2026-11-12", "2026-11-14", "2026-11-16", "2026-12-01"]),
        ("2026-11-01", Rules(star_open_day=5), ["2026-11-05", "2026-11-26", "2026-11-28", "2026-12-01"]),
    ],
)
def test_the_steps_before_move_forward_where_the_notice_needs_its_days(month, rules, days):
    found = dates_of(date.fromisoformat(month), SHANGHAI, rules)
    assert list(found.instants) == [local(f"{day}T09:00") for day in days]
    assert {each.tzinfo for each in found.instants} == {UTC}


@pytest.mark.parametrize(
    ("begun", "announced"),
    [
        ("2026-11-28T09:00", "2026-12-01T09:00"),
        ("2026-11-28T09:01", "2026-12-02T09:00"),
        ("2026-11-29T08:59", "2026-12-02T09:00"),
        ("2026-11-29T09:00", "2026-12-02T09:00"),
        ("2026-11-29T23:00", "2026-12-03T09:00"),
        ("2026-11-20T09:00", "2026-12-01T09:00"),
    ],
)
def test_a_notice_lasts_its_days_in_full_and_ends_at_the_hour(begun, announced):
    planned = dates_of(date(2026, 11, 1), SHANGHAI, RULES)
    assert noticed(planned, local(begun), SHANGHAI, RULES) == replace(planned, announce_at=local(announced))


def test_a_late_opening_pushes_all_that_follows():
    planned = dates_of(date(2026, 11, 1), SHANGHAI, RULES)
    late = opened(planned, local("2026-11-27T10:00"), SHANGHAI, RULES)
    steps = ["2026-11-20T09:00", "2026-11-30T09:00", "2026-12-02T09:00", "2026-12-05T09:00"]
    assert late.instants == tuple(map(local, steps))
    assert reviewed(planned, local("2026-11-27T10:00"), SHANGHAI, RULES).instants == tuple(
        map(local, [*steps[:1], "2026-11-26T09:00", "2026-11-30T09:00", "2026-12-03T09:00"])
    )


def test_the_hour_is_that_of_the_zone():
    zone = ZoneInfo("America/New_York")
    planned = dates_of(date(2026, 11, 1), zone, RULES)
    assert planned.announce_at == datetime(2026, 12, 1, 9, tzinfo=zone)
    for hour, day in ((10, 3), (20, 3)):
        begun = datetime(2026, 11, 29, hour, tzinfo=zone)
        assert noticed(planned, begun, zone, RULES).announce_at == datetime(2026, 12, day, 9, tzinfo=zone)
    early = datetime(2026, 11, 29, 8, tzinfo=zone)
    assert noticed(planned, early, zone, RULES).announce_at == datetime(2026, 12, 2, 9, tzinfo=zone)
    assert opened(planned, datetime(2026, 11, 27, 20, tzinfo=zone), zone, RULES).review_at == datetime(
        2026, 11, 30, 9, tzinfo=zone
    )


@pytest.mark.parametrize(
    ("state", "step"),
    [
        (RoundState.PLANNED, 0), (RoundState.NOMINATING, 1), (RoundState.REVIEWING, 2), (RoundState.NOTICE, 3),
        (RoundState.ANNOUNCED, 3),
    ],
)  # fmt: skip
def test_the_next_step_of_a_round(state, step):
    planned = dates_of(date(2026, 11, 1), SHANGHAI, RULES)
    assert next_step_at(state, planned) == planned.instants[step]


def test_the_hour_is_that_of_a_zone_ahead_of_shanghai_too():
    zone = ZoneInfo("Pacific/Kiritimati")
    planned = dates_of(date(2026, 11, 1), zone, RULES)
    begun = datetime(2026, 11, 29, 3, tzinfo=zone)
    assert noticed(planned, begun, zone, RULES).announce_at == datetime(2026, 12, 2, 9, tzinfo=zone)
