"""A possible danger that is told again, or said not to be over, stays one; where it is may be said in the same breath."""

import pytest

from tests.journeys.handling import reported

RACK = "梧桐里1号院05幢楼道花架摇摇晃晃"


def urgency(chat):
    return chat.tickets()[0].urgency


@pytest.mark.parametrize("words", ["还晃着呢", "哪个跟你讲没危险了", "还吊在那儿 随时会掉"])
def test_told_again_it_is_no_ordinary_matter(chat, people, resident, words):
    assert "现在还有危险吗" in resident.says(RACK)
    answer = resident.says(words)
    assert "改按一般" not in answer, answer
    assert urgency(chat) == "hazard"
    assert len(chat.tickets()) == 1


@pytest.mark.parametrize("words", ["没有", "没危险 就是不好看", "现在不晃了"])
def test_denied_plainly_it_is_one(chat, people, resident, words):
    resident.says(RACK)
    assert "改按一般事项办理" in resident.says(words)
    assert urgency(chat) == "normal"


def test_who_takes_back_a_denial_makes_it_a_danger_again(chat, people, resident):
    reported(chat, resident, RACK)
    resident.says("没有")
    assert urgency(chat) == "normal"
    resident.says("哎呀谁讲没危险了 花架还在晃 随时会掉")
    assert urgency(chat) == "hazard"
    assert len(chat.tickets()) == 1


def test_where_it_is_may_be_said_with_it(chat, people, resident):
    resident.says("梧桐里1号院05幢楼道花架摇摇晃晃")
    answer = resident.says("还晃着呢 地方是梧桐里2号院9幢")
    assert "按安全隐患加急处理" in answer, answer
    assert "2号院9幢" in answer
    assert chat.tickets()[0].place_text.startswith("梧桐里2号院9幢")


def test_a_danger_of_another_kind_is_a_report_of_its_own_though_children_pass_by_both(chat, people, resident):
    resident.speaks("梧桐里1号院05幢门口电线垂下来了 小孩够得着")
    resident.speaks("五楼阳台外面花盆晃来晃去要掉下来 底下就是小孩放学走的路")
    assert len(chat.tickets()) == 2
    assert "小孩" not in (chat.tickets()[1].place_text or "")


def test_more_of_the_same_danger_joins_it(chat, people, resident):
    resident.speaks("梧桐里1号院05幢门口电线垂下来了 小孩够得着")
    resident.speaks("那根电线还在冒火花 小孩都围过来看")
    assert len(chat.tickets()) == 1
