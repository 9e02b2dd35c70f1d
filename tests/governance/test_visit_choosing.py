from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from governance.visits.choosing import AT_MOST, POINTS, Place, Sign, choose, pairs, points_of, team_for
from governance.visits.results import VisitResult, settles

MONTH = date(2026, 12, 1)
DAYS = [MONTH + timedelta(days=day) for day in range(22)]
SIGNS = st.lists(st.sampled_from(Sign), max_size=6).map(tuple)
LAST = st.none() | st.dates(date(2026, 6, 1), date(2026, 11, 30))
PLACES = st.lists(
    st.builds(
        Place, st.integers(1, 999).map(lambda n: f"h{n}"), SIGNS, last=LAST, wished=st.booleans(), lives=st.booleans()
    ),
    max_size=40, unique_by=lambda place: place.target,
)  # fmt: skip


@given(PLACES, st.integers(1, 60))
def test_never_who_asked_for_none_nor_who_moved_nor_without_a_reason_nor_too_soon(places, most):
    chosen = {each.target for each in choose(places, MONTH, DAYS, 60, most)}
    known = {place.target: place for place in places}
    for target in chosen:
        place = known[target]
        assert place.wished
        assert place.lives
        assert place.signs
        assert place.last is None or place.last < MONTH - timedelta(days=60)
    assert len(chosen) <= most


@given(PLACES)
def test_nobody_is_left_out_who_weighs_more_than_somebody_chosen(places):
    some = choose(places, MONTH, DAYS, 60, 5)
    rest = {each.target: each.points for each in choose(places, MONTH, DAYS, 60, 1000)}
    left = [points for target, points in rest.items() if target not in {each.target for each in some}]
    assert not left or not some or min(each.points for each in some) >= max(left)


@given(PLACES)
def test_days_are_working_days_in_order_and_even(places):
    chosen = choose(places, MONTH, DAYS, 60, 1000)
    days = [each.due_on for each in chosen]
    assert days == sorted(days)
    assert set(days) <= set(DAYS)
    counts = [days.count(day) for day in set(days)]
    assert not counts or max(counts) <= -(-len(chosen) // len(DAYS))


def test_a_key_household_weighs_most_and_one_sign_counts_so_often():
    assert POINTS[Sign.KEY] > max(points for sign, points in POINTS.items() if sign is not Sign.KEY)
    assert points_of([Sign.HAZARD] * 9) == POINTS[Sign.HAZARD] * AT_MOST
    assert points_of([Sign.HAZARD, Sign.DISSATISFIED]) == POINTS[Sign.HAZARD] + POINTS[Sign.DISSATISFIED]


def test_of_equal_weight_who_waited_longer_comes_first():
    places = [
        Place("h1", (Sign.HAZARD,), date(2026, 9, 1)), Place("h2", (Sign.HAZARD,), date(2026, 7, 1)),
        Place("h3", (Sign.HAZARD,)),
    ]  # fmt: skip
    assert [each.target for each in choose(places, MONTH, DAYS, 60, 9)] == ["h3", "h2", "h1"]


def test_a_month_without_working_days_has_no_visits():
    assert choose([Place("h1", (Sign.HAZARD,))], MONTH, [], 60, 9) == ()


@given(st.sets(st.integers(1, 20)), st.sets(st.integers(21, 40)))
def test_each_cadre_and_each_liaison_has_the_other_beside_them(cadres, liaisons):
    found = pairs(sorted(cadres), sorted(liaisons))
    assert {cadre for cadre, _ in found if cadre is not None} == cadres
    assert {liaison for _, liaison in found if liaison is not None} == liaisons
    if cadres and liaisons:
        assert all(cadre is not None and liaison is not None for cadre, liaison in found)


def test_pairs_and_officers_take_turns():
    two = pairs([1, 2], [11, 12])
    teams = [team_for(turn, two, [21, 22, 23], 31) for turn in range(6)]
    assert [team.cadre for team in teams] == [1, 2, 1, 2, 1, 2]
    assert [team.officer for team in teams] == [21, 22, 23, 21, 22, 23]
    assert teams[0].people == (1, 11, 21, 31)
    assert team_for(0, (), [], None).people == ()


def test_only_a_visit_without_anybody_is_still_owed():
    assert [result for result in VisitResult if not settles(result)] == [VisitResult.NOT_MET]
