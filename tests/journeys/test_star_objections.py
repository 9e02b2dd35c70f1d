"""Objections, consent taken back, leaving: what stops a name or takes it down."""

import pytest
from sqlalchemy import select

from storage.models import Announcement, Attachment, Audit, Objection, Outbox, StarAward
from tests.duty import at, roster, tick
from tests.journeys.star_states import award_states, states
from tests.stars import ANNOUNCE, OPEN, REVIEW, neighbour, november, step, to_notice, told

A_QUARTER = 16
"""Minutes after which a secretary hears the next thing that is no danger."""


@pytest.fixture
def people(chat, clock):
    return november(chat, clock)


def test_an_objection_stops_an_award_until_it_is_settled(chat, clock, people, auntie):
    member, other = people.members[0], neighbour(chat, "张大爷")
    to_notice(chat, clock, people, member, "甲一员", auntie)
    assert "请说说对 1 号的意见" in other.says("异议")
    assert "先暂停" in other.says("取奶的是另外一个人")
    clock.turn(minutes=A_QUARTER)
    chat.work()
    assert told(people.secretary, "有人提出异议")
    assert not told(member, "有人提出异议")
    assert not told(people.secretary, "取奶的是另外一个人")
    listed = people.secretary.says("异议列表")
    assert "取奶的是另外一个人" in listed
    assert "张大爷" not in listed
    assert "要由社区书记来办" in auntie.says("异议列表")
    step(chat, clock, ANNOUNCE, auntie, member, people.secretary, other)
    assert not told(auntie, "揭晓")
    assert told(people.secretary, "因异议暂停")
    assert "请写：异议处理" in people.secretary.says("异议处理 1 不成立")
    assert "不成立，恢复公示中" in people.secretary.says("异议处理 1 不成立 已走访核实，是本人做的")
    assert "没有待核实的异议" in people.secretary.says("异议处理 1 不成立 再说一次")
    tick(chat)
    assert told(other, "已核实：不成立")
    assert told(auntie, "揭晓")
    tick(chat)
    assert len(chat.rows(select(Announcement.id))) == 1
    assert states(chat)[0] == "announced"


def test_the_words_of_an_objection_lie_encrypted(chat, clock, people, auntie):
    to_notice(chat, clock, people, people.members[0], "甲一员", auntie)
    auntie.says("异议 1 取奶的是另外一个人")
    with chat.database.read() as connection:
        raw = connection.exec_driver_sql("select text from objections").scalar()
    assert "取奶".encode() not in bytes(raw)
    assert [row.text for row in chat.rows(select(Objection.text))] == ["取奶的是另外一个人"]


def test_an_upheld_objection_takes_the_award_down(chat, clock, people, auntie):
    to_notice(chat, clock, people, people.members[0], "甲一员", auntie)
    other = neighbour(chat, "张大爷")
    other.says("异议 1 取奶的是另外一个人")
    assert "已撤下" in people.secretary.says("异议处理 1 成立 经核实不是本人")
    assert award_states(chat) == ["withdrawn"]
    step(chat, clock, ANNOUNCE, people.secretary, other)
    assert states(chat)[0] == "empty"
    assert "现在没有公示和已发布" in other.says("美善之星")


def test_after_the_end_an_objection_is_looked_into_and_stops_nothing(chat, clock, people, auntie):
    to_notice(chat, clock, people, people.members[0], "甲一员", auntie)
    step(chat, clock, ANNOUNCE, people.secretary)
    assert "公示已经结束" in auntie.says("异议 1 取奶的是另外一个人")
    clock.turn(minutes=A_QUARTER)
    chat.work()
    assert told(people.secretary, "公示结束后提出意见")
    assert award_states(chat) == ["announced"]
    assert "恢复已发布" in people.secretary.says("异议处理 1 不成立 属实")
    assert "没有公示，也没有编号 9" in auntie.says("异议 9 不认识")


def test_consent_taken_back_takes_it_down_everywhere(chat, clock, people, auntie, tmp_path):
    member = people.members[0]
    to_notice(chat, clock, people, member, "甲一员", auntie)
    step(chat, clock, ANNOUNCE, auntie, member, people.secretary)
    (row,) = chat.rows(
        select(StarAward.code, Attachment.sha256).join(Attachment, Attachment.id == StarAward.picture_id)
    )
    web = chat.app.test_client()
    assert web.get(f"/awards/{row.code}").status_code == 200
    assert web.get(f"/awards/{row.code}.png").data[:4] == b"\x89PNG"
    assert web.get(f"/awards/{row.code}.pdf").data[:4] == b"%PDF"
    assert "甲一员" in web.get("/stars/2026").text
    assert len(chat.platform.drafts) == 1
    late = neighbour(chat, "后来的邻居")
    assert "甲一员" in late.says("美善之星")
    assert "已撤下您的美善之星" in member.says("不同意公示")
    clock.turn(minutes=A_QUARTER)
    chat.work()
    assert chat.platform.drafts == {}
    for path in (f"/awards/{row.code}", f"/awards/{row.code}.png", f"/awards/{row.code}.pdf"):
        assert web.get(path).status_code == 404
    assert "甲一员" not in web.get("/stars/2026").text
    assert not chat.tools.files.path(row.sha256).exists()
    assert "甲一员" not in late.says("美善之星")
    assert told(people.secretary, "已按本人意思撤下")
    assert "star.taken_down" in [deed.action for deed in chat.rows(select(Audit.action))]
    waiting = chat.rows(select(Outbox.text).where(Outbox.state.in_(("waiting", "kept"))))
    assert not any("甲一员" in push.text for push in waiting)


def test_what_has_not_gone_out_says_nothing_of_who_withdrew(chat, clock, people, auntie):
    member = people.members[0]
    to_notice(chat, clock, people, member, "甲一员", auntie)
    at(clock, ANNOUNCE)
    clock.turn(days=3)
    tick(chat)
    assert any("揭晓" in push.text for push in chat.rows(select(Outbox.text).where(Outbox.state == "kept")))
    member.says("不同意公示")
    kept = chat.rows(select(Outbox.text).where(Outbox.state == "kept"))
    assert not [push for push in kept if "甲一员" in push.text and "揭晓" in push.text]


def test_who_has_left_is_not_announced(chat, clock, people, auntie):
    to_notice(chat, clock, people, people.members[0], "甲一员", auntie)
    lines = roster()
    lines["people"] = [line for line in lines["people"] if line["code"] != "M10"]
    lines["posts"] = [line for line in lines["posts"] if line["person"] != "M10"]
    chat.subdistrict(lines)
    step(chat, clock, ANNOUNCE, people.secretary, auntie)
    assert told(people.secretary, "名册显示已离开")
    assert not told(auntie, "揭晓")
    assert award_states(chat) == ["withdrawn"]


def test_a_notice_that_has_not_gone_out_still_says_what_stands(chat, clock, people, auntie):
    one, two = people.members[0], people.members[2]
    step(chat, clock, OPEN)
    auntie.says("推荐 甲一员 05幢 每天帮老人取奶")
    auntie.says("推荐 丙一员 梧桐里2号院9幢 天天打扫楼道")
    one.says("同意公示")
    two.says("同意公示")
    step(chat, clock, REVIEW)
    assert "已通过 2 位" in people.secretary.says("评议通过")
    clock.turn(days=2)
    tick(chat)
    one.says("不同意公示")
    notice = next(text for text in told(auntie, "公示") or [auntie.says("帮助")] if "美善之星公示" in text)
    assert "丙一员" in notice
    assert "甲一员" not in notice
