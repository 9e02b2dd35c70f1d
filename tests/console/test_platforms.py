"""The office shows how each platform stands, and a person settles what both sides changed."""

import re

import pytest

from tests.office import Office
from tests.others import LIGHT, items, links, other, outs, take_in, tell

PAGE = "/console/platforms"


@pytest.fixture
def them(chat, people):
    with other(chat) as found:
        yield found


def presses(office, do, item):
    form = {"do": do, "item": item, "nonce": f"n{do}{item}", "csrf": office.csrf}
    response = office.web.post(PAGE, data=form, headers={"HX-Request": "true"})
    return response.status_code, re.sub(r"<[^>]+>|\s", "", response.text)


def conflict(chat, people, them, state="withdrawn"):
    """Somebody works on it when they take it back."""
    them.sends("A-1", **LIGHT)
    chat.work()
    people.worker.says("接单")
    them.sends("A-1", state=state)
    take_in(chat)
    return items(chat)[-1]


def test_it_shows_what_waits_and_for_how_long(chat, clock, them, office):
    them.sends("A-1", **LIGHT)
    clock.turn(seconds=90)
    page = office.sees(PAGE)
    assert "通用接口（CloudEvents）" in page
    assert "90 秒" in page
    take_in(chat)
    assert "90 秒" not in office.sees(PAGE)


def test_our_side_is_right_and_they_are_told_again(chat, people, them, office):
    clash = conflict(chat, people, them)
    assert "我方办理中，对方已撤单" in office.sees(PAGE)
    number = chat.tickets()[0].number
    assert presses(office, "ours", clash.id) == (200, f"{number}已裁定，以我方为准")
    assert presses(office, "ours", clash.id)[1] == f"{number}已裁定，以我方为准"  # the same form
    tell(chat)
    assert them.states["A-1"] == "working"
    assert links(chat)["A-1"].agreed == "working"
    assert "没有冲突" in office.sees(PAGE)
    assert [row.state for row in outs(chat)] == ["done"] * len(outs(chat))


def test_their_side_is_right_and_the_work_ends(chat, people, them, office):
    clash = conflict(chat, people, them)
    assert presses(office, "theirs", clash.id)[0] == 200
    assert chat.tickets()[0].state == "closed"
    assert chat.tickets()[0].closed_as == "voided"
    chat.work()
    assert any("撤回" in notice for notice in people.worker.notices)
    assert "已经不在" in presses(office, "ours", clash.id)[1]


def test_a_danger_is_not_ended_by_their_word(chat, people, them, office):
    them.sends("A-1", text="楼道里有很浓的煤气味", place="梧桐里1号院05幢")
    chat.work()
    people.worker.says("接单")
    them.sends("A-1", state="withdrawn")
    take_in(chat)
    said = presses(office, "theirs", items(chat)[-1].id)[1]
    assert "改不成对方那样" in said
    assert chat.tickets()[0].state == "in_progress"
    assert items(chat)[-1].state == "conflict"


def test_what_was_set_aside_is_worked_off_again(chat, them, office):
    them.sends("A-1", **LIGHT, state="on_hold")
    take_in(chat)
    assert "没见过的状态代码：state=on_hold" in office.sees(PAGE)
    assert "重新排队" in presses(office, "replay", items(chat)[0].id)[1]
    take_in(chat)
    assert items(chat)[0].state == "set_aside"  # still nobody knows the code


def test_what_they_did_not_take_is_given_again(chat, people, them, office):
    them.sends("A-1", **LIGHT)
    chat.work()
    people.worker.says("接单")
    them.plan("refused")
    tell(chat)
    assert "422 code unknown" in office.sees(PAGE)
    assert "重新排队" in presses(office, "resend", outs(chat)[0].id)[1]
    tell(chat)
    assert them.states["A-1"] == "working"


def test_who_does_not_manage_sees_nothing_of_it(chat, people, them):
    for who in (people.worker, people.secretary):
        office = Office(chat).signs_in(who)
        assert office.web.get(PAGE).status_code == 403
        assert presses(office, "ours", 1)[0] == 403
