"""Rounds that are put off, skipped and taken up again, and whose they are to change."""

import pytest
from sqlalchemy import select

from storage.models import Audit, StarRound
from tests.duty import at
from tests.journeys.star_states import award_states, dates, states
from tests.stars import NOTICE, OPEN, REVIEW, neighbour, november, step, told


@pytest.fixture
def people(chat, clock):
    return november(chat, clock)


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
