"""Who reports very much within an hour: what comes after the hour's number is kept for a person, and nothing is lost."""

from sqlalchemy import select

from governance.rules import Rules
from storage.models import TicketEvent
from tests.office import Office

LIMIT = Rules().reports_an_hour


def reports(speaker, count, first=1):
    return [speaker.says(f"梧桐里1号院05幢{number}楼楼道灯坏了") for number in range(first, first + count)]


def test_the_next_ones_are_kept_together_and_told_so(chat, people, resident):
    answers = reports(resident, LIMIT + 3)
    assert all("已登记" in answer for answer in answers[:LIMIT])
    assert len(chat.tickets()) == LIMIT + 1
    kept = chat.tickets()[-1]
    for answer in answers[LIMIT:]:
        assert f"已记在 {kept.number}，转给工作人员核实" in answer, answer
        assert f"一小时内已登记 {LIMIT} 件" in answer
        assert "已登记，编号" not in answer
    assert kept.urgency == "enquiry"
    assert f"05幢{LIMIT + 1}楼" in kept.text
    notes = chat.rows(select(TicketEvent.note).where(TicketEvent.number == kept.number, TicketEvent.kind == "remark"))
    assert [note.note for note in notes] == [f"梧桐里1号院05幢{LIMIT + n}楼楼道灯坏了" for n in (2, 3)]
    chat.work()
    assert chat.tickets()[-1].assignee_id is not None or any("上报较多" in said for said in people.head.notices)
    page = Office(chat).signs_in(people.secretary).sees(f"/console/tickets/{kept.number}")
    assert "上报较多，请联系核实" in page
    assert f"05幢{LIMIT + 3}楼" in page


def test_a_danger_always_passes(chat, people, resident):
    reports(resident, LIMIT)
    answer = resident.says("梧桐里1号院05幢3楼有很重的煤气味")
    assert "已登记，编号" in answer, answer
    assert chat.tickets()[-1].urgency == "hazard"


def test_others_and_the_next_hour_are_free_again(chat, clock, people, resident):
    reports(resident, LIMIT + 1)
    assert "已登记" in reports(chat.person("赵大爷"), 1, 90)[0]
    clock.turn(minutes=61)
    assert "已登记" in reports(resident, 1, 95)[0]


def test_a_wish_for_a_person_opens_no_more_than_that_one(chat, people, resident):
    reports(resident, LIMIT + 1)
    before = len(chat.tickets())
    resident.says("转人工 想问问楼道灯几时换")
    assert len(chat.tickets()) == before
