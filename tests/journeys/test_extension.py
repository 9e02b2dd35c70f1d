"""延期 said in two goes: what was said first stays, whichever it was."""

import pytest
from sqlalchemy import select

from storage.models import Extension
from tests.scenes import begun

LAMP = "梧桐里1号院05幢3楼楼道灯坏了"


@pytest.fixture
def worker(chat, clock, people):
    def begin():
        chat.person("李阿姨").says(LAMP)
        chat.work()
        people.worker.says("接单 1")
        return people.worker

    return begun(chat, clock, begin)


def asked(chat):
    return [(row.until.isoformat(), row.reason) for row in chat.rows(select(Extension.until, Extension.reason))]


@pytest.mark.parametrize("first", ["延期 1 到12月5日", "延期 1 12月5日", "延期 1 到2026-12-05"])
def test_the_day_stays_while_the_reason_is_asked_for(chat, worker, first):
    assert "为什么要延到12月5日" in worker.says(first)
    assert "延到12月5日" in worker.says("等12月3日到的配件")
    assert asked(chat) == [("2026-12-05", "等12月3日到的配件")]


def test_another_day_said_with_the_reason_is_meant(chat, worker):
    worker.says("延期 1 到12月5日")
    assert "延到12月6日" in worker.says("到12月6日 等配件")
    assert asked(chat) == [("2026-12-06", "等配件")]


@pytest.mark.parametrize("then", ["到12月5日", "12月5日 等配件"])
def test_the_reason_stays_while_the_day_is_asked_for(chat, worker, then):
    assert "要延到哪天" in worker.says("延期 1 等配件")
    assert "延到12月5日" in worker.says(then)
    assert asked(chat) == [("2026-12-05", "等配件")]


def test_so_many_days_are_no_reason(chat, worker):
    assert "为什么要延到11月28日" in worker.says("延期 1 五天")
    worker.says("等配件")
    assert asked(chat) == [("2026-11-28", "等配件")]


def test_who_decides_need_not_name_the_only_ticket_for_which_something_was_asked(chat, people, worker):
    chat.person("李阿姨").says("梧桐里1号院05幢单元门关不上")
    chat.work()
    worker.says("延期 1 到12月5日")
    worker.says("等厂家寄配件")
    chat.work()
    answer = people.secretary.says("小陈要宽限几天的那个，行，同意")
    if "您是想" in answer:
        answer = people.secretary.says("1")
    assert "已同意 NH20261124-0001" in answer
    assert chat.rows(select(Extension.granted))[0].granted


def test_who_stands_on_no_shift_and_asks_to_be_replaced_is_not_sent_to_the_shifts(chat, people, worker):
    assert "班次" not in worker.says("我家里有点事，下午三点以后不在，谁能帮我顶一下")


def test_the_day_that_it_is_put_off_to_counts_and_not_the_one_that_is_full(chat, worker):
    answer = worker.says("楼道灯那个今天排满了，缓到11月27日吧")
    assert "要在今天以后" not in answer
    assert "延到11月27日" in answer or "延到11月27日" in worker.says("人手不够")
