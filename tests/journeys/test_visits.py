"""Household visits by chat: what was seen is kept sealed, what was brought becomes a ticket, who wants none is left alone."""

import pytest
from sqlalchemy import func, select, text

from storage.models import Household, Ticket, Visit
from tests.stars import neighbour
from tests.visits import visitors


@pytest.fixture
def people(chat):
    return visitors(chat)


def visits(chat):
    return chat.rows(select(Visit.__table__).order_by(Visit.id))


def tickets(chat):
    return chat.rows(select(func.count(Ticket.number)))[0][0]


def test_a_visit_is_kept_and_what_was_brought_becomes_a_ticket_in_one_message(chat, people):
    said = people.cadre.says("走访 梧桐里1号院1幢201 老人独居 反映水压低")
    assert said.startswith("已记走访：梧桐里1号院1幢201，见到人，老人独居。")
    (ticket,) = chat.tickets()
    assert ticket.number in said
    assert "水压低" in ticket.text
    assert "独居" not in ticket.text, "what is said of the people stays with the visit"
    assert "201" in ticket.place_text
    (visit,) = visits(chat)
    assert (visit.result, visit.note, visit.number) == ("met", "老人独居", ticket.number)


def test_what_is_noted_of_people_lies_sealed(chat, people):
    people.cadre.says("走访 梧桐里1号院1幢201 老人独居，刚出院")
    raw = chat.rows(text("SELECT note FROM visits"))[0][0]
    room = chat.rows(text("SELECT room FROM households"))[0][0]
    assert "独居" not in str(raw)
    assert b"201" not in bytes(room)


@pytest.mark.parametrize(
    ("told", "result", "said"),
    [
        ("敲门没人", "not_met", "没见到人"), ("不让进门", "refused", "不愿意谈"), ("已经搬走了", "moved", "已搬走"),
        ("王奶奶精神不错，子女不在身边", "met", "见到人"),
    ],
)  # fmt: skip
def test_nobody_at_home_refused_and_moved_are_told_apart(chat, people, told, result, said):
    answer = people.liaison.says(f"走访 梧桐里1号院1幢201 {told}")
    assert f"，{said}" in answer
    assert [visit.result for visit in visits(chat)] == [result]
    assert tickets(chat) == 0


@pytest.mark.parametrize("who", ["cadre", "liaison", "officer", "worker", "secretary"])
def test_each_of_a_team_may_record(chat, people, who):
    assert "已记走访" in getattr(people, who).says("走访 梧桐里1号院05幢302 夫妻俩，一切都好")
    assert len(visits(chat)) == 1


def test_a_resident_may_not_and_reads_whose_business_it_is(chat, people):
    said = chat.person("李阿姨").says("走访 梧桐里1号院1幢201 老人独居")
    assert "网格员" in said
    assert visits(chat) == []


def test_a_visit_outside_ones_own_area_is_refused(chat, people):
    said = people.cadre.says("走访 虎踞北路4号5幢201 老人独居")
    assert "已记走访" not in said
    assert visits(chat) == []


def test_later_words_of_the_day_stand_behind_the_first(chat, people):
    people.cadre.says("走访 梧桐里1号院1幢201 敲门没人")
    assert "已补到今天的走访" in people.cadre.says("走访 梧桐里1号院1幢201 老人独居")
    (visit,) = visits(chat)
    assert visit.note == "敲门没人；老人独居"
    assert visit.result == "met"


def test_what_is_missing_is_asked_for_and_kept(chat, people):
    assert "哪一栋" in people.cadre.says("走访 201 老人独居")
    assert "已记走访：梧桐里2号院9幢201" in people.cadre.says("梧桐里2号院9幢")
    assert "走访得怎么样" in people.cadre.says("走访 梧桐里1号院1幢302")
    assert "已记走访：梧桐里1号院1幢302，见到人，一家三口" in people.cadre.says("一家三口")
    assert len(visits(chat)) == 2


def test_a_building_with_a_number_of_its_own_needs_no_more_in_ones_area(chat, people):
    assert "已记走访：梧桐里2号院9幢201" in people.cadre.says("走访 9幢201 老人独居")


def test_a_household_that_asked_for_none_is_left_alone(chat, people):
    resident = neighbour(chat, "李阿姨")
    assert "房号" in resident.says("以后不要来走访了")
    assert "不再上门走访 梧桐里1号院05幢301" in resident.says("梧桐里1号院05幢301")
    said = people.cadre.says("走访 梧桐里1号院05幢301 老人独居")
    assert "不要走访" in said
    assert visits(chat) == []
    said = people.cadre.says("走访 梧桐里1号院05幢301 老人独居 反映楼道灯坏了")
    assert "照样登记" in said
    assert tickets(chat) == 1
    assert visits(chat) == []
    assert "可以走访" in resident.says("可以来走访")
    assert "已记走访" in people.cadre.says("走访 梧桐里1号院05幢301 老人独居")


def test_who_named_their_room_before_is_not_asked(chat, people):
    resident = chat.person("李阿姨")
    resident.says("我住梧桐里1号院05幢301")
    assert "不再上门走访 梧桐里1号院05幢" in resident.says("以后不要来走访了")
    assert "不要走访" in people.cadre.says("走访 梧桐里1号院05幢301 老人独居")


def test_a_household_is_kept_in_view_for_a_reason_only(chat, people):
    assert "为什么" in people.secretary.says("重点走访 梧桐里1号院1幢201")
    assert "已列入重点走访：梧桐里1号院1幢201" in people.secretary.says("独居，刚出院")
    (row,) = chat.rows(select(Household.key_reason))
    assert "刚出院" in row.key_reason
    assert "社区书记" in people.cadre.says("重点走访 梧桐里1号院1幢302 独居")
    assert "已取消重点走访" in people.secretary.says("取消重点走访 梧桐里1号院1幢201")
    assert chat.rows(select(Household.key_reason))[0].key_reason is None
    assert "不用取消" in people.secretary.says("取消重点走访 梧桐里1号院1幢201")


def test_a_building_leaders_visit_is_kept_with_the_walks(chat, people):
    leader = chat.bound("王样本", "0005")
    assert "已记走访：梧桐里1号院05幢" in leader.says("走访 5幢302 王奶奶腿疼")
    assert visits(chat) == []
