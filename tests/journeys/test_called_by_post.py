"""Whom a ticket goes to is said by surname and post; who gets the name wrong says it once more, and the dispatch goes on."""

import pytest

from tests.journeys.handling import reported


@pytest.fixture
def asked(chat, people, resident):
    people.dispatcher.says("您好")
    reported(chat, resident, "想问一下梧桐里1号院05幢老年证怎么办")
    return people.dispatcher


@pytest.mark.parametrize(
    ("called", "who"),
    [
        ("吴书记", "社区书记吴范例"),
        ("孙网格长", "网格长孙模拟"),
        ("施师傅", "维修队施维修"),
        ("魏主任", "街道领导魏领导"),
    ],
)
def test_who_holds_the_post_is_meant(asked, called, who):
    answer = asked.says(f"老年证那个给{called}")
    assert answer.startswith("已派单 NH20261124-0001"), answer
    assert answer.endswith(f"给{who}。")


def test_who_is_called_by_a_post_they_do_not_hold_is_asked_about(asked):
    answer = asked.says("老年证那个给陈书记")
    assert "1 陈试用　网格员（第1网格）" in answer, answer
    assert "在网格员陈试用手上" in asked.says("1")


@pytest.mark.parametrize("right", ["我说的是吴范例啊，梧桐社区书记", "搞错了，是老吴", "那给吴书记吧"])
def test_the_name_put_right_goes_on_with_the_dispatch(asked, right):
    assert "没有在岗的“刘晓明”" in asked.says("老年证那个派给刘晓明")
    answer = asked.says(right)
    assert answer.startswith("已派单 NH20261124-0001"), answer
    assert answer.endswith("给社区书记吴范例。"), answer


def test_who_says_something_else_instead_leaves_it(chat, asked):
    asked.says("老年证那个派给刘晓明")
    before = chat.tickets()[0].assignee_id
    assert "今天" in asked.says("今天情况怎么样")
    assert chat.tickets()[0].assignee_id == before
