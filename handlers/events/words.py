"""What several modules of this domain say: kinds, acts, taps, and the notices to staff and reporters."""

from governance.events.states import EventAct, EventState

KIND = {
    "no_water": "停水", "no_power": "停电", "no_gas": "停气", "no_heat": "停暖", "no_net": "断网", "dirty_water": "水质浑浊",
    "lift": "电梯停运", "gas_smell": "燃气味", "fire": "起火冒烟", "flood": "积水", "sewer": "下水道堵", "leak": "漏水",
    "street_light": "路灯不亮", "tree": "树木倒伏", "falling": "墙面脱落", "access": "门禁故障", "garbage": "垃圾未清运",
    "smell": "异味", "works_noise": "施工噪声", "music_noise": "音响噪声", "noise": "噪声扰民",
}  # fmt: skip
"""What an event of each kind is called."""
STATE = {
    EventState.PROPOSED: "待确认", EventState.OPEN: "处理中", EventState.ENDED: "已恢复", EventState.REFUSED: "不是一回事",
}  # fmt: skip
ACT = {
    EventAct.PROPOSE: "发现", EventAct.CONFIRM: "确认", EventAct.REFUSE: "不是一回事", EventAct.EXPIRE: "无人确认，自动取消",
    EventAct.GROW: "范围变大", EventAct.WIDEN: "扩大范围", EventAct.NARROW: "缩小范围", EventAct.TAKE_OUT: "移出上报",
    EventAct.LEAD: "牵头人", EventAct.UPDATE: "通报", EventAct.ESTIMATE: "预计恢复", EventAct.END: "恢复",
    EventAct.REOPEN: "重新打开",
}  # fmt: skip
WORD = {"update": "通报", "estimate": "预计恢复", "end": "恢复"}
MACHINE = "系统"
AND, AND_MORE = "、", "{named}等{count}处"
BACK = {
    "no_water": "来水", "no_power": "来电", "no_gas": "来气", "no_heat": "来暖气", "no_net": "恢复网络", "lift": "恢复运行",
}  # fmt: skip
"""What is said of the end; 恢复正常 where nothing better is said."""
BACK_ANY = "恢复正常"

PROPOSED = (
    "{danger}【事件】{title}：{minutes}分钟内有{people}人上报同样的情况（{number}）\n"
    "{reports}\n是一回事请点“确认”，之后一条答复发给全部上报人；不是请点“不是一回事”。"
)
CONFIRMED_ITSELF = (
    "{danger}【事件】{title}：{people}人上报，已按规则自动确认（{number}）\n{reports}\n"
    "请定牵头人，有消息用“通报事件 {number} 内容”答复全部上报人。"
)
DANGER_INSIDE = "【安全隐患】其中 {numbers} 有隐患，仍单独限时处置。\n"
ONE_REPORT, MORE_REPORTS = "· {what}", "· 还有{count}件"
CONFIRM_TAP, REFUSE_TAP, SHOW_TAP = "确认事件 {number}", "不是一回事 {number}", "看事件 {number}"
BACK_TAP, STILL_TAP = "恢复了 {number}", "还没恢复 {number}"

TO_ALL = "【{title}】{text}\n（事件 {event}，您的上报 {number} 照常办理）"
TO_ALL_END = "【{title}】{text}\n您那里好了吗？点下面一项告诉我们（事件 {event}，您的上报 {number}）。"
ESTIMATED = "预计{at}{back}。{text}"
ESTIMATE_CHANGED = "时间有变：原定{before}，现在预计{at}{back}。{text}"
ENDED = "已{back}。{text}"
REOPENED_TO_ALL = "有{count}户反映还没有{back}，我们继续处理，有消息再告诉您。"
REOPENED_TO_STAFF = "【事件】{title}又打开了：{why}（{number}）。请继续处理，好了再结束。"
NOT_BACK_YET = "{count}位上报人说还没有{back}"
REPORTED_AGAIN = "结束后又有{count}人上报"
LEADS_NOW = (
    "{by}请您牵头事件 {title}（{number}）。"
    "有消息用“通报事件 {number} 内容”“预计 {number} 几点恢复”答复全部上报人，好了用“结束事件 {number}”。"
)


def taps_of_proposal(number: str) -> tuple[str, ...]:
    """Confirm, refuse, look."""
    return tuple(tap.format(number=number) for tap in (CONFIRM_TAP, REFUSE_TAP, SHOW_TAP))


def taps_of_end(number: str) -> tuple[str, ...]:
    """It is over, or not."""
    return tuple(tap.format(number=number) for tap in (BACK_TAP, STILL_TAP))


def back_of(kind: str) -> str:
    """来水 of 停水."""
    return BACK.get(kind, BACK_ANY)
