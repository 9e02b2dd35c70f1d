"""The map of the wall: communities by where their people live."""

import re

import pytest

from tests.office import Office
from tests.staff import lines, staff


def spots(office):
    """Where each community's name stands."""
    page = office.web.get("/console/wall").text
    spot = r'style="left:([\d.]+%;top:[\d.]+%)"><b [^>]*>\d+</b><span>([^<]+)</span>'
    return {name: where for where, name in re.findall(spot, page)}


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_landmark_that_is_entered_later_moves_no_community(chat):
    town = lines()
    for line in town["places"]:
        if line["code"] == "N4":
            line["lat"], line["lon"] = 32.05, 118.70
    people = staff(chat)
    chat.subdistrict(town)
    office = Office(chat).signs_in(people.dispatcher)
    before = spots(office)
    assert len(before) == 2
    for line in town["places"]:
        if line["code"] == "M1":
            line["lat"], line["lon"] = 32.05, 119.70
    chat.subdistrict(town)
    assert spots(office) == before
