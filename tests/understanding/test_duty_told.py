"""What is told of shifts in sentences: which, when, where, how long, who with, what somebody can, what was recorded."""

from datetime import datetime

import pytest

from governance.clock import SHANGHAI
from governance.working_calendar import WorkingCalendar
from understanding import duty, duty_told

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=SHANGHAI)
CALENDAR = WorkingCalendar()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("班次12我来不了", 12), ("班次 7 换一下", 7), ("12号班我去", 12), ("12班次谁去", 12), ("第3那个班", 3),
        ("28号那班我替", None), ("第1网格的班我替", None),        ("周六的班", None), ("第3天", None), ("5岗来不了", 5),
    ],
)  # fmt: skip
def test_a_shift_by_its_number(text, number):
    assert duty_told.shift_named(text) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("活动12报名", 12),
        ("活动 3 我去", 3),
        ("5号活动算我一个", 5),
        ("7那个活动还要人吗", 7),
        ("活动3月办", None),
        ("有活动吗", None),
    ],
)
def test_a_campaign_by_its_number(text, number):
    assert duty_told.campaign_named(text) == number


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("明天下午我去", True), ("3点我到", True), ("11.25我有空", True), ("11/25我有空", True), ("晚上可以", True),
        ("周末我有空", True), ("我有空", False), ("", False),
    ],
)  # fmt: skip
def test_whether_a_day_or_hour_is_named(text, when):
    assert duty_told.tells_when(text, NOW, CALENDAR) is when


@pytest.mark.parametrize(
    ("text", "said"),
    [("我明天下午3点到站里", "明天下午3点"), ("3点明天都行", "3点明天"), ("周六上午吧", "周六上午"), ("我去", "")],
)
def test_the_words_that_say_when(text, said):
    assert duty_told.when_said(text) == said


def test_the_hours_of_a_part_of_the_day():
    assert duty_told.hours_said("我上午有空") == (8, 12)
    assert duty_told.hours_said("下午来") == (12, 18)
    assert duty_told.hours_said("晚上可以") == (17, 24)
    assert duty_told.hours_said("傍晚可以") == (17, 24)
    assert duty_told.hours_said("有空") is None


def test_a_greeting_names_no_hours():
    assert duty_told.hours_said("晚上好") is None
    assert duty_told.when_said("早上好，晚上八点来") == "晚上八点"


@pytest.mark.parametrize(
    ("text", "station", "there"),
    [
        ("我在驿站", True, False),
        ("到了", False, True),
        ("我来了", False, True),
        ("驿站到了", True, True),
        ("人在岗上", True, True),
        ("快递收到了", False, False),
        ("到期了", False, False),
        ("明天到后天", False, False),
    ],
)
def test_who_says_that_they_are_there_and_at_what(text, station, there):
    assert duty_told.at_station(text) is station
    assert duty_told.says_there(text) is there


@pytest.mark.parametrize(
    ("text", "code"), [("码是482913", "482913"), ("尾号0001 码 482913", "482913"), ("4829134", None), ("48291", None)]
)
def test_the_six_digits_of_a_station(text, code):
    assert duty_told.code_said(text) == code


STATIONS = ("梧桐里便民驿站", "云山心理工作室", "老兵能量屋", "小红能量屋")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("我去云山心理工作室", ["云山心理工作室"]),
        ("梧桐里那个驿站明天我去", ["梧桐里便民驿站"]),
        ("驿站明天我去", ["梧桐里便民驿站"]),
        ("去心理的那个", []),
        ("云山心那边", ["云山心理工作室"]),
        ("老兵能那边", ["老兵能量屋"]),
        ("能量屋明天我去", ["老兵能量屋", "小红能量屋"]),
        ("老兵能量屋还是小红能量屋", ["老兵能量屋", "小红能量屋"]),
        ("我明天去", []),
    ],
)
def test_the_stations_that_are_named(text, named):
    assert duty_told.stations_named(text, STATIONS) == named


def test_the_end_of_a_name_counts_where_it_is_one_alone():
    assert duty_told.stations_named("服务站我去", ("梧桐岗亭", "银杏服务站")) == ["银杏服务站"]
    assert duty_told.stations_named("岗亭我去", ("梧桐岗亭", "银杏岗亭")) == []
    assert duty_told.stations_named("岗亭我去", iter(("梧桐岗亭", "银杏驿站"))) == ["梧桐岗亭"]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("单位是示例中学", "示例中学"), ("工作单位：示例供电公司，会电工", "示例供电公司"), ("我在示例供电所上班", "示例供电所"),
        ("我是示例医院的护士", "示例医院"), ("我来自己看看", None), ("我会修灯", None),
    ],
)  # fmt: skip
def test_where_somebody_works(text, unit):
    assert duty_told.unit_said(text) == unit


@pytest.mark.parametrize(
    ("text", "skills"),
    [
        ("我是护士", ["护理"]), ("当过会计，会电工", ["电工", "财务"]),
        ("特长：唱戏、理发", ["理发", "唱戏"]), ("特长是剪纸和书法", ["书法", "剪纸"]),
        ("医生大夫都是", ["医疗"]), ("会周末来", []), ("随便做点什么", []), ("擅长 下棋", ["下棋"]),
    ],
)  # fmt: skip
def test_what_somebody_can(text, skills):
    assert duty_told.skills_said(text) == skills


@pytest.mark.parametrize(
    ("text", "record"),
    [
        ("登记一下，楼上楼下为噪音吵架，说好十点后不跳绳", "调解记录 楼上楼下为噪音吵架，说好十点后不跳绳"),
        ("帮我记一下。李阿姨家水龙头，换了垫圈", "维修记录 李阿姨家水龙头，换了垫圈"),
        ("我刚调解完一起纠纷 张家和王家 晒衣滴水 同意错开", "调解记录 张家和王家，晒衣滴水，同意错开"),
        ("记一条维修", "维修记录"),
    ],
)
def test_a_record_told_in_sentences(text, record):
    assert duty_told.record_told(text) == record


def test_why_a_shift_is_called_off_and_which_days():
    assert duty_told.reason_told("明天的班停了，驿站装修，水电也断") == "驿站装修，水电也断"
    assert duty_told.reason_told("取消") == ""
    assert duty_told.days_told("明天到后天", NOW, CALENDAR) == (NOW.date().replace(day=25), NOW.date().replace(day=26))
    assert duty_told.days_told("下午", NOW, CALENDAR) is None


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("60分钟", 60), ("1.5小时", 90), ("两小时", 120), ("一个半小时", 90), ("2个半小时", 150), ("两小时半", 150), ("半小时", 30),
        ("半个小时", 30), ("-30分钟", -30), ("扣1小时", -60), ("减半小时", -30), ("十二小时", 720), ("一会儿", None),
    ],
)  # fmt: skip
def test_a_span(text, minutes):
    assert duty.minutes_in(text) == minutes


def test_numbers_people_and_the_rest_of_a_text():
    assert duty.shift_in("12号 两个人") == (12, "两个人")
    assert duty.shift_in(" ，第7班，张三") == (7, "张三")
    assert duty.shift_in("12点到") == (None, "12点到")
    assert duty.people_wanted("要两个人") == 2
    assert duty.people_wanted("12名志愿者") == 12
    assert duty.people_wanted("三位") == 3
    assert duty.people_wanted("人不够") is None
    assert duty.without_span("张三 -30分钟，迟到") == "张三  ，迟到"
    assert duty.without_span("：补2小时 开会：") == "补  开会"


@pytest.mark.parametrize(
    ("text", "name"),
    [("给张三", "张三"), ("跟李四换班", "李四"), ("，找 r12 来顶。", "r12"), ("请王五替我", "王五")],
)
def test_to_whom_a_place_is_offered(text, name):
    assert duty.colleague_in(text) == name


def test_for_whom_somebody_checks_in():
    assert duty.beside_in("替张三打卡") == "张三"
    assert duty.beside_in("，帮r12签到。") == "r12"
    assert duty.beside_in("给 0012") == "0012"
    assert duty.beside_in("打卡") is None


@pytest.mark.parametrize(
    ("text", "well"),
    [
        ("巡楼完毕，一切正常。", True), ("今天楼上楼下走了一圈 没什么问题！", True), ("正常", True), ("无", True), ("异常", False),
        ("问题", False), ("发现问题", False), ("3楼灯坏了", False), ("", False), ("都挺好的", True),
        ("今天都好；楼道无异常：", True),
    ],
)  # fmt: skip
def test_whether_a_patrol_found_nothing(text, well):
    assert duty.all_well(text) is well


@pytest.mark.parametrize(
    ("text", "wishes"),
    [
        ("工作日晚上", ["workday_evening"]),
        ("周末", ["weekend_morning", "weekend_afternoon", "weekend_evening"]),
        ("上午", ["workday_morning", "weekend_morning"]),
        ("平时晚上、周末上午", ["workday_evening", "weekend_morning"]),
        ("周末上午或下午", ["weekend_morning", "weekend_afternoon"]),
        ("下午、周末上午", ["weekend_morning", "weekend_afternoon"]),
        ("随时", [f"{day}_{part}" for day in ("workday", "weekend") for part in ("morning", "afternoon", "evening")]),
        ("再说", []),
    ],
)
def test_when_somebody_is_free(text, wishes):
    assert sorted(duty.wishes_in(text)) == sorted(wishes)


@pytest.mark.parametrize(
    ("text", "record"),
    [
        (
            "调解记录 张家和王家，晒衣滴水，同意错开，签了字",
            ("mediation", "张家和王家", "晒衣滴水", "同意错开，签了字", True),
        ),
        ("调解记录 张家和王家，晒衣滴水，没谈拢", ("mediation", "张家和王家", "晒衣滴水", "没谈拢", False)),
        ("调解记录", ("mediation", None, None, None, True)),
        ("调解登记：张家", ("mediation", "张家", None, None, True)),
        ("维修记录 水龙头；换垫圈。不漏了", ("repair", None, "水龙头", "换垫圈，不漏了", True)),
        ("调解记录 张家，噪音，都不肯让", ("mediation", "张家", "噪音", "都不肯让", False)),
        ("维修记录 水龙头 配件没到", ("repair", None, "水龙头", "配件没到", False)),
        ("维修登记 水龙头", ("repair", None, "水龙头", None, True)),
        ("维修记录", ("repair", None, None, None, True)),
    ],
)
def test_a_record_in_one_line(text, record):
    found = duty.record_in(text)
    assert (found.kind, found.parties, found.matter, found.outcome, found.well) == record


@pytest.mark.parametrize(
    ("text", "anyone"), [("谁能替我都行", True), ("随便", True), ("没有指定", True), ("给张三", False)]
)
def test_offered_to_anybody(text, anyone):
    assert duty.to_anyone(text) is anyone
