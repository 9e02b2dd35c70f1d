"""Commands of duty given at the back office: the same executors, no sentence in between."""

from datetime import datetime
from itertools import count

import pytest
from sqlalchemy import select

from governance.clock import SHANGHAI
from handlers.context import SubdistrictConfig
from handlers.conversation.reception import Reception
from handlers.duty.commands.hours import CreditHours
from handlers.duty.commands.lead import AddShift, AssignShift, StopShift
from handlers.duty.commands.presence import Patrol
from handlers.duty.commands.service import OpenCampaign
from handlers.duty.commands.shifts import SignUp
from handlers.inbound import Order
from handlers.outcomes import Tone
from storage.models import Person, ServiceHours
from tests.duty import crew
from understanding.times import Span

SPAN = Span(datetime(2026, 12, 6, 9, tzinfo=SHANGHAI), datetime(2026, 12, 6, 11, tzinfo=SHANGHAI))


@pytest.fixture
def people(chat):
    return crew(chat)


@pytest.fixture
def office(chat, people):
    """Gives an order as the secretary or another person of the roster."""
    reception, keys = Reception(chat.database, SubdistrictConfig(), chat.clock, lambda: None), count()

    def give(command, code="R6"):
        with chat.database.read() as connection:
            person = connection.execute(select(Person.id).where(Person.code == code)).scalar_one()
        return reception.perform(Order(command, person, code, f"order:{next(keys)}"))

    return give


def test_a_shift_is_added_and_filled_from_the_office(chat, people, office):
    added = office(AddShift("梧桐和事佬工作室", SPAN, 1))
    assert added.tone is Tone.DONE
    n = int(added.text.split("加班次 ")[1].split("：")[0])
    assert "已安排甲一员" in office(AssignShift(n, "M10")).text
    chat.work()
    one = people.members[0]
    assert "安排您值班" in one.notices[-1]
    assert "梧桐和事佬工作室" in one.says("我的值班")
    full = office(SignUp(n), "M11")
    assert (full.tone, "候补第 1 位" in full.text) == (Tone.DONE, True)
    why = office(StopShift(n))
    assert (why.tone, "请写明原因" in why.text) == (Tone.REFUSED, True)
    assert "已通知 2 人" in office(StopShift(n, "停电")).text


def test_what_somebody_may_not_is_refused_and_says_whom_to_ask(people, office):
    refused = office(OpenCampaign("防汛巡查", SPAN, 20), "M10")
    assert refused.tone is Tone.REFUSED
    assert "社区书记" in refused.text
    assert office(AssignShift(99999, "M10")).tone is Tone.REFUSED


def test_a_finding_on_a_patrol_opens_a_ticket_from_the_office_too(chat, people, office):
    found = office(Patrol("梧桐里1号院1幢 3楼楼道灯坏了"), "R5")
    assert found.tone is Tone.DONE
    assert "NH20261124-0001" in found.text
    assert [("灯坏了" in ticket.summary, ticket.place_text) for ticket in chat.tickets()] == [
        (True, "梧桐里1号院1幢3楼楼道")
    ]


def test_hours_by_hand_are_credited_once_an_order(chat, people, office):
    assert "已给甲一员补记" in office(CreditHours("甲一员", 60, "搬家具")).text
    assert "已给甲一员补记" in office(CreditHours("甲一员", 60, "搬家具")).text
    assert office(CreditHours("吴范例", 60, "自己")).tone is Tone.REFUSED
    assert [row.minutes for row in chat.rows(select(ServiceHours.minutes))] == [60, 60]
