"""From when to when an announcement says that something lasts, in the words of whoever announces it."""

from datetime import date, datetime, timedelta

import pytest

from governance.clock import SHANGHAI
from understanding.time_told import TimeTold, begins_at, dated, says_more, time_told, without_times

NOW = datetime(2026, 11, 24, 10, 7, tzinfo=SHANGHAI)
"""A Tuesday."""
TODAY = NOW.date()


def at(day, hour=0, minute=0, month=11, year=2026):
    return datetime(year, month, day, tzinfo=SHANGHAI) + timedelta(hours=hour, minutes=minute)


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("明天上午9点到下午3点停水", at(25, 9), at(25, 15)),
        ("明天9点到3点停水", at(25, 9), at(25, 15)),
        ("明天8-11点停水", at(25, 8), at(25, 11)),
        ("明天上午9点半至11点一刻停电", at(25, 9, 30), at(25, 11, 15)),
        ("明天9点三刻到10点5分", at(25, 9, 45), at(25, 10, 5)),
        ("今天13:00到15:30", at(24, 13), at(24, 15, 30)),
        ("今晚10点到明早6点停水", at(24, 22), at(25, 6)),
        ("今晚22点到6点停水", at(24, 22), at(25, 6)),
        ("今晚10点到2点停水", at(24, 22), at(25, 2)),
        ("今晚10点到11点停水", at(24, 22), at(24, 23)),
        ("22点到15点停水", at(24, 22), at(25, 15)),
        ("今天晚上11点到12点", at(24, 23), at(25)),
        ("今晚11点到次日5点", at(24, 23), at(25, 5)),
        ("25日22点到26日5点", at(25, 22), at(26, 5)),
        ("25日晚上10点到当晚12点", at(25, 22), at(26)),
        ("25日晚上10点到第二天6点", at(25, 22), at(26, 6)),
        ("25日22点到次日23点", at(25, 22), at(26, 23)),
        ("25日22点到第二天23点", at(25, 22), at(26, 23)),
        ("25日9点到明晚9点", at(25, 9), at(25, 21)),
        ("12月1日9点到周三15点", at(1, 9, month=12), at(2, 15, month=12)),
        ("中午1点到2点停水", at(24, 13), at(24, 14)),
        ("下午12点到3点停水", at(24, 12), at(24, 15)),
        ("明天9点60分到10点", None, at(25, 10)),
        ("明晚8点到10点", at(25, 20), at(25, 22)),
        ("明早7点到9点", at(25, 7), at(25, 9)),
        ("今早8点到12点", at(24, 8), at(24, 12)),
        ("中午11点到1点", at(24, 11), at(24, 13)),
        ("中午12点到2点", at(24, 12), at(24, 14)),
        ("明天下午1点到明天下午5点", at(25, 13), at(25, 17)),
        ("下午2点到上午10点", at(24, 14), at(25, 10)),
        ("明天12点到12点半", at(25, 12), at(25, 12, 30)),
        ("周三到周五每天9点到11点", at(27, 9), at(27, 11)),
        ("停水,预计到15点", None, at(24, 15)),
        ("今天下午5点恢复", None, at(24, 17)),
        ("明天上午10点前来水", None, at(25, 10)),
        ("停电,预计明天下午3点左右恢复", None, at(25, 15)),
        ("18点钟以前修好", None, at(24, 18)),
        ("明天下午2点停水3小时", at(25, 14), at(25, 17)),
        ("明天9点停水两个半小时", at(25, 9), at(25, 11, 30)),
        ("明天9点停水半小时", at(25, 9), at(25, 9, 30)),
        ("明天9点停水半个钟头", at(25, 9), at(25, 9, 30)),
        ("明天9点停水", at(25, 9), None),
        ("停水3小时", None, NOW + timedelta(hours=3)),
        ("停水十二个小时", None, NOW + timedelta(hours=12)),
        ("停水", None, None),
        ("明天停水", at(25), at(26)),
        ("明天起停水", at(25), None),
        ("25日开始停气", at(25), None),
        ("25日到27日修路", at(25), at(28)),
        ("25日起到27日修路", at(25), at(28)),
        ("明天上午停水", at(25, 8), at(25, 12)),
        ("今天下午停电", at(24, 12), at(24, 18)),
        ("明天下午停水2小时", at(25, 12), at(25, 14)),
        ("明天停水2小时", at(25), at(25, 2)),
        ("下周三停水", at(2, month=12), at(3, month=12)),
        ("2028年1月3日停水", at(3, month=1, year=2028), at(4, month=1, year=2028)),
        ("2031年1月3日停水", None, None),
        ("明天9点61分到10点", None, at(25, 10)),
        ("明天25点停水", at(25), at(26)),
    ],
)
def test_from_when_to_when(words, start, end):
    assert time_told(words, NOW) == TimeTold(start, end)


@pytest.mark.parametrize(
    ("text", "later"),
    [
        ("今天停水", "11月24日停水"),
        ("明天上午停水,后天恢复", "11月25日上午停水,11月26日恢复"),
        ("大后天检修", "11月27日检修"),
        ("今晚停气", "11月24日晚停气"),
        ("明早8点停水", "11月25日早8点停水"),
        ("今日停电", "11月24日停电"),
        ("周三停水", "周三停水"),
    ],
)
def test_days_that_would_be_others_tomorrow_are_written_out(text, later):
    assert dated(text, TODAY) == later


def test_days_are_written_out_over_the_end_of_a_month():
    assert dated("明天停水", date(2026, 11, 30)) == "12月1日停水"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("明天上午停水，请提前储水。", "请提前储水"),
        ("请储水；今晚10点停水！老人可找社区", "请储水，老人可找社区"),
        ("停水，9点恢复", "停水"),
        ("请储水", "请储水"),
        ("明天停水", ""),
    ],
)
def test_the_clauses_without_a_time(text, kept):
    assert without_times(text) == kept


@pytest.mark.parametrize(
    ("text", "known", "more"),
    [
        ("通知梧桐里1号院居民,明天上午9点到下午3点停水", ("梧桐里1号院", "停水"), False),
        ("明晚8点停电", ("停电",), False),
        ("明天停水,请提前储水", ("停水",), True),
        ("梧桐里1号院停水了,送水车在门口", ("梧桐里", "梧桐里1号院", "停水"), True),
        ("次日下午停水。", ("停水",), False),
    ],
)
def test_whether_it_says_more_than_what_is_known(text, known, more):
    assert says_more(text, known) is more


@pytest.mark.parametrize(
    ("words", "place"),
    [("停水明天", 2), ("5幢今晚停水", 2), ("停水下午3点", 2), ("停水3点", 2), ("停水了", 3), ("", 0), ("下午明天", 0)],
)
def test_where_it_begins_to_say_when(words, place):
    assert begins_at(words) == place
