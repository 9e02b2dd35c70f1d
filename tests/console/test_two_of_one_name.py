"""A name that two have is dispatched to who can take it, or asked about; never to one of them without a word."""

import re

import pytest

from tests.office import Office, plain
from tests.staff import lines


@pytest.fixture
def alike(chat):
    """The lead is called like the head of the first grid, who can take what lies there; two of its workers are called alike."""
    roster = lines()
    for person in roster["people"]:
        if person["code"] == "D1":
            person["name"] = "孙模拟"
    roster["people"].append({"code": "R77", "name": "陈试用", "phone": "19900000077"})
    roster["posts"].append({"person": "R77", "role": "网格员", "grid": "G01"})
    lead, *_ = chat.staffed(roster, [("孙模拟", "0031"), ("孙模拟", "0004"), ("陈试用", "0001"), ("陈试用", "0077")])
    return Office(chat).signs_in(lead)


def report(chat, floor):
    chat.person(f"邻居{floor}").says(f"梧桐里1号院05幢{floor}楼楼道灯坏了")
    return chat.tickets()[-1].number


def test_who_can_take_it_is_meant_and_not_who_sits_at_the_page(chat, alike):
    first, second = report(chat, 2), report(chat, 3)
    status, said = alike.does(first, "dispatch", whom="孙模拟")
    assert (status, "网格长孙模拟" in said) == (200, True), said
    said = plain(alike.posts("/console/board/dispatch", number=second, whom="孙模拟").text)
    assert "网格长孙模拟" in said


def test_of_two_who_can_take_it_one_is_pressed(chat, alike):
    first, second = report(chat, 2), report(chat, 3)
    form = {"do": "dispatch", "csrf": alike.csrf, "nonce": "x1", "whom": "陈试用"}
    page = alike.web.post(f"/console/tickets/{first}", data=form, headers={"HX-Request": "true"}).text
    assert re.findall(r'"whom": "(\w+)"', page) == ["R1", "R77"]
    assert "有 2 位" in page
    assert "回复" not in page
    page = alike.posts("/console/board/dispatch", number=second, whom="陈试用").text
    assert re.findall(r'"whom": "(\w+)"', page) == ["R1", "R77"]
    assert {ticket.assignee_id for ticket in chat.tickets()} == {None}
    said = plain(alike.posts("/console/board/dispatch", number=second, whom="R77").text)
    assert "网格员陈试用" in said
