"""Rounds that go otherwise: no candidate, nobody agreed, a stop, a second win, a merging, no right to drafts."""

import pytest
from sqlalchemy import select

from storage.models import Announcement, Attachment
from tests.duty import at
from tests.journeys.star_states import award_states, states
from tests.stars import ANNOUNCE, NOTICE, OPEN, REVIEW, neighbour, november, step, to_notice, told


@pytest.fixture
def people(chat, clock):
    return november(chat, clock)


def test_no_candidate_is_said_and_there_is_no_empty_poster(chat, clock, people):
    step(chat, clock, OPEN)
    step(chat, clock, REVIEW, people.secretary)
    assert told(people.secretary, "没有候选人")
    step(chat, clock, ANNOUNCE, people.secretary)
    assert states(chat)[0] == "empty"
    assert chat.rows(select(Attachment.id)) == []
    assert chat.rows(select(Announcement.id)) == []


def test_without_anybody_who_agreed_the_notice_waits_and_says_so(chat, clock, people, auntie):
    step(chat, clock, OPEN)
    auntie.says("推荐 王阿姨 05幢 每天帮独居老人倒垃圾")
    step(chat, clock, REVIEW)
    people.secretary.says("评议通过")
    step(chat, clock, NOTICE, people.secretary)
    assert len(told(people.secretary, "公示顺延到11月29日")) == 1
    people.secretary.says("代记同意 1 署名 热心的王阿姨")
    step(chat, clock, "2026-11-29T09:00", auntie)
    assert told(auntie, "热心的王阿姨")
    step(chat, clock, "2026-12-01T09:00", auntie)
    assert not told(auntie, "揭晓")
    step(chat, clock, "2026-12-02T09:00", auntie)
    assert told(auntie, "揭晓")


def test_a_notice_that_nobody_ever_agrees_to_ends_the_month(chat, clock, people, auntie):
    step(chat, clock, OPEN)
    auntie.says("推荐 王阿姨 05幢 每天帮独居老人倒垃圾")
    for day in range(26, 31):
        step(chat, clock, f"2026-11-{day}T09:00")
    for day in range(1, 12):
        step(chat, clock, f"2026-12-{day:02d}T09:00", people.secretary)
    assert states(chat)[0] == "empty"
    assert award_states(chat) == ["lapsed"]
    assert told(people.secretary, "多次顺延仍没有人选")


def test_after_a_stop_every_step_still_has_its_time(chat, clock, people, auntie):
    step(chat, clock, "2026-12-02T15:00", auntie)
    assert states(chat)[0] == "nominating"
    auntie.says("推荐 甲一员 05幢 每天帮老人取奶")
    people.members[0].says("同意公示")
    step(chat, clock, "2026-12-05T09:00")
    assert states(chat)[0] == "reviewing"
    people.secretary.says("评议通过")
    step(chat, clock, "2026-12-07T09:00", auntie)
    assert states(chat)[0] == "public_notice"
    step(chat, clock, "2026-12-10T08:59", auntie)
    assert not told(auntie, "揭晓")
    step(chat, clock, "2026-12-10T09:00", auntie)
    assert len(told(auntie, "揭晓")) == 1


def test_nobody_wins_twice_within_the_months(chat, clock, people, auntie):
    member = people.members[0]
    to_notice(chat, clock, people, member, "甲一员", auntie)
    step(chat, clock, ANNOUNCE)
    step(chat, clock, "2026-12-20T09:00")
    auntie.says("推荐 甲一员 05幢 每天帮老人取奶")
    auntie.says("推荐 丙一员 05幢 天天打扫楼道")
    member.says("同意公示")
    people.members[2].says("同意公示")
    step(chat, clock, "2026-12-26T09:00")
    listed = people.secretary.says("评议")
    assert "2026年11月得过" in listed
    assert "要隔 3 个月" in people.secretary.says("评议通过 2")
    assert "3 号 丙一员" in people.secretary.says("评议通过")


def test_the_reviewer_returns_merges_and_cannot_judge_themselves(chat, clock, people, auntie):
    step(chat, clock, OPEN)
    uncle = neighbour(chat, "张大爷")
    auntie.says("推荐 甲一员 05幢 每天帮老人取奶")
    uncle.says("推荐 甲大姐 05幢 每天帮老人取奶")
    uncle.says("推荐 丙一员 05幢 天天打扫楼道")
    neighbour(chat, "钱阿姨").says("推荐 吴范例 05幢 为大家跑前跑后")
    step(chat, clock, REVIEW)
    secretary = people.secretary
    assert "请写两个编号" in secretary.says("评议合并 2")
    assert "推荐合计 2 户，得分 40" in secretary.says("评议合并 2 到 1")
    assert "不能合并" in secretary.says("评议合并 2 到 1")
    assert "请写编号和理由" in secretary.says("评议退回 3")
    assert "已退回 3 号" in secretary.says("评议退回 3 事迹需要核实")
    assert "您是本人" in secretary.says("评议通过 4")
    assert "已通过 1 位：1 号" in secretary.says("评议通过 1 事迹 每天清晨帮独居老人取奶，电话13912345678")
    assert "已通过 1 号" in secretary.says("评议通过 3")
    detail = secretary.says("评议 1")
    assert "每天清晨帮独居老人取奶" in detail
    assert "13912345678" not in detail
    assert "没有 99 号候选人" in secretary.says("评议 99")
    assert "要由社区书记来办" in auntie.says("评议")


def test_the_account_without_a_right_to_drafts_is_told(chat, clock, people, auntie):
    chat.platform.drafts_allowed = False
    to_notice(chat, clock, people, people.members[0], "甲一员", auntie)
    step(chat, clock, ANNOUNCE, people.secretary)
    chat.work()
    assert told(people.secretary, "没能放进公众号草稿箱")
    assert [row.draft for row in chat.rows(select(Announcement.draft))] == ["refused"]


def test_a_building_leader_is_found_by_facts_and_not_by_words(chat, clock, people):
    leader, talker = people.lead, people.members[1]
    with chat.database.write() as connection:
        connection.exec_driver_sql("update places set qr_scene = 'Y1-5' where code = 'Y1-5'")
        insert = (
            "insert into posts (person_id, role, place_id, since) select p.id, 'building_leader', b.id, '2026-01-01'"
        )
        connection.exec_driver_sql(f"{insert} from people p, places b where p.code = 'M11' and b.code = 'Y1-1'")
    for day in range(3, 20):
        at(clock, f"2026-11-{day:02d}T10:00")
        leader.scans("Y1-5")
        leader.says("巡楼 05幢 无异常")
        for building in ("梧桐里1号院1幢", "梧桐里2号院9幢", "梧桐里2号院1幢"):
            talker.says(f"打卡 {building}")
            talker.says(f"巡楼 {building} 无异常")
    step(chat, clock, OPEN)
    step(chat, clock, REVIEW, leader)
    listed = people.secretary.says("评议")
    assert "优秀楼栋长　梧桐社区" in listed
    assert "王样本" in listed
    assert "乙一员" not in listed
