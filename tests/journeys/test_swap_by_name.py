"""A change of shifts with a colleague by name is no leave."""

import pytest
from sqlalchemy import func, select

from storage.models import Leave
from understanding.swap_said import swaps_with


def leaves(chat):
    return chat.rows(select(func.count()).select_from(Leave))[0][0]


@pytest.mark.parametrize(
    "words", ["周五我要去医院 跟郑假设换个班可以不", "明天家里来人 我想和郑假设调一下班", "后天有事，找郑假设换班行吗"]
)
@pytest.mark.parametrize("who", ["leader", "worker"])
def test_without_a_shift_that_is_said_and_nobody_is_on_leave(chat, people, who, words):
    answer = getattr(people, who).says(words)
    assert "请假" not in answer, answer
    assert "报名" in answer or "值班" in answer, answer
    assert leaves(chat) == 0


def test_who_asks_for_leave_with_a_stand_in_has_it_as_before(chat, people):
    assert "请假" in people.worker.says("明天家里有事请个假，由郑假设代岗")
    assert leaves(chat) == 1


@pytest.mark.parametrize(
    "words", ["换班的事郑假设同意了吗", "不换班了", "请郑假设换一下灯泡", "跟郑假设换班的事取消吧", "明天换班车"]
)
def test_what_only_speaks_of_it_is_none(words):
    assert not swaps_with(words)
