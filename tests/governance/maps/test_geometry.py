"""Outlines: around points, crossing themselves, with a point inside."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.maps.geometry import contains, crossing, hull

SQUARE = ((0.0, 0.0), (0.0, 4.0), (4.0, 4.0), (4.0, 0.0))
SPOT = st.tuples(st.integers(-50, 50).map(float), st.integers(-50, 50).map(float))


def test_a_hull_has_the_outermost_points_only():
    assert set(hull([*SQUARE, (2.0, 2.0), (0.0, 2.0)])) == set(SQUARE)


@pytest.mark.parametrize("points", [[], [(1.0, 1.0)] * 5, [(0.0, 0.0), (1.0, 1.0), (2.0, 2.0)]])
def test_too_few_points_or_one_line_have_no_hull(points):
    assert hull(points) == ()


@given(st.lists(SPOT, min_size=3, max_size=30))
def test_no_hull_crosses_itself_and_all_its_points_lie_in_its_own_hull(points):
    ring = hull(points)
    assert crossing(ring) is None if ring else True
    assert hull(ring) == ring
    assert all(hull([*ring, point]) == ring for point in points) if ring else True


@pytest.mark.parametrize(
    ("ring", "right"),
    [
        (SQUARE, True),
        (((0.0, 0.0), (0.0, 4.0), (2.0, 1.0), (4.0, 4.0), (4.0, 0.0)), True),
        (((0.0, 0.0), (4.0, 4.0), (4.0, 0.0), (0.0, 4.0)), False),
        (((0.0, 0.0), (0.0, 4.0), (0.0, 2.0), (4.0, 2.0)), False),
        (((0.0, 0.0), (0.0, 4.0), (4.0, 4.0), (0.0, 2.0), (4.0, 0.0)), False),
        (((0.0, 0.0), (2.0, 2.0), (0.0, 4.0), (4.0, 4.0), (2.0, 2.0), (4.0, 0.0)), False),
    ],
    ids=["square", "with a dent", "crossed", "doubles back", "touches a side", "touches a corner"],
)
def test_an_outline_that_crosses_or_touches_itself_is_seen(ring, right):
    assert (crossing(ring) is None) is right
    assert (crossing(ring[::-1]) is None) is right


@given(st.tuples(st.integers(-2, 6).map(float), st.integers(-2, 6).map(float)))
def test_a_point_lies_in_a_square_as_its_degrees_say(point):
    if 0 < point[0] < 4 and 0 < point[1] < 4:
        assert contains(SQUARE, point)
    if not (0 <= point[0] <= 4 and 0 <= point[1] <= 4):
        assert not contains(SQUARE, point)
