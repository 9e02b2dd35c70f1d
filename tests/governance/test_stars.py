"""The rules of the stars: what counts, who comes first, when the steps are."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.clock import SHANGHAI
from governance.rules import Rules
from governance.stars.ranking import Standing, proposed, ranked, too_soon
from governance.stars.round_dates import dates_of, noticed, opened, put_off, reviewed
from governance.stars.scoring import Fact, FactKind, Weight, Why, longest_streak, score, weights
from governance.stars.states import AwardKind, AwardMove, AwardState, RoundState, allowed
from governance.stars.undo import NoUndo, RoundBefore, read_before, why_not_undo, written_before

RULES = Rules()
DAY = date(2026, 11, 2)
KINDS = st.sampled_from(list(FactKind))
FACTS = st.builds(
    Fact,
    kind=KINDS,
    key=st.sampled_from("abcdefgh"),
    day=st.dates(DAY, DAY + timedelta(days=9)),
    amount=st.integers(-5, 900),
    confirmed=st.booleans(),
)


@given(st.lists(FACTS, max_size=60), st.randoms())
def test_a_score_comes_apart_into_its_rows(facts, chance):
    whole = score(facts, RULES)
    assert whole.total == sum(row.points for row in whole.rows)
    assert len(whole.rows) == len(facts)
    assert all(row.points == 0 for row in whole.rows if row.why in (Why.UNCONFIRMED, Why.AGAIN))
    assert all((row.points == 0) == (row.counted == 0) or row.fact.kind is FactKind.HOURS for row in whole.rows)
    chance.shuffle(facts)
    assert score(facts, RULES).total == whole.total


@given(st.lists(FACTS, max_size=60))
def test_no_day_and_no_round_counts_more_than_its_limit(facts):
    rows = score(facts, RULES).rows
    for kind, weight in weights(RULES).items():
        mine = [row for row in rows if row.fact.kind is kind]
        if weight.a_round is not None:
            assert sum(row.counted for row in mine) <= weight.a_round
        for day in {row.fact.day for row in mine}:
            if weight.a_day is not None:
                assert sum(row.counted for row in mine if row.fact.day == day) <= weight.a_day


def test_five_hundred_empty_check_ins_win_nothing():
    said_only = [Fact(FactKind.PATROL, f"p{n}", DAY + timedelta(days=n % 28), confirmed=False) for n in range(500)]
    scanned = [Fact(FactKind.PATROL, f"q{n}", DAY + timedelta(days=n % 28)) for n in range(500)]
    helper = [
        Fact(FactKind.HOURS, "s1", DAY, 120),
        Fact(FactKind.HOURS, "s2", DAY + timedelta(days=7), 120),
        Fact(FactKind.DUTY, "s1", DAY),
        Fact(FactKind.DUTY, "s2", DAY + timedelta(days=7)),
        Fact(FactKind.FINDING, "NH1", DAY),
        Fact(FactKind.NOMINATION, "h1", DAY),
        Fact(FactKind.NOMINATION, "h2", DAY),
    ]
    assert score(said_only, RULES).total == 0
    assert score(scanned, RULES).total < score(helper, RULES).total


def test_hours_beyond_a_day_s_limit_count_in_part():
    rows = score([Fact(FactKind.HOURS, "a", DAY, 200), Fact(FactKind.HOURS, "b", DAY, 100)], RULES).rows
    assert [(row.counted, row.why) for row in rows] == [(200, Why.COUNTED), (40, Why.LIMITED)]
    assert score([Fact(FactKind.HOURS, "a", DAY, 90)], RULES).total == 15


def test_the_longest_streak():
    days = [DAY + timedelta(days=n) for n in (0, 1, 3, 4, 5, 8)]
    assert longest_streak(days) == (3, DAY + timedelta(days=5))
    assert longest_streak([]) == (0, None)


def test_a_tie_goes_to_whom_an_award_is_longer_ago():
    star = AwardKind.STAR
    lately, long_ago, never = (
        Standing(1, star, 7, 50, date(2026, 6, 1)), Standing(2, star, 7, 50, date(2025, 1, 1)), Standing(3, star, 7, 50),
    )  # fmt: skip
    also_never, better = Standing(4, star, 7, 50), Standing(5, star, 7, 51, date(2026, 7, 1))
    found = ranked([lately, also_never, long_ago, never, better])
    assert found == [better, never, also_never, long_ago, lately]


def test_nobody_is_proposed_twice_within_the_months():
    star = AwardKind.STAR
    october = Standing(1, star, 7, 90, date(2026, 10, 1))
    other, elsewhere = Standing(2, star, 7, 20), Standing(3, star, 8, 5)
    assert proposed([october, other, elsewhere], date(2026, 11, 1), 3) == [other, elsewhere]
    assert not too_soon(date(2026, 8, 1), date(2026, 11, 1), 3)
    assert too_soon(date(2026, 9, 1), date(2026, 11, 1), 3)
    assert proposed([october], date(2026, 11, 1), 3) == []


def local(text):
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI).astimezone(UTC)


def test_the_dates_of_a_month():
    dates = dates_of(date(2026, 11, 1), SHANGHAI, RULES)
    assert dates.opens_at == local("2026-11-20T09:00")
    assert dates.review_at == local("2026-11-26T09:00")
    assert dates.notice_at == local("2026-11-28T09:00")
    assert dates.announce_at == local("2026-12-01T09:00")


@given(st.dates(date(2026, 1, 1), date(2040, 12, 31)))
def test_every_month_has_its_days_of_notice(day):
    dates = dates_of(day.replace(day=1), SHANGHAI, RULES)
    assert dates.opens_at < dates.review_at < dates.notice_at < dates.announce_at
    assert dates.announce_at - dates.notice_at >= timedelta(days=3)
    assert dates.announce_at.astimezone(SHANGHAI).day == 1


@given(st.integers(0, 60 * 24 * 20))
def test_what_comes_late_keeps_the_time_of_what_follows(minutes):
    now = local("2026-11-20T09:00") + timedelta(minutes=minutes)
    planned = dates_of(date(2026, 11, 1), SHANGHAI, RULES)
    dates = opened(planned, now, SHANGHAI, RULES)
    assert dates.review_at >= planned.review_at
    assert dates.notice_at - dates.review_at >= timedelta(days=2)
    assert dates.announce_at - dates.notice_at >= timedelta(days=3)
    late = reviewed(planned, max(now, planned.review_at), SHANGHAI, RULES)
    assert late.notice_at - max(now, planned.review_at) >= timedelta(days=2)
    shown = noticed(planned, max(now, planned.notice_at), SHANGHAI, RULES)
    assert shown.announce_at - max(now, planned.notice_at) >= timedelta(days=3)
    assert all(at.astimezone(SHANGHAI).hour == 9 for at in (dates.announce_at, late.notice_at, shown.announce_at))


def test_what_was_before_is_written_and_read_again():
    earlier = RoundBefore(False, RoundState.PLANNED, dates_of(date(2026, 11, 1), SHANGHAI, Rules()), None, 0)
    before = RoundBefore(
        True, RoundState.REVIEWING, put_off(RoundState.PLANNED, earlier.dates, 2), "下雪", 1,
        ((1, AwardState.ACCEPTED), (2, AwardState.RETURNED)), earlier,
    )  # fmt: skip
    assert read_before(json.loads(json.dumps(written_before(before)))) == before


@pytest.mark.parametrize("state", [RoundState.PLANNED, RoundState.NOMINATING, RoundState.REVIEWING])
@pytest.mark.parametrize("days", [1, 15])
def test_what_has_begun_is_not_put_off_and_the_rest_keeps_its_distance(state, days):
    planned = dates_of(date(2026, 11, 1), SHANGHAI, Rules())
    later = put_off(state, planned, days)
    moved = [after - before for before, after in zip(planned.instants, later.instants, strict=True)]
    begun = [RoundState.PLANNED, RoundState.NOMINATING, RoundState.REVIEWING].index(state)
    assert moved == [timedelta(0)] * begun + [timedelta(days=days)] * (4 - begun)


def test_undo_ends_with_the_next_step_and_with_its_hour():
    planned = dates_of(date(2026, 11, 1), SHANGHAI, Rules())
    before = RoundBefore(False, RoundState.NOMINATING, planned, None, 0)
    in_time, due = planned.review_at - timedelta(seconds=1), planned.review_at
    nominating, skipped = RoundState.NOMINATING, RoundState.SKIPPED
    assert why_not_undo(before, False, nominating, 0, in_time) is None
    assert why_not_undo(before, False, nominating, 0, due) is NoUndo.TOO_LATE
    assert why_not_undo(before, False, RoundState.REVIEWING, 0, in_time) is NoUndo.MOVED_ON
    assert why_not_undo(before, False, nominating, 1, in_time) is NoUndo.MOVED_ON
    assert why_not_undo(before, True, skipped, 0, in_time) is NoUndo.NOTHING
    assert why_not_undo(None, False, nominating, 0, in_time) is NoUndo.NOTHING
    assert why_not_undo(replace(before, skipped=True), True, skipped, 0, in_time) is None
    assert why_not_undo(replace(before, skipped=True), True, skipped, 0, due) is NoUndo.TOO_LATE


def test_what_each_kind_of_fact_weighs():
    rules = Rules(
        star_hour_points=1, star_hours_a_day=2, star_patrol_points=3, star_patrols_a_day=4, star_finding_points=5,
        star_findings_a_day=6, star_mediation_points=7, star_mediations_a_day=8, star_duty_points=9, star_duties_a_day=10,
        star_streak_points=11, star_streak_days=12, star_nomination_points=13, star_nominations=14,
    )  # fmt: skip
    assert weights(rules) == {
        FactKind.HOURS: Weight(1, 60, 120),
        FactKind.PATROL: Weight(3, 1, 4),
        FactKind.FINDING: Weight(5, 1, 6),
        FactKind.MEDIATION: Weight(7, 1, 8),
        FactKind.DUTY: Weight(9, 1, 10),
        FactKind.STREAK: Weight(11, 1, None, 12),
        FactKind.NOMINATION: Weight(13, 1, None, 14),
    }


NEXT = DAY + timedelta(days=1)


@pytest.mark.parametrize(
    ("facts", "rows"),
    [
        ([Fact(FactKind.HOURS, "a", DAY, 59)], [(59, 9, Why.COUNTED)]),
        ([Fact(FactKind.HOURS, "a", DAY, 0)], [(0, 0, Why.UNCONFIRMED)]),
        ([Fact(FactKind.HOURS, "a", DAY, 1)], [(1, 0, Why.COUNTED)]),
        ([Fact(FactKind.HOURS, "a", DAY, 240), Fact(FactKind.HOURS, "b", DAY, 1)],
         [(240, 40, Why.COUNTED), (0, 0, Why.LIMITED)]),
        ([Fact(FactKind.HOURS, "a", DAY, 240), Fact(FactKind.HOURS, "b", NEXT, 240)],
         [(240, 40, Why.COUNTED), (240, 40, Why.COUNTED)]),
        ([Fact(FactKind.FINDING, "a", DAY), Fact(FactKind.FINDING, "a", NEXT)], [(1, 15, Why.COUNTED), (0, 0, Why.AGAIN)]),
        ([Fact(FactKind.FINDING, "a", DAY), Fact(FactKind.MEDIATION, "a", DAY)],
         [(1, 15, Why.COUNTED), (1, 20, Why.COUNTED)]),
        ([Fact(FactKind.FINDING, "a", DAY, confirmed=False), Fact(FactKind.FINDING, "a", DAY)],
         [(1, 15, Why.COUNTED), (0, 0, Why.UNCONFIRMED)]),
        ([Fact(FactKind.FINDING, "a", DAY, confirmed=False), Fact(FactKind.FINDING, "a", NEXT)],
         [(0, 0, Why.UNCONFIRMED), (1, 15, Why.COUNTED)]),
        ([Fact(FactKind.HOURS, "a", DAY, 30), Fact(FactKind.HOURS, "a", DAY, 60)],
         [(60, 10, Why.COUNTED), (0, 0, Why.AGAIN)]),
        ([Fact(FactKind.STREAK, "a", DAY, 21)], [(20, 20, Why.LIMITED)]),
        ([Fact(FactKind.NOMINATION, each, DAY + timedelta(days=n)) for n, each in enumerate("abcdef")],
         [(1, 20, Why.COUNTED)] * 5 + [(0, 0, Why.LIMITED)]),
        ([Fact(FactKind.PATROL, "b", NEXT), Fact(FactKind.PATROL, "a", DAY), Fact(FactKind.PATROL, "c", DAY)],
         [(1, 3, Why.COUNTED), (0, 0, Why.LIMITED), (1, 3, Why.COUNTED)]),
    ],
)  # fmt: skip
def test_the_rows_of_a_score(facts, rows):
    found = score(facts, RULES)
    assert [(row.counted, row.points, row.why) for row in found.rows] == rows
    assert [row.fact.day for row in found.rows] == sorted(fact.day for fact in facts)
    assert found.total == sum(points for _, points, _ in rows)


def test_of_two_equal_streaks_the_first_counts():
    days = [DAY + timedelta(days=n) for n in (5, 0, 1, 6, 3)]
    assert longest_streak(days) == (2, NEXT)
    assert longest_streak([DAY]) == (1, DAY)


@pytest.mark.parametrize(
    ("last", "month", "apart", "soon"),
    [
        (None, "2026-11-01", 3, False),
        ("2026-11-01", "2026-11-01", 1, True),
        ("2025-12-01", "2026-02-01", 3, True),
        ("2025-12-01", "2026-02-01", 2, False),
        ("2025-11-01", "2026-11-01", 12, False),
        ("2025-11-01", "2026-11-01", 13, True),
        ("2024-12-01", "2026-11-01", 24, True),
    ],
)
def test_months_are_counted_over_the_years(last, month, apart, soon):
    assert too_soon(last and date.fromisoformat(last), date.fromisoformat(month), apart) is soon


def test_the_proposed_stand_by_kind_and_area():
    leader, star = AwardKind.BUILDING_LEADER, AwardKind.STAR
    a, b, c, d = Standing(1, star, 9, 1), Standing(2, star, 3, 2), Standing(3, leader, 9, 3), Standing(4, star, 9, 2)
    assert proposed([a, b, c, d], date(2026, 11, 1), 3) == [c, b, d]


@pytest.mark.parametrize(
    ("move", "state", "may"),
    [
        (AwardMove.ACCEPT, AwardState.CANDIDATE, True),
        (AwardMove.ACCEPT, AwardState.ACCEPTED, False),
        (AwardMove.ANNOUNCE, AwardState.NOTICED, True),
        (AwardMove.ANNOUNCE, AwardState.STOPPED, False),
        (AwardMove.TAKE_DOWN, AwardState.ANNOUNCED, True),
        (AwardMove.LAPSE, AwardState.ANNOUNCED, False),
    ],
)
def test_what_may_become_of_an_award(move, state, may):
    assert allowed(move, state) is may
