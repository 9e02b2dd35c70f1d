"""Each shipped platform by its own fields and codes, the stand-in at the other end."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from governance.hotline import Order
from handlers.context import SubdistrictConfig
from handlers.intake.hotline import take_in_orders
from handlers.mappings import shipped_mappings
from storage.connectors.items import replay_items
from storage.models import AreaNotice, Campaign, HotlineOrder
from storage.place_book import PlaceBook
from storage.ticket_export import records
from storage.unit_of_work import UnitOfWork
from tests.journeys.test_platforms import states
from tests.office import Office
from tests.others import items, links, other, outs, take_in
from tests.staff import staff


@pytest.fixture
def people(chat):
    return staff(chat)


ORDER = {"text": "3楼楼道灯坏了", "place": "梧桐里1号院05幢", "caller": "李示范", "phone": "13912345678"}


def test_an_order_of_the_hotline_goes_round(chat, people):
    with other(chat, "hotline") as them:
        them.sends("12345-001", **ORDER, category="0101", due="2026-11-25 18:00:00")
        chat.work()
        (ticket,) = chat.tickets()
        assert (ticket.channel, ticket.category) == ("12345", "lighting")
        assert ticket.handle_due.isoformat() == "2026-11-25T10:00:00+00:00"
        (order,) = chat.rows(select(HotlineOrder.__table__))
        assert (order.order_no, order.caller) == ("12345-001", "李示范　13912345678")
        people.worker.says("接单")
        people.worker.sends_picture()
        people.worker.says("办结 已换灯泡")
        people.head.says("核查通过")
        chat.work()
        assert them.states["12345-001"] == "done"
        them.sends("12345-001", state="reopened", note="市民说还不亮")
        chat.work()
        assert states(chat) == ["reopened"]
        assert links(chat)["12345-001"].agreed == "reopened"


def test_an_order_that_came_in_a_workbook_is_the_same_ticket(chat, people):
    order = Order(2, "12345-001", "3楼楼道灯坏了", "梧桐里1号院05幢", None, None, None)
    take_in_orders(chat.database, SubdistrictConfig(), [order], chat.clock(), PlaceBook(), "test")
    with other(chat, "hotline") as them:
        them.sends("12345-001", **ORDER)
        take_in(chat)
    assert len(chat.tickets()) == 1
    assert [row.reason for row in items(chat)] == ["known_order"]
    assert links(chat)["12345-001"].ours == chat.tickets()[0].number


def test_a_renamed_field_is_set_aside_and_worked_off_when_the_mapping_is_right(chat, people):
    shipped = shipped_mappings()["hotline"]
    record = replace(shipped.records[0], fields={**shipped.records[0].fields, "text": "new_content"})
    with other(chat, "hotline") as them:
        them.plan("renamed_field")
        them.sends("12345-001", **ORDER, typeCode="0101")
        take_in(chat)
        assert chat.tickets() == []
        assert [(row.state, row.reason) for row in items(chat)] == [("set_aside", "missing_field")]
        right = SubdistrictConfig(mappings={"hotline": replace(shipped, records=(record,))})
        chat.tools = replace(chat.tools, config=right)
        with chat.database.write() as connection:
            assert replay_items(UnitOfWork(connection), "hotline", chat.clock()) == 1
        take_in(chat)
        assert [ticket.category for ticket in chat.tickets()] == ["lighting"]


def test_a_case_of_the_city_keeps_its_category_on_its_way(chat, people):
    with other(chat, "city") as them:
        them.sends("C-1", text="井盖松动有响声", place="梧桐里1号院05幢", category="B0101")
        them.sends("C-2", text="盲道砖破了一块", place="梧桐里1号院05幢", category="B0602")
        chat.work()
        assert [ticket.category for ticket in chat.tickets()] == ["manhole", "road"]
        people.worker.says(f"接单 {chat.tickets()[0].number}")
        chat.work()
        assert them.states["C-1"] == "working"
        (body,) = them.heard.values()
        assert (body["smallClass"], body["stage"], body["streetNo"]) == ("B0101", "P2", chat.tickets()[0].number)


def test_their_own_code_and_version_go_back_as_they_came_and_what_is_void_is_told(chat, people):
    with other(chat, "city") as them:
        them.sends("C-2", text="盲道砖破了一块", place="梧桐里1号院05幢", category="B0602")
        them.sends("C-2", note="市民催问")
        them.sends("C-9", text="路边有个东西坏了", place="梧桐里1号院05幢", category="Z9999")
        chat.work()
        people.secretary.says(f"作废 {chat.tickets()[0].number} 登记错了小区")
        people.worker.says(f"接单 {chat.tickets()[1].number}")
        chat.clock.turn(minutes=1)
        chat.work()
        void, taken = sorted(them.heard.values(), key=lambda body: body["caseId"])
        assert (void["smallClass"], void["stage"], void["theirVersion"]) == ("B0602", "P4", "2")
        assert void["opinion"] == "作废：登记错了小区"
        assert (taken["smallClass"], taken["theirVersion"]) == ("Z9999", "1")


def test_what_is_void_is_told_where_they_have_no_word_for_closed_and_their_echo_is_no_conflict(chat, people):
    shipped = shipped_mappings()["city"]
    codes = {code: state for code, state in shipped.records[0].codes["state"].items() if state != "closed"}
    record = replace(
        shipped.records[0],
        codes={**shipped.records[0].codes, "state": codes},
        silent=("reopened", "closed"),
        void="withdrawn",
    )
    chat.tools = replace(chat.tools, config=SubdistrictConfig(mappings={"city": replace(shipped, records=(record,))}))
    with other(chat, "city") as them:
        them.sends("C-1", text="盲道砖破了一块", place="梧桐里1号院05幢")
        take_in(chat)
        people.secretary.says(f"作废 {chat.tickets()[0].number} 登记错了小区")
        chat.clock.turn(minutes=1)
        chat.run("connector_news", "connector_out")
        assert [body["stage"] for body in them.heard.values()] == ["P5"]
        them.sends("C-1", state="withdrawn")
        take_in(chat)
        chat.run("connector_news", "connector_out")
        assert {row.state for row in items(chat)} == {"done"}
        assert len(them.heard) == 1


def test_the_platforms_name_stands_on_the_ticket_on_the_board_and_in_the_export(chat, people):
    with other(chat, "city") as them:
        them.sends("C-77", text="盲道砖破了一块", place="梧桐里1号院05幢")
        take_in(chat)
    number = chat.tickets()[0].number
    office = Office(chat).signs_in(people.dispatcher)
    assert "数字城管 C-77" in office.sees(f"/console/tickets/{number}")
    assert "· 数字城管" in office.sees("/console/")
    (row,) = records(chat.database, chat.tools.config.zone, labels=chat.tools.config.platform_labels)
    assert row["platform"] == "数字城管"


WARNING = {
    "eventType": "11B03", "severity": "Yellow", "description": "预计今天夜里有暴雨", "status": "Alert",
    "expires": "2026-11-25T08:00:00",
}  # fmt: skip


def checks(chat):
    return [ticket for ticket in chat.tickets() if ticket.channel == "prevention" and "暴雨" in ticket.summary]


def test_a_warning_opens_a_list_for_each_grid_tells_who_answers_and_drafts_a_notice(chat, people):
    with other(chat, "emergency") as them:
        them.sends("W-1", **WARNING)
        chat.work()
        lists = checks(chat)
        assert len(lists) == 3
        assert all(each.handle_due.isoformat() == "2026-11-25T00:00:00+00:00" for each in lists)
        assert any("暴雨黄色预警" in notice for notice in people.secretary.notices)
        (notice,) = chat.rows(select(AreaNotice.__table__))
        assert notice.state == "draft"
        assert any(f"可以发 {notice.number}" in said for said in people.dispatcher.notices)
        assert chat.rows(select(Campaign.__table__)) == []


def test_a_warning_that_grows_calls_helpers_up_once_and_opens_no_second_lists(chat, people):
    with other(chat, "emergency") as them:
        them.sends("W-1", **WARNING)
        chat.work()
        for severity in ("Orange", "Red"):
            them.sends("W-1", **{**WARNING, "severity": severity})
            chat.work()
        assert len(checks(chat)) == 3
        assert len(chat.rows(select(AreaNotice.__table__))) == 1
        (call,) = chat.rows(select(Campaign.__table__))
        assert call.call_up
        them.sends("W-1", **{**WARNING, "status": "Cancel"})
        chat.work()
        assert any("预警已解除" in notice for notice in people.head.notices), people.head.notices
        said = [notice for notice in people.head.notices if "预警：" in notice]
        assert len(said) == 3


def test_a_warning_that_is_over_when_it_comes_sets_nothing_going(chat, people):
    with other(chat, "emergency") as them:
        them.sends("W-1", **{**WARNING, "expires": "2026-11-23T08:00:00"})
        chat.work()
        assert checks(chat) == []
        assert items(chat)[0].state == "done"


def test_a_warning_of_a_kind_or_colour_that_nobody_knows_is_set_aside(chat, people):
    with other(chat, "emergency") as them:
        them.sends("W-1", **{**WARNING, "severity": "Purple"})
        them.sends("W-2", **{**WARNING, "eventType": "11B99"})
        take_in(chat)
        assert [(row.state, row.reason) for row in items(chat)] == [("set_aside", "unknown_code")] * 2


def test_a_danger_is_told_to_the_emergency_management_and_nothing_else_is(chat, people):
    with other(chat, "emergency") as them:
        people.leader.says("梧桐里1号院05幢3楼楼道灯坏了")
        people.leader.says("梧桐里1号院05幢楼道里有煤气味")
        chat.work()
        hazards = [ticket for ticket in chat.tickets() if ticket.urgency == "hazard"]
        assert [body["streetNo"] for body in them.heard.values()] == [each.number for each in hazards]
        assert len(outs(chat)) == 1
