"""Somebody does not want to live: whom to call stands first, and people are told at once, whatever the words look like."""

import pytest

from tests.staff import staff


@pytest.mark.parametrize(("words", "heard"), [("我不想活了", "不想活"), ("活着没意思，我的东西都不要了", "没意思")])
def test_a_life_comes_before_any_other_wish(chat, words, heard):
    people = staff(chat)
    resident = chat.person("李阿姨")
    answer = resident.says(words)
    assert "12356" in answer.split("\n")[0]
    assert chat.tickets()[-1].urgency == "hazard"
    assert "梧桐里1号院" in resident.says("我在梧桐里1号院05幢")
    chat.work()
    assert any(heard in notice for notice in people.worker.notices)


def test_who_is_only_tired_is_heard_as_before(chat):
    staff(chat)
    chat.person("李阿姨").says("天天加班累得不想活了")
    assert chat.tickets() == []
