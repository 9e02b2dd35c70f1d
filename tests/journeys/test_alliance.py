"""红心结: what is said by and to both sides of a pairing, through the webhook."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select

from storage.models import Lecture, Milestone, MilestonePicture
from tests.alliance import alliance, book_lines, import_book

START = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)


@pytest.fixture
def pair(chat):
    return alliance(chat)


def number_of(chat, code):
    return chat.rows(select(Milestone.id).where(Milestone.code == code))[0][0]


def reminders(speaker):
    return [text for text in speaker.notices if "【共建】" in text]


def test_whom_we_are_paired_with_and_what_comes_next(chat, pair):
    said = pair.contact.says("我的结对")
    first = number_of(chat, "M1")
    assert said.startswith(f"您有1个结对，下一步是节点 {first}“为3户老人修水管”（12月4日到期，毕样本）")
    assert "审计局第一支部 — 第1网格党支部" in said
    assert "第1网格党支部 — 审计局第一支部" in pair.head.says("结对")
    assert "样本科技党支部" not in said
    assert "样本科技党支部" in pair.lead.says("红心结"), "who looks after alliances sees those of their area"


def test_who_answers_for_no_branch_is_told_whom_to_ask(chat, pair):
    stranger = chat.person("李阿姨")
    assert "社区书记" in stranger.says("我的结对")
    leader = chat.bound("王样本", "0005")
    assert "社区书记" in leader.says("共建协议")
    assert "社区书记" in leader.says("党课上完了 主题 社区治理 30人")


def test_a_lecture_is_recorded_once(chat, pair):
    said = pair.head.says("党课上完了，主题 社区治理怎么做，主讲 钱样本，30人")
    assert said == "已登记党课：11月24日“社区治理怎么做”，30人，主讲钱样本（与审计局第一支部）。这是今年第1次。"
    assert "已经登记过了" in pair.contact.says("党课 11月24日 主题 社区治理怎么做 31人")
    assert "这是今年第2次" in pair.contact.says("今天党课 《防诈骗》 主讲 卫示范 12人")
    assert chat.rows(select(func.count()).select_from(Lecture))[0][0] == 2
    assert "今年党课2次" in pair.head.says("我的结对")


def test_what_a_lecture_lacks_is_asked_for(chat, pair):
    assert "什么主题" in pair.head.says("党课上完了")
    assert "多少人" in pair.head.says("学习全会精神")
    said = pair.head.says("28")
    assert "“学习全会精神”，28人" in said
    assert "还没到" in pair.head.says("党课 12月20日 主题 年终总结 30人")
    assert chat.rows(select(func.count()).select_from(Lecture))[0][0] == 1


def test_with_two_pairings_it_is_asked_which(chat, clock):
    lines = book_lines()
    lines["pairings"].append({"code": "J3", "branch": "B1", "partner": "P2", "since": "2026-03-01"})
    pair = alliance(chat, lines)
    said = pair.head.says("党课 主题 社区治理怎么做 30人")
    assert "和哪个支部" in said
    number = next(line.split()[0] for line in said.splitlines() if "样本科技党支部" in line)
    assert "与样本科技党支部" in pair.head.says(number)
    assert "与审计局第一支部" in pair.head.says("党课 和审计局第一支部 主题 防诈骗 30人")


def test_both_sides_are_reminded_before_on_the_day_and_when_it_is_late_each_once(chat, clock, pair):
    number = number_of(chat, "M1")
    for day, words in ((27, "还有7天到期"), (30, ""), (33, "还有1天到期"), (34, "今天到期"), (35, "已逾期"), (40, "")):
        clock.turn(days=day - 24 - (clock() - START).days)
        before = {id(each): len(reminders(each)) for each in (pair.head, pair.secretary, pair.contact, pair.other)}
        for each in (pair.head, pair.secretary, pair.contact, pair.other):
            each.says("你好")
        chat.run("milestones")
        chat.run("milestones")
        chat.work()
        for each in (pair.head, pair.secretary, pair.contact):
            new = reminders(each)[before[id(each)] :]
            assert len(new) == (1 if words else 0), (day, new)
            assert all(words in text and f"节点 {number}" in text.splitlines()[0] for text in new)
        assert reminders(pair.other) == [], "who is no side of it hears nothing"


def test_after_a_long_stop_only_the_last_stage_is_said(chat, clock, pair):
    clock.turn(days=14)
    pair.head.says("你好")
    assert chat.run("milestones") == {"milestones": 1}
    chat.work()
    assert [
        text for text in reminders(pair.head) if "水管" in text and "到期" not in text.splitlines()[0]
    ] == reminders(pair.head)
    assert "已逾期（应在12月4日完成）" in reminders(pair.head)[0]


def test_nothing_is_said_before_the_hour(chat, clock, pair):
    clock.turn(days=3, hours=-2)
    assert chat.run("milestones") == {"milestones": 0}
    clock.turn(hours=1)
    assert chat.run("milestones") == {"milestones": 1}


def test_a_milestone_is_proved_once_in_words_with_pictures_after_them(chat, clock, pair):
    number = number_of(chat, "M1")
    pair.head.says("你好")
    said = pair.contact.says(f"节点 {number} 完成 已为3户老人修好水管")
    assert said.startswith(f"节点 {number}“为3户老人修水管”已登记完成，已告诉双方。")
    assert "下一步：节点" in said
    assert "共1张" in pair.contact.sends_picture()
    assert "共2张" in pair.contact.sends_picture()
    assert chat.rows(select(func.count()).select_from(MilestonePicture))[0][0] == 2
    assert chat.tickets() == []
    chat.work()
    assert any("已完成：已为3户老人修好水管" in text for text in pair.head.notices)
    again = pair.secretary.says(f"节点 {number} 完成 又修了一遍")
    assert "由卫示范已经登记完成" in again
    row = chat.rows(select(Milestone.__table__).where(Milestone.id == number))[0]
    assert row.proof == "已为3户老人修好水管"
    clock.turn(days=12)
    assert chat.run("milestones") == {"milestones": 0}, "nobody waits for it"


def test_a_picture_that_came_first_proves_it_too(chat, pair):
    number = number_of(chat, "M1")
    pair.contact.sends_picture()
    said = pair.contact.says(f"节点{number}完成了，水管都换好了")
    assert "收下照片1张" in said


def test_what_was_done_is_asked_for_and_which_one(chat, pair):
    number = number_of(chat, "M2")
    assert "是哪个节点" in pair.contact.says("节点完成了 讲座办好了")
    assert f"节点 {number}“办一次安全讲座”已登记完成" in pair.contact.says(str(number))
    other = number_of(chat, "M1")
    assert "做成了什么" in pair.contact.says(f"节点 {other} 完成")
    assert "已登记完成" in pair.contact.says("修好了3户的水管")


def test_nobody_else_proves_it(chat, pair):
    number = number_of(chat, "M1")
    assert f"没有您的节点 {number}" in pair.other.says(f"节点 {number} 完成 修好了")
    assert "没有您的节点 999" in pair.contact.says("节点 999 完成 修好了")
    assert chat.rows(select(Milestone.proved_at).where(Milestone.id == number))[0][0] is None


def test_how_far_the_agreements_are(chat, clock, pair):
    number = number_of(chat, "M1")
    said = pair.head.says("共建协议")
    assert said.startswith(f"共建协议1份，下一步是节点 {number}")
    assert "小区治理《水管改造》（与审计局第一支部，到12月31日）：完成0/2" in said
    clock.turn(days=12)
    assert f"【逾期】节点 {number}" in pair.head.says("共建协议")
    pair.secretary.says(f"节点 {number} 完成 修好了水管")
    assert "完成1/2" in pair.head.says("协议")


def test_a_unit_that_leaves_in_the_middle_ends_its_pairing_and_nobody_waits_any_more(chat, clock, pair):
    lines = book_lines()
    lines["units"] = [each for each in lines["units"] if each["code"] != "U1"]
    lines["branches"] = [each for each in lines["branches"] if each["code"] != "P1"]
    lines["contacts"] = [each for each in lines["contacts"] if each["unit"] != "U1"]
    for sheet in ("pairings", "agreements", "milestones"):
        lines[sheet] = [each for each in lines[sheet] if each["code"] == "J2"]
    for each in (pair.head, pair.contact, pair.secretary):
        each.says("你好")
    assert import_book(chat, lines).problems == []
    chat.work()
    for each in (pair.head, pair.contact, pair.secretary):
        assert len([text for text in each.notices if "结对已结束" in text]) == 1
    clock.turn(days=14)
    assert chat.run("milestones") == {"milestones": 0}
    number = number_of(chat, "M1")
    assert "已经终止" in pair.head.says(f"节点 {number} 完成 修好了")
    assert "没有结对" in pair.head.says("我的结对")
