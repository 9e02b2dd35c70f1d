"""A worried question belongs to the open matter that it is about; who reported a danger hears again what to do."""

import pytest

from tests.journeys.handling import reported
from tests.scenes import begun

WIRE, SEWER = "梧桐里1号院05幢楼下电线断了，裸着垂下来", "梧桐里1号院05幢下水道堵了，污水往外冒"


@pytest.fixture
def reporter(chat, clock, people, resident):
    """Somebody whose broken wire the grid worker has in hand."""

    def begin():
        reported(chat, resident, WIRE)
        people.worker.says("接单 1")
        return resident

    return begun(chat, clock, begin)


@pytest.mark.parametrize("words", ["那边小伢还能不能走啊，会不会电到人", "那根线敢不敢从下面过哦"])
def test_who_asks_whether_it_is_safe_hears_a_safety_word_and_no_second_ticket_is_made(chat, people, reporter, words):
    answer = reporter.says(words)
    chat.work()
    assert answer.startswith("请远离、不要触碰"), answer
    assert "NH20261124-0001" in answer
    assert len(chat.tickets()) == 1
    assert words in people.worker.notices[-1]


def test_who_asks_what_to_do_until_help_comes_hears_the_advice_again(chat, reporter):
    for words in ("那我现在能做点啥", "咋办啊"):
        assert reporter.says(words).startswith("请远离、不要触碰")


def test_of_what_is_no_danger_it_is_passed_on_with_a_plain_word(chat, people, resident):
    reported(chat, resident, SEWER)
    people.worker.says("接单 1")
    answer = resident.says("那块老人走会不会滑倒哦")
    assert answer.startswith("弄好以前请先绕开"), answer
    assert len(chat.tickets()) == 1


@pytest.mark.parametrize("words", ["活动室周末能不能用啊", "梧桐里2号院9幢那边的树会不会倒下来啊", "居住证还能不能办"])
def test_what_is_asked_of_something_else_is_none_of_it(chat, reporter, words):
    assert "0001" not in reporter.says(words)


def test_who_has_no_danger_and_asks_what_they_can_do_hears_what_there_is_for_them(chat, people):
    assert "接单" in people.worker.says("我现在能干啥")
