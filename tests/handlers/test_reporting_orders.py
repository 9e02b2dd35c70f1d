"""What a resident answers, given as an order by somebody else: only whose report it is, or who was asked, may."""

from itertools import count

import pytest
from sqlalchemy import select

from handlers.context import SubdistrictConfig
from handlers.conversation.reception import Reception
from handlers.inbound import Order
from handlers.outcomes import Tone
from handlers.reporting.commands import (
    AnswerWorker,
    ConfirmDanger,
    GiveReason,
    JoinReport,
    KeepTogether,
    PlaceReports,
    RemarkOnReports,
    ReportProblem,
    SplitReport,
)
from storage.models import Dialogue, Outbox, Person, TicketEvent


@pytest.fixture
def order(chat):
    """Gives an order as a grid worker."""
    chat.subdistrict()
    reception, keys = Reception(chat.database, SubdistrictConfig(), chat.clock, lambda: None), count()

    def give(command):
        (person,) = chat.rows(select(Person.id).where(Person.code == "R2"))
        return reception.perform(Order(command, person.id, "R2", f"order:{next(keys)}"))

    return give


def test_somebody_elses_report_is_not_touched(chat, order):
    resident = chat.person("李阿姨")
    resident.says("闻到煤气味")
    (before,) = chat.tickets()
    n, events, owed = before.number, len(chat.rows(select(TicketEvent.id))), len(chat.rows(select(Outbox.id)))
    for command in (
        PlaceReports((n,), None, "别处"),
        RemarkOnReports((n,), "别的话"),
        ConfirmDanger(n, danger=False),
        SplitReport(n, ("一", "二")),
        KeepTogether(n),
        JoinReport(n, n),
        GiveReason(n, "不好"),
        AnswerWorker(n, 1, "在家"),
        PlaceReports(("NH20260101-0001",), None, "别处"),
    ):
        refused = order(command)
        assert (refused.tone, "没有找到您上报的工单" in refused.text) == (Tone.REFUSED, True), command
    assert chat.tickets() == [before]
    assert len(chat.rows(select(TicketEvent.id))) == events
    assert len(chat.rows(select(Outbox.id))) == owed
    assert chat.rows(select(Dialogue.kind)) == [("place",)]
    assert "地点已补充" in resident.says("梧桐里2号院9幢")


def test_a_report_can_be_made_and_placed_without_a_sentence_to_be_parsed(chat, order):
    made = order(ReportProblem("井盖没有了"))
    assert (made.tone, "还缺地点" in made.text) == (Tone.DONE, True)
    (ticket,) = chat.tickets()
    assert order(PlaceReports((ticket.number,), None, "梧桐里2号院门口")).tone is Tone.DONE
    assert chat.tickets()[0].place_text == "梧桐里2号院门口"
    assert chat.rows(select(Dialogue.kind)) == []
