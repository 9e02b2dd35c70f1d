"""Ratings, look-backs, the emergency pool, prevention and the three rates."""

from datetime import UTC, date, datetime, timedelta
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.emergency import Draw, DrawState, Refusal, balance, may_draw
from governance.prevention import seasons
from governance.rates import Facts, Share, quantiles, row, rows_by
from governance.rules import Rules
from governance.tickets.duplicates import Matter, same_matter
from governance.tickets.satisfaction import ClosedAs, Outcome, Score, after_rating, looked_back_at
from governance.tickets.states import ENDED, TicketState
from governance.working_calendar import WorkingCalendar

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
RULES = Rules()


def test_dissatisfied_reopens_once_and_then_tells_the_lead():
    assert after_rating(Score.DISSATISFIED, 0) is Outcome.REOPEN
    assert after_rating(Score.DISSATISFIED, 1) is Outcome.CLOSE_AND_TELL_LEAD
    assert after_rating(Score.FAIRLY, 0) is after_rating(Score.SATISFIED, 3) is Outcome.CLOSE


@given(st.text(min_size=1), st.booleans(), st.integers(0, 100))
def test_a_look_back_is_drawn_the_same_each_time(number, first, percent):
    drawn = looked_back_at(number, first, percent)
    assert drawn == looked_back_at(number, first, percent)
    assert drawn or (not (first and percent) and percent < 100)
    assert not (drawn and percent == 0)


def test_the_case_binds_all_but_the_lead_and_the_pool_binds_the_lead_too():
    assert may_draw(200_000, 0, 10**8, False, RULES) is None
    assert may_draw(200_001, 0, 10**8, False, RULES) is Refusal.OVER_CASE
    assert may_draw(1, 200_000, 10**8, False, RULES) is Refusal.OVER_CASE
    assert may_draw(200_001, 0, 10**8, True, RULES) is None
    assert may_draw(200_001, 0, 200_000, True, RULES) is Refusal.OVER_POOL
    assert may_draw(0, 0, 10**8, True, RULES) is Refusal.NO_AMOUNT


@given(st.lists(st.builds(Draw, st.sampled_from(DrawState), st.integers(1, 10**6), st.none() | st.integers(0, 10**6))))
def test_what_is_refused_is_back_in_the_pool(draws):
    kept = [draw for draw in draws if draw.state is not DrawState.REFUSED]
    assert balance(tuple(draws), RULES) == balance(tuple(kept), RULES)
    assert balance(tuple(kept), RULES) == RULES.emergency_pool_yuan * 100 - sum(
        draw.estimate if draw.actual is None else draw.actual for draw in kept
    )


def matter(number, hours=0, place=1, category="lift", state=TicketState.DISPATCHED):
    return Matter(number, place, category, NOW + timedelta(hours=hours), state)


@pytest.mark.parametrize(
    ("earlier", "expected"),
    [
        (matter("a", -1), True),
        (matter("a", -1, place=2), False),
        (matter("a", -1, category="water"), False),
        (matter("a", -73), False),
        (matter("a", 1), False),
        (matter("b", -1), False),
        *[(matter("a", -1, state=state), False) for state in (*ENDED, TicketState.HANDLED)],
    ],
)
def test_one_matter_is_one_place_one_category_near_in_time_and_not_handled(earlier, expected):
    assert same_matter(matter("b"), earlier, RULES) is expected


def test_what_has_no_place_or_category_is_like_nothing():
    assert not same_matter(matter("b", place=None), matter("a", -1, place=None), RULES)
    assert not same_matter(matter("b", category=None), matter("a", -1, category=None), RULES)


def test_seasons_begin_on_their_day_and_before_holidays_and_are_caught_up_while_they_last():
    calendar = WorkingCalendar()
    assert [s.period for s in seasons(date(2026, 5, 6), calendar)] == ["flood:2026"]
    assert [s.period for s in seasons(date(2026, 5, 26), calendar)] == ["flood:2026"]
    assert seasons(date(2026, 5, 27), calendar) == ()
    assert [s.period for s in seasons(date(2026, 9, 24), calendar)] == ["national_day:2026"]
    assert seasons(date(2026, 10, 1), calendar) == ()
    assert seasons(date(2026, 7, 15), calendar) == ()


def facts(**changes):
    plain = {
        "state": TicketState.CLOSED, "opened_at": NOW, "taken_at": NOW + timedelta(hours=1),
        "take_due": NOW + timedelta(hours=4), "handled_at": NOW + timedelta(hours=9),
        "handle_due": NOW + timedelta(days=7), "reopened": 0, "score": Score.SATISFIED, "closed_as": ClosedAs.RATED,
        "community": "梧桐社区", "grid": "第1网格", "category": "照明", "month": "2026-11",
    }  # fmt: skip
    return Facts(**{**plain, **changes})


def test_the_three_rates_say_what_they_rest_on():
    later = NOW + timedelta(days=30)
    tickets = [
        facts(),
        facts(taken_at=NOW + timedelta(hours=5)),
        facts(handled_at=NOW + timedelta(days=8)),
        facts(reopened=1),
        facts(score=Score.DISSATISFIED),
        facts(score=None, closed_as=ClosedAs.SILENT),
        facts(state=TicketState.IN_PROGRESS, handled_at=None, score=None, closed_as=None),
        facts(state=TicketState.DISPATCHED, taken_at=None, handled_at=None, score=None, closed_as=None),
        facts(state=TicketState.MERGED),
        facts(state=TicketState.WITHDRAWN),
    ]
    found = row("全部", tickets, later)
    assert found.count == 8
    assert found.response == Share(8, 6)
    assert found.solution == Share(8, 3)
    assert found.satisfaction == Share(5, 4)
    assert found.silent == 1
    assert found.response_median == timedelta(hours=1)
    assert found.handling_p90 == timedelta(days=8)


def test_what_is_still_in_time_is_neither_good_nor_bad_and_nothing_is_no_percent():
    running = facts(state=TicketState.DISPATCHED, taken_at=None, handled_at=None, score=None, closed_as=None)
    found = row("全部", [running], NOW)
    assert found.response == found.solution == Share(0, 0)
    assert found.response.percent is None
    assert found.handling_median is None


def test_rows_by_a_key_add_up():
    tickets = [facts(community=name) for name in "甲乙甲"]
    rows = rows_by(lambda ticket: ticket.community, tickets, NOW)
    assert [(r.name, r.count) for r in rows] == [("乙", 1), ("甲", 2)]


@given(st.lists(st.integers(0, 10**6).map(lambda s: timedelta(seconds=s)), min_size=1))
def test_a_quantile_is_one_of_the_spans_that_so_many_do_not_exceed(spans):
    for share, found in zip((0.5, 0.9), quantiles(spans), strict=True):
        assert found in spans
        assert sum(span <= found for span in spans) >= share * len(spans)


def test_a_clock_that_went_back_makes_no_negative_time():
    assert row("全部", [facts(taken_at=NOW - timedelta(hours=1))], NOW).response_median == timedelta()


@pytest.mark.parametrize(
    ("score", "reopened", "danger", "outcome"),
    [
        (Score.DISSATISFIED, 1, True, Outcome.REOPEN),
        (Score.DISSATISFIED, 0, True, Outcome.REOPEN),
        (Score.DISSATISFIED, 2, False, Outcome.CLOSE_AND_TELL_LEAD),
        (Score.SATISFIED, 0, True, Outcome.CLOSE),
    ],
)
def test_a_danger_that_is_not_over_never_ends_by_a_rating(score, reopened, danger, outcome):
    assert after_rating(score, reopened, danger) is outcome


@pytest.mark.parametrize(
    ("drawn", "percent", "expected"), [(19, 20, True), (20, 20, False), (99, 100, True), (99, 99, False), (0, 1, True)]
)
def test_a_sample_of_so_many_in_a_hundred_is_looked_back_at(drawn, percent, expected):
    number = next(
        n for n in map(str, range(10_000)) if crc32(n.encode()) % 100 == drawn and crc32(n.encode()) % 101 > 20
    )
    assert looked_back_at(number, False, percent) is expected
    assert looked_back_at(number, True, percent)
    assert not looked_back_at(number, True, 0)


def test_the_pool_may_be_drawn_to_its_last_fen():
    assert may_draw(100, 0, 100, False, RULES) is None
    assert may_draw(101, 0, 100, False, RULES) is Refusal.OVER_POOL
    assert may_draw(1, 0, 1, False, RULES) is None
    assert may_draw(100, 199_900, 10**8, False, RULES) is None
    assert may_draw(-1, 0, 10**8, False, RULES) is Refusal.NO_AMOUNT


def test_a_draw_costs_its_bill_once_there_is_one_and_nothing_when_refused():
    draws = (Draw(DrawState.DRAWN, 500), Draw(DrawState.SETTLED, 500, 0), Draw(DrawState.REFUSED, 500, 700))
    assert [draw.cost for draw in draws] == [500, 0, 0]


def test_three_days_to_the_second_are_near_and_the_earlier_of_two_at_once_goes_first():
    new = matter("b")
    assert same_matter(new, matter("a", -72), RULES)
    assert not same_matter(new, matter("a", -72 - 1 / 3600), RULES)
    assert same_matter(new, matter("a"), RULES)
    assert not same_matter(matter("a"), new, RULES)


@pytest.mark.parametrize(
    ("day", "periods"),
    [
        ("2026-09-23", []), ("2026-09-24", ["national_day:2026"]), ("2026-09-30", ["national_day:2026"]),
        ("2026-02-04", []), ("2026-02-05", ["spring_festival:2026"]), ("2026-02-14", ["spring_festival:2026"]),
        ("2026-02-15", []), ("2026-02-17", []), ("2026-10-31", []), ("2026-11-01", ["heating:2026"]),
        ("2026-06-25", ["summer_power:2026"]), ("2026-06-26", []),
    ],
)  # fmt: skip
def test_on_which_days_which_season_runs(day, periods):
    assert [season.period for season in seasons(date.fromisoformat(day), WorkingCalendar())] == periods


def test_a_season_before_a_holiday_ends_on_its_eve():
    (season,) = seasons(date(2026, 9, 28), WorkingCalendar())
    assert (season.start, season.end) == (date(2026, 9, 24), date(2026, 9, 30))
