"""The Saturday's evening: answers to tap reach the phones before the quiet hours, and at five past ten many things are open."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import select, update

from storage.models import Account, Shift
from storage.outbox_delivery import claim
from tests.chat import Speaker
from tests.living.past import NEIGHBOURS, STAFF, at_the_sign_in, award_of, shift_of, signed_in
from tests.living.town import BUILDINGS, MEMBERS, WORKERS, Town

FLOORS = "二三四五六"


def evening(town: Town) -> dict[str, Any]:
    """From six to five past ten; the clock then stands."""
    town.at("2026-11-28T18:00")
    for name in (*STAFF, *NEIGHBOURS, "李报事", "周报事"):
        town[name].says("您好")
    numbers = {**_work(town), **_shifts(town)}
    town.chat.work()
    hands = _in_hand(town)
    town.at("2026-11-28T21:40")
    for name in ("李阿姨", "张大爷", "何派单", "姚派二"):
        town[name].says("您好")
    _danger(town, numbers)
    town.chat.work()
    town.at("2026-11-28T21:50")
    browser = signed_in(town)
    _asked_at_work(town, hands)
    _asked_of_members(town)
    _asked_of_neighbours(town, hands)
    _owed(town)
    return {**browser, **at_the_sign_in(town), "numbers": numbers}


def _work(town: Town) -> dict[str, str]:
    """Tickets in every state with what can be tapped about them."""
    made: dict[str, str] = {}
    worker = {
        label: WORKERS[place]
        for place, label in enumerate(("接单", "退单", "核查", "核查不", "延期", "不延期", "应急", "不应急"))
    }
    for place, (label, name) in enumerate(worker.items()):
        made[label] = town.given(name, f"梧桐里1号院{BUILDINGS[place % 6]}{FLOORS[place % 5]}楼楼道灯坏了")
    for label in ("核查", "核查不"):
        _handled(town, worker[label], made[label])
    for label in ("延期", "不延期"):
        town[worker[label]].says(f"接单 {made[label]}")
        town.sees(town[worker[label]].says(f"延期 {made[label]} 到12月10日 等配件"), "批准")
    for label in ("应急", "不应急"):
        town[worker[label]].says(f"接单 {made[label]}")
        town.sees(town[worker[label]].says(f"应急 {made[label]} 换灯座 估100元"), "应急已启动")
    for place, label in enumerate(("满意", "基本满意", "不满意", "重办")):
        reporter = ("李阿姨", "张大爷", "钱阿姨", "孔伯伯")[place]
        made[label] = town.given(WORKERS[place], f"梧桐里1号院{BUILDINGS[place]}单元门坏了，关不上", reporter)
        _handled(town, WORKERS[place], made[label])
        town.sees(town["汪长二"].says(f"核查 {made[label]} 通过"), "已核查通过")
    town.chat.work()
    town.sees(town["孔伯伯"].says(f"不满意 {made['重办']} 门还是关不上"), "重新办理")
    made["挂起"] = town.given(WORKERS[4], "梧桐里1号院7幢信报箱坏了")
    town[WORKERS[4]].says(f"延期 {made['挂起']} 到12月5日 等配件")
    town.sees(town["吴范例"].says(f"同意延期 {made['挂起']}"), "已同意")
    made["并入"], made["被并"] = (town.report("周报事", f"梧桐里1号院8幢{n}楼扶手松了") for n in "二三")
    town.chat.work()
    town.sees(town["何派单"].says(f"合并 {made['被并']} 到 {made['并入']}"), "已把")
    made["重复一"], made["重复二"] = town.report("周报事", "梧桐里1号院05幢二楼楼道灯坏了"), ""
    made["重复二"] = town.report("李报事", "梧桐里1号院05幢二楼楼道灯坏了")
    town["李报事"].says("不是一件")
    town.chat.work()
    return made


def _handled(town: Town, worker: str, number: str) -> None:
    town[worker].says(f"接单 {number}")
    town[worker].sends_picture()
    town.sees(town[worker].says(f"办结 {number} 修好了"), "已办结")
    town.chat.work()


def _shifts(town: Town) -> dict[str, str]:
    """Swaps, a stand-by list, a call-up, somebody assigned; what is proposed for December waits."""
    sunday, wired, night, night2 = (shift_of(town, code, day) for code, day in (
        ("P4", "2026-11-29"), ("P5", "2026-11-29"), ("P2", "2026-11-28"), ("P3", "2026-11-28")))  # fmt: skip
    for name in ("己一员", "庚一员"):
        town.sees(town[name].says(f"报名 {sunday}"), "报名成功")
    town.sees(town["辛一员"].says(f"报名 {sunday}"), "候补第 1 位")
    town.sees(town["庚一员"].says(f"取消值班 {sunday}"), "已取消")
    town.sees(town["己一员"].says(f"换班 {sunday} 给 壬一员"), "请求")
    for name in ("甲一员", "丁一员"):
        town.sees(town[name].says(f"报名 {wired}"), "报名成功")
    town.sees(town["甲一员"].says(f"换班 {wired} 都可以"), "位")
    town.sees(town["丁一员"].says(f"换班 {wired} 给 癸一员"), "请求")
    town.sees(town["王样本"].says(f"安排 {wired} 乙一员"), "已安排")
    town.sees(town["吴范例"].says("急需 6 人 明天下午2点到4点 到梧桐社区搬防汛沙袋"), "已")
    for name, shift in (("戊一员", night), ("丙一员", night), ("子一员", night2)):
        town.sees(town[name].says(f"报名 {shift}"), "报名成功")
    return {
        "招募": str(max(row.id for row in town.chat.rows(select(Shift.id)))),
        "工时班": str(shift_of(town, "P1", "2026-11-28")),
        "周日班": str(sunday),
        "电工班": str(wired),
        "夜班": str(night),
        "夜修": str(night2),
    }


LABELS = ("退单为何", "转办给谁", "延到何时", "办结说明", "方案怎么办", "备注什么", "转告什么", "应急金额", "结算金额", "办结照片",
          "到场凭据", "转告的人")  # fmt: skip


def _in_hand(town: Town) -> dict[str, str]:
    """A ticket of its own for each question at work."""
    hands = {}
    for place, label in enumerate(LABELS):
        text = f"梧桐里1号院{BUILDINGS[place % 6]}{FLOORS[place % 5]}楼水管漏水"
        reporter = "周报事" if label != "转告的人" else "施奶奶"
        hands[label] = town.given(WORKERS[place], text, reporter)
        town[WORKERS[place]].says(f"接单 {hands[label]}")
    for label, text in (
        ("派给谁", "云山路99号门口路灯坏了"),
        ("督办什么", "梧桐里1号院3幢门禁坏了"),
        ("议事为何", "梧桐里1号院2幢要装充电桩"),
    ):
        hands[label] = town.report("周报事", text)
    for label, worker in (("核查结果", WORKERS[0]), ("哪里没好", WORKERS[1])):
        hands[label] = town.given(worker, f"梧桐里1号院{BUILDINGS[0]}{FLOORS[len(hands) % 5]}楼电表箱门掉了", "周报事")
        _handled(town, worker, hands[label])
    hands["不满为何"] = town.given(WORKERS[2], "梧桐里1号院05幢晾衣架坏了", "李阿姨")
    _handled(town, WORKERS[2], hands["不满为何"])
    town.sees(town["汪长二"].says(f"核查 {hands['不满为何']} 通过"), "已核查通过")
    hands["回访怎样"] = town.given(WORKERS[3], "梧桐里1号院05幢单元门坏了，关不上", "周报事")
    _handled(town, WORKERS[3], hands["回访怎样"])
    town.sees(town["王样本"].says(f"核查 {hands['回访怎样']} 通过"), "已核查通过")
    town.sees(town["周报事"].says(f"不满意 {hands['回访怎样']} 门还是关不上"), "重新办理")
    town.chat.work()
    return hands


def _danger(town: Town, numbers: dict[str, str]) -> None:
    """A danger whose two hours run, with its first step proven."""
    numbers["险情"] = town.report("张大爷", "梧桐里1号院05幢外墙瓷砖往下掉，很危险")
    town.chat.work()
    town["何派单"].says(f"派单 {numbers['险情']} 给 陈试用")
    town["陈试用"].says(f"接单 {numbers['险情']}")
    town["陈试用"].says(f"到场 {numbers['险情']}")
    town.sees(town["陈试用"].sends_location("梧桐里1号院", 32.0502, 118.7601), "已记到场")


def says(text: str) -> Callable[[Speaker], str]:
    """Somebody says this."""
    return lambda speaker: speaker.says(text)


def _asked_at_work(town: Town, hands: dict[str, str]) -> None:
    commands = ("退单", "转办", "延期", "办结", "方案", "备注", "转告", "应急", "结算")
    for place, verb in enumerate(commands):
        label, who = LABELS[place], WORKERS[place]
        if verb == "结算":
            town.sees(town[who].says(f"应急 {hands[label]} 换水管 估300元"), "应急已启动")
        town.asks(label, "detail", who, says(f"{verb} {hands[label]}"), hands[label])
    town.asks("办结照片", "evidence", WORKERS[9], says(f"办结 {hands['办结照片']} 换了水管接头"), hands["办结照片"])
    hands["到场凭据"] = town.report("施奶奶", "梧桐里1号院6幢楼道有裸露的电线，冒火花")
    town.chat.work()
    town["何派单"].says(f"派单 {hands['到场凭据']} 给 {WORKERS[10]}")
    town.asks("到场凭据", "evidence", WORKERS[10], says(f"到场 {hands['到场凭据']}"), hands["到场凭据"])
    town.sees(town[WORKERS[11]].says(f"转告 {hands['转告的人']} 您明天上午在家吗？"), "已转告")
    town.asks("派给谁", "detail", "姚派二", says(f"派单 {hands['派给谁']}"), hands["派给谁"])
    town.asks("督办什么", "detail", "魏领导", says(f"督办 {hands['督办什么']}"), hands["督办什么"])
    town.asks("议事为何", "detail", "邵书二", says(f"议事 {hands['议事为何']}"), hands["议事为何"])
    town.asks("核查结果", "detail", "汪长二", says(f"核查 {hands['核查结果']}"), hands["核查结果"])
    town.asks("哪里没好", "detail", "祁楼二", says(f"核查 {hands['哪里没好']} 不通过"), hands["哪里没好"])
    town.asks("回访怎样", "detail", "孙模拟", says(f"回访 {hands['回访怎样']} 打过电话了"), hands["回访怎样"])


def _asked_of_members(town: Town) -> None:
    wired = shift_of(town, "P5", "2026-11-29")
    town.sees(town["癸一员"].says(f"报名 {wired}"), "报名成功")
    town.asks("和谁换班", "detail", "癸一员", says(f"换班 {wired}"))
    town.asks("巡楼情况", "detail", "王样本", says("巡楼"))
    town.asks("巡楼哪里", "detail", MEMBERS[7], says("巡楼 一切正常"))
    town.asks("报到哪里", "detail", "何派单", says("报到"))
    town.asks("报到特长", "detail", MEMBERS[9], says("报到"))
    town.asks("哪里打卡", "detail", MEMBERS[10], says("打卡"))
    town.asks("调解情况", "detail", "乙一员", says("调解记录"))
    town.asks("到岗位置", "there", "戊一员", says("打卡"))
    town.asks("到岗打卡码", "there", "子一员", says("打卡"))
    town.asks("打卡位置", "there", MEMBERS[11], says("打卡 梧桐里1号院3幢"))


def _asked_of_neighbours(town: Town, hands: dict[str, str]) -> None:
    award = award_of(town, "王阿姨")
    for label, kind, who, text in (
        ("地点", "place", "邻居甲", "路灯坏了"),
        ("地点几选", "place", "邻居乙", "1幢楼道灯坏了"),
        ("什么问题", "problem", "邻居丙", "梧桐里1号院05幢"),
        ("还危险吗", "danger", "邻居戊", "梧桐里2号院9幢有人在楼道给电瓶车充电"),
        ("分开吗", "split", "邻居己", "梧桐里2号院9幢：1、楼道灯坏了 2、垃圾没人收 3、下水道堵了"),
        ("同一件吗", "join", "邻居庚", "梧桐里1号院6幢二楼水管漏水"),
        ("有用吗", "answered", "邻居辛", "居住证怎么办"),
        ("有照片吗", "star_photo", "邻居壬", "推荐 乙一员 05幢 下雪天给大家扫雪铲冰"),
        ("推荐谁", "detail", "邻居癸", "我要推荐"),
        ("好在哪里", "detail", "邻居子", "推荐 丁一员"),
        ("住哪里", "detail", "邻居丑", "推荐 林奶奶 每天给环卫工人送热水"),
        ("是哪一位", "detail", "邻居辰", "推荐 同名者 每天清晨打扫楼道"),
        ("异议为何", "detail", "邻居寅", f"异议 {award}"),
        ("异议哪个", "detail", "邻居卯", "异议"),
    ):
        town.asks(label, kind, who, says(text))
    town.asks("照片的问题", "problem", "邻居丁", lambda speaker: speaker.sends_picture())
    number = hands["不满为何"]
    town.asks("不满为何", "reason", "李阿姨", says(f"不满意 {number}"), number)
    town.asks("转告的回答", "reply", "施奶奶", says("帮助"), hands["转告的人"])


def _owed(town: Town) -> None:
    """Pushes in every state: held for the night, tried in vain, claimed by a deliverer that died, kept, due."""
    town.at("2026-11-28T22:00")
    town.chat.platform.faults.plan("busy", times=2)
    town.report("张大爷", "梧桐里1号院3幢有人被困电梯")
    town.chat.work()
    town["离开的人"].says("梧桐里1号院2幢垃圾没人收")
    town["离开的人"].phone.unfollow()
    with town.chat.database.write() as connection:
        old = update(Account).where(Account.openid == town["周报事"].openid)
        connection.execute(old.values(last_inbound_at=town.now.replace(day=20)))
    town.chat.work()
    town.clock.turn(minutes=4)
    town.report("李报事", "梧桐里1号院3幢煤气味很浓")
    town.chat.decide()
    assert len(claim(town.chat.database, town.now, "hazard_pushes", danger=True, most=1).pushes) == 1
    town.clock.turn(minutes=1)
    town.report("李报事", "梧桐里1号院05幢楼道起火冒烟")
    town["李报事"].sends_picture()
    town.chat.decide()
