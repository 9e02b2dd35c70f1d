"""How sure a share is, and who may be ranked by it."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.rates import Facts, Share, interval, quantiles, ranks, row, rows_by, verdict
from governance.tickets.satisfaction import ClosedAs, Score, standing_score
from governance.tickets.states import TicketState


@given(st.integers(0, 500), st.integers(0, 500))
def test_the_interval_holds_the_share_and_narrows_with_the_cases(good, bad):
    share = Share(good + bad, good)
    found = interval(share)
    if share.of == 0:
        assert found is None
        return
    low, high = found
    assert 0 <= low <= share.percent + 1e-9
    assert share.percent - 1e-9 <= high <= 100
    more = interval(Share(share.of * 4, good * 4))
    assert more[1] - more[0] <= high - low + 1e-9


def test_few_cases_have_no_rank_and_many_good_ones_beat_few_perfect_ones():
    shares = {
        "两件": Share(2, 2),
        "五十件": Share(50, 49),
        "十件": Share(10, 10),
        "差": Share(40, 20),
        "同差": Share(40, 20),
    }
    assert ranks(shares) == {"五十件": 1, "十件": 2, "差": 3, "同差": 3}
    assert ranks({}) == {}


@pytest.mark.parametrize(
    ("of", "good", "low", "high"),
    [(1, 0, 0, 79.35), (1, 1, 20.65, 100), (10, 10, 72.25, 100), (10, 5, 23.66, 76.34), (50, 49, 89.50, 99.65)],
)
def test_what_wilson_says_of_so_many(of, good, low, high):
    assert interval(Share(of, good)) == pytest.approx((low, high), abs=0.005)


def test_nine_cases_have_no_rank_and_ten_have():
    assert ranks({"九": Share(9, 9), "十": Share(10, 1), "十一": Share(11, 1)}) == {"十": 1, "十一": 2}


def test_a_share_in_percent():
    assert (Share(8, 6).percent, Share(3, 0).percent, Share(0, 0).percent) == (75, 0, None)


NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
HOUR, MERGED, WITHDRAWN = timedelta(hours=1), TicketState.MERGED, TicketState.WITHDRAWN
OPEN, CLOSED = TicketState.IN_PROGRESS, TicketState.CLOSED


def facts(state=CLOSED, taken=None, take_due=None, handled=None, handle_due=None, reopened=0, score=None):
    """A ticket opened an hour ago; the instants in hours from now."""
    instants = [None if hours is None else NOW + HOUR * hours for hours in (taken, take_due, handled, handle_due)]
    return Facts(state, NOW - HOUR, *instants, reopened, score, None, "梧桐社区", "第1网格", "照明", "2026-11")


@pytest.mark.parametrize(
    ("figure", "ticket", "good"),
    [
        ("satisfaction", facts(score=Score.SATISFIED), True),
        ("satisfaction", facts(score=Score.FAIRLY), True),
        ("satisfaction", facts(score=Score.DISSATISFIED), False),
        ("satisfaction", facts(), None),
        ("satisfaction", facts(MERGED, score=Score.SATISFIED), None),
        ("satisfaction", facts(WITHDRAWN, score=Score.DISSATISFIED), None),
        ("response", facts(taken=0, take_due=0), True),
        ("response", facts(taken=1, take_due=0), False),
        ("response", facts(taken=1), True),
        ("response", facts(OPEN, take_due=-1), False),
        ("response", facts(OPEN, take_due=0), None),
        ("response", facts(OPEN), None),
        ("response", facts(MERGED, taken=0), None),
        ("solution", facts(handled=0, handle_due=0), True),
        ("solution", facts(handled=1, handle_due=0), False),
        ("solution", facts(handled=1), True),
        ("solution", facts(reopened=1), False),
        ("solution", facts(score=Score.FAIRLY), True),
        ("solution", facts(score=Score.DISSATISFIED), False),
        ("solution", facts(OPEN, handle_due=-1), False),
        ("solution", facts(OPEN, handle_due=0), None),
        ("solution", facts(OPEN, handled=-1, handle_due=0), None),
        ("solution", facts(OPEN, reopened=1), False),
        ("solution", facts(WITHDRAWN, reopened=1), None),
        ("solution", facts(handled=0, handle_due=0)._replace(closed_as=ClosedAs.VOIDED), None),
        ("satisfaction", facts(score=Score.DISSATISFIED)._replace(closed_as=ClosedAs.VOIDED), None),
    ],
)  # fmt: skip
def test_which_tickets_stand_behind_a_figure(figure, ticket, good):
    assert verdict(figure, ticket, NOW) is good
    counted = getattr(row("全部", [ticket], NOW), figure)
    assert counted == (Share(0, 0) if good is None else Share(1, int(good)))


def test_the_times_of_a_row_are_medians_and_nine_tenths_from_the_report():
    found = row("全部", [facts(taken=n, handled=n * 2) for n in range(10)], NOW)
    assert found.name == "全部"
    assert [found.response_median, found.response_p90] == [HOUR * 5, HOUR * 9]
    assert [found.handling_median, found.handling_p90] == [HOUR * 9, HOUR * 17]


def test_rows_are_counted_by_the_present_instant():
    (found,) = rows_by(lambda ticket: ticket.grid, [facts(OPEN, take_due=-1), facts(OPEN, take_due=1)], NOW)
    assert (found.name, found.count, found.response) == ("第1网格", 2, Share(1, 0))


def test_a_quantile_by_nearest_rank():
    spans = [HOUR * n for n in range(1, 11)]
    assert quantiles(spans[::-1], (0.05, 0.5, 0.51, 0.9, 0.91, 1)) == tuple(HOUR * n for n in (1, 5, 6, 9, 10, 10))
    assert quantiles([]) == (None, None)


@pytest.mark.parametrize(
    ("before", "said", "counts"),
    [
        (None, Score.DISSATISFIED, Score.DISSATISFIED),
        (Score.SATISFIED, Score.DISSATISFIED, Score.DISSATISFIED),
        (Score.DISSATISFIED, None, Score.DISSATISFIED),
        (Score.DISSATISFIED, Score.FAIRLY, Score.FAIRLY),
        (Score.SATISFIED, None, None),
        (None, None, None),
    ],
)
def test_a_bad_rating_counts_until_another_is_given(before, said, counts):
    assert standing_score(before, said) is counts
