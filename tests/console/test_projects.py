"""Projects at the office: opened, claimed in a unit's name, accepted, given out as a file; and the page that anybody may open."""

import pytest
from sqlalchemy import select

from simulator.windows import GRANTS, Grant
from storage.models import Project, ProjectClaim
from tests.office import Office, plain
from tests.units import with_units


@pytest.fixture
def quota(monkeypatch):
    monkeypatch.setitem(GRANTS, "message", Grant(GRANTS["message"].lasts, 10_000))


@pytest.fixture
def town(chat, quota):
    return with_units(chat)


def sender(office):
    def sends(do, project=None, nonce=None, **fields):
        path = "/console/projects" + (f"/{project}" if project else "")
        form = {"do": do, "csrf": office.csrf, "nonce": nonce or do, **fields}
        answer = office.web.post(path, data=form)
        return answer.status_code, plain(answer.text)

    return sends


def test_all_that_is_said_in_the_chat_is_done_at_the_office_too(chat, town):
    staff, units = town
    office = Office(chat).signs_in(staff.secretary)
    does = sender(office)
    assert does("open")[0] == 422, "without words it is asked for"
    status, said = does("open", title="梧桐里1号院车棚改造", shares="2", until="2026-12-20T00:00")
    assert status == 200
    assert "已开放认领项目1：梧桐里1号院车棚改造，12月20日前完成，2家可以一起认领" in said
    assert does("open", title="梧桐里1号院车棚改造", shares="2", until="2026-12-20T00:00")[1] == said
    assert len(chat.rows(select(Project.id))) == 1, "the same form twice is done once"
    assert does("open", nonce="b", title="修花坛", until="2026-11-20T00:00")[0] == 409
    assert does("open", nonce="c", title="修花坛", shares="9")[0] == 409
    assert "没有找到您能代表的单位" in does("claim", 1, unit="没有这家")[1]
    assert "已认领项目1" in does("claim", 1, unit="示范银行")[1]
    assert "已认领项目1" in does("claim", 1, unit="U2")[1]
    assert "没有空位了" in does("claim", 1, unit="U3")[1]
    assert "已记下项目1" in does("step", 1, unit="示范银行", note="立柱装好8根")[1]
    assert "已退出项目1" in does("leave", 1, unit="U2", note="抽不出人")[1]
    assert "完工" in does("step", 1, nonce="d", unit="示范银行", note="全部装好", done="1")[1]
    page = office.sees("/console/projects/1")
    assert "立柱装好8根" in page
    assert "示范银行" in page
    assert "已请示范银行返工" in does("send_back", 1, note="顶棚漏")[1]
    does("step", 1, nonce="e", unit="示范银行", note="换好了", done="1")
    assert "验收通过，已感谢示范银行" in does("accept", 1)[1]
    assert chat.rows(select(Project.state))[0].state == "closed"
    chat.work()
    assert any("【项目验收通过】" in notice for notice in units.bank.notices)
    assert "车棚改造" in office.sees("/console/projects")
    assert len(chat.rows(select(ProjectClaim.id))) == 2


def test_a_need_becomes_a_project_or_is_taken_off(chat, town):
    staff, units = town
    units.bank.says("提供资源 会议室周末可以借")
    chat.person("李阿姨").says("提需求 梧桐里1号院想找个会议室开会，电话13912345678")
    chat.person("张叔").says("提需求 梧桐里1号院缺几把长椅")
    office = Office(chat).signs_in(staff.secretary)
    page = office.sees("/console/projects")
    assert "对得上：示范银行" in page
    assert "13912345678" not in page
    does = sender(office)
    assert "已开放认领项目1" in does("from_need", need="1", title="借用会议室开居民会")[1]
    assert "已撤下需求2" in does("end_need", number="2")[1]
    assert "没有找到需求2" in does("end_need", nonce="b", number="2")[1]
    assert "缺几把长椅" not in office.sees("/console/projects")


def test_a_ticket_is_given_to_the_list_on_its_own_page(chat, town):
    staff, _ = town
    chat.person("李阿姨").says("梧桐里1号院1幢楼下缺个遮雨的车棚")
    chat.work()
    office = Office(chat).signs_in(staff.secretary)
    status, said = office.does("NH20261124-0001", "project", title="1幢加装车棚")
    assert status == 200
    assert "已开放认领项目1：1幢加装车棚" in said
    assert "NH20261124-0001" in office.sees("/console/projects/1")


def test_the_file_has_them_all_and_is_noted(chat, town):
    staff, units = town
    staff.secretary.says("开项目 梧桐里1号院车棚改造")
    units.bank.says("认领项目1")
    office = Office(chat).signs_in(staff.secretary)
    rows = office.web.get("/console/projects.csv").text.splitlines()
    assert rows[0].lstrip("\ufeff").startswith("编号,标题,状态")
    assert "梧桐里1号院车棚改造,claimed" in rows[1]
    assert "示范银行" in rows[1]


def test_the_public_page_shows_no_person(chat, town):
    staff, units = town
    assert "现在没有项目" in plain(chat.app.test_client().get("/projects").text)
    staff.secretary.says("开项目 梧桐里1号院给王样本家门口装坡道，联系人13912345678")
    units.bank.says("认领项目1")
    units.bank.says("项目1 钱试联说明天进场")
    page = plain(chat.app.test_client().get("/projects").text)
    assert "项目1" in page
    assert "示范银行" in page
    assert "已认领" in page or "在做" in page
    for private in ("王样本", "13912345678", "钱试联"):
        assert private not in page, private
