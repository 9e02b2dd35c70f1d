"""A command that waits for a place, a person or a number takes only what looks like it; what else is said is done."""

import pytest
from sqlalchemy import func, select

from storage.models import Nomination, StarAward, Ticket
from tests.scenes import begun
from tests.stars import OPEN, neighbour, november, step

STORY = "推荐老秦 天天给隔壁独居的胡奶奶倒垃圾 大家都夸"
WHERE = "老秦住哪栋楼"


@pytest.fixture
def people(chat, clock):
    def begin():
        found = november(chat, clock)
        step(chat, clock, OPEN)
        return found

    return begun(chat, clock, begin)


@pytest.fixture
def asked(chat, people):
    """Somebody without a home who is asked where their nominee lives."""
    speaker = chat.person("李阿姨")
    assert WHERE in speaker.says(STORY)
    return speaker


def count(chat, column):
    return chat.rows(select(func.count(column)))[0][0]


def test_a_report_is_filed_and_the_question_is_left(chat, asked):
    tickets = count(chat, Ticket.number)
    assert "已登记" in asked.says("梧桐里1号院05幢门口的垃圾桶满得溢出来了，一股馊味")
    assert count(chat, Ticket.number) == tickets + 1
    assert WHERE not in asked.says("晚安")
    assert count(chat, Nomination.id) == 0


@pytest.mark.parametrize(
    "text", ["我不是推荐谁 我就随便讲讲", "不推荐了", "唉算了，不提名了", "随便说说的", "没有要推荐人的意思"]
)
def test_who_lets_it_go_is_not_asked_again(chat, asked, text):
    assert "有事随时再说" in asked.says(text)
    assert WHERE not in asked.says("嗯嗯")
    assert count(chat, Nomination.id) == 0


def test_what_is_wanted_instead_is_done_at_once(asked):
    assert "居住证" in asked.says("不推荐了，我想问的是居住证去哪里办")


def test_nothing_is_asked_more_than_twice(asked):
    assert WHERE in asked.says("那个那个")
    assert WHERE not in asked.says("嗯嗯啊")
    assert WHERE not in asked.says("那个那个")


def test_thanks_and_greetings_are_answered_as_such(asked):
    assert "不客气" in asked.says("谢谢你们了")
    assert WHERE not in asked.says("您好")


@pytest.mark.parametrize(
    ("answer", "name"),
    [
        ("梧桐里1号院05幢 全名好像是秦学勤吧", "秦学勤"),
        ("住梧桐里1号院05幢，大名叫秦学琴", "秦学琴"),
        ("虎踞北路4号5幢", "老秦"),
        ("就是梧桐里1号院05幢 那边的", "老秦"),
    ],
)
def test_a_place_completes_it_with_the_name_that_is_told_besides(chat, asked, answer, name):
    assert f"候选：{name}" in asked.says(answer)
    assert count(chat, Nomination.id) == 1
    (row,) = chat.rows(select(Nomination.reason))
    assert "倒垃圾" in row.reason


def test_a_swap_takes_a_name_and_lets_all_else_be_said(chat, people):
    member = people.members[0]
    listed = next(line for line in member.says("值班表").splitlines() if "和事佬" in line and "周六" in line)
    shift = listed.split("　")[0]
    member.says(f"报名 {shift}")
    assert "给谁" in member.says(f"换班 {shift}")
    assert "已登记" in member.says("梧桐里1号院05幢三楼的灯不亮了，黑咕隆咚的")
    assert "给谁" in member.says(f"换班 {shift}")
    assert "有事随时再说" in member.says("算了 不换了")
    assert "给谁" in member.says(f"换班 {shift}")
    assert "乙一员" in member.says("给乙一员")


@pytest.mark.parametrize(
    "text", ["她叫秦学琴，麻烦改一下", "不好意思名字打错了 应该叫秦学琴", "推荐的那位名字写错了，是叫秦学琴"]
)
def test_a_nominee_s_name_is_corrected_while_it_waits_for_review(chat, people, text):
    auntie = neighbour(chat, "李阿姨")
    assert "候选：秦学勤" in auntie.says("推荐 秦学勤 05幢 天天给独居老人倒垃圾")
    told = auntie.says(text)
    assert "秦学琴" in told
    assert "秦学勤" in told
    assert [row.name for row in chat.rows(select(StarAward.name))] == ["秦学琴"]
    assert "秦学琴" in auntie.says("我的推荐")


def test_a_name_of_somebody_known_or_named_by_others_stays(chat, people):
    auntie, uncle = neighbour(chat, "李阿姨"), neighbour(chat, "张大爷")
    auntie.says("推荐 甲一员 05幢 每天帮独居老人取奶")
    assert "核对" in auntie.says("名字写错了 他叫钱一元")
    uncle.says("推荐 秦学勤 05幢 天天给独居老人倒垃圾")
    auntie.says("推荐 秦学勤 05幢 天天给独居老人倒垃圾")
    assert "核对" in uncle.says("名字写错了 他叫秦学琴")
    assert {row.name for row in chat.rows(select(StarAward.name)) if row.name} == {"秦学勤"}


@pytest.mark.parametrize(
    "text", ["我推荐的那位评上没有啊", "提名的那个有结果了吗", "我不是再推荐谁 是问推荐的结果", "推荐的人选上没"]
)
def test_asking_what_became_of_it_starts_no_other(chat, people, text):
    auntie = neighbour(chat, "李阿姨")
    auntie.says("推荐 秦学勤 05幢 天天给独居老人倒垃圾")
    assert "秦学勤（梧桐里1号院）　待评议" in auntie.says(text)
    assert count(chat, Nomination.id) == 1


def test_a_greeting_is_the_finding_of_no_round(chat, people):
    tickets = count(chat, Ticket.number)
    people.lead.says("巡楼")
    assert "已登记" not in people.lead.says("晚安")
    assert "无异常" in people.lead.says("楼道都好 没啥")
    assert count(chat, Ticket.number) == tickets


def test_a_story_is_waited_for_and_a_trouble_told_meanwhile_is_reported(chat, people):
    auntie = neighbour(chat, "李阿姨")
    assert "做了什么好事" in auntie.says("推荐 甲一员")
    assert "已登记" in auntie.says("梧桐里1号院05幢三楼的灯不亮了")
    assert count(chat, Nomination.id) == 0


def test_a_name_alone_is_taken_and_the_place_is_still_asked_for(chat, asked):
    assert "秦学琴住哪栋楼" in asked.says("她全名叫秦学琴")
    assert "候选：秦学琴" in asked.says("住梧桐里1号院05幢")
