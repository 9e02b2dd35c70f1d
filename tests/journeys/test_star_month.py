"""A month of the stars: nominations, consent, review, public notice, announcement; through the real webhook."""

import pytest
from sqlalchemy import select

from storage.models import Announcement, StarAward
from tests.duty import at, crew, tick


@pytest.fixture
def month(chat, clock):
    """November: a member has kept a shift and settled a quarrel, neighbours are at home in the first courtyard."""
    at(clock, "2026-11-02T09:00")
    people = crew(chat)
    tick(chat)
    at(clock, "2026-11-07T08:50")
    member = people.members[0]
    member.says("我住梧桐里1号院05幢")
    member.says("值班表")
    number = member.notices[-1].split("\n")[1].split("　")[0]
    assert "报名成功" in member.says(f"报名 {number}")
    member.says("打卡")
    assert "已到岗" in member.sends_location("梧桐和事佬工作室")
    at(clock, "2026-11-07T11:00")
    assert "已签退" in member.says("签退")
    assert "调解已登记" in member.says("调解记录 3楼和4楼两家，夜里太吵，双方和好")
    return people


def neighbour(chat, name, home="梧桐里1号院05幢"):
    speaker = chat.person(name)
    speaker.says(f"我住{home}")
    return speaker


def awake(*speakers):
    """They write, so that the platform takes pushes to them for 48 hours."""
    for speaker in speakers:
        speaker.says("帮助")


def test_a_month_of_the_stars(chat, clock, month):
    auntie, uncle = neighbour(chat, "李阿姨"), neighbour(chat, "张大爷", "梧桐里2号院9幢")
    member, secretary = month.members[0], month.secretary
    at(clock, "2026-11-20T09:00")
    awake(auntie, uncle, member, secretary)
    tick(chat)
    assert any("2026年11月美善之星开始推荐啦" in text for text in auntie.notices)
    answer = auntie.says("推荐 甲一员 05幢 每天帮独居老人取奶，电话13912345678")
    assert "已记下美善之星候选：甲一员（梧桐里1号院）" in answer
    assert "事迹里的电话已去掉" in answer
    chat.work()
    assert any("您被推荐为2026年11月美善之星" in text for text in member.notices)
    assert "署名“甲大姐”" in member.says("同意公示 署名 甲大姐")
    at(clock, "2026-11-26T09:00")
    awake(auntie, uncle, member, secretary)
    tick(chat)
    assert any("候选 1 位" in text for text in secretary.notices)
    listed = secretary.says("评议")
    assert "★" in listed
    assert "本人已同意" in listed
    detail = secretary.says("评议 1")
    assert "服务时长 2小时　+20" in detail
    assert "值班调解成功　+20" in detail
    assert "邻居推荐　+20" in detail
    assert "13912345678" not in detail
    assert "已通过 1 位：1 号 甲一员" in secretary.says("评议通过")
    at(clock, "2026-11-27T20:00")
    awake(auntie, uncle, member, secretary)
    at(clock, "2026-11-28T09:00")
    tick(chat)
    notice = next(text for text in auntie.notices if "公示" in text and "到12月1日" in text)
    assert "甲大姐（梧桐里1号院）" in notice
    assert "甲一员" not in notice
    why = auntie.says("为什么是她")
    assert "共 65 分" in why
    assert sum(int(line.rpartition("+")[2]) for line in why.splitlines()[1:]) == 65
    awake(auntie, uncle, member, secretary)
    at(clock, "2026-11-30T20:00")
    awake(auntie, uncle, member, secretary)
    tick(chat)
    assert not any("揭晓" in text for text in auntie.notices)
    at(clock, "2026-12-01T09:00")
    tick(chat)
    shown = [
        bubble
        for bubble in chat.platform.journal.of(auntie.openid)
        if bubble.kind == "image" and bubble.side == "account"
    ]
    assert len(shown) == 1
    told = [text for text in auntie.notices if "揭晓" in text]
    assert len(told) == 1
    assert "甲大姐" in told[0]
    assert any("恭喜您荣获" in text for text in member.notices)
    tick(chat)
    assert len([text for text in auntie.notices if "揭晓" in text]) == 1
    assert len(chat.rows(select(Announcement.id))) == 1
    assert [row.state for row in chat.rows(select(StarAward.state))] == ["announced"]
