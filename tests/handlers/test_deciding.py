"""What is done with what a text may mean."""

from dataclasses import replace

import pytest

from handlers.conversation.deciding import decide
from understanding.candidate import Candidate
from understanding.command_names import CommandName
from understanding.interpretation import Interpretation
from understanding.place_index import PlaceIndex
from understanding.reading import read_report
from understanding.situation import NOTHING_KNOWN, OwnTicket, Situation

PUZZLED = Interpretation(
    None, (Candidate(CommandName.SHOW_HELP, 0.45), Candidate(CommandName.REPORT_PROBLEM, 0.4)), danger=0.0
)


@pytest.mark.parametrize(("words", "filed"), [("1幢一滴水都没有,都跑来问我", True), ("一滴水都没有,都跑来问我", False)])
def test_where_and_what_all_there_have_is_filed_though_the_model_is_puzzled(words, filed):
    decision = decide(PUZZLED, NOTHING_KNOWN, read_report(words, PlaceIndex(())), words)
    assert (decision.do is not None and decision.do.command is CommandName.REPORT_PROBLEM) is filed
    assert bool(decision.ask) is not filed


@pytest.mark.parametrize(("words", "filed"), [("我在1幢走访,这边没水了", True), ("我在1幢走访,灯不大亮", False)])
def test_a_trouble_that_all_there_have_is_filed_though_something_else_is_likelier(words, filed):
    told = replace(PUZZLED, candidates=(PUZZLED.candidates[0], Candidate(CommandName.REPORT_PROBLEM, 0.1)))
    decision = decide(told, NOTHING_KNOWN, read_report(words, PlaceIndex(())), words)
    assert (decision.do is not None) is filed
    assert CommandName.REPORT_PROBLEM in {each.command for each in (decision.do, *decision.ask) if each}


def test_a_ticket_that_somebody_reported_and_verifies_is_offered_once():
    tickets = tuple(
        OwnTicket(number, "灯不亮", "", "handled", mine) for number in ("7", "8") for mine in ("reporter", "verifier")
    )
    unsure = Candidate(CommandName.VERIFY_TICKET, 0.99, ticket="7", sure_of_target=0.3)
    found = Interpretation(None, (unsure,), danger=0.0)
    words = "过来看了一圈"
    decision = decide(found, Situation("building_leader", tickets), read_report(words, PlaceIndex(())), words)
    offered = [each.ticket for each in decision.ask]
    assert sorted(offered) == ["7", "8"]


@pytest.mark.parametrize(("likely", "asked"), [(0.85, True), (0.95, False)])
def test_what_cannot_be_taken_back_is_asked_about_even_where_nothing_else_is_likely(likely, asked):
    seen = Candidate(CommandName.VERIFY_TICKET, likely, ticket="7", sure_of_target=0.99)
    situation = Situation(role="building_leader", tickets=(OwnTicket("7", "灯不亮", "", "handled", "verifier"),))
    decision = decide(
        Interpretation(None, (seen,), danger=0.0), situation, read_report("看过了", PlaceIndex(())), "看过了"
    )
    assert (decision.ask == (seen,), decision.do == seen) == (asked, not asked)


def test_who_may_dispatch_nothing_hands_on_as_likely_as_both_together():
    lamp = OwnTicket("7", "灯不亮", "", "in_progress", "assignee")
    candidates = tuple(
        Candidate(command, share, ticket="7")
        for command, share in ((CommandName.TRANSFER_TICKET, 0.5), (CommandName.DISPATCH_TICKET, 0.45))
    )
    words = "灯那个给老沈弄"
    found = Interpretation(None, candidates, danger=0.0)
    decision = decide(found, Situation("grid_worker", (lamp,)), read_report(words, PlaceIndex(())), words)
    assert decision.do is not None
    assert decision.do.command is CommandName.TRANSFER_TICKET


@pytest.mark.parametrize(
    ("words", "hurried"), [("7那单加急,等砸到人就晚了", True), ("等砸到人就晚了,瓦要掉下来", False)]
)
def test_a_danger_said_with_the_number_of_ones_report_hurries_it(words, hurried):
    tiles = OwnTicket("NH20261125-0007", "瓦片松动", "", "dispatched", "reporter")
    wall = OwnTicket("NH20261125-0008", "围墙斜了", "", "dispatched", "reporter")
    puzzled = tuple(
        Candidate(command, 0.3, ticket=tiles.number)
        for command in (CommandName.URGE_REPORT, CommandName.SHOW_PROGRESS, CommandName.WITHDRAW_REPORT)
    )
    found = Interpretation(None, puzzled, danger=0.4)
    decision = decide(
        found, Situation("resident", (tiles, wall)), read_report(words, PlaceIndex(()), danger=(0.9, True)), words
    )
    assert decision.do is not None
    assert (decision.do.command is CommandName.URGE_REPORT and decision.do.ticket == tiles.number) is hurried


LOCK = OwnTicket("NH20261128-0006", "4号1幢单元门锁坏了关不上", "柳叶里4号1幢", "handled", "reporter")


@pytest.mark.parametrize(
    ("words", "filed"),
    [
        ("柳叶里4号6幢下水道堵了", True),  # nothing of the lock in it
        ("柳叶里4号6幢半夜敲墙吵得睡不着", True),
        ("柳叶里4号1幢门锁又坏了", False),  # the lock itself
        ("下水道堵了", False),  # nobody knows where
    ],
)
@pytest.mark.parametrize("taken_for", [CommandName.SHOW_PROGRESS, CommandName.URGE_REPORT, CommandName.RATE_TICKET])
def test_where_and_what_is_wrong_is_a_report_though_the_model_takes_it_for_a_ticket_of_another_matter(
    words, filed, taken_for
):
    found = Interpretation(None, (Candidate(taken_for, 0.45, ticket=LOCK.number, sure_of_target=0.9),), danger=0.0)
    decision = decide(found, Situation("member", (LOCK,)), read_report(words, PlaceIndex(())), words)
    assert (decision.do is not None and decision.do.command is CommandName.REPORT_PROBLEM) is filed
