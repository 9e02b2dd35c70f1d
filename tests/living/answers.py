"""What people would say to each question that stands open in a fixture, and what they would notice afterwards."""

from dataclasses import dataclass
from typing import Any

from tests.living.installation import PICTURE

THERE = (32.0501, 118.76)


@dataclass(frozen=True)
class Answer:
    """`does`: one after the other, each with words of its reply. `ticket`: what the export says of its ticket then.

    `rows`: a table, a condition, and how many rows more it is true for. `{number}` and names of awards may stand in any text.
    """

    does: tuple[tuple[Any, str], ...]
    ticket: dict[str, Any] | None = None
    rows: tuple[str, str, int] | None = None


def _one(said: Any, words: str, rows: tuple[str, str, int] | None = None, **ticket: Any) -> Answer:
    return Answer(((said, words),), ticket or None, rows)


ANSWERS: dict[str, Answer] = {
    "退单为何": _one("不在我的网格", "已退单", state="returned", assignee=None),
    "转办给谁": _one("给 陈试用", "已转办", state="transferred", assignee="陈试用"),
    "延到何时": _one("到12月5日 等配件", "已申请把", ("extensions", "reason = '等配件'", 1), state="in_progress"),
    "办结说明": Answer((("换了接头，号牌已换", "请发一张处理后的照片"), (PICTURE, "已办结")), {"state": "handled"},
                   ("ticket_events", "kind = 'handle' AND note = '换了接头，号牌已换'", 1)),
    "方案怎么办": _one("明天上午换水管", "方案已记下", ("ticket_events", "kind = 'plan' AND note = '明天上午换水管'", 1)),
    "备注什么": _one("住户明天上午在家", "已备注", ("ticket_events", "kind = 'remark' AND note = '住户明天上午在家'", 1)),
    "转告什么": _one("请把阀门先关上", "已转告上报人", ("outbox", "kind = 'relay'", 1)),
    "应急金额": _one("换水管 估300元", "应急已启动", ("emergency_draws", "number = '{number}'", 1)),
    "结算金额": _one("实际260元", "已结算", ("emergency_draws", "number = '{number}' AND actual = 26000", 1)),
    "办结照片": _one(PICTURE, "已办结", ("ticket_events", "kind = 'handle' AND note = '换了水管接头'", 1), state="handled"),
    "到场凭据": _one(THERE, "已记到场", ("deadlines", "number = '{number}' AND kind = 'survey' AND met_at IS NOT NULL", 1)),
    "派给谁": _one("给 陈试用", "已派单", state="dispatched", assignee="陈试用"),
    "督办什么": _one("今晚必须修好", "已督办", ("outbox", "kind = 'supervise' AND text LIKE '%今晚必须修好'", 5)),
    "议事为何": _one("位置大家意见不一", "已提交协商议事", state="escalated"),
    "核查结果": _one("通过", "已核查通过", state="verified"),
    "哪里没好": _one("还是会掉", "已退回", ("ticket_events", "kind = 'reject' AND note = '还是会掉'", 1), state="in_progress"),
    "回访怎样": _one("满意，铰链松了，已拧紧", "已结案", state="closed", rating="satisfied"),
    "和谁换班": _one("给 丑一员", "请求", ("swaps", "state = 'open'", 1)),
    "巡楼情况": _one("05幢 一切正常", "巡楼", ("check_ins", "kind = 'patrol'", 1)),
    "巡楼哪里": _one("梧桐里1号院3幢", "巡楼", ("check_ins", "kind = 'patrol'", 1)),
    "报到哪里": _one("梧桐社区", "报到成功", ("enrolments", "1 = 1", 1)),
    "报到特长": _one("会电工，周末上午", "报到成功", ("enrolments", "skills LIKE '%电工%'", 1)),
    "哪里打卡": _one("梧桐里1号院3幢", "打卡", ("check_ins", "kind = 'check_in'", 1)),
    "调解情况": _one("3楼和4楼两家，夜里太吵，双方和好", "调解已登记", ("duty_records", "1 = 1", 1)),
    "到岗位置": _one(THERE, "已到岗", ("sign_ups", "state = 'present' AND method = 'location'", 1)),
    "到岗打卡码": _one("打卡 {code}", "已到岗", ("sign_ups", "state = 'present' AND method = 'code'", 1)),
    "打卡位置": _one(THERE, "梧桐里1号院3幢", ("check_ins", "method = 'location'", 1)),
    "地点": _one("梧桐里1号院2幢", "地点已补充", place="梧桐里1号院2幢"),
    "地点几选": _one("2", "地点已补充", place="梧桐里2号院1幢"),
    "什么问题": _one("下水道堵了", "梧桐里1号院05幢", ("tickets", "place_text = '梧桐里1号院05幢' AND summary = '下水道堵了'", 1)),
    "照片的问题": _one("梧桐里1号院6幢信箱门坏了", "已登记",
                     ("attachments", "kind = 'image' AND purpose = 'report' AND number IS NOT NULL", 1)),
    "还危险吗": _one("没有", "改按一般事项", urgency="normal"),
    "分开吗": _one("1", "已分成 3 件", ("tickets", "summary IN ('垃圾没人收', '下水道堵了')", 2), summary="楼道灯坏了"),
    "同一件吗": _one("一起", "并入邻居上报的", state="merged"),
    "有用吗": _one("转人工", "已登记", ("tickets", "summary = '居住证怎么办'", 1)),
    "有照片吗": _one(PICTURE, "照片已附在推荐里", ("nominations", "picture_id IS NOT NULL", 1)),
    "推荐谁": _one("林阿姨 梧桐里1号院05幢 每天帮独居老人买菜", "候选：林阿姨", ("nominations", "reason LIKE '%买菜%'", 1)),
    "好在哪里": _one("05幢 教老人们用手机付钱", "候选：丁一员", ("nominations", "reason LIKE '%手机付钱%'", 1)),
    "住哪里": _one("梧桐里1号院1幢", "候选：林奶奶", ("nominations", "reason LIKE '%送热水%'", 1)),
    "是哪一位": _one("T2", "候选：同名者", ("nominations", "reason LIKE '%打扫楼道%'", 1)),
    "异议为何": _one("倒垃圾的不是她", "先暂停", ("star_awards", "state = 'stopped'", 1)),
    "异议哪个": _one("{甲一员} 取奶的是别人", "先暂停", ("objections", "state = 'open'", 1)),
    "不满为何": _one("衣架还是晃", "已转告", ("ticket_events", "note = '衣架还是晃'", 1), state="reopened"),
    "转告的回答": _one("在家的，随时来", "已转告办理的人", ("outbox", "kind = 'reply' AND text LIKE '%在家的，随时来%'", 1)),
}  # fmt: skip
"""By the label under which the fixture's maker had it asked."""

NEWER: frozenset[str] = frozenset({
    "announced", "choice", "listed", "milestone_photo", "notice", "person", "project_photo", "sign_in", "survey", "whose",
    "inspection_photo", "unit",
})  # fmt: skip
"""Kinds of questions that came after the newest fixture: no release has any of them lying in a database yet."""


@dataclass(frozen=True)
class Tap:
    """An answer below an earlier push. `more`: what is then said to what it asks."""

    who: str
    tap: str
    words: str
    ticket: str | None = None
    state: str | None = None
    more: tuple[str, str] | None = None


TAPS: tuple[Tap, ...] = (
    Tap("冯练一", "接单 {接单}", "已接单", "接单", "in_progress"),
    Tap("陈练二", "退单 {退单}", "为什么退单", "退单", "returned", ("不在我的网格", "已退单")),
    Tap("汪长二", "核查 {核查} 通过", "已核查通过", "核查", "verified"),
    Tap("汪长二", "核查 {核查不} 不通过", "哪里没做好", "核查不", "in_progress", ("门还是关不上", "已退回")),
    Tap("李阿姨", "满意 {满意}", "已结案", "满意", "closed"),
    Tap("张大爷", "基本满意 {基本满意}", "已结案", "基本满意", "closed"),
    Tap("钱阿姨", "不满意 {不满意}", "哪里没做好", "不满意", "reopened", ("门轴断了", "已转告")),
    Tap("施奶奶", "还好 1", "太好了"),
    Tap("施奶奶", "又坏了 1", "NH20261019-0001"),
    Tap("乙一员", "同意公示", "已记下您同意公示"),
    Tap("丁一员", "不同意公示", "尊重您的意思"),
    Tap("王样本", "确认工时 {工时班}", "乙一员 2小时"),
    Tap("王样本", "排班建议", "12月排班建议"),
    Tap("王样本", "确认排班", "已确认"),
    Tap("汪长二", "合并 {重复二} 到 {重复一}", "已把", "重复二", "merged"),
    Tap("施维修", "进场 {应急}", "已记进场"),
    Tap("吴范例", "同意延期 {延期}", "已同意", "延期", "suspended"),
    Tap("吴范例", "不同意延期 {不延期}", "已不同意", "不延期", "in_progress"),
    Tap("吴范例", "同意应急 {应急}", "已批准"),
    Tap("吴范例", "不同意应急 {不应急}", "不批准"),
    Tap("庚一员", "报名 {招募}", "报名成功"),
    Tap("辛一员", "取消值班 {周日班}", "已取消"),
    Tap("庚一员", "接班 {电工班}", "换班成功"),
    Tap("壬一员", "同意换班 {周日班}", "换班成功"),
    Tap("癸一员", "不同意换班 {电工班}", "已"),
)
"""One of each shape that the product pushes."""
