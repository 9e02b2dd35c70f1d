"""Who is away and till when, who stands in, and who of several people is meant."""

from datetime import date, datetime

import pytest

from governance.clock import SHANGHAI
from governance.working_calendar import WorkingCalendar
from understanding.leave import days_away, hours_away, stand_in_name, who_is_away
from understanding.which_person import person_in
from understanding.whom import Whom, tells_whom, whom_in, whom_named

TODAY = date(2026, 11, 24)
"""A Tuesday."""


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("家里有事想请个假", 24, 24),
        ("明天请假", 25, 25),
        ("今明两天请假", 24, 25),
        ("今天明天都来不了", 24, 25),
        ("这两天不在", 24, 25),
        ("明后两天请假", 25, 26),
        ("明后休息", 25, 26),
        ("从明天起请假三天", 25, 27),
        ("周四到周五请假", 26, 27),
        ("请假两天", 24, 25),
    ],
)
def test_the_days_of_a_leave(text, first, last):
    assert days_away(text, TODAY) == (date(2026, 11, first), date(2026, 11, last))


def clock(minutes):
    return f"{minutes // 60}:{minutes % 60:02d}"


@pytest.mark.parametrize(
    ("now", "text", "hours"),
    [
        ("10:00", "请假,九点到十一点", "9:00-11:00"),
        ("10:00", "明天五点到九点请假", "5:00-9:00"),
        ("10:00", "明天8:15到9:45请假", "8:15-9:45"),
        ("10:00", "下午两点到四点请假", "14:00-16:00"),
        ("10:00", "明天下午3点半以后请假", "15:30-24:00"),
        ("10:00", "明天22点到24点请假", "22:00-24:00"),
        # what would be over by now is said of the afternoon
        ("10:00", "请假,五点到九点", "17:00-21:00"),
        ("10:00", "8点到10点请假", "20:00-22:00"),
        ("10:00", "今天5点以后请假", "17:00-24:00"),
        ("10:00", "10点起请假", "22:00-24:00"),
        ("10:29", "10点到10点半请假", "10:00-10:30"),
        ("10:45", "10点到10点半请假", "22:00-22:30"),
        ("14:30", "11点到12点请假", "23:00-24:00"),
        # and stays as it is said where the afternoon has no such hours
        ("14:30", "11点到13点请假", "11:00-13:00"),
        ("14:30", "12点以后请假", "12:00-24:00"),
        ("15:00", "14点到14点半请假", "14:00-14:30"),
        # a whole day, or an hour that says neither from when nor until when
        ("10:00", "明天请假", None),
        ("10:00", "明天3点请假", None),
        ("10:00", "8点到9点请假,11点以后回来", None),
        ("10:00", "明天22点到6点请假", None),
    ],
)
def test_the_hours_of_a_leave(now, text, hours):
    found = hours_away(text, datetime.fromisoformat(f"2026-11-24 {now}").replace(tzinfo=SHANGHAI), WorkingCalendar())
    assert (None if found is None else "-".join(map(clock, found))) == hours


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("王样今天请假,我替", "王样"),
        ("小陈今天请假,活给我顶着", "小陈"),
        ("陈试用明天请假,由我代", "陈试用"),
        ("老赵身体不舒服休病假,让我替两天", "老赵"),
        ("孙模拟 下午请事假 我来顶", "孙模拟"),
        ("王主任临时请假,我先接着", "王主任"),
        ("我今天请假,让小陈替", None),
        ("小陈今天请假", None),
        ("楼道灯今天坏了,我来修", None),
        ("今天请假,我替", None),
    ],
)
def test_a_colleague_whose_leave_is_told_by_who_stands_in(text, who):
    assert who_is_away(text) == who


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("明天请假,由陈试用代", "陈试用"),
        ("请假三天,让孙模拟替", "孙模拟"),
        ("请假,交给 r12 代", "r12"),
        ("找王样本帮我顶", "王样本"),
        ("请假 代岗:陈试用", "陈试用"),
        ("请假,代班人是孙模拟。", "孙模拟"),
        ("明天请假 陈试用代岗", "陈试用"),
        ("请假,00123 替我", "00123"),
        ("明天请假", None),
    ],
)
def test_who_stands_in(text, name):
    assert stand_in_name(text) == name


PEOPLE = (
    ("R0012", "陈试用", "网格长（第1网格）"),
    ("R0013", "陈试用", "网格员（第2网格）"),
    ("R0014", "陈试用", "红色楼栋长（梧桐里1号院05幢）"),
    ("R0015", "陈样例", "社区书记（梧桐社区）"),
)


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("1", 0),
        ("第三个", 2),
        ("R0013", 1),
        ("r0014那个", 2),
        ("网格长", 0),
        ("第二网格的", 1),
        ("2网格那位", 1),
        ("书记", None),
        ("社区书记", 3),
        ("陈样例", 3),
        ("陈试用", None),
        ("楼栋长陈试用", None),
        ("红色楼栋长", 2),
        ("梧桐里1号院的", 2),
        ("梧桐社区那个", 3),
        ("R0012 网格员", 0),
        ("都不是", None),
        ("", None),
    ],
)
def test_who_of_several_is_meant(words, place):
    assert person_in(words, PEOPLE) == place


def test_a_number_with_more_words_chooses_and_a_word_that_names_nobody_does_not_choose_the_only_one():
    assert person_in("2，下午再说", PEOPLE) == 1
    assert person_in("5，下午再说", PEOPLE) is None
    assert person_in("谁啊", PEOPLE[:1]) is None
    assert person_in("谁啊", ()) is None


def test_two_letters_of_a_post_are_enough():
    assert person_in("楼长那位", (("R1", "陈试用", "网格员"), ("R2", "陈试用", "楼长"))) == 1


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("陈试用", True), ("r12", True), ("第1网格的r12", True), ("城管", True), ("给网格长", True), ("小陈", True),
        ("陈主任去吧", True), ("知道了", False), ("好的", False), ("明天再说", False), ("灯坏了", False), ("转给派出所吧", True),
    ],
)  # fmt: skip
def test_whether_an_answer_names_anybody(text, tells):
    assert tells_whom(text) is tells


def test_somebody_named_alone_or_with_a_reason():
    assert whom_named("城管") == whom_in("城管")
    assert whom_named("城管 ").line is not None
    assert whom_named(" R12 ").name in ("r12", "R12")
    assert whom_named("陈试用") == Whom(name="陈试用")
