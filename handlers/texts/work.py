"""What those read who handle tickets. The number first, then what is possible, in words that can be typed or tapped."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from governance.clock import local_day
from governance.tickets.deadlines import DeadlineKind
from governance.tickets.dispatching import Basis, Doubt
from governance.tickets.lifecycle import Move
from governance.tickets.states import TicketState
from handlers.texts import STATE, URGENCY_MARK, where_and_what
from understanding.summary import title_of

VERB = {
    Move.DISPATCH: "派单", Move.TAKE: "接单", Move.ARRIVE: "到场", Move.PLAN: "方案", Move.CREW: "进场",
    Move.REACH: "联系",
    Move.HANDLE: "办结", Move.ANSWER: "办结", Move.RETURN: "退单", Move.TRANSFER: "转办", Move.SUSPEND: "同意延期",
    Move.VERIFY: "核查", Move.REJECT: "核查", Move.CLOSE: "结案", Move.REOPEN: "重开", Move.ESCALATE: "议事",
    Move.MERGE: "合并", Move.UNMERGE: "拆分", Move.WITHDRAW: "撤回", Move.ACCEPT: "受理", Move.RESUME: "恢复",
    Move.STAND_DOWN: "解除隐患", Move.UNDO_DISPATCH: "撤销派单", Move.UNDO_HANDLE: "撤销办结", Move.OVER: "已恢复",
    Move.RESOLVE: "议定后已办成", Move.DELIVER: "认领项目已办成",
    Move.VOID: "作废",
}  # fmt: skip
HOW = {
    Move.DISPATCH: "派单 {n} 给谁", Move.TAKE: "接单 {n}", Move.ARRIVE: "到场 {n}", Move.PLAN: "方案 {n} 怎么办",
    Move.CREW: "进场 {n}", Move.REACH: "已联系 {n} 谁", Move.HANDLE: "办结 {n} 说明", Move.RETURN: "退单 {n} 原因",
    Move.TRANSFER: "转办 {n} 给谁",
    Move.SUSPEND: "同意延期 {n}", Move.VERIFY: "核查 {n} 通过", Move.REJECT: "核查 {n} 不通过 原因",
    Move.REOPEN: "重开 {n}", Move.ESCALATE: "议事 {n} 说明", Move.MERGE: "合并 {n} 到 另一件编号",
    Move.UNMERGE: "拆分 {n}", Move.WITHDRAW: "撤回 {n}", Move.STAND_DOWN: "不是隐患 {n} 说明",
    Move.UNDO_DISPATCH: "撤销派单 {n}", Move.UNDO_HANDLE: "撤销办结 {n}",
    Move.VOID: "作废 {n} 原因",
}  # fmt: skip
"""How each move is said; those that are not here are not said by anybody."""

TAP = {
    Move.TAKE: "接单 {n}", Move.RETURN: "退单 {n}", Move.VERIFY: "核查 {n} 通过", Move.REJECT: "核查 {n} 不通过",
    Move.CREW: "进场 {n}", Move.MERGE: "合并 {n} 到 {other}",
}  # fmt: skip
EXTENSION_TAPS = "同意延期 {n}", "不同意延期 {n}"
DRAW_TAPS = "同意应急 {n}", "不同意应急 {n}"
LINE_STAFF = "{line}条线人员"

BASIS = {
    Basis.DANGER: "安全隐患先由网格员到场",
    Basis.LINE: "属{line}条线",
    Basis.GRID: "网格内事项",
    Basis.OUT_OF_HOURS: "{line}条线已下班，先由网格员查看",
    Basis.LINE_MISSING: "{line}条线没有能联系上的人，由网格员办理",
    Basis.CREW: "当地的人手上都满了，请维修队支援",
    Basis.NEIGHBOUR: "当地的人手上都满了，请邻近网格支援",
    Basis.PRESSED: "当地、维修队和邻近网格都满了，应急件先派给网格员",
    Basis.NIGHT_DUTY: "夜间应急由值夜班的人先处理",
}
LEAST_BUSY = "{among} 位{role}中手上最少（{open} 件）"
FOR_SOMEBODY = "（代{name}）"
DOUBT = {
    Doubt.NO_PLACE: "地点不在名册里",
    Doubt.DRAFT: "上报人没有说完",
    Doubt.NOBODY: "当地没有能联系上的人",
    Doubt.ALL_BUSY: "当地的人手上都满了",
    Doubt.NO_OFFICE: "企业诉求，没有对口的科室人员",
}
DEADLINE = {
    DeadlineKind.ACCEPT: "受理派单", DeadlineKind.TAKE: "接单", DeadlineKind.SURVEY: "到场勘查", DeadlineKind.PLAN: "定方案",
    DeadlineKind.CREW: "人材机进场", DeadlineKind.CONTACT: "联系企业",
    DeadlineKind.HANDLE: "办结", DeadlineKind.VERIFY: "核查", DeadlineKind.APPROVE: "审批",
    DeadlineKind.CALL_BACK: "回访",
}  # fmt: skip

NOT_FOR_YOU = "没有找到您经手的工单 {name}。回复“我的工单”可看手上和本网格的工单。"
NOTHING_TO = "您现在没有可以{verb}的工单。回复“我的工单”看看手上的。"
WHICH = "要{verb}哪一件？请写上编号，例如：{example}\n{listed}"
TAKEN_BY = "{head}已由{who}接单（{at}）。"
IN_HAND_OF = "{head}由{who}在办，请由TA{verb}。需要换人请先“转办 {n} 给谁”。"
OWN_WORK = "{head}是您办的，要由别人核查（楼栋长、网格长或社区书记）。"
CANNOT = "{head}{state}，不能{verb}。{possible}"
POSSIBLE = "现在可以回复：{listed}"
NOTHING_POSSIBLE = "您不用再做什么。"

TAKEN = "已接单 {head}\n{due}\n{steps}"
TAKEN_INSTEAD = "{head}已由{who}接单，您不用再去。"
ARRIVED = "已记到场 {head}（{at}）。\n{steps}"
EVIDENCE_WANTED = "请发一个位置，或拍一张现场照片，作为{verb} {n} 的凭据。收到就记上。"
PHOTO_WANTED = "请发一张处理后的照片，{n} 就办结。说明已记下：{note}"
NOTE_WANTED = "{n} 怎么处理的？请用一句话说明，例如：已更换灯泡"
ANSWER_WANTED = "{n} 是怎么答复的？请用一句话说明，会发给提问的人，例如：带身份证到社区一楼办"
TOO_FAR = "您发的位置离{place}约 {far}，不能作为{verb} {n} 的凭据。请到现场再发一次，或发现场照片。"
PLANNED = "方案已记下 {head}：{note}\n{due}\n{steps}"
REACH_WANTED = "{n} 联系了谁？请用一句话说明，例如：他女儿和派出所，正在赶来"
PLAN_WANTED = "{n} 准备怎么办？请用一句话说明，例如：封闭人行道，明天上午吊车拆除"
CREW_IN = "已记进场 {head}（{at}）。\n{steps}"
HANDLED_UNCONFIRMED = "办理人现场处理好，没有人确认过有危险：{note}"
HANDLED = "已办结 {head}，谢谢！接下来由{who}核查，再请上报人评价。"
HANDLED_NOBODY = "已办结 {head}，谢谢！当地没有能联系上的核查人，已请派单人员安排。"
ANSWERED = "答复已转给上报人，{head}等TA评价。谢谢！"
ANSWERED_ELSEWHERE = "已办结 {head}，记作您已答复，请上报人评价。谢谢！"
WHY_RETURN = "{n} 为什么退单？请用一句话说明，例如：不在我的网格"
RETURNED = "已退单 {head}：{note}。{who}会重新派单。"
TO_WHOM = "{n} {verb}给谁？请写姓名、角色或条线，例如：{verb} {n} 给网格长、{verb} {n} 给城管"
NOBODY_THERE = "{place}没有能联系上的{whom}，请换一位。"
NOT_STAFF = "{who}在名册里没有能办理工单的岗位，请换一位。"
NOT_REACHABLE = "{who}还没有绑定微信，收不到工单，请换一位，或先请TA绑定。"
ALREADY_THEIRS = "{head}本来就在{who}手上。"
TO_YOURSELF = "不用转给自己，直接回复：接单 {n}"
HANDED_ON = "已{verb} {head}给{who}。"
UNTIL_WHEN = "{n} 要延到哪天、为什么？例如：延期 {n} 到12月5日 等配件"
VERDICT_WANTED = "{n} 处理得怎么样？请回复：核查 {n} 通过，或 核查 {n} 不通过 原因"
WHY_REJECT = "{n} 哪里没做好？请用一句话说明，会转告{who}。"
VERIFIED = "已核查通过 {head}，接下来请上报人评价。"
VERIFIED_RATED = "已核查通过 {head}，上报人已经评价过，直接结案。"
VERIFIED_CLOSED = "已核查通过 {head}，没有上报人，直接结案。"
REJECTED = "已退回给{who}返工 {head}：{note}"
WHAT_SUPERVISE = "{n} 要督办什么？请用一句话说明，例如：督办 {n} 今晚必须修好"
SUPERVISED = "已督办 {head}，{who}会马上看到。"
WHAT_REMARK = "{n} 备注什么？请用一句话说明。"
WHAT_RELAY = "{n} 要转告上报人什么？请用一句话说。"
RELAY_SENT = "已转告上报人 {head}，TA的回答会发给您。"
RELAY_ANSWERS = "已经答完的话，请回复：办结 {n} 已答复过了"
NOBODY_TO_RELAY = "{head}没有能联系上的上报人。"
REPLIED = "上报人回复 {head}：{note}"
REMARKED = "已备注 {head}：{note}"
WHY_COUNCIL = "{n} 为什么要提交协商议事？请用一句话说明。"
UNDONE_FOR_YOU = "{head}的派单已由{who}撤销，您不用办。"
YOURS_AGAIN = "{head}又由您办理：{who}撤销了改派。"
COUNCIL_TAKES = "{head}已提交协商议事，您先不用办：{note}"
TO_COUNCIL = "已提交协商议事 {head}。有了结论请重新派单：派单 {n} 给谁"
URGENCY_CHANGED = "{head}改按{mark}办理。"
NOT_URGENT = "一般事项"
MERGED_AWAY = "{head}已并入 {into}，您不用再办。"
CALL_BACK_HOW = "回访结果怎样？请回复：回访 {n} 满意（或 不满意、联系不上）加一句说明"
AMOUNT_WANTED = "{n} 应急要做什么、估多少钱？例如：应急 {n} 换水泵 估800元"
BILL_WANTED = "{n} 实际花了多少钱？例如：结算 {n} 实际760元"
CREW_DRAWN = "应急抢修 {head}\n{what}\n请马上进场；联系人：{who}。"
APPROVE_DRAW = "应急支出待审批 {head}\n{what}（{who}发起，已先行抢修）"
DRAW_DECIDED = "{head}的应急支出 {amount}{verdict}。"
APPROVED_WORD, REFUSED_WORD = "已批准", "没有批准"

NEW_FOR_YOU = "{new}\n已派给您：{reason}。请在{due}前接单。"
HAZARD_FOR_YOU = "{new}\n已派给您：{reason}。请马上接单，{due}前到场、定方案、人材机进场，每步留凭据。"
HANDED_TO_YOU = "{new}\n{who}{verb}给您：{why}。请在{due}前接单。"
BY_HAND = "待派单 {new}\n没有自动派出：{doubt}。请回复：派单 {n} 给谁"
RETURNED_TO_YOU = "{who}退单 {head}：{note}。请重新派单：派单 {n} 给谁"
ALIKE = "可能重复：{number} 与 {others} 地点、类别相同"
TAKEN_AWAY = "{head}已改派给{who}，您不用再办。"
TO_VERIFY = "请核查 {head}\n{who}已办结：{note}"
REJECTED_TO_YOU = "核查没通过 {head}：{note}（{who}）。请返工后再回复：办结 {n} 说明"
EXTENSION_TO_YOU = "{who}申请把 {head}延到{until}：{reason}"
EXTENSION_DECIDED = "{head}的延期申请{verdict}。"
EXTENSION_YES, EXTENSION_NO = "已批准，延到{until}", "没有批准，原来的时限照算"
SUPERVISED_TO_YOU = "【督办】{head}\n{who}：{note}"
RESUMED = "延期到期 {head}：今天要办结，请继续。"
REOPENED_TO_YOU = (
    "【重新办理】{head}\n{why}。请在{call}前回访上报人，在{due}前办结。\n"
    "{contact}回访后回复：回访 {n} 满意/不满意/联系不上 加一句说明"
)
PERSON_FOR_YOU = (
    "{new}\n已派给您：{reason}。有危险先打110，受伤打120，马上去看人，{due}前到场。联系家属、派出所或医院后回复：已联系 {n} 谁；"
    "人平安了回复：办结 {n} 平安，谁陪着。不要在群里说，也不要问邻居。"
)
PERSON_AGAIN = "【又有危险】{head}\n{why}。有危险先打110，受伤打120，马上去看人，{due}前到场。不要在群里说。"
REACHED = "{head}已记联系：{note}。{steps}"
DANGER_AGAIN = "【安全隐患又出现】{head}\n{why}。请马上安排，{due}前到场、定方案、人材机进场，每步留凭据。"
CONTACT = "上报人{who}，电话 {phone}。"
NO_CONTACT = "上报人没有登记电话，可以回复：转告 {n} 要说的话。"
REMIND = "提醒：{head}\n应在{due}前{what}，时间已过 {percent}%。"
WARN_HEADS = "超时：{head}\n应在{due}前{what}，没有完成。{who}"
WARN_LEAD = "严重超时：{head}\n应在{due}前{what}，过了很久仍没有完成。{who}"
IN_CHARGE, NOBODY_IN_CHARGE = "责任人：{who}。", "还没有责任人。"
DISSATISFIED_TWICE = "{head}重新办理后上报人仍不满意：{note}。已结案，请安排专人跟进。"
WHY_DISSATISFIED = "上报人不满意：{note}"
WHY_UNREACHED = "上报人收不到评价请求（没有关注或超出可推送时间）"
WHY_AGAIN = "回头看时上报人说又坏了：{note}"
WHY_REOPENED = "上报人要求重开：{note}"
WHY_REOPENED_BY = "{who}要求重开：{note}"
NOTHING_SAID = "没有说原因"

MINE_HEAD = "您手上 {count} 件{shown}"
NOTHING_MINE = "您手上没有未办结的工单。"
THERE_HEAD = "负责范围内另有未办结 {count} 件{shown}"
NEXT = "→ {step}"
OVERDUE = "（已超时）"
DUE = "{due}前{late}"
FIRST_SHOWN, ALL_SHOWN = "，先列 {most} 件：", "："


def short(number: str) -> str:
    """The digits by which people name a ticket: NH20261124-0007 is 7."""
    return str(int(number.rpartition("-")[2]))


def taps(number: str, *moves: Move, other: str = "") -> list[str]:
    """Moves ready to be tapped."""
    return [TAP[move].format(n=short(number), other=other) for move in moves]


def head(number: str, summary: str, place: str | None = None) -> str:
    """A ticket in half a line."""
    return f"{number}（{where_and_what(place, title_of(summary))}）"


def moment(instant: datetime, zone: ZoneInfo, now: datetime) -> str:
    """An instant as people say it: 今天 18:00, 明天 12:00, 12月1日 18:00; midnight is the day's 24:00."""
    local = instant.astimezone(zone)
    if local.hour == local.minute == 0:
        day, clock = (local - timedelta(days=1)).date(), "24:00"
    else:
        day, clock = local.date(), f"{local:%H:%M}"
    ahead = (day - local_day(now, zone)).days
    name = {0: "今天", 1: "明天", -1: "昨天"}.get(ahead, f"{day.month}月{day.day}日")
    return f"{name} {clock}"


def clock(instant: datetime, zone: ZoneInfo) -> str:
    """14:05."""
    return f"{instant.astimezone(zone):%H:%M}"


def day(value: date) -> str:
    """12月5日."""
    return f"{value.month}月{value.day}日"


def dues(terms: list[tuple[str, list[str]]]) -> str:
    """By when what is promised, those of one instant together."""
    said = [f"{at}前{'、'.join(what)}" for at, what in terms]
    return "时限：" + "，".join(said) if said else ""


def steps(moves: list[Move], number: str) -> str:
    """What may be done next, ready to be typed."""
    said = [HOW[move].format(n=short(number)) for move in moves if move in HOW]
    return "下一步：" + "；".join(said) if said else ""


def possible(moves: tuple[Move, ...], number: str) -> str:
    """What a refusal names as possible."""
    said = list(dict.fromkeys(HOW[move].format(n=short(number)) for move in moves if move in HOW))
    return POSSIBLE.format(listed="、".join(said)) if said else NOTHING_POSSIBLE


def yuan(fen: int) -> str:
    """80000 fen as 800元; with two decimals only where they say something."""
    return f"{fen // 100}元" if fen % 100 == 0 else f"{fen / 100:.2f}元"


def metres(far: float) -> str:
    """120米 or 3.2公里."""
    return f"{far:.0f}米" if far < 1000 else f"{far / 1000:.1f}公里"


def mine_line(number: str, state: TicketState, urgency: str, head_: str, due: str, next_step: str) -> str:
    """One of a worker's tickets with what comes next."""
    mark = URGENCY_MARK.get(urgency, "")
    second = "　".join(part for part in (due, NEXT.format(step=next_step) if next_step else "") if part)
    return f"{short(number)}　{STATE[state]}{mark}\n{head_}" + (f"\n{second}" if second else "")
