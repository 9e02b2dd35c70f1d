"""From a ticket that nobody can settle to a project that a unit has done: everybody hears what concerns them."""

import pytest
from sqlalchemy import select

from storage.models import Project, ProjectClaim, ProjectNeed, ProjectPicture, ProjectStep
from tests.units import with_units


@pytest.fixture
def town(chat, quota):
    return with_units(chat)


def opened(staff, words="开项目 梧桐里1号院车棚改造，两家一起认领，12月20日前完成"):
    answer = staff.secretary.says(words)
    assert "已开放认领项目1" in answer, answer
    return answer


def test_a_ticket_becomes_a_project_is_claimed_done_accepted_and_thanked_for(chat, clock, town):
    staff, units = town
    resident = chat.person("李阿姨")
    assert "NH20261124-0001" in resident.says("梧桐里1号院1幢楼下缺个遮雨的车棚，雨天电动车没地方停")
    units.works.says("提供资源 车棚施工队，材料我们出")
    chat.work()
    answer = staff.secretary.says("转项目 1 给1幢加装车棚，12月20日前完成")
    assert "已开放认领项目1：给1幢加装车棚，12月20日前完成" in answer
    assert "模拟建设公司" in answer
    assert chat.tickets()[0].state == "escalated"
    chat.work()
    assert "项目1：给1幢加装车棚" in units.works.notices[-1]
    assert not any("【项目认领】" in notice for notice in units.bank.notices), "what does not fit is not proposed"
    assert "已认领项目1（给1幢加装车棚），模拟建设公司负责，12月20日前完成" in units.works.chooses("认领项目1")
    assert "已由模拟建设公司认领（今天 10:00）" in units.bank.says("3号项目我们单位认了".replace("3", "1"))
    assert "已记下项目1（给1幢加装车棚）的进展" in units.works.says("项目1 立柱装好8根了")
    assert "照片收到，已放在项目1" in units.works.sends_picture()
    clock.turn(minutes=20)
    chat.work()
    assert "【项目进展】项目1（给1幢加装车棚），模拟建设公司：立柱装好8根了" in staff.secretary.notices[-1]
    assert "已记下项目1（给1幢加装车棚）完工" in units.works.says("1号项目全部完成，可以停车了")
    assert "已请模拟建设公司返工项目1" in staff.secretary.says("项目1 不通过 顶棚漏雨")
    chat.work()
    assert "【项目返工】项目1（给1幢加装车棚）验收没通过：顶棚漏雨" in units.works.notices[-1]
    units.works.says("项目1 完工 顶棚换过了")
    clock.turn(minutes=20)
    chat.work()
    assert "验收通过，已感谢模拟建设公司" in staff.secretary.chooses("验收项目1")
    chat.work()
    heard = "\n".join(resident.notices)
    for step in ("已转为认领项目", "模拟建设公司已认领", "立柱装好8根了", "正在返工", "验收通过。愿意说声谢谢"):
        assert step in heard, step
    assert "【项目验收通过】" in units.works.notices[-1]
    assert chat.tickets()[0].state == "verified"
    assert "已把您的谢意转告模拟建设公司" in resident.says("感谢项目1 再也不淋雨了")
    assert "已经感谢过" in resident.says("感谢项目1")
    chat.work()
    assert "居民说：再也不淋雨了" in units.works.notices[-1]
    assert "满意" in resident.notices[-2] + "".join(resident.notices), "and may rate the report"
    assert len(chat.rows(select(ProjectPicture.step_id))) == 1


def test_two_share_it_and_the_third_is_told_who_has_it(chat, town):
    staff, units = town
    opened(staff)
    assert "还可以再有1家一起认领" in units.bank.says("认领项目1")
    assert "您单位已经认领了" in units.bank.says("认领项目1")
    assert "和示范银行一起做" in units.school.says("认领 1"), "a contact's 认领 1 is a project"
    assert "已由示范银行、示例中学认领" in units.works.says("认领项目1")
    assert "已退出项目1" in units.bank.says("放弃项目1 人手抽不出来")
    chat.work()
    assert "示范银行退出了项目1（梧桐里1号院车棚改造）：人手抽不出来。还有示例中学在做" in staff.secretary.notices[-1]
    assert "已认领项目1" in units.works.says("认领项目1")
    assert "示例中学、模拟建设公司" in units.works.says("项目1")
    assert "不是您单位的" in units.bank.says("项目1 做好一半了")


def test_who_gives_it_up_leaves_it_open_again(chat, town):
    staff, units = town
    opened(staff, "开项目 梧桐里1号院车棚改造")
    units.bank.says("认领项目1")
    assert "项目重新开放认领" in units.bank.says("1号项目我们做不了了，经费没批")
    assert chat.rows(select(Project.state))[0].state == "open"
    assert "可以认领的项目有1个" in units.school.says("项目清单")
    assert "已认领项目1" in units.school.says("认领项目1")


def test_after_the_day_and_after_the_end_nothing_is_claimed(chat, clock, town):
    staff, units = town
    opened(staff, "开项目 梧桐里1号院车棚改造，12月1日前完成")
    clock.turn(hours=24 * 8)
    assert "已经过期，不能再认领" in units.bank.says("认领项目1")
    assert "已撤销" in staff.secretary.says("撤销项目1 改由街道实施")
    assert "已撤销，不能再认领" in units.bank.says("认领项目1")
    assert "没有找到项目7" in units.bank.says("认领项目7")
    assert "已经过了" in staff.secretary.says(
        "开项目 修花坛，今天前完成".replace("今天前", "12月1日前").replace("12月", "2020年12月")
    )
    assert chat.rows(select(ProjectClaim.id)) == []


def test_who_may_not_is_told_so(chat, town):
    staff, units = town
    resident = chat.person("李阿姨")
    assert "要先知道您代表哪家单位" in resident.says("认领项目1")
    assert "还没有登记为单位联系人" in staff.worker.says("认领项目1")
    assert "社区书记" in units.bank.says("开项目 修花坛")
    opened(staff)
    assert "单位还没有报完工" in staff.secretary.says("验收项目1") or "还没有单位认领" in staff.secretary.says(
        "验收项目1"
    )
    assert "社区书记" in units.bank.says("撤销项目1 不想做")


def test_a_worker_s_claim_is_still_a_ticket(chat, town):
    staff, _ = town
    chat.person("李阿姨").says("梧桐里1号院1幢3楼楼道灯坏了")
    chat.work()
    assert "已接单 NH20261124-0001" in staff.worker.says("认领 1")


def test_the_other_lists_are_filled_and_fit(chat, town):
    staff, units = town
    resident = chat.person("李阿姨")
    assert "资源清单还是空的" in resident.says("资源清单")
    assert "能提供什么" in units.bank.says("提供资源")
    assert "已登记资源1（示范银行）：我们会议室周末可以借" in units.bank.says("提供资源 我们会议室周末可以借")
    assert "请带上编号" in units.bank.says("撤下资源"), "nobody waits for what is offered any more"
    assert "没有" in units.bank.says("我的诉求")
    answer = resident.says("提需求 梧桐里1号院想找个开会的地方，联系13912345678")
    assert "已登记需求1（梧桐里1号院）" in answer
    assert "示范银行：我们会议室周末可以借" in answer
    chat.work()
    assert "【新需求】需求1（梧桐里1号院）" in staff.secretary.notices[-1]
    assert "13912345678" not in staff.secretary.notices[-1]
    assert "13912345678" not in units.school.says("需求清单")
    assert "已开放认领项目1" in staff.secretary.says("需求 1 转项目 提供居民会议场地")
    assert "已经不在需求清单上" in staff.secretary.says("需求 1 转项目")
    chat.work()
    assert "您提的需求（项目1：提供居民会议场地）有进展" in resident.notices[-1]
    assert "没有找到您单位的资源1" in units.school.says("撤下资源 1")
    assert "已撤下资源1" in units.bank.says("撤下资源 1")
    assert "资源清单还是空的" in resident.says("资源清单")


def test_what_somebody_needed_is_in_their_data_and_goes_with_them(chat, clock, town):
    resident = chat.person("李阿姨")
    resident.says("提需求 梧桐里1号院想找个开会的地方")
    assert "提的需求 1 条" in resident.says("我的资料")
    resident.says("删除我的资料")
    resident.says("确认删除我的资料")
    clock.turn(hours=24 * 8)
    chat.run("erase_data")
    assert "开会的地方" not in chat.person("张叔").says("需求清单")


def test_what_was_needed_and_told_goes_when_its_time_has_passed_and_what_runs_stays(chat, clock, town):
    staff, units = town
    staff.worker.says("提需求 梧桐里1号院找个开会的地方")
    staff.leader.says("提需求 梧桐里1号院缺几把长椅")
    staff.secretary.says("需求 1 转项目 居民议事场地")
    units.bank.says("认领项目1")
    units.bank.says("项目1 完工 钥匙交给门卫老样本")
    staff.secretary.says("验收项目1")
    clock.turn(hours=24 * 365 * 6)
    chat.run("retention")
    texts = {row.text for row in chat.rows(select(ProjectNeed.text))}
    assert "梧桐里1号院缺几把长椅" in texts
    assert "梧桐里1号院找个开会的地方" not in texts
    assert [row.note for row in chat.rows(select(ProjectStep.note).where(ProjectStep.what == "prove"))] == [None]


def test_of_many_steps_a_day_all_are_kept_and_the_first_are_told(chat, clock, town):
    staff, units = town
    staff.secretary.says("开项目 梧桐里1号院装长椅，一个月内完成")
    units.bank.says("认领项目1")
    for number in range(9):
        assert "已记下项目1" in units.bank.says(f"项目1 长椅装好{number + 1}张了")
    chat.work()
    clock.turn(minutes=20)
    chat.work()
    heard = "\n".join(staff.secretary.notices)
    assert "长椅装好5张了" in heard
    assert "长椅装好6张了" not in heard
    assert len(chat.rows(select(ProjectStep.id).where(ProjectStep.what == "step"))) == 9
    units.bank.says("项目1 完工")
    chat.work()
    clock.turn(minutes=20)
    chat.work()
    assert "验收" in "\n".join(staff.secretary.notices), "that it is done is told in any case"


def test_a_list_takes_so_much_a_day_and_says_so(chat, clock, town):
    _, units = town
    resident = chat.person("李阿姨")
    for number in range(20):
        assert f"已登记需求{number + 1}" in resident.says(f"提需求 梧桐里1号院缺长椅{number}张")
        assert f"已登记资源{number + 1}" in units.bank.says(f"提供资源 会议室{number}间")
    assert "今天您已经登记了20条需求，这一条没有记下" in resident.says("提需求 梧桐里1号院缺车棚")
    assert "今天您已经登记了20条资源，这一条没有记下" in units.bank.says("提供资源 面包车一辆")
    assert len(chat.rows(select(ProjectNeed.id))) == 20
    assert "已登记需求21" in chat.person("张叔").says("提需求 梧桐里1号院缺车棚"), "another's count is their own"
    clock.turn(hours=24)
    assert "已登记需求22" in resident.says("提需求 梧桐里1号院缺车棚")
