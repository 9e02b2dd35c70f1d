"""What an enterprise needs, said by who speaks for it: a ticket of its own kind and clock, with the unit on it."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import insert, select, update

from storage.models import Deadline, Organisation, OrganisationContact, Person, Ticket, UnitTicket
from tests.units import with_units

ASKED = "企业诉求 园区停车位不够，想多要几个"


@pytest.fixture
def town(chat, quota):
    return with_units(chat)


def speaks_for_both(chat):
    """The bank's contact speaks for the school too."""
    with chat.database.write() as connection:
        person = connection.execute(select(Person.id).where(Person.code == "L1")).scalar_one()
        unit = connection.execute(select(Organisation.id).where(Organisation.code == "U2")).scalar_one()
        row = {"person_id": person, "organisation_id": unit, "since": chat.clock()}
        connection.execute(insert(OrganisationContact).values(**row))


def units_on_tickets(chat):
    statement = select(UnitTicket.number, Organisation.name).join(
        Organisation, Organisation.id == UnitTicket.organisation_id
    )
    return [tuple(row) for row in chat.rows(statement)]


def test_a_request_is_a_ticket_of_its_kind_with_the_unit_and_its_own_clock(chat, town):
    staff, units = town
    answer = units.bank.says(ASKED)
    assert answer.startswith("已登记企业诉求，编号 NH20261124-0001：今天 18:00前会有人联系您")
    assert "单位：示范银行" in answer
    assert "类别：场地物业" in answer
    assert "12月1日 18:00前答复" in answer
    chat.work()
    (row,) = chat.rows(select(Ticket.category, Ticket.place_text, Ticket.urgency))
    assert (row.category, row.urgency) == ("ent_premises", "normal")
    assert "示范银行" in row.place_text
    assert units_on_tickets(chat) == [("NH20261124-0001", "示范银行")]
    assert any("企业诉求，没有对口的科室人员" in text for text in staff.dispatcher.notices)
    assert not any("NH20261124-0001" in text for text in staff.worker.notices)


def test_a_request_does_not_lie_where_its_contact_lives_and_the_neighbours_read_nothing_of_it(chat, town):
    staff, units = town
    units.bank.says("我住梧桐里1号院5幢606")
    assert "已登记企业诉求" in units.bank.says("企业诉求 我们拖欠工资的纠纷想找人调解")
    (row,) = chat.rows(select(Ticket.place_id, Ticket.place_text))
    assert "梧桐里" not in (row.place_text or "")
    assert "示范银行" in row.place_text
    assert "拖欠工资" not in staff.leader.says("今天有什么情况")
    units.bank.says("企业诉求 虎踞北路4号5幢门口的停车位不够")
    named = chat.rows(select(Ticket.place_text).order_by(Ticket.number.desc()))[0]
    assert named.place_text.startswith("虎踞北路4号"), "a place that is named counts"


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("我们公司想问装修许可怎么办，一直没人回", "证照办理"),
        ("园区停车位不够，企业想反映一下", "场地物业"),
        ("企业诉求：想了解高新企业的补贴政策", "政策咨询"),
        ("企业需求 想招工二十个人，求帮忙", "招工用工"),
        ("我们企业想咨询贷款", "融资"),
        ("企业诉求 想请街道来做一次交流", "其他"),
    ],
)
def test_what_a_contact_says_has_its_kind(chat, town, words, kind):
    _, units = town
    answer = units.bank.says(words)
    assert answer.startswith("已登记企业诉求，编号 NH20261124-0001"), answer
    assert f"类别：{kind}" in answer


def test_somebody_who_speaks_for_two_units_is_asked_for_which_and_nothing_waits_for_it(chat, town):
    _, units = town
    speaks_for_both(chat)
    answer = units.bank.says(ASKED)
    assert answer.startswith("已登记企业诉求，编号 NH20261124-0001")
    assert "1. 示范银行\n2. 示例中学" in answer
    assert units_on_tickets(chat) == []
    assert units.bank.says("2") == "好的，NH20261124-0001 记在示例中学名下。回复“进度”可查。"
    assert units_on_tickets(chat) == [("NH20261124-0001", "示例中学")]
    chat.work()
    assert "NH20261124-0001" in units.bank.says("进度")


def test_a_unit_may_be_named(chat, town):
    _, units = town
    speaks_for_both(chat)
    units.bank.says(ASKED)
    assert "记在示范银行名下" in units.bank.says("示范银行的")
    assert units_on_tickets(chat) == [("NH20261124-0001", "示范银行")]


def test_a_resident_who_says_the_same_makes_an_ordinary_report(chat, town):
    resident = chat.person("李阿姨")
    answer = resident.says("企业诉求 梧桐里1号院1幢门口停车位不够")
    assert answer.startswith("已登记，编号 NH20261124-0001"), answer
    assert chat.rows(select(Ticket.category))[0].category == "parking"
    assert units_on_tickets(chat) == []


def test_who_speaks_for_a_unit_that_left_makes_an_ordinary_report(chat, town):
    _, units = town
    with chat.database.write() as connection:
        connection.execute(update(Organisation).where(Organisation.code == "U1").values(left_at=chat.clock()))
    answer = units.bank.says("企业诉求 梧桐里1号院1幢门口停车位不够")
    assert answer.startswith("已登记，编号 NH20261124-0001"), answer
    assert units_on_tickets(chat) == []


def test_an_empty_request_is_asked_for_and_the_next_words_are_it(chat, town):
    _, units = town
    assert units.bank.says("企业诉求").startswith("请说说示范银行需要什么")
    answer = units.bank.says("园区停车位不够，想多要几个")
    assert answer.startswith("已登记企业诉求，编号 NH20261124-0001"), answer
    assert chat.person("李阿姨").says("企业诉求").startswith("要代表单位提诉求，请先回复“绑定")


def test_a_danger_in_it_goes_first_with_its_own_clock(chat, town):
    staff, units = town
    answer = units.bank.says("企业诉求 梧桐里1号院1幢楼下闻到很浓的煤气味，想请人来看看")
    assert "燃气" in answer.splitlines()[0] or "煤气" in answer.splitlines()[0], answer
    assert "安全隐患" in answer
    chat.work()
    assert chat.rows(select(Ticket.urgency))[0].urgency == "hazard"
    assert {"survey", "plan", "crew"} <= {row.kind for row in chat.rows(select(Deadline.kind))}
    assert units_on_tickets(chat) == [("NH20261124-0001", "示范银行")]
    assert any("NH20261124-0001" in text for text in staff.worker.notices)


def test_the_day_s_contact_is_met_by_a_word_to_who_asked(chat, clock, town):
    staff, units = town
    units.bank.says(ASKED)
    chat.work()
    staff.dispatcher.says("派单 1 郑假设")
    chat.work()
    contact = select(Deadline.met_at).where(Deadline.kind == "contact")
    assert chat.rows(contact)[0].met_at is None
    staff.part_time.says("接单 1")
    staff.part_time.says("备注 1 电话打不通，明天再联系")
    assert chat.rows(contact)[0].met_at is None
    staff.part_time.says("转告 1 您好，车位的事我们周四来园区看")
    assert chat.rows(contact)[0].met_at is not None
    chat.work()
    assert any("周四来园区看" in text for text in units.bank.notices)


def test_who_does_not_get_in_touch_is_reminded(chat, clock, town):
    staff, units = town
    units.bank.says(ASKED)
    chat.work()
    staff.dispatcher.says("派单 1 郑假设")
    staff.part_time.says("接单 1")
    clock.turn(hours=8)
    chat.work()
    late = [text for text in staff.secretary.notices + staff.head.notices if "联系企业" in text]
    assert late, staff.secretary.notices


def test_the_same_message_twice_files_it_once(chat, town):
    _, units = town
    chat.platform.faults.plan("duplicate")
    assert "NH20261124-0001" in units.bank.says(ASKED)
    assert [row.number for row in chat.rows(select(Ticket.number))] == ["NH20261124-0001"]
    assert units_on_tickets(chat) == [("NH20261124-0001", "示范银行")]


def test_the_unit_is_named_once_and_what_was_said_first_counts(chat, town):
    _, units = town
    speaks_for_both(chat)
    units.bank.says(ASKED)
    chat.platform.faults.plan("duplicate")
    assert "记在示例中学名下" in units.bank.says("2")
    units.bank.says("1")
    assert units_on_tickets(chat) == [("NH20261124-0001", "示例中学")]


def test_many_requests_at_once_are_each_filed_once(chat, town):
    _, units = town
    speakers = [units.bank, units.school, units.works] * 3
    with ThreadPoolExecutor(6) as pool:
        answers = list(
            pool.map(lambda each: each[1].says(f"企业诉求 想了解第{each[0]}项补贴政策"), enumerate(speakers))
        )
    assert all("已登记企业诉求" in answer for answer in answers)
    assert len({row.number for row in chat.rows(select(Ticket.number))}) == len(speakers)
    assert len(units_on_tickets(chat)) == len(speakers)
