"""Who asks about a matter hears of that one, or that there is none: never of another one that was spoken of last."""

import pytest

from tests.journeys.handling import reported
from tests.scenes import begun

DRAIN, BELL = "NH20261124-0001", "NH20261124-0002"


@pytest.fixture
def reporter(chat, clock, people, resident):
    """Somebody whose drain and bell were reported, the bell last."""

    def begin():
        reported(chat, resident, "梧桐里1号院05幢地下车库下水道堵了，污水往外冒")
        reported(chat, resident, "梧桐里1号院05幢2单元门铃坏了按不响")
        return resident

    return begun(chat, clock, begin)


def test_what_nobody_reported_is_said_to_be_none_of_theirs(chat, reporter):
    answer = reporter.says("院门口那个路灯谁报的，修了没")
    assert "没有“路灯”" in answer, answer
    assert answer.splitlines()[0].endswith("在哪里、怎么了。")
    assert "地下车库" in answer


def test_what_was_shown_and_not_meant_gives_way_to_what_is(chat, people, reporter):
    assert BELL in people.lead.says("门铃那个办得怎么样了")
    answer = people.lead.says("不是门铃那个，我问的是地下车库那家")
    assert DRAIN in answer, answer
    assert BELL not in answer


def test_of_a_matter_that_nobody_has_no_other_reporter_is_told(chat, people, reporter):
    answer = people.secretary.says("回那个问居住证的：一楼窗口办，周末不办")
    chat.work()
    assert "没有找到您经手的工单 居住证" in answer, answer
    assert not any("居住证" in notice for notice in reporter.notices)
