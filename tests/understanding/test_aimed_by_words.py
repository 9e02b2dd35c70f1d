"""A wish is said of the ticket whose thing, floor or house the sentence names, whatever was spoken of last."""

import pytest

from handlers.conversation.deciding import decide
from tests.understood import interpreted
from understanding.matter_said import other_thing
from understanding.situation import OwnTicket, Situation

BELL, DRAIN, SMELL, RUBBISH = "NH20261124-0011", "NH20261124-0012", "NH20261124-0013", "NH20261124-0014"


def tickets(mine, state):
    return (
        OwnTicket(RUBBISH, "楼下装修垃圾堆了一个礼拜", "翠竹园7幢", state, mine),
        OwnTicket(SMELL, "灶台边上一股刺鼻的味道，老爷子头晕", "翠竹园3幢五楼", state, mine),
        OwnTicket(DRAIN, "车库的下水道堵了往外冒", "翠竹园3幢地下车库", state, mine),
        OwnTicket(BELL, "二单元门铃按不响", "翠竹园3幢2单元", state, mine),
    )


def meant(text, role, mine, just, state="in_progress"):
    situation = Situation(role, tickets(mine, state), at_hand=(just,), just=just)
    found = interpreted(text, situation)
    decision = decide(found.interpretation, situation, found.reading, found.words)
    assert decision.do is not None, decision
    return decision.do.command.value, decision.do.ticket


@pytest.mark.parametrize(
    ("text", "ticket"),
    [
        ("五楼那户燃气的进展如何", SMELL),
        ("不是装修垃圾那个，我问的是五楼那家", SMELL),
        ("不是这个，是车库的", DRAIN),
        ("门铃的，不是垃圾", BELL),
        ("五楼的", SMELL),
        ("车库现在怎么样了", DRAIN),
    ],
)
def test_who_oversees_hears_of_what_they_name_and_not_of_what_was_shown_last(text, ticket):
    assert meant(text, "subdistrict_lead", "", RUBBISH) == ("show_progress", ticket)


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("煤气那家的方案：先关表前阀，明早换管", ("set_plan", SMELL)),
        ("方案就是换燃气软管，师傅在路上买", ("set_plan", SMELL)),
        ("五楼的处理好了", ("handle_ticket", SMELL)),
        ("到五楼了，阀门有点松", ("arrive_on_site", SMELL)),
        ("车库那边疏通了，不冒了", ("handle_ticket", DRAIN)),
    ],
)
def test_work_is_put_down_with_the_matter_that_is_named(text, done):
    assert meant(text, "grid_worker", "assignee", RUBBISH) == done


@pytest.mark.parametrize("text", ["路灯那个修好没", "大门口那个井盖哪个报的", "我报的电梯怎么样了"])
def test_what_nobody_reported_is_asked_of_none(text):
    assert meant(text, "resident", "reporter", DRAIN) == ("show_progress", None)


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("路灯那个修好没", "路灯"),
        ("门铃那个修好没", ""),
        ("燃气公司来人没有", ""),
        ("老太太那边怎么样了", ""),
        ("修好没", ""),
        ("垃圾那个呢", ""),
    ],
)
def test_a_thing_that_no_ticket_is_about_is_told_from_what_comes_into_any_matter(text, thing):
    assert other_thing(text, tickets("reporter", "in_progress")) == thing


@pytest.mark.parametrize(
    ("text", "role", "mine", "done"),
    [
        ("门铃那个我们到了", "repair_crew", "assignee", ("arrive_on_site", BELL)),
        ("门铃那单是不是转给我们了，要带什么按钮", "repair_crew", "assignee", ("show_progress", BELL)),
        ("门铃那个，跟他说周一到周五九点到五点来换", "community_secretary", "", ("relay_to_reporter", BELL)),
    ],
)
def test_a_question_hands_nothing_on_and_hours_in_a_word_for_the_reporter_are_no_shift(text, role, mine, done):
    assert meant(text, role, mine, BELL) == done
