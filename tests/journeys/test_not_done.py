"""Whoever reported or verifies a matter says that it is not done: it goes back, or whoever has it hears of it."""

import pytest

from tests.journeys.handling import done, reported, state
from understanding.not_done import says_not_done

SOFA = "梧桐里1号院05幢楼下扔了一张旧沙发挡路"


@pytest.fixture
def ticket(chat, people, resident):
    reported(chat, resident, SOFA)
    return people


@pytest.mark.parametrize("words", ["沙发还堆在那儿呢 哪里处理好了", "沙发压根没人搬 这也叫处理好"])
def test_who_verifies_refuses_it(chat, ticket, words):
    done(chat, ticket)
    chat.work()
    answer = ticket.leader.says(words)
    assert "NH20261124-0001" in answer, answer
    assert state(chat) == "in_progress", answer


@pytest.mark.parametrize("words", ["沙发还摆在那 根本没弄", "旧沙发动都没动，好什么啊"])
def test_who_reported_it_is_dissatisfied_and_who_verifies_hears_it(chat, ticket, resident, words):
    done(chat, ticket)
    chat.work()
    answer = resident.says(words)
    assert "进度" not in answer, answer
    chat.work()
    assert any(words[:6] in notice for notice in ticket.leader.notices), answer


def test_after_the_verification_it_is_opened_again(chat, ticket, resident):
    done(chat, ticket)
    ticket.leader.says("核查 1 通过")
    chat.work()
    resident.says("沙发还杵在那儿 根本没搬")
    assert state(chat) in ("reopened", "in_progress", "dispatched")


@pytest.mark.parametrize("words", ["沙发还横在那 根本没人来搬", "沙发还是老样子"])
def test_while_somebody_has_it_in_hand_they_are_told(chat, ticket, resident, words):
    ticket.worker.says("接单 1")
    answer = resident.says(words)
    chat.work()
    assert any(words[:6] in notice for notice in ticket.worker.notices[-2:]), answer
    assert state(chat) == "in_progress"


@pytest.mark.parametrize(
    "words",
    [
        "沙发处理好了没有", "沙发还在那儿吗", "弄好了 谢谢", "什么时候能搬走啊", "路灯坏了根本看不见路",
        "还是挺满意的", "楼下堆着纸箱没人管",
    ],
)  # fmt: skip
def test_questions_thanks_and_news_say_no_such_thing(words):
    assert not says_not_done(words)


def test_another_matter_told_so_is_a_report_of_its_own(chat, ticket, resident):
    resident.says("梧桐里1号院05幢门口垃圾桶满了 根本没人清理")
    assert len(chat.tickets()) == 2
