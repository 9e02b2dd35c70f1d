"""A month proposed, confirmed by the lead, and told to those who stand in it."""

from datetime import date

from handlers.context import Context
from handlers.duty.planning import plan_month
from storage.duty.stations import stations
from storage.unit_of_work import UnitOfWork
from tests.duty import PATTERNS, STATIONS, at, crew, tick
from tests.journeys.test_duty_month import number_of


def propose(chat, month):
    with chat.database.write() as connection:
        ctx = Context(UnitOfWork(connection), chat.tools.config, chat.clock(), chat.tools.book)
        plan = plan_month(ctx, month, [each.id for each in stations(ctx.uow)], write=True)
        ctx.uow.finish()
    return plan


def test_a_proposed_month_is_confirmed_by_the_lead(chat, clock):
    people = crew(chat)
    one, two, three, _ = people.members
    one.says("报到 梧桐社区 周末上午")
    two.says("报到 梧桐社区 工作日晚上")
    three.says("报到 梧桐社区 特长 调解")
    at(clock, "2026-11-30T10:00")
    tick(chat)
    people.lead.says("您好")
    plan = propose(chat, date(2026, 12, 1))
    assert {line.name for line in plan.lines} == {"甲一员", "乙一员", "丙一员"}
    assert any("合您报到时选的时间" in line.why for line in plan.lines)
    assert plan.unfilled, "nobody is an electrician"
    again = propose(chat, date(2026, 12, 1))
    assert [line.why for line in again.lines] == [line.why for line in plan.lines]
    chat.work()
    assert any("排班建议已排好" in text for text in people.lead.notices)
    assert "没有等您确认" in one.says("排班建议")
    shown = people.lead.says("排班建议")
    assert "12月排班建议" in shown
    mine = next(line.shift.id for line in plan.lines if line.name == "甲一员")
    assert "报名成功" in one.says(f"报名 {mine}"), "what was proposed does not stand in the way of one's own wish"
    done = people.lead.says("确认排班")
    assert f"已确认 {len(plan.lines) - 1} 人次" in done
    assert "没有等您确认" in people.lead.says("确认排班")
    two.says("您好")
    chat.work()
    assert any("给您排了值班" in text for text in two.notices)
    assert number_of(two.says("我的值班"))


def test_a_month_of_one_station_from_plan_to_certificate(chat, clock):
    """Planned, confirmed, stood in, corrected nowhere: what the ledger says is what the shifts were."""
    saturdays = [{**PATTERNS[0], "capacity": "1"}]
    people = crew(chat, STATIONS[:1], saturdays)
    members = people.members[:2]
    for member in members:
        member.says("报到 梧桐社区 周末上午")
    at(clock, "2026-11-30T10:00")
    tick(chat)
    plan = propose(chat, date(2026, 12, 1))
    assert sorted(line.name for line in plan.lines) == ["乙一员", "乙一员", "甲一员", "甲一员"], (
        "four Saturdays, two each"
    )
    assert "已确认 4 人次" in people.lead.says("确认排班")
    by_name = {"甲一员": members[0], "乙一员": members[1]}
    for line in plan.lines:
        speaker, day = by_name[line.name], line.shift.day
        at(clock, f"{day}T08:00")
        people.lead.says("您好")
        speaker.says("您好")
        tick(chat)
        assert any("值班快开始了" in text for text in speaker.notices)
        at(clock, f"{day}T08:50")
        assert "已到岗打卡" in speaker.sends_location("工作室", 32.05, 118.76)
        at(clock, f"{day}T11:00")
        assert "计时长 2小时" in speaker.says("签退")
        at(clock, f"{day}T11:30")
        tick(chat)
    at(clock, "2027-01-01T09:00")
    for speaker in members:
        paper = speaker.says("服务证明 2026年12月")
        assert "4小时" in paper
        assert "2026年12月01日至12月31日" in paper
    assert not any("没有到岗" in text or "没有签退" in text for text in people.lead.notices)


def test_what_cannot_be_swapped_or_cancelled(chat, clock):
    people = crew(chat)
    one, two, *_ = people.members
    people.lead.says("认定 甲一员 电工")
    n = next(line.split("　")[0] for line in one.says("值班表 周六").splitlines() if "鲁班" in line)
    assert "报名成功" in one.says(f"报名 {n}")
    assert "对方没有“电工”资格" in one.says(f"换班 {n} 给 乙一员")
    assert "名册里没有这个人" in one.says(f"换班 {n} 给 路过人")
    assert "那是您自己" in one.says(f"换班 {n} 给 甲一员")
    assert "没有等您答复" in two.says(f"接班 {n}")
    assert "没有班次 99999" in one.says("报名 99999")
    at(clock, "2026-11-28T10:05")
    assert "已经开始" in one.says(f"取消值班 {n}")
    assert "才能换" in one.says(f"换班 {n} 给 丙一员")


def test_a_repeated_message_signs_up_once(chat, clock):
    people = crew(chat)
    one = people.members[0]
    n = number_of(one.says("值班表 周六"))
    chat.platform.faults.plan("drop", times=2)
    assert "报名成功" in one.says(f"报名 {n}"), "the third delivery is answered as the first was"
    chat.platform.faults.plan("duplicate")
    one.says(f"取消值班 {n}")
    assert "报名成功" in one.says(f"报名 {n}")
    assert "值班（1/2）：甲一员" in people.lead.says(f"班次 {n}")
    with chat.database.read() as connection:
        assert connection.exec_driver_sql("select count(*) from sign_ups").scalar() == 2
