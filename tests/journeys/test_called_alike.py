"""Of several people called alike those near the asker are meant; else it is asked by what tells them apart, never by a code."""

import pytest

from tests.journeys.handling import reported
from tests.staff import NAMES, Staff, lines

CODES = ("R21", "R22", "R23")


def alike():
    """A second 孙模拟 in the other community, and two of the name 陈又名 at both grids of the first."""
    found = lines()
    for code, name, role, where in (
        ("R21", "孙模拟", "网格长", {"grid": "G03"}),
        ("R22", "陈又名", "网格员", {"grid": "G01"}),
        ("R23", "陈又名", "网格员", {"grid": "G02"}),
    ):
        found["people"].append({"code": code, "name": name, "phone": f"199222233{code[1:]}"})
        found["posts"].append({"person": code, "role": role, **where})
    return found


@pytest.fixture
def staffed(chat):
    others = [(name, f"199222233{code}") for name, code in (("孙模拟", "21"), ("陈又名", "22"), ("陈又名", "23"))]
    people = chat.staffed(alike(), [*NAMES.values(), *others])
    return Staff(*people[: len(NAMES)])


def test_the_one_of_the_own_area_is_meant(chat, staffed):
    reported(chat, chat.person("李阿姨"))
    assert "网格长孙模拟" in staffed.secretary.says("派单 1 给孙模拟")


@pytest.mark.parametrize("answer", ["2", "第二网格的那个", "就是管第2网格的网格员", "R23", "2，咱们二网格那个"])
def test_of_several_in_reach_it_is_asked_by_what_they_do_and_where(chat, staffed, answer):
    reported(chat, chat.person("李阿姨"), "3楼楼道灯坏了")
    asked = staffed.dispatcher.says("派单 1 给陈又名")
    assert "“陈又名”有 2 位" in asked, asked
    assert "1 陈又名　网格员（第1网格）" in asked
    assert "2 陈又名　网格员（第2网格）" in asked
    assert not any(code in asked for code in CODES)
    assert "给网格员陈又名" in staffed.dispatcher.says(answer)


def test_what_is_no_answer_leaves_it_undone(chat, staffed):
    reported(chat, chat.person("李阿姨"), "3楼楼道灯坏了")
    before = chat.tickets()[0].state
    staffed.dispatcher.says("派单 1 给陈又名")
    staffed.dispatcher.says("算了")
    assert chat.tickets()[0].state == before


def test_who_works_in_the_same_grid_is_meant_first(chat, staffed):
    answer = staffed.worker.says("请假 11月25日到11月25日 由陈又名代岗")
    assert "陈又名" in answer
    assert "哪一位" not in answer, answer


def test_a_stand_in_is_chosen_by_an_answer(chat, staffed):
    asked = staffed.secretary.says("请假 11月25日到11月26日 由陈又名代岗")
    assert "哪一位" in asked, asked
    assert "11月25日" in staffed.secretary.says("第2网格的")


def test_whose_hands_are_asked_for_is_chosen_by_an_answer(chat, staffed):
    asked = staffed.secretary.says("陈又名手上几件")
    assert "哪一位" in asked, asked
    assert staffed.secretary.says("一网格那个").startswith("陈又名手上没有")


@pytest.mark.parametrize("words", ["小郑今天请半天假，下午的活我来顶", "郑假设明天请假，他的活给我顶着"])
def test_nobody_goes_on_leave_by_anothers_words(chat, staffed, words):
    answer = staffed.worker.says(words)
    assert "请假要由本人说" in answer, answer
    assert "由陈试用代岗" in answer


def test_who_has_just_bound_their_phone_is_meant_although_one_of_that_name_is_nearer(chat):
    people = Staff(*chat.staffed(alike(), list(NAMES.values())))
    reported(chat, chat.person("李阿姨"))
    assert "还没有绑定微信" in people.dispatcher.says("派单 1 给陈又名")
    chat.person("新来的").says("我要登记一下，我叫陈又名，后四位3323")
    answer = people.dispatcher.says("派单 1 给陈又名")
    assert "已派单 NH20261124-0001" in answer, answer
    assert "陈又名" in answer
