"""The three datums: there and back, known points, and a file that is in another than it says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.things.datum import Datum, from_wgs84, likelier_datum, metres, to_wgs84

NANJING = (32.0603, 118.7969)
OFF = {Datum.GCJ02: (400, 700), Datum.BD09: (1000, 1700)}
"""Between how many metres a datum is off in Nanjing."""


@given(st.floats(20, 45), st.floats(90, 125), st.sampled_from(list(Datum)))
def test_there_and_back_is_the_same_spot(lat, lon, datum):
    back = to_wgs84(from_wgs84((lat, lon), datum), datum)
    assert metres(back, (lat, lon)) < 0.1


def test_a_point_that_is_known_in_all_three():
    """Tiananmen, as the maps have it."""
    wgs = (39.907333, 116.391083)
    assert metres(from_wgs84(wgs, Datum.GCJ02), (39.908724, 116.397333)) < 15
    assert metres(from_wgs84(wgs, Datum.BD09), (39.915087, 116.403694)) < 15


@pytest.mark.parametrize("datum", list(OFF))
def test_a_datum_is_off_by_some_hundred_metres(datum):
    least, most = OFF[datum]
    assert least < metres(from_wgs84(NANJING, datum), NANJING) < most


def spots(datum, count=8):
    there = [(NANJING[0] + n * 0.001, NANJING[1] - n * 0.001) for n in range(count)]
    return [(from_wgs84(each, datum), each) for each in there]


@pytest.mark.parametrize("said", list(Datum))
@pytest.mark.parametrize("true", list(Datum))
def test_the_datum_a_file_is_in_is_seen_where_it_says_another(true, said):
    assert likelier_datum(spots(true), said) == (None if true is said else true)


def test_of_few_points_and_of_scattered_ones_nothing_is_guessed():
    assert likelier_datum(spots(Datum.GCJ02, 4), Datum.WGS84) is None
    scattered = [((n * 3.0, n * 2.0), NANJING) for n in range(10)]
    assert likelier_datum(scattered, Datum.WGS84) is None
