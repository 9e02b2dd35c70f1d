"""Who serves a place: terms, leave, and stand-ins of stand-ins."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from governance.roles import Line, Role, Term
from governance.serving import Absence, Servant, acting_for, servants, stand_ins

NOW = datetime(2026, 11, 24, 2, tzinfo=UTC)
DAY = timedelta(days=1)


def term(since=NOW - DAY, until=None, role=Role.GRID_WORKER):
    return Term(role, since, until, grid_id=1)


def test_only_running_terms_serve():
    posts = [(1, term()), (2, term(since=NOW + DAY)), (3, term(until=NOW)), (4, term(until=NOW + DAY))]
    assert [servant.person for servant in servants(posts, [], NOW)] == [1, 4]


def test_during_leave_the_stand_in_serves():
    absence = Absence(1, 2, NOW, NOW + DAY)
    assert servants([(1, term())], [absence], NOW) == (Servant(2, Role.GRID_WORKER, 1),)
    assert servants([(1, term())], [absence], NOW + DAY) == (Servant(1, Role.GRID_WORKER),)


def test_who_has_the_post_and_stands_in_serves_once_in_their_own():
    posts = [(1, term()), (2, term())]
    assert servants(posts, [Absence(1, 2, NOW, NOW + DAY)], NOW) == (Servant(2, Role.GRID_WORKER),)


def test_a_chain_of_stand_ins_ends_at_somebody_present_and_a_circle_at_oneself():
    assert acting_for(1, {1: 2, 2: 3}) == 3
    assert acting_for(1, {1: 2, 2: 1}) == 1


people = st.integers(1, 5)


@given(st.lists(st.tuples(people, people, st.integers(-3, 3), st.integers(0, 4)), max_size=8), people)
def test_somebody_always_acts(leaves, person):
    absences = [
        Absence(who, other, NOW + DAY * start, NOW + DAY * (start + length)) for who, other, start, length in leaves
    ]
    acting = acting_for(person, stand_ins(absences, NOW))
    assert acting == person or any(absence.stand_in == acting for absence in absences)


def test_a_term_holds_from_its_first_instant_and_not_at_its_last():
    held = term(since=NOW, until=NOW + DAY)
    assert [held.holds(NOW + DAY * n) for n in (-1, 0, 0.5, 1)] == [False, True, True, False]
    assert not term(since=NOW, until=NOW).holds(NOW)


def test_a_leave_runs_from_its_first_instant_and_not_at_its_last():
    leave = Absence(1, 2, NOW, NOW + DAY)
    assert [stand_ins([leave], NOW + DAY * n) for n in (-0.5, 0, 1)] == [{}, {1: 2}, {}]
    later = Absence(1, 3, NOW + DAY / 4, NOW + DAY)
    assert stand_ins([later, leave], NOW + DAY / 2) == {1: 3}, "the one that began last counts"


def test_each_serves_once_a_role_and_line_with_the_line_of_the_post():
    def part_time(line):
        return Term(Role.PART_TIME_GRID_WORKER, NOW - DAY, None, grid_id=1, line=line)

    posts = [(1, part_time(Line.CIVIL_AFFAIRS)), (1, part_time(Line.WORK_SAFETY)), (3, part_time(Line.WORK_SAFETY))]
    away = [Absence(1, 2, NOW, NOW + DAY), Absence(3, 2, NOW, NOW + DAY)]
    assert servants(posts, away, NOW) == (
        Servant(2, Role.PART_TIME_GRID_WORKER, 1, Line.CIVIL_AFFAIRS),
        Servant(2, Role.PART_TIME_GRID_WORKER, 3, Line.WORK_SAFETY),
    )


def test_ones_own_post_counts_before_and_after_that_of_somebody_away():
    own, away = (2, term()), [Absence(1, 2, NOW, NOW + DAY), Absence(3, 2, NOW, NOW + DAY)]
    for posts in ([own, (1, term())], [(1, term()), own], [(1, term()), own, (3, term())]):
        assert servants(posts, away, NOW) == (Servant(2, Role.GRID_WORKER),)
    ended = [(9, term(until=NOW)), own]
    assert servants(ended, (), NOW) == (Servant(2, Role.GRID_WORKER),)


def test_a_circle_farther_on_leaves_the_person_themselves():
    assert acting_for(1, {1: 2, 2: 3, 3: 2}) == 1
    assert acting_for(4, {1: 2}) == 4
