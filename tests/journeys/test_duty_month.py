"""A month of one station: from the plan to the hours."""

import pytest
import requests
from icalendar import Calendar
from sqlalchemy import func, select

from storage.models import CheckIn, DutyRecord, ServiceHours, SignUp
from tests.duty import at, crew, tick


@pytest.fixture
def people(chat):
    return crew(chat)


def number_of(answer):
    """The first shift's number in a list."""
    return next(line.split("　")[0] for line in answer.splitlines() if "　" in line and line.split("　")[0].isdigit())


def shift_on(speaker, when):
    return number_of(speaker.says(f"值班表 {when}"))


def awake(people):
    """Everybody has written within the last 48 hours: the platform lets pushes through."""
    for speaker in (people.lead, people.secretary, people.head, *people.members):
        speaker.says("您好")


def test_a_shift_from_the_list_to_the_hours(chat, clock, people):
    one, two, *_ = people.members
    listed = one.says("值班表 周六")
    assert "梧桐和事佬工作室" in listed
    assert "0/2" in listed
    n = number_of(listed)
    assert "报名成功" in one.says(f"报名 {n}")
    assert "已经在班次" in one.says(f"报名 {n}")
    assert "报名成功" in two.says(f"报名{n}")
    assert "梧桐和事佬工作室" in one.says("我的值班")
    at(clock, "2026-11-27T08:00")
    awake(people)
    at(clock, "2026-11-27T19:01")
    tick(chat)
    assert "明天值班提醒" in one.notices[-1]
    at(clock, "2026-11-28T08:05")
    tick(chat)
    tick(chat)
    assert sum("值班快开始了" in text for text in one.notices) == 1
    assert "08:45 起可以打卡" in one.says("打卡")
    at(clock, "2026-11-28T08:50")
    assert "发个位置" in one.says("打卡")
    far = one.sends_location("远处", 32.10, 118.76)
    assert "公里" in far
    assert "150 米" in far
    assert "已到岗打卡" in one.sends_location("工作室", 32.0501, 118.76)
    at(clock, "2026-11-28T09:20")
    tick(chat)
    assert any("乙一员还没有到岗打卡" in text for text in people.lead.notices)
    at(clock, "2026-11-28T11:02")
    asked = one.says("调解记录")
    assert "当事人" in asked
    assert "调解已登记" in one.says("3楼和4楼两家，夜里太吵，双方和好")
    gone = one.says("签退")
    assert "计时长 2小时" in gone
    assert "没有到岗打卡" in one.says("签退") or "不用签退" in one.notices[-1]
    at(clock, "2026-11-28T11:20")
    tick(chat)
    assert any("没有到岗" in text and "乙一员" in text for text in people.lead.notices)
    assert any("已记缺勤" in text for text in two.notices)
    assert "本月 2小时" in one.says("服务时长")
    with chat.database.read() as connection:
        assert connection.execute(select(func.sum(ServiceHours.minutes))).scalar() == 120
        states = connection.execute(select(SignUp.state).order_by(SignUp.id)).scalars().all()
        raw = connection.exec_driver_sql("select parties from duty_records").scalar()
        told = connection.execute(select(DutyRecord.parties, DutyRecord.matter)).one()
    assert states == ["done", "absent"]
    assert told == ("3楼和4楼两家", "夜里太吵")
    assert "两家".encode() not in bytes(raw)


def test_late_early_corrected_and_confirmed(chat, clock, people):
    one, two, *_ = people.members
    n = shift_on(one, "周六")
    one.says(f"报名 {n}")
    two.says(f"报名 {n}")
    at(clock, "2026-11-27T08:00")
    awake(people)
    at(clock, "2026-11-28T09:30")
    assert "晚到 30 分钟" in one.sends_location("工作室", 32.05, 118.76)
    at(clock, "2026-11-28T08:55")
    two.sends_location("工作室", 32.05, 118.76)
    at(clock, "2026-11-28T10:30")
    gone = one.says("签退")
    assert "早走 30 分钟" in gone
    assert "计时长 1小时" in gone
    at(clock, "2026-11-28T11:20")
    tick(chat)
    tick(chat)
    assert f"确认工时 {n}" in people.lead.notices[-1]
    assert "乙一员 2小时" in people.lead.says(f"确认工时 {n}")
    assert "没有等确认" in people.lead.says(f"确认工时 {n}")
    done = people.lead.says(f"更正工时 {n} 甲一员 90分钟 电梯故障晚到")
    assert "由 1小时 改为 1小时30分" in done
    assert "没有改动" in people.lead.says(f"更正工时 {n} 甲一员 90分钟 电梯故障晚到")
    assert "负责" in two.says(f"更正工时 {n} 甲一员 10分钟 不服")
    chat.work()
    assert any("更正为 1小时30分" in text for text in one.notices)
    with chat.database.read() as connection:
        lines = connection.execute(
            select(ServiceHours.minutes, ServiceHours.counters_id).order_by(ServiceHours.id)
        ).all()
    assert [row.minutes for row in lines] == [60, 120, 30]
    assert lines[2].counters_id is not None, "the first entry stands as it was"


def test_stand_by_moves_up_and_swaps(chat, clock, people):
    one, two, three, four = people.members
    n = shift_on(one, "周六")
    for member in (one, two):
        assert "报名成功" in member.says(f"报名 {n}")
    assert "候补第 1 位" in three.says(f"报名 {n}")
    assert "候补第 2 位" in four.says(f"报名 {n}")
    assert "候补第 1 位" in three.says(f"报名 {n}")
    assert "已取消" in one.says(f"取消值班 {n}")
    chat.work()
    assert "已从候补转为值班" in three.notices[-1]
    assert "候补第 1" in four.says("我的值班")
    assert "已经在这个班上" in two.says(f"换班 {n} 给 丙一员")
    assert "请求" in two.says(f"换班 {n} 给 甲一员")
    chat.work()
    assert f"同意换班 {n}" in one.notices[-1]
    assert "换班成功" in one.chooses(f"同意换班 {n}")
    assert "没有等您答复" in one.says(f"同意换班 {n}")
    chat.work()
    assert "已接下您的班次" in two.notices[-1]
    told = people.lead.says(f"班次 {n}")
    assert "甲一员" in told
    assert "候补：丁一员" in told
    at(clock, "2026-11-27T22:00")
    late = three.says(f"取消值班 {n}")
    assert "不到 12 小时" in late
    at(clock, "2026-11-28T09:01")
    assert "已经开始" in three.says(f"取消值班 {n}")
    assert "已经开始" in people.secretary.says(f"报名 {n}")


def test_open_swap_goes_to_the_first_who_takes_it(chat, people):
    one, two, three, four = people.members
    for member in people.members:
        assert "报到成功" in member.says("报到 梧桐社区")
        member.says("算了")
    n = shift_on(one, "周六")
    one.says(f"报名 {n}")
    two.says(f"报名 {n}")
    asked = one.says(f"换班 {n}")
    assert "换班" in asked
    assert "2 位" in one.says("都可以")
    chat.work()
    assert "换班成功" in three.chooses(f"接班 {n}")
    assert "没有等您答复" in four.chooses(f"接班 {n}")


def test_night_rest_qualification_and_the_end_of_the_month(chat, clock, people):
    one, two, *_ = people.members
    at(clock, "2026-12-01T10:00")
    tick(chat)
    at(clock, "2026-12-29T10:00")
    tick(chat)
    night = shift_on(one, "12月30日")
    assert "报名成功" in one.says(f"报名 {night}")
    people.lead.says("加班次 和事佬 12月31日 9点到11点 2人")
    morning = shift_on(one, "12月31日")
    assert "休息满 8 小时" in one.says(f"报名 {morning}")
    wired = next(line.split("　")[0] for line in one.says("值班表 1月2日").splitlines() if "鲁班" in line)
    assert "“电工”资格" in one.says(f"报名 {wired}")
    assert "“电工”资格" in two.says(f"换班 {wired}") or "才能换" in two.notices[-1]
    assert "已认定" in people.lead.says("认定 甲一员 电工")
    assert "报名成功" in one.says(f"报名 {wired}")
    together = next(line.split("　")[0] for line in one.says("值班表 1月2日").splitlines() if "和事佬" in line)
    assert "重叠" in one.says(f"报名 {together}")


def test_a_night_over_the_end_of_the_month_counts_in_both(chat, clock, people):
    one, *_ = people.members
    at(clock, "2026-12-30T10:00")
    assert "已加班次" in people.lead.says("加班次 梧桐和事佬工作室 12月31日 22点到次日6点 1人")
    n = next(line.split("　")[0] for line in one.says("值班表 12月31日").splitlines() if "次日" in line)
    one.says(f"报名 {n}")
    at(clock, "2026-12-31T21:55")
    assert "已到岗" in one.sends_location("工作室", 32.05, 118.76)
    at(clock, "2027-01-01T06:05")
    assert "计时长 8小时" in one.says("签退")
    with chat.database.read() as connection:
        rows = connection.execute(select(ServiceHours.day, ServiceHours.minutes).order_by(ServiceHours.day)).all()
    assert [(str(row.day), row.minutes) for row in rows] == [("2026-12-31", 120), ("2027-01-01", 360)]


def test_a_scan_is_enough_here_and_not_there(chat, clock, people):
    one, *_ = people.members
    people.lead.says("认定 甲一员 电工")
    n = next(line.split("　")[0] for line in one.says("值班表 周六").splitlines() if "鲁班" in line)
    one.says(f"报名 {n}")
    at(clock, "2026-11-28T09:50")
    with chat.database.write() as connection:
        connection.exec_driver_sql("update places set qr_scene = 'L1' where code = 'L1'")
    assert "拍照转发" in one.scans("L1")
    assert "不对或已过期" in one.says("打卡 000001")
    shown = people.lead.says("打卡码 梧桐鲁班能量屋")
    code = next(word for word in shown.replace("：", " ").replace("，", " ").split() if word.isdigit())
    clock.turn(minutes=21)
    assert "不对或已过期" in one.says(f"打卡 {code}"), "a photographed code is of no use twenty minutes later"
    shown = people.lead.says("打卡码 梧桐鲁班能量屋")
    code = next(word for word in shown.replace("：", " ").replace("，", " ").split() if word.isdigit())
    assert "已到岗打卡" in one.says(f"打卡 {code}")
    with chat.database.read() as connection:
        assert connection.execute(select(CheckIn.method)).scalars().all() == ["code"]


def test_the_lead_stops_and_assigns(chat, people):
    one, two, *_ = people.members
    n = shift_on(one, "周六")
    one.says(f"报名 {n}")
    assert "您不能改动" in two.says(f"停班 {n} 不想去")
    assert "已安排乙一员" in people.lead.says(f"安排 {n} 乙一员")
    assert "请写明原因" in people.lead.says(f"停班 {n}")
    assert "已通知 2 人" in people.lead.says(f"停班 {n} 暴雪")
    chat.work()
    assert "暴雪" in one.notices[-1]
    assert "已经取消" in one.says(f"报名 {n}")


def test_hours_become_a_certificate_that_can_be_verified_and_a_calendar(chat, clock, people):
    one, *_ = people.members
    n = shift_on(one, "周六")
    assert "没有服务时长" in one.says("服务证明")
    one.says(f"报名 {n}")
    base = chat.webhook.removesuffix("/wechat")

    def get(url):
        return requests.get(base + url[url.index("/", 8) :], timeout=5)

    first, second = (one.says("日历订阅").split("\n")[1] for _ in range(2))
    assert get(first).status_code == 404, "a new address ends the old"
    events = Calendar.from_ical(get(second).content).walk("VEVENT")
    assert [event.decoded("dtstart").isoformat() for event in events] == ["2026-11-28T01:00:00+00:00"]
    at(clock, "2026-11-28T08:55")
    one.sends_location("工作室", 32.05, 118.76)
    at(clock, "2026-11-28T11:00")
    one.says("签退")
    told = one.says("服务证明 11月")
    assert "2小时" in told
    paper = get(told.split("\n")[1])
    assert paper.content.startswith(b"%PDF")
    checked = get(told.split("\n")[1].replace("/certificates/", "/verify/").removesuffix(".pdf"))
    assert "这份证明是真的。" in checked.text
    assert "甲**" in checked.text
    assert "甲一员" not in checked.text
    people.lead.says(f"更正工时 {n} 甲一员 60分钟 提前离岗")
    checked = get(told.split("\n")[1].replace("/certificates/", "/verify/").removesuffix(".pdf"))
    assert "现在的时长：1小时" in checked.text
    assert get(base + "/verify/0000").status_code == 404
    assert get(base + "/calendar/0000.ics").status_code == 404
