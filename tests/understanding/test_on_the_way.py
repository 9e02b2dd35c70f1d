"""Who takes a ticket and says that they are on their way has arrived nowhere, although a street is in the words."""

import pytest

from handlers.shipped_model import shipped
from understanding.command_names import CommandName
from understanding.interpretation import interpret
from understanding.situation import OwnTicket, Situation

GAS = OwnTicket("NH20261124-0007", "隔壁门缝里一股臭鸡蛋味道", "梧桐里1号院1幢", "dispatched", "assignee")
LAMP = OwnTicket("NH20261124-0004", "门口路灯一闪一闪的", "梧桐里1号院2幢门口", "dispatched", "assignee")


def wishes(text):
    found = interpret([(text, Situation("grid_worker", (GAS, LAMP)))], shipped())[0]
    return {(each.command, each.ticket) for each in (found.parts or (found.best,))}


@pytest.mark.parametrize(
    "text", ["臭味那家我接了 路上骑着车呢", "味道那单我去，已经在半路上了", "臭鸡蛋味那个归我 在路上赶着"]
)
def test_only_the_one_that_is_taken_is_moved(text):
    assert wishes(text) == {(CommandName.TAKE_TICKET, GAS.number)}


def test_who_is_at_the_other_one_says_both():
    both = {(CommandName.TAKE_TICKET, GAS.number), (CommandName.ARRIVE_ON_SITE, LAMP.number)}
    assert wishes("臭味那单我接，路灯那边人到现场了") == both
