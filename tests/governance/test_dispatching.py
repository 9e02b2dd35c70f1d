"""Whose a ticket is: line before grid in working hours, the least busy first, nobody who can't be reached."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from governance.roles import Line, Role
from governance.tickets.dispatching import Basis, Candidate, Choice, Doubt, choose, helper, higher, least_busy, pressed
from governance.tickets.urgency import Urgency

WORKER = Candidate(1, Role.GRID_WORKER, open=2)
OTHER = Candidate(2, Role.GRID_WORKER, open=1)
PART_TIME = Candidate(3, Role.PART_TIME_GRID_WORKER, Line.CITY_MANAGEMENT)
OFFICER = Candidate(4, Role.DEPARTMENT_OFFICER, Line.CITY_MANAGEMENT)
HEAD = Candidate(5, Role.GRID_HEAD)
ALL = [WORKER, OTHER, PART_TIME, OFFICER, HEAD]


def test_the_grids_own_business_goes_to_the_less_busy_grid_worker():
    assert choose(ALL, None, Urgency.NORMAL, True, 20) == Choice(OTHER, Basis.GRID, 2)


def test_a_lines_business_goes_to_its_part_time_worker_then_its_department_then_the_grid():
    line = Line.CITY_MANAGEMENT
    assert choose(ALL, line, Urgency.NORMAL, True, 20) == Choice(PART_TIME, Basis.LINE, 1)
    assert choose([WORKER, OFFICER], line, Urgency.NORMAL, True, 20) == Choice(OFFICER, Basis.LINE, 1)
    assert choose([WORKER], line, Urgency.NORMAL, True, 20) == Choice(WORKER, Basis.LINE_MISSING, 1)


def test_out_of_hours_and_in_danger_it_is_the_grid_worker():
    line = Line.CITY_MANAGEMENT
    assert choose(ALL, line, Urgency.URGENT, False, 20) == Choice(OTHER, Basis.OUT_OF_HOURS, 2)
    assert choose(ALL, line, Urgency.HAZARD, True, 20) == Choice(OTHER, Basis.DANGER, 2)


def test_who_cannot_be_reached_or_has_too_much_is_passed_over():
    away = Candidate(1, Role.GRID_WORKER, reachable=False)
    assert choose([away], None, Urgency.NORMAL, True, 20) is Doubt.NOBODY
    busy = Candidate(1, Role.GRID_WORKER, open=20)
    assert choose([busy], None, Urgency.NORMAL, True, 20) is Doubt.ALL_BUSY
    assert choose([busy], None, Urgency.HAZARD, True, 20) == Choice(busy, Basis.DANGER, 1)


CANDIDATES = st.builds(
    Candidate, st.integers(1, 9), st.sampled_from(Role), st.none() | st.sampled_from(Line), st.booleans(),
    st.integers(0, 30),
)  # fmt: skip


@given(st.lists(CANDIDATES), st.none() | st.sampled_from(Line), st.sampled_from(Urgency), st.booleans())
def test_the_chosen_one_is_a_candidate_who_can_be_reached(candidates, line, urgency, at_work):
    choice = choose(candidates, line, urgency, at_work, 20)
    if isinstance(choice, Choice):
        assert choice.candidate in candidates
        assert choice.candidate.reachable
        assert choice.candidate.open < 20 or urgency is Urgency.HAZARD


def test_a_reopened_ticket_goes_to_somebody_else_one_level_up():
    head, secretary = Candidate(5, Role.GRID_HEAD), Candidate(6, Role.COMMUNITY_SECRETARY)
    assert higher([WORKER, head, secretary], 1, not_person=1) == head
    assert higher([WORKER, head, secretary], 1, not_person=5) == secretary
    assert higher([WORKER], 1, not_person=1) is None


def test_a_danger_goes_to_the_grid_head_where_no_worker_is_and_to_nobody_else():
    assert choose([PART_TIME, HEAD], None, Urgency.HAZARD, True, 20) == Choice(HEAD, Basis.DANGER, 1)
    assert choose([PART_TIME], None, Urgency.HAZARD, True, 20) is Doubt.NOBODY
    assert choose([replace(HEAD, reachable=False)], None, Urgency.HAZARD, True, 20) is Doubt.NOBODY


def test_only_who_is_of_the_line_and_can_be_reached_stands_for_it():
    line, other = Line.CITY_MANAGEMENT, replace(PART_TIME, line=Line.CIVIL_AFFAIRS)
    assert choose([WORKER, other], line, Urgency.NORMAL, True, 20) == Choice(WORKER, Basis.LINE_MISSING, 1)
    away = replace(PART_TIME, reachable=False)
    assert choose([WORKER, away], line, Urgency.NORMAL, True, 20) == Choice(WORKER, Basis.LINE_MISSING, 1)
    assert choose([other, away], line, Urgency.NORMAL, True, 20) is Doubt.NOBODY


def test_where_the_line_is_full_the_grid_worker_takes_over():
    line, full = Line.CITY_MANAGEMENT, replace(PART_TIME, open=20)
    assert choose([WORKER, full], line, Urgency.NORMAL, True, 20) == Choice(WORKER, Basis.LINE_MISSING, 1)
    assert choose([WORKER, replace(full, open=19)], line, Urgency.NORMAL, True, 20).basis is Basis.LINE
    assert choose([full], line, Urgency.NORMAL, True, 20) is Doubt.ALL_BUSY
    two = [replace(WORKER, open=20), OTHER]
    assert choose(two, None, Urgency.NORMAL, True, 20) == Choice(OTHER, Basis.GRID, 2)
    assert (
        choose([replace(OTHER, person=9), replace(OTHER, person=8)], None, Urgency.NORMAL, True, 20).candidate.person
        == 8
    )


def test_one_level_up_means_that_level_or_above():
    lead, secretary = Candidate(7, Role.SUBDISTRICT_LEAD), Candidate(6, Role.COMMUNITY_SECRETARY)
    assert higher([WORKER], 0, None) == WORKER
    assert higher([WORKER, HEAD], 0, not_person=1) == HEAD
    assert higher([HEAD, lead], 2, None) == lead
    assert higher([lead, secretary], 2, None) == secretary
    assert higher([replace(HEAD, reachable=False), lead], 1, None) == lead
    assert higher([lead], 3, None) is None


CREW = Candidate(6, Role.REPAIR_CREW, open=3)
NEIGHBOUR = Candidate(7, Role.GRID_WORKER, open=4)


def test_where_all_hands_are_full_crews_come_first_for_what_is_urgent_and_neighbours_for_the_rest():
    assert helper([CREW], [NEIGHBOUR], Urgency.URGENT, 20) == Choice(CREW, Basis.CREW, 1)
    assert helper([CREW], [NEIGHBOUR], Urgency.NORMAL, 20) == Choice(NEIGHBOUR, Basis.NEIGHBOUR, 1)
    assert helper([CREW], [], Urgency.NORMAL, 20) == Choice(CREW, Basis.CREW, 1)
    assert helper([CREW], [], Urgency.ENQUIRY, 20) is None, "nothing to repair"
    assert helper([CREW], [NEIGHBOUR], Urgency.ENQUIRY, 20) == Choice(NEIGHBOUR, Basis.NEIGHBOUR, 1)


def test_who_helps_has_free_hands_and_can_be_reached():
    full, away = replace(NEIGHBOUR, open=20), replace(NEIGHBOUR, person=8, reachable=False)
    assert helper([], [full, away], Urgency.NORMAL, 20) is None
    assert helper([replace(CREW, open=20)], [full, NEIGHBOUR], Urgency.URGENT, 20) == Choice(
        NEIGHBOUR, Basis.NEIGHBOUR, 1
    )
    free = replace(NEIGHBOUR, person=9, open=19)
    assert helper([], [free, NEIGHBOUR], Urgency.NORMAL, 20) == Choice(NEIGHBOUR, Basis.NEIGHBOUR, 2)


def test_what_is_urgent_goes_to_the_grids_own_worker_where_nobody_has_a_hand_free_up_to_a_limit_of_its_own():
    full, fuller = replace(WORKER, open=30), replace(OTHER, open=31)
    assert pressed([full, fuller, CREW], Urgency.URGENT, 40) == Choice(full, Basis.PRESSED, 2)
    assert pressed([replace(full, reachable=False), fuller], Urgency.URGENT, 40) == Choice(fuller, Basis.PRESSED, 1)
    assert pressed([full, fuller], Urgency.URGENT, 30) is None
    assert pressed([full], Urgency.NORMAL, 40) is None
    assert pressed([CREW, HEAD], Urgency.URGENT, 40) is None


def test_the_least_busy_is_the_one_with_the_fewest_and_of_two_the_first_of_the_roster():
    assert least_busy([NEIGHBOUR, CREW], Basis.NIGHT_DUTY) == Choice(CREW, Basis.NIGHT_DUTY, 2)
    same = replace(CREW, person=2)
    assert least_busy([CREW, same], Basis.NIGHT_DUTY).candidate == same
