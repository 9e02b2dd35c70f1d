"""Troubles at two buildings in one message are two tickets, each with its own place."""

import pytest


@pytest.fixture
def resident(chat, people):
    speaker = chat.person("李阿姨")
    speaker.says("我住梧桐里1号院1幢")
    return speaker


def filed(chat):
    return [(ticket.place_text, ticket.category) for ticket in chat.tickets()]


def test_each_has_its_number_place_and_kind(chat, resident):
    answer = resident.says("1幢楼道灯不亮了，5幢门口堆着垃圾没人收")
    assert filed(chat) == [("梧桐里1号院1幢楼道", "lighting"), ("梧桐里1号院05幢门口", "garbage")]
    for ticket in chat.tickets():
        assert ticket.number in answer, answer
    assert "5幢" not in chat.tickets()[0].summary


def test_a_bare_number_is_of_the_courtyard_that_was_said_before(chat, people):
    chat.person("过路人").says("梧桐里2号院1幢门铃不响，9幢下水道堵了")
    assert [place for place, _ in filed(chat)] == ["梧桐里2号院1幢", "梧桐里2号院9幢"]


def test_whole_names_are_two_places(chat, people):
    chat.person("过路人").says("梧桐里1号院5幢路灯坏了、梧桐里2号院9幢单元门锁不上")
    assert [place for place, _ in filed(chat)] == ["梧桐里1号院05幢", "梧桐里2号院9幢"]


def test_one_matter_that_reaches_from_one_to_the_other_stays_one(chat, resident):
    resident.says("5幢门口的垃圾堆到1幢来了，臭得很")
    assert len(chat.tickets()) == 1


def test_both_are_found_again_by_their_numbers(chat, resident):
    resident.says("1幢楼道灯不亮了，5幢门口堆着垃圾没人收")
    assert len(chat.tickets()) == 2
    assert "0001" in resident.says("进度")
    assert "0002" in resident.says("进度")
