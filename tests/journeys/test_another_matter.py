"""Whoever tells, with its place, of something else than they were asked about is heard: nothing is bent into an answer."""

import pytest

from tests.staff import staff


@pytest.fixture
def resident(chat):
    staff(chat)
    return chat.person("李阿姨")


def told(chat):
    return [(ticket.summary, ticket.place_text) for ticket in chat.tickets()]


@pytest.mark.parametrize(
    "text", ["梧桐里2号院9幢化粪池满出来了", "梧桐里1号院3幢下水道堵了", "梧桐里1号院7幢下水道堵了没人管"]
)
def test_another_trouble_elsewhere_is_no_answer_to_whether_there_is_danger(chat, resident, text):
    assert "现在还有危险吗" in resident.says("梧桐里1号院05幢树枝断下来搭在电线上")
    said = resident.says(text)
    assert "已登记" in said, said
    assert told(chat)[0][1] == "梧桐里1号院05幢"
    assert len(chat.tickets()) == 2


def test_an_answer_with_its_place_is_still_one(chat, resident):
    resident.says("梧桐里1号院05幢树枝断下来搭在电线上")
    assert "按安全隐患" in resident.says("梧桐里1号院05幢那根树枝还搭着呢，危险得很")
    assert len(chat.tickets()) == 1


def test_no_is_no_answer_to_whether_there_is_danger_where_it_was_not_offered(chat, resident):
    resident.says("梧桐里1号院05幢三楼老人摔倒了没人管")
    resident.says("不是")
    assert chat.tickets()[0].urgency == "hazard"


@pytest.mark.parametrize(
    "text",
    [
        "梧桐里2号院9幢楼上半夜打麻将吵得人睡不着",
        "梧桐里2号院9幢下水道堵了，水漫到楼道",
        "梧桐里2号院9幢有人撬车库的门",
    ],
)
def test_a_whole_report_is_filed_whatever_else_is_open(chat, resident, text):
    resident.says("梧桐里1号院05幢单元门锁坏了关不上")
    chat.work()
    said = resident.says(text)
    assert "已登记" in said, said
    assert len(chat.tickets()) == 2


def test_the_same_trouble_at_another_place_is_another_one(chat, resident):
    resident.says("梧桐里1号院05幢楼道灯坏了")
    chat.work()
    said = resident.says("梧桐里2号院9幢楼道灯又不亮了")
    assert "已登记" in said, said
    assert [place for _, place in told(chat)] == ["梧桐里1号院05幢楼道", "梧桐里2号院9幢楼道"]
