"""A call for help at once: who can come is called, the first has it, the others hear who, and the clock goes on."""

import pytest
from sqlalchemy import select, update

from storage.models import Organisation, Project, TakeOnCall, Ticket
from tests.units import with_units

FLOOD = "梧桐里1号院1幢楼道里积水了，楼下大厅也进水"


@pytest.fixture
def town(chat, quota):
    return with_units(chat)


@pytest.fixture
def called(chat, town):
    """A ticket for which help was called a moment ago."""
    staff, units = town
    units.works.says("提供资源 水泵和抽水队")
    chat.person("李阿姨").says(FLOOD)
    chat.work()
    answer = staff.secretary.says("应急领办 1 缺水泵")
    assert "已喊人领办 NH20261124-0001" in answer, answer
    assert "模拟建设公司" in answer
    chat.work()
    return town


def looked(chat):
    """The minute's look at projects, then the workers."""
    chat.run("project_days", "project_units", "project_stuck")
    chat.work()


def calls_of(speaker):
    return [notice for notice in speaker.notices if "急需外援" in notice]


def test_crew_and_fitting_units_are_called_at_once_and_all_units_after_an_hour(chat, clock, called):
    staff, units = called
    assert [len(calls_of(each)) for each in (units.works, staff.crew, units.bank)] == [1, 1, 0]
    assert "已经在喊人领办" in staff.secretary.says("应急领办 1 再喊一次")
    clock.turn(minutes=59)
    chat.work()
    assert len(calls_of(units.bank)) == 0
    clock.turn(minutes=1)
    chat.work()
    chat.work()
    assert [len(calls_of(each)) for each in (units.works, staff.crew, units.bank, units.school)] == [1, 1, 1, 1]
    clock.turn(minutes=60)
    chat.work()
    chat.work()
    late = [notice for notice in staff.lead.notices if "没有人接，请您直接协调力量" in notice]
    assert len(late) == 1
    assert "喊了2小时" in late[0]
    assert "已过时限" in units.bank.says("领办 1")


def test_the_first_has_it_and_the_others_hear_who(chat, called):
    staff, units = called
    answer = units.works.chooses("领办 1")
    assert "由您领办了，请马上去：NH20261124-0001" in answer
    assert "需要：缺水泵" in answer
    assert "已由模拟建设公司领办（今天 10:00），不用去了" in staff.crew.says("领办 1")
    chat.work()
    assert any("已由模拟建设公司领办，其他单位不用去了" in notice for notice in staff.crew.notices)
    assert any("模拟建设公司领办了" in notice for notice in staff.secretary.notices)


def test_nobody_is_called_after_it_was_taken(chat, clock, called):
    _, units = called
    assert "由您领办了" in units.works.says("应急领办我们上")
    clock.turn(hours=3)
    chat.work()
    assert calls_of(units.bank) == []
    assert chat.rows(select(TakeOnCall.state))[0].state == "taken"
    assert "现在没有等人领办的急事" in units.bank.says("这个急的我们接")


def test_what_is_handled_meanwhile_calls_nobody_more(chat, clock, called):
    _, units = called
    with chat.database.write() as connection:
        connection.execute(update(Ticket).values(state="handled"))
    clock.turn(minutes=61)
    chat.work()
    assert calls_of(units.bank) == []
    assert "已经办好，不用去了" in units.bank.says("领办 1")


def test_who_is_of_no_unit_and_no_crew_is_told_so(chat, called):
    staff, units = called
    assert "由单位联系人和维修队来接" in staff.leader.says("领办 1")
    assert "请先回复“绑定" in chat.person("路人").says("领办 1")
    assert "现在没有在喊人领办" in units.bank.says("领办 7")
    assert "网格长" in units.bank.says("应急领办 1 缺人")


def test_a_unit_that_leaves_in_the_middle_leaves_its_project_open(chat, clock, town):
    staff, units = town
    staff.secretary.says("开项目 梧桐里1号院车棚改造")
    units.bank.says("认领项目1")
    with chat.database.write() as connection:
        connection.execute(update(Organisation).where(Organisation.code == "U1").values(left_at=chat.clock()))
    looked(chat)
    clock.turn(minutes=20)
    looked(chat)
    assert chat.rows(select(Project.state))[0].state == "open"
    left = [notice for notice in staff.secretary.notices if "示范银行退出了项目1" in notice]
    assert len(left) == 1
    assert "该单位已退出共建" in left[0]
    assert "不能办理单位的事项" in units.bank.says("项目1 完工")
    assert "已认领项目1" in units.school.says("认领项目1")


def test_a_day_that_comes_near_and_passes_is_said_once_each(chat, clock, town):
    staff, units = town
    staff.secretary.says("开项目 梧桐里1号院车棚改造，12月4日前完成")
    units.bank.says("认领项目1")

    def after(days):
        clock.turn(hours=24 * days)
        units.bank.says("你好")
        looked(chat)
        looked(chat)
        return [sum(word in notice for notice in units.bank.notices) for word in ("【项目提醒】", "【项目逾期】")]

    assert after(6) == [0, 0]
    assert after(1) == [1, 0]
    assert after(1) == [1, 0]
    assert after(3) == [1, 1]
    assert after(1) == [1, 1]
    assert sum("【项目逾期】" in notice for notice in staff.secretary.notices) <= 1


def test_a_ticket_that_nobody_settles_is_proposed_as_a_project_once(chat, clock, town):
    staff, _ = town
    chat.person("李阿姨").says("梧桐里1号院1幢楼下缺个遮雨的车棚")
    looked(chat)
    for _ in range(30):
        clock.turn(hours=24)
        staff.secretary.says("你好")
        looked(chat)
    proposed = [notice for notice in staff.secretary.notices if "【久拖未决】" in notice]
    assert len(proposed) == 1
    assert "转项目 1 做什么" in proposed[0]
    assert "已开放认领项目1" in staff.secretary.says("转项目 1 加装车棚")


def test_a_ticket_that_the_council_has_for_long_is_proposed_with_a_tap(chat, clock, town):
    staff, _ = town
    chat.person("李阿姨").says("梧桐里1号院1幢楼道里堆满纸箱走不了路")
    looked(chat)
    staff.secretary.says("议事 1 各家意见不一")
    for _ in range(20):
        clock.turn(hours=24)
        staff.secretary.says("你好")
        looked(chat)
    proposed = [notice for notice in staff.secretary.notices if "【久拖未决】" in notice]
    assert len(proposed) == 1
    assert "天没有议定" in proposed[0]
    assert "已开放认领项目1" in staff.secretary.chooses("转项目 1")
