"""The yearly evaluation: drafted on its day from facts, objected to, settled, published, each told once."""

import threading

import pytest
from sqlalchemy import select, update

from storage.duty.hours import credit
from storage.models import EvaluationEntry, EvaluationObjection, Lecture, Organisation, Pairing, Person
from storage.unit_of_work import UnitOfWork
from tests import staff
from tests.alliance import alliance
from tests.evaluation import number_of, rounds, year_begun

AUDIT, TECH = "示范市审计局", "样本科技公司"


@pytest.fixture
def pair(chat):
    return year_begun(chat)


@pytest.fixture
def drafted(chat, clock, pair):
    """15 December: the clock has drafted the round."""
    later(clock, pair, 21)
    looked(chat)
    return pair


def later(clock, pair, days):
    """So many days on, when everybody has written lately and can be reached."""
    clock.turn(days=days)
    for each in (pair.head, pair.secretary, pair.contact, pair.other, pair.lead):
        each.says("你好")


def looked(chat):
    chat.run("evaluation_draft", "evaluation_publish")
    chat.work()


def notices(speaker, words="【评议】"):
    return [text for text in speaker.notices if words in text]


def totals(chat):
    return {row.name: row.total for row in chat.rows(select(EvaluationEntry.name, EvaluationEntry.total))}


def test_a_round_is_drafted_on_its_day_once_and_the_sum_is_shown_line_by_line(chat, clock, pair):
    assert "还没有年度评议" in pair.contact.says("我们单位今年评得怎么样")
    clock.turn(days=20)
    looked(chat)
    assert rounds(chat) == []
    later(clock, pair, 1)
    looked(chat)
    looked(chat)
    assert len(rounds(chat)) == 1
    said = pair.contact.says("我们单位今年评得怎么样")
    assert "2026年年终评议（公示中" in said
    assert f"{AUDIT}：共 20 分" in said
    assert "+10 分 按时完成节点 1 个（节点1 为3户老人修水管）" in said
    assert "+10 分 党课 2 次（11月24日党课“" in said
    assert said.index("社区治理怎么做") != said.index("防诈骗")
    assert [len(notices(each)) for each in (pair.contact, pair.secretary, pair.head, pair.other)] == [1, 1, 1, 1]
    assert TECH not in notices(pair.contact)[0]


def test_who_answers_for_no_unit_sees_nothing(chat, drafted):
    assert "没有您联络的单位" in drafted.dispatcher.says("单位评议")
    assert "绑定" in chat.person("李阿姨").says("单位评议")
    number = number_of(chat, AUDIT)
    assert "没有您能看的评议" in drafted.other.says(f"单位评议 {number}")
    assert "没有您能看的评议" in drafted.other.says(f"评议异议 {number} 少算了一次党课")
    assert chat.rows(select(EvaluationObjection.id)) == []


def test_an_objection_is_noted_once_told_to_the_office_and_changes_the_sum_when_it_is_upheld(chat, drafted):
    number = number_of(chat, AUDIT)
    assert "请回复编号" in drafted.contact.says("这个分少算了一次党课")
    said = drafted.contact.says(str(number))
    assert f"评议{number} {AUDIT} 的异议已记下" in said
    assert "还在核对" in drafted.contact.says(f"评议异议 {number} 少算了一次党课")
    chat.work()
    assert any(f"评议处理 {number} 成立" in text for text in drafted.lead.notices)
    assert not any("少算" in text for text in drafted.lead.notices), "what it says is sealed"
    assert "写明" in drafted.lead.says(f"评议处理 {number} 成立 补上一次党课")
    assert "共 25 分" in drafted.lead.says(f"评议处理 {number} 成立 +5 补上一次党课")
    assert totals(chat)[AUDIT] == 25
    chat.work()
    assert any("异议成立：+5 分，现在共 25 分。说明：补上一次党课" in text for text in drafted.contact.notices)
    assert "+5 分 异议更正 5 分（异议成立：补上一次党课）" in drafted.contact.says(f"单位评议 {number}")
    assert "没有等您处理" in drafted.lead.says(f"评议处理 {number} 成立 +5 补上一次党课")
    assert totals(chat)[AUDIT] == 25


def test_an_objection_that_is_dismissed_changes_nothing(chat, drafted):
    number = number_of(chat, AUDIT)
    assert "哪里不对" in drafted.secretary.says(f"评议异议 {number}")
    assert "已记下" in drafted.secretary.says("漏了11月的志愿服务")
    assert "不成立处理：分数不变，现在共 20 分" in drafted.lead.says(f"评议处理 {number} 不成立 时长账里没有这一笔")
    assert totals(chat)[AUDIT] == 20


def test_who_may_not_decide_is_told_whose_business_it_is(chat, drafted):
    number = number_of(chat, AUDIT)
    drafted.contact.says(f"评议异议 {number} 少算了一次党课")
    assert "社区书记" in drafted.other.says(f"评议处理 {number} 成立 +5 补上一次党课")
    assert totals(chat)[AUDIT] == 20


def test_nothing_is_published_before_the_end_nor_while_an_objection_waits(chat, clock, drafted):
    number = number_of(chat, AUDIT)
    drafted.contact.says(f"评议异议 {number} 少算了一次党课")
    later(clock, drafted, 7)
    looked(chat)
    assert rounds(chat)[0].state == "open"
    assert "公示期已过" in drafted.other.says("评议异议 少算了一次党课 真的少了")
    drafted.lead.says(f"评议处理 {number} 不成立 已经算过")
    looked(chat)
    looked(chat)
    assert rounds(chat)[0].state == "published"
    assert "第1名，获表扬" in drafted.contact.says(f"单位评议 {number}")
    clock.turn(minutes=20)
    chat.work()
    assert [len(notices(each, "已发布：")) for each in (drafted.contact, drafted.secretary, drafted.head)] == [1, 1, 1]
    assert "公示期已过" in drafted.contact.says(f"评议异议 {number} 少算了一次党课")


def test_a_unit_that_left_is_not_drafted_and_one_that_leaves_later_has_no_place(chat, clock, pair):
    leave(chat, clock, TECH)
    clock.turn(days=21)
    looked(chat)
    assert TECH not in totals(chat)
    leave(chat, clock, AUDIT)
    before = len(notices(pair.contact))
    clock.turn(days=7)
    looked(chat)
    rows = {row.name: row for row in chat.rows(select(EvaluationEntry.__table__))}
    assert rounds(chat)[0].state == "published"
    assert (rows[AUDIT].place, rows[AUDIT].commended, rows[AUDIT].total) == (None, False, 20)
    assert len(notices(pair.contact)) == before, "who has left hears nothing"


def leave(chat, clock, name):
    with chat.database.write() as connection:
        unit = connection.execute(select(Organisation.id).where(Organisation.name == name)).scalar_one()
        connection.execute(update(Organisation).where(Organisation.id == unit).values(left_at=clock()))
        connection.execute(update(Pairing).where(Pairing.id == unit).values(ended_at=clock()))


def test_a_fact_that_is_corrected_later_leaves_the_round_as_it_was(chat, clock, drafted):
    with chat.database.write() as connection:
        connection.execute(Lecture.__table__.delete().where(Lecture.topic == "防诈骗"))
    assert f"{AUDIT}：共 20 分" in drafted.contact.says("单位评议")
    assert totals(chat)[AUDIT] == 20


def test_without_units_nothing_is_drafted(chat, clock):
    chat.staffed(staff.lines(), [])
    clock.turn(days=21)
    looked(chat)
    assert rounds(chat) == []


def test_many_object_at_once_none_double_none_lost(chat, drafted):
    number = number_of(chat, AUDIT)
    people = [drafted.contact, drafted.secretary] * 4
    threads = [threading.Thread(target=each.says, args=(f"评议异议 {number} 少算了一次党课",)) for each in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(chat.rows(select(EvaluationObjection.id))) == 2


def test_two_clocks_draft_one_round(chat, clock, pair):
    later(clock, pair, 21)
    threads = [threading.Thread(target=chat.run, args=("evaluation_draft",)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    chat.work()
    assert len(rounds(chat)) == 1
    assert len(notices(pair.contact)) == 1


def test_everything_is_there_for_another_alliance_too(chat, clock):
    pair = alliance(chat)
    clock.turn(days=21)
    looked(chat)
    assert "-5 分 到期没完成节点 1 个" in pair.contact.says("单位评议")


def test_hours_of_members_count_for_their_unit_and_their_pairing_without_a_name(chat, clock, pair):
    with chat.database.write() as connection:
        uow = UnitOfWork(connection)
        known = {row.code: row.id for row in uow.execute(select(Person.code, Person.id))}
        for code, minutes in (("H1", 150), ("R5", 45), ("R7", 30)):
            row = {"person_id": known[code], "day": clock().date(), "minutes": minutes, "source": "shift"}
            assert credit(uow, **row, source_key=f"x:{code}", now=clock())
        uow.execute(update(Person).where(Person.code == "H1").values(unit=AUDIT))
        uow.finish()
    later(clock, pair, 21)
    looked(chat)
    said = pair.contact.says("单位评议")
    assert "+2 分 成员服务 2.5 小时（1 名成员的服务时长）" in said
    assert "+1 分 成员服务 1.2 小时（2 名成员的服务时长）" in said
    assert "毕样本" not in said


def test_the_round_of_july_covers_the_year_before_it(chat, clock, pair):
    clock.turn(days=203)
    later(clock, pair, 0)
    looked(chat)
    (july,) = [each for each in rounds(chat) if each.term == "july"]
    assert (july.year, str(july.first_on), str(july.last_on)) == (2027, "2026-07-01", "2027-06-15")
    assert "2027年七一评议" in pair.contact.says("单位评议")
