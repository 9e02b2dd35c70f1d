"""What happened before the evening: five weeks, and the Saturday on which the stars are on public notice."""

import re
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from sqlalchemy import insert, select

from handlers.office.passwords import new_hash
from storage.models import ConsoleSession, Person, Shift, ShiftPattern, StaffLogin, StarAward
from tests.commands import linli
from tests.conftest import SECRET_KEY
from tests.duty import plan, tick
from tests.living.town import MEMBERS, PATTERNS, STATIONS, WORKERS, Town, lines
from tests.office import Office, code_shown

PASSWORD, TOTP = "correct horse battery staple", "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
STAFF = ("陈试用", "钱练习", "孙模拟", "王样本", "吴范例", "郑假设", "魏领导", "施维修", "何派单", "姚派二", "邵书二", "湛书三",
         "汪长二", "祁楼二", "毛管理", "甲一员", "乙一员", "丙一员", "丁一员", *WORKERS, *MEMBERS)  # fmt: skip
NEIGHBOURS = {
    "李阿姨": "1号院05幢301",
    "张大爷": "1号院3幢",
    "钱阿姨": "1号院2幢",
    "孔伯伯": "2号院9幢",
    "施奶奶": "1号院6幢",
}
CAST = {"甲一员": "每天帮独居老人取奶", "丙一员": "天天打扫楼道，风雨无阻", "丁一员": "教老人们用手机",
        "王阿姨": "每天帮独居老人倒垃圾", "乙一员": "下雪天给大家扫雪铲冰"}  # fmt: skip


def weeks_before(town: Town) -> dict[str, Any]:
    """Everybody binds; a ticket ends well and is looked back at; the month's round opens, is nominated for and reviewed."""
    town.at("2026-10-19T09:00")
    town.chat.subdistrict(lines())
    assert plan(town.chat, STATIONS, PATTERNS) == []
    for name in STAFF:
        town[name].says("帮助")
    for name, home in NEIGHBOURS.items():
        town[name].says(f"我住梧桐里{home}")
    tick(town.chat)
    for name in ("甲一员", "乙一员", "丙一员", "丁一员", *MEMBERS[:5]):
        town.sees(town[name].says("报到 梧桐社区 周末上午"), "报到成功")
    _closed(town, "冯练一", "施奶奶", "梧桐里1号院6幢3楼楼道灯坏了")
    town.sees(town["施奶奶"].says("绑定 陈试用 9999"), "没有对上")
    _shift_served(town)
    _october(town)
    town.at("2026-11-19T18:30")
    town["施奶奶"].says("您好")
    tick(town.chat)
    _stars(town)
    return {}


def _closed(town: Town, worker: str, reporter: str, text: str) -> None:
    number = town.given(worker, text, reporter)
    town[worker].says(f"接单 {number}")
    town[worker].sends_picture()
    town[worker].says(f"办结 {number} 已换灯泡")
    town.sees(town["汪长二"].says(f"核查 {number} 通过"), "已核查通过")
    town.chat.work()
    town.sees(town[reporter].says("满意"), "已结案")


def _shift_served(town: Town) -> None:
    """One Saturday at the station, with hours, a certificate and a calendar's address."""
    n = shift_of(town, "P1", "2026-10-24")
    town["甲一员"].says(f"报名 {n}")
    town.at("2026-10-24T08:55")
    town["甲一员"].sends_location("工作室", 32.05, 118.76)
    town.at("2026-10-24T11:00")
    town.sees(town["甲一员"].says("签退"), "计时长 2小时")
    town["甲一员"].says("调解记录 3楼和4楼两家，夜里太吵，双方和好")
    town.sees(town["王样本"].says("认定 甲一员 电工"), "已认定")
    tick(town.chat)


def _october(town: Town) -> None:
    """The other community's first star, announced with a poster; here nobody agreed in time."""
    town.sees(town["钱阿姨"].says("推荐 林大爷 虎踞北路4号5幢 每天护送孩子过马路"), "已记下")
    town["钱阿姨"].says("算了")
    town.at("2026-10-27T09:00")
    tick(town.chat)
    n = award_of(town, "林大爷")
    town.sees(town["湛书三"].says(f"代记同意 {n} 署名 护学的林大爷"), "当面同意")
    town.sees(town["湛书三"].says(f"评议通过 {n}"), "已通过 1 位")
    for day in ("2026-10-29", "2026-11-01", "2026-11-02"):
        town.at(f"{day}T09:00")
        tick(town.chat)
    (award,) = town.chat.rows(select(StarAward.state, StarAward.code).where(StarAward.id == n))
    assert award.state == "announced", award


def shift_of(town: Town, code: str, day: str) -> int:
    """The number of a pattern's shift on a day."""
    of = select(Shift.id, Shift.day).join(ShiftPattern).where(ShiftPattern.code == code)
    return next(int(row.id) for row in town.chat.rows(of) if row.day.isoformat() == day)


def award_of(town: Town, name: str) -> int:
    """The number of somebody's newest candidacy."""
    who = select(StarAward.id, StarAward.name, Person.name.label("known")).order_by(StarAward.id)
    rows = town.chat.rows(who.outerjoin(Person, Person.id == StarAward.person_id))
    return [int(row.id) for row in rows if name in (row.name, row.known)][-1]


def _stars(town: Town) -> None:
    town.at("2026-11-20T09:00")
    tick(town.chat)
    for who, whom in (("李阿姨", "甲一员"), ("张大爷", "丙一员"), ("钱阿姨", "丁一员"), ("钱阿姨", "王阿姨"), ("孔伯伯", "乙一员"),
                      ("张大爷", "王样本")):  # fmt: skip
        home = {"丙一员": "梧桐里2号院9幢", "王阿姨": "梧桐里3号院21幢"}.get(whom, "05幢")
        town.sees(town[who].says(f"推荐 {whom} {home} {CAST.get(whom, '天天巡楼，管得细')}"), "已记下")
        town[who].says("算了")
    town.sees(town["孔伯伯"].says("推荐 甲大姐 05幢 每天帮老人取奶"), "已记下")
    town["孔伯伯"].sends_picture()
    town.sees(town["钱阿姨"].says("推荐 钱练习 虎踞北路4号5幢 夜里帮邻居送医"), "已记下")
    town["钱阿姨"].says("算了")
    for name in ("甲一员", "丙一员", "丁一员"):
        town.sees(town[name].says(f"同意公示 {award_of(town, name)}"), "已记下您同意公示")
    town.chat.work()
    town.at("2026-11-25T09:00")
    town.sees(town["湛书三"].says("推迟评选 3天 换届"), "评议11月29日")
    for name in ("吴范例", "乙一员", "王样本"):
        town[name].says("您好")
    town.at("2026-11-26T09:00")
    tick(town.chat)
    secretary = town["吴范例"]
    n = {name: award_of(town, name) for name in (*CAST, "甲大姐", "王样本")}
    secretary.says(f"评议合并 {n['甲大姐']} 到 {n['甲一员']}")
    town.sees(secretary.says(f"评议退回 {n['丁一员']} 事迹需要核实"), "已退回")
    town.sees(secretary.says(f"代记同意 {n['王阿姨']} 署名 热心的王阿姨"), "当面同意")
    for name in ("甲一员", "丙一员", "王阿姨"):
        town.sees(secretary.says(f"评议通过 {n[name]}"), "已通过 1 位")


def saturday(town: Town, path: Path) -> dict[str, Any]:
    """The public notice with an objection; people at a station who never leave; the office signed in to; keys and papers."""
    town.at("2026-11-28T08:50")
    for name in (*STAFF, *NEIGHBOURS):
        town[name].says("您好")
    served = shift_of(town, "P1", "2026-11-28")
    town["乙一员"].says(f"报名 {served}")
    town["戊一员"].says(f"报名 {served}")
    for name in ("乙一员", "戊一员"):
        town.sees(town[name].sends_location("工作室", 32.05, 118.76), "已到岗")
    town.at("2026-11-28T09:00")
    tick(town.chat)
    town.sees(town["孔伯伯"].says(f"异议 {award_of(town, '丙一员')} 扫楼道的是另外一个人"), "先暂停")
    town.sees(town["郑假设"].says("明天请假，由陈试用代岗"), "请假")
    town.at("2026-11-28T11:25")
    tick(town.chat)
    tick(town.chat)
    keys = _keys(town, path)
    paper = town["甲一员"].says("服务证明 10月").split("\n")[1]
    return {
        **keys,
        "certificate": paper,
        "calendar": town["甲一员"].says("日历订阅").split("\n")[1],
        "awards": {name: award_of(town, name) for name in ("甲一员", "丙一员", "王阿姨", "钱练习")},
        "award": town.chat.rows(select(StarAward.code).where(StarAward.code.is_not(None)))[0].code,
    }


def _keys(town: Town, path: Path) -> dict[str, Any]:
    """As an operator hands them out: a key, a password, a proposal for December, orders of the hotline, an invitation."""
    env = {
        "LINLI_DATABASE_URL": f"sqlite:///{path}",
        "LINLI_DATA_DIR": str(path.parent),
        "LINLI_SECRET_KEY": SECRET_KEY,
    }
    env["CLOCK"] = town.now.isoformat()
    key = linli("office", "key", "示例平台", env=env)
    assert key.returncode == 0, key.stderr
    planned = linli("duty", "plan", "--month", "2026-12", env=env)
    assert planned.returncode == 0, planned.stderr
    with town.chat.database.write() as connection:
        person = connection.execute(select(Person.id).where(Person.code == "D2")).scalar_one()
        row = {"person_id": person, "password_hash": new_hash(PASSWORD), "totp_secret": TOTP, "at": town.now}
        connection.execute(insert(StaffLogin).values(**row))
    sheet = Workbook()
    for row in (("工单编号", "诉求内容", "事发地址", "诉求人", "联系电话", "办结期限"),
                ("NJ2026112800001", "3楼楼道灯坏了", "梧桐里1号院1幢", "钱某", "13900001111", "2026-12-02 18:00")):  # fmt: skip
        sheet.active.append(row)  # type: ignore[union-attr]
    sheet.save(path.with_name("orders.xlsx"))
    orders = linli("import", "tickets", str(path.with_name("orders.xlsx")), "--source", "12345", env=env)
    assert orders.returncode == 0, orders.stderr
    invited = town["毛管理"].says("邀请 禹邀请")
    code = re.search(r"[A-Z0-9]{4}-[A-Z0-9]{4}", invited)
    assert code, invited
    town.chat.work()
    return {"api_key": key.stdout.strip(), "password": PASSWORD, "totp": TOTP, "invitation": code[0]}


def signed_in(town: Town) -> dict[str, Any]:
    """The dispatcher's browser, and a known answer written with it."""
    office = Office(town.chat).signs_in(town["何派单"])
    form = {"question": "居住证怎么办", "answer": "带身份证和租房合同到社区办理", "id": "", "csrf": office.csrf}
    kept = office.web.post("/console/knowledge", data=form)
    assert kept.status_code in (200, 204, 302, 303), kept.text
    return {"cookie": office.web.get_cookie("linli_console", path="/console").value}  # type: ignore[union-attr]


def at_the_sign_in(town: Town) -> dict[str, Any]:
    """A browser that waits for somebody's phone."""
    web = town.chat.app.test_client()
    code = code_shown(web)
    assert len(town.chat.rows(select(ConsoleSession.id))) == 2
    return {
        "waiting": web.get_cookie("linli_console", path="/console").value,  # type: ignore[union-attr]
        "login_code": code,
    }
