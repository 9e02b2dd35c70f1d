"""What several domains say to people. Short, polite, with the number and what happens next."""

from datetime import date

from governance.tickets.states import TicketState
from understanding.hazard import Danger

STATE = {
    TicketState.REPORTED: "已上报，等待受理",
    TicketState.ACCEPTED: "已受理",
    TicketState.DISPATCHED: "已派单",
    TicketState.IN_PROGRESS: "处理中",
    TicketState.HANDLED: "已处理，等待核查",
    TicketState.VERIFIED: "已核查",
    TicketState.CLOSED: "已办结",
    TicketState.RETURNED: "退回重派中",
    TicketState.TRANSFERRED: "已转办",
    TicketState.SUSPENDED: "已延期",
    TicketState.MERGED: "已并入同类工单",
    TicketState.WITHDRAWN: "已撤回",
    TicketState.REOPENED: "重新办理中",
    TicketState.ESCALATED: "已提交协商议事",
}

CALL_FIRST = {
    Danger.GAS: "请先开窗、勿碰任何开关和明火，到室外再拨打119或燃气抢修电话。",
    Danger.FIRE: "请先拨打119，远离烟火，走楼梯撤离。",
    Danger.ELECTRIC: "请远离、不要触碰，有人触电先断电并拨打120。",
    Danger.LIFT: "请先按电梯里的报警铃或拨打119，不要扒门。",
    Danger.PERSON: "请先拨打120或110，有人被困拨打119。",
    Danger.VIOLENCE: "请先拨打110，注意自身安全。",
    Danger.DESPAIR: "我们很担心您，"
    "请别一个人扛着：现在就拨打12356心理援助热线（24小时有人听），危急时拨打110或120，身边的人请先陪着。",
    Danger.SELF_HARM: "请马上拨打120或110！我们很担心您，"
    "先别做任何事，开着门等人来；也可拨打12356心理援助热线，身边的人请先陪着。",
    Danger.AT_HOME: "请马上拨打110，先到安全的地方或邻居家去；"
    "这不是您的错，也可拨打12338妇女维权热线，孩子受害拨12355。",
}
"""What comes before everything else, by danger. Source: design, section 5 (gas and fire: the reply first says whom to call)."""
KEEP_AWAY = "请先远离，提醒旁人绕行；有人受伤请拨打120。"
EXAMPLE = "虎踞北路4号5幢3楼楼道灯坏了"
THANKS = "不客气，有事随时说一声。"
BUSY = "抱歉，系统暂时繁忙，刚才这条没有记下来。请过几分钟再发一次；紧急情况请直接打社区电话或拨打110、119。"
SOMEWHERE = "地点未明"
AS_WHAT = {"hazard": "安全隐患", "urgent": "应急事项", "normal": "一般事项", "enquiry": "咨询"}
"""As what a matter is handled."""
URGENCY_MARK = {"hazard": "【安全隐患】", "urgent": "【应急】", "normal": "", "enquiry": "【咨询】"}
SAME_START = 5
MOST_LISTED = 5


def no_such_ticket(name: str) -> str:
    """The sender named a ticket that is not theirs or does not exist."""
    return f"没有找到您上报的工单 {name}。回复“进度”可看您的全部上报。"


def several(name: str, numbers: list[str]) -> str:
    """Digits that fit several tickets of the sender."""
    return f"{name} 对应多件工单：\n" + "\n".join(numbers[:MOST_LISTED]) + "\n请回复完整编号。"


def notice_new(number: str, summary: str, place: str, urgency: str) -> str:
    """What a grid worker reads when a report comes from their grid."""
    return f"新上报 {number}{URGENCY_MARK[urgency]}\n{where_and_what(place, summary)}"


def month_said(month: date) -> str:
    """2026年11月."""
    return f"{month.year}年{month.month}月"


def where_and_what(place: str | None, summary: str) -> str:
    """Place and summary; the place is not said twice where the summary begins with it."""
    if not place or summary.startswith(place[:SAME_START]):
        return summary
    return f"{place}：{summary}"
