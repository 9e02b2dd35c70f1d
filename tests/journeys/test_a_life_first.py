"""A life in danger is heard before questions and lists, of everybody; somebody is told within the minute."""

import pytest

from tests.staff import staff

HOTLINE, CALL = "12356", "110"


@pytest.mark.parametrize("who", ["resident", "worker", "head", "leader", "crew", "dispatcher"])
def test_everybody_is_heard_whoever_they_are(chat, who):
    people = staff(chat)
    writer = chat.person("李阿姨") if who == "resident" else getattr(people, who)
    for words in ("想死", "我想带孩子一起走", "不 想 活 了"):
        first = writer.says(words).split("\n")[0]
        assert HOTLINE in first, words
        assert "请先远离" not in first
    assert {ticket.category for ticket in chat.tickets()} == {"person"}


def test_an_open_question_or_a_list_does_not_stand_before_it(chat):
    people = staff(chat)
    resident = chat.person("李阿姨")
    assert "哪里" in resident.says("路灯坏了")
    answer = resident.says("别救我").split("\n")
    assert HOTLINE in answer[0]
    assert chat.tickets()[-1].urgency == "hazard"
    chat.work()
    assert any("别救我" in notice for notice in people.lead.notices + people.dispatcher.notices)


def test_who_is_beaten_at_home_reads_first_whom_to_call(chat):
    people = staff(chat)
    resident = chat.person("李阿姨")
    assert CALL in resident.says("老公又打我了，梧桐里1号院5幢").split("\n")[0]
    chat.work()
    assert any("打我" in notice for notice in people.worker.notices)


def test_a_figure_of_speech_names_help_and_is_filed_as_what_it_is(chat):
    staff(chat)
    answer = chat.person("李阿姨").says("梧桐里1号院5幢这破电梯把我气得不想活了")
    assert HOTLINE in answer.split("\n")[0]
    assert len(chat.tickets()) == 1
