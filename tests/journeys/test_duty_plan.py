"""A month proposed, confirmed by the lead, and told to those who stand in it."""

from datetime import date

from handlers.duty.planning import plan_month
from handlers.scene import Scene
from storage.duty.stations import stations
from storage.unit_of_work import UnitOfWork
from tests.duty import at, crew, tick
from tests.journeys.test_duty_month import number_of


def propose(chat, month):
    with chat.database.write() as connection:
        scene = Scene(UnitOfWork(connection), chat.tools.house, chat.clock(), chat.tools.book)
        plan = plan_month(scene, month, [each.id for each in stations(scene.uow)], write=True)
        scene.uow.finish()
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
