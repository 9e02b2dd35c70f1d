"""A danger of which only the reporter's words say where it is goes to those who look after where they live; the place is asked."""

import pytest
from sqlalchemy import select

from storage.models import Outbox

WIRE = "云山里7号院3幢门口一根电线耷拉下来，滋滋冒火花"


@pytest.fixture
def dweller(chat, people):
    """Somebody who lives in the first grid."""
    speaker = chat.person("李阿姨")
    speaker.says("我住梧桐里1号院1幢")
    return speaker


def alarmed(chat):
    return [row.text for row in chat.rows(select(Outbox.text).where(Outbox.kind == "hazard"))]


def test_it_is_given_to_the_grid_worker_of_their_home_and_the_place_is_asked(chat, people, dweller):
    answer = dweller.says(WIRE)
    assert "在哪" in answer, answer
    chat.work()
    (ticket,) = chat.tickets()
    assert ticket.state == "dispatched"
    assert any(WIRE[:8] in notice and "接单 1" in notice for notice in people.worker.notices)
    assert "地点待确认" in ticket.place_text
    assert "1 件" in people.worker.says("我网格里有哪些安全隐患")


def test_the_place_that_is_said_then_stands_and_its_own_people_hear_of_it(chat, people, dweller):
    dweller.says(WIRE)
    chat.work()
    before = len(alarmed(chat))
    dweller.says("梧桐里2号院9幢")
    chat.work()
    assert chat.tickets()[0].place_text.startswith("梧桐里2号院9幢")
    assert len(alarmed(chat)) > before


def test_within_their_courtyard_nobody_is_alarmed_twice(chat, people, dweller):
    dweller.says(WIRE)
    chat.work()
    before = len(alarmed(chat))
    dweller.says("梧桐里1号院05幢")
    chat.work()
    assert chat.tickets()[0].place_text.startswith("梧桐里1号院05幢")
    assert len(alarmed(chat)) == before


def test_a_courtyard_by_its_number_is_their_own(chat, people, dweller):
    answer = dweller.says("咱一号院1幢门口电线耷拉下来了，滋滋冒火花")
    chat.work()
    (ticket,) = chat.tickets()
    assert ticket.place_text.startswith("梧桐里1号院1幢"), answer
    assert ticket.state == "dispatched"


def test_of_whom_no_home_is_known_it_waits_for_a_person_as_before(chat, people, resident):
    resident.says(WIRE)
    chat.work()
    (ticket,) = chat.tickets()
    assert ticket.state == "reported"
    assert "待确认" not in (ticket.place_text or "")


def test_what_is_no_danger_waits_for_its_place_as_before(chat, people, dweller):
    dweller.says("云山里7号院3幢门口路灯坏了")
    chat.work()
    assert "待确认" not in (chat.tickets()[0].place_text or "")
