"""A project in steps: planned in the chat, reminded of to both sides, proved with a picture, late on the page and in the file."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select

from storage.models import ProjectMilestone, ProjectPicture
from tests.office import Office, plain
from tests.units import with_units


@pytest.fixture
def town(chat, quota):
    return with_units(chat)


def planned(staff, units, words="1号项目分两步：12月5号前清场，12月15号前装好棚子"):
    staff.secretary.says("开项目 梧桐里1号院车棚改造，两家一起认领，12月20日前完成")
    units.bank.says("认领项目1")
    return units.bank.says(words)


def on_a_later_day(chat, clock, town, days):
    """Days later, both sides having written lately, the clock runs twice."""
    staff, units = town
    clock.turn(days=days)
    for each in (staff.secretary, units.bank, units.school):
        each.says("你好")
    chat.run("project_milestones")
    chat.run("project_milestones")
    chat.work()


def told(speaker, words):
    return [notice for notice in speaker.notices if words in notice]


def test_a_unit_divides_its_project_and_proves_each_step(chat, clock, town):
    staff, units = town
    answer = planned(staff, units)
    assert answer.startswith("项目1（梧桐里1号院车棚改造）分2步")
    assert "第1步 清场（12月5日前，示范银行）" in answer
    assert "第2步 装好棚子（12月15日前，示范银行）" in answer
    chat.work()
    assert told(staff.secretary, "【项目分步】项目1")
    on_a_later_day(chat, clock, town, 4)
    on_a_later_day(chat, clock, town, 0)
    for side in (units.bank, staff.secretary):
        assert len(told(side, "第1步“清场”12月5日前完成，还剩7天")) == 1
    on_a_later_day(chat, clock, town, 7)
    for side in (units.bank, staff.secretary):
        assert len(told(side, "第1步“清场”今天到期")) == 1
    assert "第1步完成" in units.bank.says("项目1 第1步完成，场地清好了")
    assert "照片收到，已放在项目1" in units.bank.sends_picture()
    assert "已经记过完成" in units.bank.says("项目1 第1步完成")
    assert "没有您单位要做的第5步" in units.bank.says("项目1 第5步完成")
    assert len(chat.rows(select(ProjectPicture.step_id))) == 1
    shown = units.bank.says("看项目1")
    assert "第1步 清场（12月5日前，示范银行，按期完成）" in shown
    on_a_later_day(chat, clock, town, 12)
    on_a_later_day(chat, clock, town, 1)
    for side in (units.bank, staff.secretary):
        assert len(told(side, "第2步“装好棚子”应在12月15日前完成，还没有报完成（示范银行）")) == 1
    assert not told(units.bank, "第1步“清场”应在"), "what is proved is never late"
    office = Office(chat).signs_in(staff.secretary)
    page = office.sees("/console/projects/1")
    assert "装好棚子" in page
    assert "已逾期" in page
    rows = office.web.get("/console/projects.csv").text.splitlines()
    head, values = rows[0].lstrip("\ufeff").split(","), rows[1].split(",")
    of = dict(zip(head, values, strict=True))
    assert (of["步骤"], of["已完成步骤"], of["超期步骤"]) == ("2", "1", "1")
    units.bank.says("项目1 完工 全部装好了")
    assert "逾期完成" in units.bank.says("看项目1")


def test_what_does_not_fit_is_refused_in_words(chat, clock, town):
    staff, units = town
    assert "要求12月20日前完成，“装好”不能排到12月25日" in planned(
        staff, units, "项目1 分两步：12月5号前清场，12月25号前装好"
    )
    assert "这天已经过了" in units.bank.says("项目1分两步：2026年11月1号前清场，12月5号前装好")
    assert "没看明白" in units.bank.says("项目1分两步：先清场，再装好")
    assert "不是您单位的" in units.school.says("项目1分两步：12月5号前清场，12月6号前装好")
    assert chat.rows(select(ProjectMilestone.id)) == []
    assert "还没有分步" in units.bank.says("项目1 第1步完成")
    staff.secretary.says("撤销项目1 改由街道实施")
    assert "已撤销" in units.bank.says("项目1分两步：12月5号前清场，12月6号前装好")


def test_said_anew_the_open_steps_are_replaced_and_the_proved_ones_stay(chat, town):
    staff, units = town
    planned(staff, units)
    units.bank.says("项目1 第1步完成")
    again = units.bank.says("项目1 分两步：12月8号前立柱，12月18号前封顶")
    assert "第2步 立柱（12月8日前" in again
    assert "第3步 封顶（12月18日前" in again
    shown = units.bank.says("看项目1")
    assert "第1步 清场" in shown
    assert "装好棚子" not in shown.split("分步")[0]


def test_steps_are_stated_when_it_is_opened_and_at_the_office(chat, clock, town):
    staff, units = town
    said = staff.secretary.says("开项目 梧桐里1号院修花坛，12月20日前完成，分两步：12月5号前备料，12月15号前砌好")
    assert "已开放认领项目1：梧桐里1号院修花坛，12月20日前完成" in said
    assert "不能排到" in staff.secretary.says(
        "开项目 梧桐里1号院修路，12月10日前完成，分两步：12月5号前备料，12月15号前铺好"
    )
    assert "没有找到项目2" in units.bank.says("看项目2"), "what is refused is not half written"
    on_a_later_day(chat, clock, town, 4)
    assert told(staff.secretary, "还没有单位认领"), "its runner hears of it while nobody has it"
    units.bank.says("认领项目1")
    office = Office(chat).signs_in(staff.secretary)

    def does(nonce, **fields):
        form = {"do": "add_step", "csrf": office.csrf, "nonce": nonce, **fields}
        answer = office.web.post("/console/projects/1", data=form)
        return answer.status_code, plain(answer.text)

    status, said = does("a", title="验收清扫", due="2026-12-18")
    assert status == 200
    assert "第3步 验收清扫（12月18日前）" in said
    assert does("a", title="验收清扫", due="2026-12-18")[1] == said
    assert len(chat.rows(select(ProjectMilestone.id))) == 3, "the same form twice is done once"
    assert "不能排到" in does("b", title="开张", due="2026-12-28")[1]
    assert "这天已经过了" in does("c", title="开张", due="2026-11-20")[1]


def test_who_gives_up_leaves_its_steps_and_the_others_keep_theirs(chat, clock, town):
    staff, units = town
    planned(staff, units)
    units.school.says("认领项目1")
    units.school.says("项目1分一步：12月10号前画墙")
    units.bank.says("放弃项目1 人手抽不出来")
    shown = units.school.says("看项目1")
    assert "第1步 清场（12月5日前，示范银行，单位已退出）" in shown
    assert "第3步 画墙（12月10日前，示例中学）" in shown
    on_a_later_day(chat, clock, town, 13)
    assert not told(units.bank, "第1步“清场”应在")
    assert len(told(units.school, "第3步“画墙”")) == 1


def test_of_many_who_prove_a_step_at_once_one_does(chat, town):
    staff, units = town
    planned(staff, units)
    with ThreadPoolExecutor(8) as pool:
        said = list(pool.map(lambda _: units.bank.says("项目1 第1步完成"), range(8)))
    assert sum("第1步完成，谢谢" in answer for answer in said) == 1
    assert sum("已经记过完成" in answer for answer in said) == 7
