"""Outlines as a small picture."""

import pytest

from governance.maps.drawing import apart, fitting, paths

NORTH, EAST = 32.0, 118.0
DEGREE_EAST = 0.848
"""So much of a degree northwards is one eastwards there."""


def test_north_is_on_top_and_what_is_square_stays_square():
    place = fitting([(NORTH, EAST), (NORTH + 0.01, EAST + 0.01 / DEGREE_EAST)])
    (left, bottom), (right, top) = place((NORTH, EAST)), place((NORTH + 0.01, EAST + 0.01 / DEGREE_EAST))
    assert (left, top) == (pytest.approx(4, abs=0.1), pytest.approx(4, abs=0.1))
    assert right - left == pytest.approx(bottom - top, rel=0.01)


@pytest.mark.parametrize("wide", [50, 100, 200])
def test_all_points_are_in_the_picture_however_wide_it_is(wide):
    points = [(NORTH, EAST), (NORTH + 0.02, EAST + 0.001), (NORTH + 0.01, EAST + 0.05)]
    place = fitting(points, wide)
    assert all(0 <= x <= wide and 0 <= y <= 100 for x, y in map(place, points))


def test_one_point_stands_in_the_middle():
    assert fitting([(NORTH, EAST)])((NORTH, EAST)) == (50, 50)


def test_an_outline_is_a_closed_path():
    ring = ((NORTH, EAST), (NORTH, EAST + 0.01), (NORTH + 0.01, EAST))
    assert paths({"a": (ring,)})["a"].count("L") == 2
    assert paths({"a": (ring, ring)})["a"].count("Z") == 2


@pytest.mark.parametrize(("places", "enough"), [
    ([], True), ([(0, 0), (5, 5)], False), ([(0, 0), (10, 5)], True), ([(0, 0), (5, 10)], True),
    ([(0, 0), (50, 50), (51, 51)], False),
])  # fmt: skip
def test_names_have_room_where_they_are_apart_across_or_down(places, enough):
    assert apart(places, 10, 10) is enough
