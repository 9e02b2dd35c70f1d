"""Words of the pages of events."""

from handlers.events.words import ACT, MACHINE, STATE, WORD

TITLE = "事件"
ABOUT = "同一种情况、附近、同一时段的多件上报归成一个事件：一次答复全部上报人。每件上报的编号、时限、评价都不变。"
NONE = "最近没有事件。"
HEADS = ("事件", "情况", "人数", "还没恢复", "预计恢复")
SECTIONS = {"do": "操作", "reports": "上报", "words": "答复全部上报人", "log": "经过"}
STATE_SAID = STATE
WORD_SAID = WORD
ACT_SAID = ACT
BY_MACHINE = MACHINE
TOLD = "已发给 {told}/{of} 件上报"
MORE = "还有 {count} 件没有列出。"
STILL = "还没恢复"
BACK = "已恢复"
DANGER = "安全隐患"
DO = {
    "confirm": "确认是一回事", "refuse": "不是一回事", "update": "通报", "estimate": "预计恢复", "end": "已恢复，结束",
    "reopen": "重新打开", "lead": "定牵头人", "widen": "扩大范围", "narrow": "缩小范围", "take_out": "移出",
}  # fmt: skip
WIDEN_HINT = "不填扩大一级"
LEAD_HINT = "不填就是自己"
FACTS = {
    "number": "编号", "state": "情况", "people": "上报", "lead": "牵头", "since": "发现", "confirmed": "确认",
    "estimate": "预计恢复",
    "ended": "结束", "still": "还没恢复", "answers": "结束后回话", "nobody": "还没有定",
}  # fmt: skip
COUNTS = "{people}人，{reports}件"
ANSWERS = "好了 {over} 人，没好 {not_over} 人"
ON_WALL = "事件"
NONE_ON_WALL = "现在没有事件"
WALL_LINE = "{people}人上报"
