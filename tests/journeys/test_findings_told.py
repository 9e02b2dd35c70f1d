"""What our people find on their rounds goes to the platform that looks after it, and comes back under its number."""

import pytest

from tests.others import items, links, other, outs, take_in, tell
from tests.staff import staff
from tests.things import imported, manhole


@pytest.fixture
def people(chat):
    return staff(chat)


def found(chat, people):
    """A resident's report of a kind that they know, and what was seen on a round; answers the numbers."""
    people.secretary.says("梧桐里1号院01幢楼下路灯不亮，王样本家门口，电话13912345678")
    people.leader.says("巡楼 05幢 3楼扶手松了")
    chat.work()
    return [ticket.number for ticket in chat.tickets()]


def test_a_finding_and_a_report_of_their_kind_go_out_in_their_codes_and_without_a_word_of_others(chat, people):
    with other(chat, "city") as them:
        report, finding = found(chat, people)
        told = {body["streetNo"]: body for body in them.heard.values()}
        assert set(told) == {report, finding}
        assert (told[report]["smallClass"], told[report]["stage"]) == ("B0105", "P1")
        assert told[report]["desc"] == "照明（梧桐里1号院）"
        assert "扶手" in told[finding]["desc"]
        assert "13912345678" not in str(told)
        assert "王样本" not in str(told)
        tell(chat)
        assert len(them.heard) == 2


def test_what_is_no_kind_of_theirs_and_was_not_found_on_a_round_is_not_told(chat, people):
    with other(chat, "city") as them:
        people.leader.says("梧桐里1号院05幢电梯坏了")
        chat.work()
        assert chat.tickets()[0].category == "lift"
        assert them.heard == {}


def test_a_thing_that_fails_its_inspection_goes_out_with_where_it_is(chat, people):
    imported(chat, [manhole("MH1", lat=32.0601, lon=118.7601)])
    with other(chat, "city") as them:
        people.worker.says("检查 MH1 井盖破损")
        chat.work()
        (body,) = them.heard.values()
        assert (round(body["y"], 4), round(body["x"], 4)) == (32.0601, 118.7601)
        assert "MH1" in body["desc"]


def test_it_comes_back_with_their_number_also_when_the_acknowledgement_was_lost(chat, clock, people):
    with other(chat, "city") as them:
        them.plan("lost_acknowledgement")
        number = found(chat, people)[1]
        assert links(chat)[number].agreed == "-"
        answer = {"streetNo": number, "opinion": "已派养护队"}
        them.plan("doubled")
        them.sends("C-77", state="open", **answer)
        take_in(chat)
        for _ in range(4):
            clock.turn(minutes=2)
            tell(chat)
        assert links(chat)["C-77"].ours == number
        assert len(chat.tickets()) == 2
        people.worker.says(f"接单 {number}")
        chat.work()
        assert them.states["C-77"] == "working"
        assert [row.state for row in outs(chat)] == ["done"] * len(outs(chat))


def test_their_changes_out_of_order_and_a_renamed_field_open_no_second_ticket(chat, people):
    with other(chat, "city") as them:
        number = found(chat, people)[1]
        first = them.body("C-77", state="open", streetNo=number)
        second = them.body("C-77", state="withdrawn", streetNo=number, note="不属于我们")
        them.sends_all([second])
        take_in(chat)
        them.sends_all([first])
        take_in(chat)
        assert items(chat)[-1].reason == "overtaken"
        assert len(chat.tickets()) == 2
        them.sends_all([{"caseId": "C-78", "version": 1, "stage": "P2", "new_streetNo": number}])
        take_in(chat)
        assert items(chat)[-1].state == "received"  # held, as a change of what has not come
        assert len(chat.tickets()) == 2


def test_the_grid_platform_hears_what_it_has_kinds_for_and_one_that_is_slow_gets_it_once(chat, people):
    with other(chat, "grid") as them:
        them.plan("slow")
        people.leader.says("梧桐里1号院05幢楼道里堆满垃圾")
        chat.work()
        (body,) = [each for each in them.heard.values() if each["type"] == "event"]
        assert (body["eventType"], body["status"]) == ("03", "0")
        assert len(them.numbers) == len(set(them.numbers)) == len(them.heard)
