"""Several who are called alike: shown on the page that asks, those whom it can take first, each a button to press."""

import re

import pytest

from tests.chat import Chat
from tests.councils import lines as council_lines
from tests.duty import PATTERNS, STATIONS, plan, roster
from tests.office import Office, plain

ONE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def alike(found, name, *posts):
    """Adds somebody of this name for each of these posts: A0, A1 …"""
    for at, post in enumerate(posts):
        found["people"].append({"code": f"A{at}", "name": name, "phone": f"1992222070{at}"})
        found["posts"].append({"person": f"A{at}", **post})
    return found


def buttons(html):
    """What each button sends, with its words."""
    return re.findall(r'name="picked" value="([^"]+)">([^<]+)<', html)


def secretary(chat: Chat) -> Office:
    return Office(chat).signs_in(chat.bound("吴范例", "0006"))


@ONE
@pytest.mark.parametrize("inside", [True, False])
def test_on_the_rota_only_those_are_offered_who_may_stand_there_and_a_press_puts_them(chat, inside):
    post = {"role": "在职党员", "place": "C1"}
    chat.subdistrict(alike(roster(), "重名样本", post, post, {**post, "place": "C2"}))
    plan(chat, STATIONS, PATTERNS)
    office = secretary(chat)
    sent = {"do": "assign", "shift": "1", "name": "重名样本"}
    asked = office.posts("/console/rota", inside=inside, **sent)
    assert "回复" not in plain(asked.text)
    assert "请按下面的名字选一位" in plain(asked.text)
    offered = buttons(asked.text)
    assert [value for value, _ in offered] == ["name=A0", "name=A1"]
    assert "在职党员（" in offered[0][1]
    assert "199****0700" in offered[0][1]
    done = office.posts("/console/rota", inside=inside, **sent, picked="name=A1")
    assert "已安排重名样本" in plain(done.text)


@ONE
def test_a_council_takes_the_name_of_its_member_and_asks_of_strangers_by_buttons(chat):
    post = {"role": "在职党员", "place": "C1"}
    found = alike(council_lines(), "陆样本", post, {**post, "place": "C2"})
    found["people"] += [{"code": f"B{at}", "name": "双名试用", "phone": f"1992222080{at}"} for at in range(2)]
    found["posts"] += [{"person": f"B{at}", **post} for at in range(2)]
    chat.subdistrict(found)
    office = secretary(chat)
    key = re.search(r'name="council" value="(assembly-\d+)"', office.web.get("/console/councils").text)[1]
    office.posts("/console/councils", inside=True, do="call", council=key, when="2026-11-25T19:00", room="会议室")
    owned = {"do": "resolve", "meeting": "1", "text": "换灯，双名试用去", "due": "2026-12-20T09:00"}
    assert "由陆样本负责" in plain(office.posts("/console/councils", inside=True, **owned, owner="陆样本").text)
    asked = office.posts("/console/councils", inside=True, **owned, owner="双名试用")
    assert [value for value, _ in buttons(asked.text)] == ["owner=B0", "owner=B1"]
    pressed = office.posts("/console/councils", inside=True, **owned, owner="双名试用", picked="owner=B1")
    assert "由双名试用负责" in plain(pressed.text)
    named = office.posts("/console/councils", inside=True, do="name", council=key, whom="双名试用")
    assert [value for value, _ in buttons(named.text)] == ["whom=B0", "whom=B1"]
    took = office.posts("/console/councils", inside=True, do="name", council=key, whom="双名试用", picked="whom=B0")
    assert "双名试用" in plain(took.text)
    now = office.posts("/console/councils", inside=True, **{**owned, "text": "再换灯"}, owner="双名试用")
    assert "由双名试用负责" in plain(now.text)  # only one of the two is a member now


@ONE
def test_who_stands_in_is_chosen_by_a_press_who_works_beside_them_first(chat):
    far, near = {"role": "网格员", "grid": "G02"}, {"role": "网格员", "grid": "G01"}
    chat.subdistrict(alike(council_lines(), "重名样本", far, near))
    office = Office(chat).signs_in(chat.bound("魏领导", "0031"))
    leave = {"do": "begin", "stand_in": "重名样本", "first": "2026-11-25", "last": "2026-11-26"}
    asked = office.posts("/console/directory/leave/R1", **leave)
    assert [value for value, _ in buttons(asked.text)] == ["stand_in=A1", "stand_in=A0"]
    done = office.posts("/console/directory/leave/R1", **leave, picked="stand_in=A1")
    assert "由重名样本代岗" in plain(done.text)
