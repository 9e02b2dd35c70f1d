"""Whom a notice is wanted for, and what of an order is no part of the message."""

import pytest

from understanding.notice_text import edited
from understanding.notice_whom import grid_meant, staff_meant


@pytest.mark.parametrize(
    ("words", "whom"),
    [
        ("给三网格的楼栋长发个通知,周五下午开会", "楼栋长"),
        ("通知所有网格员,明天早上八点集合", "网格员"), ("只发给楼栋长", "楼栋长"),
        ("跟党员们说一声,周六打扫", "党员"), ("提醒一下志愿者:带手套", "志愿者"), ("通知大家明天停水,有事找楼栋长", ""),
        ("通知居民明天停水,请跟网格员联系", ""), ("通知梧桐里1号院明天9点停水", ""), ("给居民和楼栋长发个通知,停水", ""),
    ],
)  # fmt: skip
def test_people_of_the_roster_are_no_audience(words, whom):
    assert staff_meant(words) == whom


@pytest.mark.parametrize(("words", "grid"), [("通知第2网格明天停水", "第2网格"), ("通知大家,二网格的人明天来", "")])
def test_a_grid_is_named(words, grid):
    assert grid_meant(words) == grid


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("再加一句,把自行车也挪开,弄好了就发", "明天大风，收好花盆，把自行车也挪开"),
        ("加上一句请关窗,没问题就发吧", "明天大风，收好花盆，请关窗"),
        ("把花盆改成杂物,改完直接发出去", "明天大风，收好杂物"),
        ("加一句,传单发给各户", "明天大风，收好花盆，传单发给各户"),
    ],
)  # fmt: skip
def test_that_it_is_to_be_sent_stands_in_no_message(words, text):
    assert edited("明天大风，收好花盆", words) == text
