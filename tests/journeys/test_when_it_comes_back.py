"""Who asks when the water comes back hears what is announced, or how their report stands; else it is one."""

import pytest

from tests.notices import outage
from understanding.supply_back import supply_asked

NOW = "通知梧桐里1号院今天9点到15点停水抢修"


@pytest.mark.parametrize("words", ["水啥辰光来啊 等着烧水", "水几时才来哦", "邻居都讲停水 谁晓得啥时候来"])
def test_what_is_announced_at_home_answers(chat, people, homes, words):
    outage(people, NOW)
    chat.work()
    answer = homes["李阿姨"].says(words)
    assert "15:00" in answer, answer
    assert chat.tickets() == []


def test_their_own_report_answers(chat, people, homes):
    homes["李阿姨"].says("家里停水了 一滴水都没有")
    answer = homes["李阿姨"].says("水啥辰光来啊 等着烧水")
    assert "NH20261124-0001" in answer, answer
    assert len(chat.tickets()) == 1


@pytest.mark.parametrize("words", ["水啥辰光来啊 等着烧水", "邻居都讲停水 谁晓得啥时候来"])
def test_where_nothing_is_known_it_is_a_report(chat, people, homes, words):
    answer = homes["李阿姨"].says(words)
    assert "已登记" in answer, answer
    assert [ticket.urgency for ticket in chat.tickets()] != ["enquiry"]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("水啥辰光来", "water"), ("电到底什么时候通啊", "power"), ("暖气几时有", "heating"), ("停水了 多会儿能恢复", "water"),
        ("修水管的师傅什么时候来", None), ("下水道什么时候来人通", None), ("快递什么时候到", None), ("电梯什么时候修好", None),
        ("水什么时候来 催一下", None), ("什么时候来人看看", None), ("停水通知什么时候发的", None),
    ],
)  # fmt: skip
def test_which_supply_is_asked_for(words, kind):
    assert supply_asked(words) == kind
