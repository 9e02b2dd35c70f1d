"""Rounds that go otherwise: no candidate, nobody agreed, objections, putting off, skipping, stops, taking down."""

import pytest
from sqlalchemy import select

from storage.models import Announcement, Attachment, Audit, Objection, Outbox, StarAward, StarRound
from tests.duty import at, roster, tick
from tests.stars import ANNOUNCE, NOTICE, OPEN, REVIEW, neighbour, november, step, to_notice, told


@pytest.fixture
def people(chat, clock):
    return november(chat, clock)


@pytest.fixture
def auntie(chat):
    return neighbour(chat, "李阿姨")


def states(chat):
    return [row.state for row in chat.rows(select(StarRound.state).order_by(StarRound.id))]


def award_states(chat):
    return [row.state for row in chat.rows(select(StarAward.state).order_by(StarAward.id))]


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


def test_an_objection_stops_an_award_until_it_is_settled(chat, clock, people, auntie):
    member, other = people.members[0], neighbour(chat, "张大爷")
    to_notice(chat, clock, people, member, "甲一员", auntie)
    assert "请说说对 1 号的意见" in other.says("异议")
    assert "先暂停" in other.says("取奶的是另外一个人")
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
    kept = chat.rows(select(Outbox.text).where(Outbox.state == "kept", Outbox.text.contains("揭晓")))
    assert kept
    member.says("不同意公示")
    kept = chat.rows(select(Outbox.text).where(Outbox.state == "kept", Outbox.text.contains("甲一员")))
    assert not [push for push in kept if "揭晓" in push.text]


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


def test_a_round_is_put_off_and_skipped_with_a_reason(chat, clock, people, auntie):
    step(chat, clock, OPEN)
    auntie.says("推荐 甲一员 05幢 每天帮老人取奶")
    assert "要由社区书记来办" in auntie.says("推迟评选 2天 下雪")
    assert "请写天数和原因" in people.secretary.says("推迟评选 2天")
    assert "请写天数和原因" in people.secretary.says("推迟评选 90天 太忙")
    answer = people.secretary.says("推迟评选 两天 下雪")
    assert "评议11月28日 9:00，公示11月30日 9:00，发布12月3日 9:00" in answer
    step(chat, clock, REVIEW)
    assert states(chat)[0] == "nominating"
    step(chat, clock, "2026-11-28T09:00", auntie)
    assert states(chat)[0] == "reviewing"
    assert "写明本月不评的原因" in people.secretary.says("本月不评")
    assert "评选已取消" in people.secretary.says("本月不评 正在换届")
    chat.work()
    assert told(auntie, "可以下月再推荐。原因：正在换届")
    step(chat, clock, "2026-12-03T09:00", people.secretary, auntie)
    assert states(chat)[0] == "skipped"
    assert not told(auntie, "揭晓")
    assert "没有可以改的评选" not in people.secretary.says("本月不评 再来一次")


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


def dates(chat):
    columns = (StarRound.opens_at, StarRound.review_at, StarRound.notice_at, StarRound.announce_at)
    return [tuple(row) for row in chat.rows(select(*columns).order_by(StarRound.id))]


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("本月不评 银杏社区 正在换届", "银杏社区不归您负责，什么都没有改"),
        ("本月不评 银杏社区正在换届", "银杏社区不归您负责，什么都没有改"),
        ("本月不评 正在换届 银杏社区", "银杏社区不归您负责，什么都没有改"),
        ("本月不评 雪松社区 正在换届", "没有找到“雪松社区”这个社区，什么都没有改"),
        ("推迟评选 银杏社区 2天 下雪", "银杏社区不归您负责，什么都没有改"),
        ("推迟评选 2天 银杏 下雪", "银杏社区不归您负责，什么都没有改"),
        ("推迟评选 2天 雪松社区 下雪", "没有找到“雪松社区”这个社区，什么都没有改"),
    ],
)
def test_who_names_another_s_community_changes_nothing(chat, clock, people, auntie, said, answer):
    step(chat, clock, OPEN)
    auntie.says("推荐 甲一员 05幢 每天帮老人取奶")
    before = dates(chat), states(chat), award_states(chat)
    refused = people.secretary.says(said)
    assert answer in refused
    assert "您负责梧桐社区" in refused
    assert (dates(chat), states(chat), award_states(chat)) == before
    assert "star.skip" not in [deed.action for deed in chat.rows(select(Audit.action))]


def test_one_s_own_community_and_one_that_is_named_in_passing(chat, clock, people):
    step(chat, clock, OPEN)
    assert "梧桐社区2026年11月评选推迟 2 天" in people.secretary.says("推迟评选 梧桐社区 2天 下雪")
    passing = people.secretary.says("推迟评选 一天 和银杏社区一起办颁奖")
    assert "推迟 1 天" in passing
    assert "原因：和银杏社区一起办颁奖" in passing
    assert "评选已取消" in people.secretary.says("本月不评 正在等社区换届")


def test_putting_off_is_taken_back(chat, clock, people):
    step(chat, clock, OPEN)
    planned = dates(chat)[0]
    assert "没有可以取消的推迟" in people.secretary.says("取消推迟")
    people.secretary.says("推迟评选 两天 下雪")
    people.secretary.says("推迟评选 三天 还在下雪")
    once = dates(chat)[0]
    assert "评议11月28日 9:00" in people.secretary.says("取消推迟")
    assert dates(chat)[0] != once
    assert "银杏社区不归您负责" in people.secretary.says("取消推迟 银杏社区")
    assert "要由社区书记来办" in people.members[0].says("取消推迟")
    assert "恢复原来的时间：评议11月26日 9:00，公示11月28日 9:00，发布12月1日 9:00" in people.secretary.says(
        "取消推迟 梧桐社区"
    )
    assert dates(chat)[0] == planned
    assert next(row.reason for row in chat.rows(select(StarRound.reason).order_by(StarRound.id))) is None
    assert "没有可以取消的推迟" in people.secretary.says("取消推迟")
    step(chat, clock, REVIEW)
    assert states(chat)[0] in ("reviewing", "empty")


def test_putting_off_is_not_taken_back_after_the_next_step_or_its_hour(chat, clock, people, auntie):
    step(chat, clock, OPEN)
    auntie.says("推荐 甲一员 05幢 每天帮老人取奶")
    people.secretary.says("推迟评选 两天 下雪")
    at(clock, REVIEW)
    assert "原定的下一步时间已经过了" in people.secretary.says("取消推迟")
    step(chat, clock, "2026-11-28T09:00")
    assert states(chat)[0] == "reviewing"
    assert "已经进入下一步" in people.secretary.says("取消推迟")


def test_a_skipped_round_goes_on_and_who_was_told_is_told_again(chat, clock, people, auntie):
    member, uncle = people.members[0], neighbour(chat, "张大爷")
    step(chat, clock, OPEN)
    auntie.says("推荐 甲一员 05幢 每天帮老人取奶")
    uncle.says("推荐 丙一员 05幢 天天打扫楼道")
    member.says("同意公示")
    step(chat, clock, REVIEW, auntie, uncle)
    people.secretary.says("评议通过 1")
    people.secretary.says("评议退回 2 事迹需要核实")
    before = dates(chat)[0], award_states(chat)
    for _ in range(2):
        assert "评选已取消" in people.secretary.says("本月不评 正在换届")
        assert award_states(chat) == ["lapsed", "lapsed"]
        chat.work()
        answer = people.secretary.says("恢复评选")
        assert "梧桐社区2026年11月评选已恢复（评议中），候选 2 位都还在" in answer
        chat.work()
        assert (dates(chat)[0], award_states(chat)) == before
    for speaker, name in ((auntie, "甲一员"), (uncle, "丙一员")):
        assert len(told(speaker, "评选取消了")) == 2
        assert len(told(speaker, f"评选恢复了，您的推荐（{name}）继续有效")) == 2
    assert states(chat)[0] == "reviewing"
    step(chat, clock, NOTICE, auntie)
    assert told(auntie, "美善之星公示")


def test_who_has_not_heard_of_the_end_hears_nothing_of_the_restoring(chat, clock, people, auntie):
    step(chat, clock, OPEN)
    auntie.says("推荐 甲一员 05幢 每天帮老人取奶")
    people.secretary.says("本月不评 正在换届")
    assert "已恢复（推荐中），候选 1 位" in people.secretary.says("恢复评选")
    chat.work()
    auntie.says("帮助")
    assert not told(auntie, "评选取消了")
    assert not told(auntie, "评选恢复了")
    assert "已经推荐过甲一员" in auntie.says("推荐 甲一员 05幢 每天帮老人取奶")


def test_a_skipped_round_stays_so_after_its_next_step(chat, clock, people, auntie):
    step(chat, clock, OPEN)
    auntie.says("推荐 甲一员 05幢 每天帮老人取奶")
    people.secretary.says("本月不评 正在换届")
    assert "没有可以改的评选" in people.secretary.says("取消推迟")
    at(clock, REVIEW)
    assert "原定的下一步时间已经过了" in people.secretary.says("恢复评选")
    assert states(chat)[0] == "skipped"
    assert award_states(chat) == ["lapsed"]
