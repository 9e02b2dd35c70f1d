"""What the bot says of the back office."""

LOCKED = "试错太多次，请 15 分钟后再试，或用微信登录。"
WRONG = "编号、密码或动态码不对。"

EVENT = {
    "open": "上报",
    "report": "上报",
    "accept": "受理",
    "dispatch": "派单",
    "take": "接单",
    "arrive": "到场",
    "plan": "定方案",
    "crew": "人材机进场",
    "handle": "处理完成",
    "answer": "答复",
    "return": "退单",
    "transfer": "转办",
    "suspend": "延期",
    "resume": "恢复办理",
    "verify": "核查通过",
    "reject": "核查不通过",
    "close": "结案",
    "reopen": "重新办理",
    "escalate": "提交议事",
    "merge": "并入",
    "unmerge": "拆分",
    "withdraw": "撤回",
    "undo_dispatch": "撤销派单",
    "urge": "催办",
    "remark": "备注",
    "relay": "转告上报人",
    "reply": "上报人答复",
    "supervise": "督办",
    "rate": "评价",
    "call_back": "回访",
    "no_danger": "没有危险",
    "by_hand": "等人工派单",
    "draw": "动用应急包",
    "settle": "结算",
    "approve_draw": "同意应急",
    "refuse_draw": "不同意应急",
    "ask_extension": "申请延期",
    "refuse_extension": "不同意延期",
    "look_back": "回头看",
    "remind": "提醒",
    "place": "补充地点",
    "well": "还好",
    "again": "又坏了",
    "warn_heads": "报网格长和社区书记",
    "warn_lead": "报街道领导",
    "find_unreached": "安排回访",
    "close_silent": "到期未评价",
}
"""What is done to a ticket, in words; what is not here is shown as it is named."""
REPORTER = "上报人或系统"


def event(kind: str, who: str | None) -> str:
    """陈试用 接单."""
    return f"{who or REPORTER} {EVENT.get(kind, kind)}"
