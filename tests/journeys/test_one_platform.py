"""What one platform says: a danger that it withdraws is told to all who were alarmed, and many records of it are one teller."""

import pytest
from sqlalchemy import select

from storage.models import Event
from tests.journeys.test_platforms import states
from tests.others import LIGHT, other
from tests.staff import staff


@pytest.fixture
def people(chat):
    return staff(chat)


@pytest.fixture
def them(chat, people):
    with other(chat) as found:
        yield found


def test_of_a_danger_that_is_withdrawn_all_hear_who_were_alarmed(chat, people, them):
    them.sends("A-1", **{**LIGHT, "text": "梧桐里1号院05幢外墙瓷砖往下掉，很危险"})
    chat.work()
    them.sends("A-1", state="withdrawn")
    chat.work()
    assert states(chat) == ["withdrawn"]
    for each in (people.worker, people.head, people.secretary, people.lead):
        assert sum("撤回" in notice for notice in each.notices) == 1


def test_a_person_in_danger_is_looked_after_whatever_the_platform_says(chat, people, them):
    them.sends("A-1", **{**LIGHT, "text": "梧桐里1号院05幢有人说不想活了"})
    chat.work()
    them.sends("A-1", state="withdrawn")
    chat.work()
    assert "withdrawn" not in states(chat)
    for each in (people.worker, people.head, people.secretary, people.lead):
        assert sum("不按撤回办" in notice for notice in each.notices) == 1


def test_many_records_of_one_platform_are_one_teller(chat, people, them):
    for number in range(4):
        them.sends(f"A-{number}", **{**LIGHT, "text": "停水了"})
    chat.work()
    assert len(chat.tickets()) == 4
    assert chat.rows(select(Event.number)) == []
    chat.person("李阿姨").says("梧桐里1号院05幢停水了")
    chat.person("王阿姨").says("梧桐里1号院05幢停水了")
    chat.work()
    assert len(chat.rows(select(Event.number))) == 1
    assert any("3 人" in notice or "3人" in notice for notice in people.secretary.notices + people.head.notices)
