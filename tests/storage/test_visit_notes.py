"""What is noted of visits goes after its time; what is counted stays."""

from sqlalchemy import select

from storage.key_rotation import rotate
from storage.models import Household, Visit
from storage.texts import PAST_TEXT
from tests.visits import visitors


def test_notes_of_visits_go_after_their_time_and_the_count_stays(chat, clock):
    people = visitors(chat)
    people.cadre.says("走访 梧桐里1号院1幢201 老人独居，刚出院")
    clock.turn(days=1094)
    chat.run("retention")
    assert "刚出院" in chat.rows(select(Visit.note))[0].note
    clock.turn(days=3)
    chat.run("retention")
    (visit,) = chat.rows(select(Visit.note, Visit.result))
    assert (visit.note, visit.result) == (PAST_TEXT, "met")


def test_notes_rooms_and_reasons_are_readable_after_a_change_of_keys(chat, clock):
    people = visitors(chat)
    people.cadre.says("走访 梧桐里1号院1幢201 老人独居")
    people.secretary.says("重点走访 梧桐里1号院1幢201 刚出院")
    rotate(chat.database, clock(), "test")
    (visit,), (home,) = chat.rows(select(Visit.note)), chat.rows(select(Household.room, Household.key_reason))
    assert (visit.note, home.room, home.key_reason) == ("老人独居", "201", "刚出院")
