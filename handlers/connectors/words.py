"""What is said of other platforms: notes on tickets, pushes, reasons."""

from governance.connectors.reading import Fault, Remark

CLOSED_THERE = "对方平台已结案"
REOPENED_THERE = "对方平台退回重办"
WITHDRAWN_THERE = "对方平台已撤单"
SILENT = "{label} 已有 {minutes} 分钟没有来过数据，请看“平台对接”页，或联系对方。"
FAULT: dict[str, str] = {
    Fault.NO_ID: "没有对方的编号",
    Fault.NO_VERSION: "没有版本号，或不是数字",
    Fault.ID_REUSED: "同一编号、同一版本，内容却不同",
    Fault.UNKNOWN_RECORD: "对照表里没有这种记录",
    Fault.NO_ZONE: "时间没写时区，对照表也没定",
    Fault.BAD_TIME: "时间读不懂",
    Fault.UNKNOWN_STATE: "没见过的状态代码",
    Fault.UNKNOWN_CODE: "没见过的代码",
    Fault.MISSING_FIELD: "缺少必填内容，可能字段改了名",
    Fault.BAD_NUMBER: "数字读不懂",
    Fault.NEVER_BEGUN: "只来了变更，一天没等到第一条",
    Fault.FAILED: "处理时出错，试了多次",
    Fault.NOBODY: "名册里找不到这个人，或有好几个",
    Fault.NO_PLACE: "地点不在我们的名录里",
    Remark.UNKNOWN_CATEGORY: "类别代码没见过，按文字归类",
    Remark.UNKNOWN_PLACE: "地点没对上，请补",
    Remark.OVERTAKEN: "来晚了，已有更新的版本",
    Remark.KNOWN_ORDER: "表格里导入过，已合到同一工单",
}
STANDING = {
    "open": "待办", "working": "办理中", "done": "已办", "closed": "已结案", "withdrawn": "已撤单", "reopened": "重办",
}  # fmt: skip


def conflict_about(about: str) -> str:
    """Both states in words."""
    ours, _, theirs = about.partition("/")
    if theirs in STANDING and ours in STANDING:
        return f"我方{STANDING[ours]}，对方{STANDING[theirs]}"
    return about


NOT_SIGNED = "签名不对、已过期，或这个平台没有开通"
NO_RECORDS = "正文应是一条 JSON 记录，或最多 1000 条的数组"
TOO_LONG = "正文超过 1 MiB，请分批"
USED_NONCE = "这个随机数用过了，请换一个重新签名"
AWAY = "暂时收不了，请稍后重发"
