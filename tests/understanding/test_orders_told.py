"""Orders that name their tickets by number, meetings that are called, and who wants to be reminded."""

import pytest

from tests.understood import interpreted
from understanding.command_names import CommandName as C
from understanding.meeting_said import calls_meeting, room_said
from understanding.orders_told import merge_told, orders_in
from understanding.reminding import refuses_notices, wants_reminding, was_turned_off
from understanding.situation import OwnTicket, Situation

WORK = tuple(
    OwnTicket(f"NH20261128-{number:04d}", summary, "", "dispatched", "assignee")
    for number, summary in ((2, "门铃坏了"), (4, "楼道堆物"), (9, "路灯不亮"), (11, "窗户响"))
)


def short(found):
    return [(order.command.value.partition("_")[0], int(order.ticket[-4:]), order.why) for order in found]


@pytest.mark.parametrize(
    ("words", "orders"),
    [
        ("4号跟9号我都接,11那个不归我,归哪个网格", [("take", 4, ""), ("take", 9, ""), ("show", 11, "")]),
        ("2和9我接了,4退回去", [("take", 2, ""), ("take", 9, ""), ("return", 4, "")]),
        ("9号退掉吧,跟4号重复了", [("return", 9, "跟4号重复了")]), ("行,我接2和4", [("take", 2, ""), ("take", 4, "")]),
        ("11接了,人在楼下了", [("take", 11, "")]), ("4接了电话没人应", []), ("7和9我都接", []), ("9号换灯泡", []),
        ("4号退烧了", []), ("2号的门铃谁接", []),
    ],
)  # fmt: skip
def test_what_is_ordered_of_which_tickets(words, orders):
    assert short(orders_in(words, WORK)) == orders


@pytest.mark.parametrize(
    ("words", "pair"),
    [
        ("9号并到4号里", (9, 4)), ("4和11是一回事,合了吧", (4, 11)), ("11号跟2号重复了", (11, 2)),
        ("9号也是那盏灯,跟4号并一起", (9, 4)), ("4和11不是一回事", None), ("4和11是不是一件事", None), ("4和11都急", None),
    ],
)  # fmt: skip
def test_which_ticket_is_joined_to_which(words, pair):
    found = merge_told(words, WORK)
    assert (found and tuple(int(number[-4:]) for number in found)) == pair


@pytest.mark.parametrize(
    ("words", "room"),
    [
        ("周五晚上七点在活动室开个议事会,说说停车", "活动室"), ("明天下午2点召集一次协商会,地点居委会", "居委会"),
        ("12月3号开个联席会", ""), ("议事会几点开", None), ("协商会开了没有", None), ("周三要不要开个议事会", None),
    ],
)  # fmt: skip
def test_whether_a_meeting_is_called_and_where(words, room):
    assert (room_said(words) if calls_meeting(words) else None) == room


def test_a_meeting_that_is_called_takes_no_ticket_there():
    situation = Situation("community_secretary", (OwnTicket("NH20261128-0002", "楼上装修太吵", "", "dispatched", ""),))
    for words, asked in (("周五晚上七点在活动室开个协商会，商量停车位", False), ("周五开个协商会，商量停车位", True)):
        best = interpreted(words, situation).interpretation.best
        assert (best.command, best.ticket) == (C.CALL_MEETING, None)
        assert (best.probability < 0.9) is asked, "the members are invited at once where day, hour and room are said"


@pytest.mark.parametrize(
    ("words", "wants", "off", "refuses"),
    [
        ("周六值班可别忘了喊我", True, False, False), ("到时候提醒一下我", True, False, False),
        ("我是让你提醒我,怎么给停掉了", True, True, False), ("没让你关啊", False, True, False),
        ("以后别提醒我了", False, False, True), ("简报太多了,不想看", False, False, True), ("天天发,烦死了", False, False, True),
    ],
)  # fmt: skip
def test_who_wants_to_hear_and_who_does_not(words, wants, off, refuses):
    assert (wants_reminding(words), was_turned_off(words), refuses_notices(words)) == (wants, off, refuses)


@pytest.mark.parametrize(
    ("words", "command"),
    [
        ("周六的值班千万别忘了提醒我", C.SHOW_MY_SHIFTS), ("别忘了通知我", C.UNMUTE), ("以后不要提醒我了", C.MUTE),
        ("我是叫你提醒我，怎么给关掉了", C.UNMUTE),
    ],
)  # fmt: skip
def test_nothing_is_turned_off_for_who_wants_to_be_reminded(words, command):
    found = interpreted(words, Situation("party_member"))
    said = found.interpretation.terse or found.interpretation.best
    assert said.command is command or (command is not C.MUTE and said.command is not C.MUTE)
