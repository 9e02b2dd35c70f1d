"""What is said of other platforms: notes on tickets, pushes, reasons."""

from governance.connectors.reading import Fault, Remark

CLOSED_THERE = "对方平台已结案"
REOPENED_THERE = "对方平台退回重办"
WITHDRAWN_THERE = "对方平台已撤单"
VOIDED_HERE = "作废：{note}"
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
    Fault.BAD_SIGN: "里面有不成字的字符",
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


def fault_about(reason: str, about: str) -> str:
    """Why a record was set aside, and which field or code it is."""
    return "：".join(filter(None, (FAULT.get(reason, reason), about)))


def conflict_about(about: str) -> str:
    """Both states in words."""
    ours, _, theirs = about.partition("/")
    if theirs in STANDING and ours in STANDING:
        return f"我方{STANDING[ours]}，对方{STANDING[theirs]}"
    return about


MAILED = {
    "taken": "收下", "wrong_sender": "发件人不在允许之列，没有读", "too_long": "邮件太大，或附件、记录太多",
    "no_file": "没有 .json 或 .jsonl 附件", "unreadable": "附件读不懂，请对方重发", "reused": "同一封邮件、同一文件名，内容却不同",
}  # fmt: skip
NOT_SIGNED = "签名不对、已过期，或这个平台没有开通"
NO_RECORDS = "正文应是一条 JSON 记录，或最多 1000 条的数组"
TOO_LONG = "正文超过 1 MiB，请分批"
USED_NONCE = "这个随机数用过了，请换一个重新签名"
AWAY = "暂时收不了，请稍后重发"
WARNING_KIND = {"rain": "暴雨", "wind": "大风", "heat": "高温", "cold": "寒潮"}
WARNING_LEVEL = {"blue": "蓝色", "yellow": "黄色", "orange": "橙色", "red": "红色"}
WARNING_TITLE = "{kind}{level}预警"
WARNING = "{title}：{text}\n各网格检查单已开，请按单查看；发现险情随手上报。"
WARNING_OVER = "{title}已解除。没查完的检查单照样办结。"
WARNING_CHECK = "{title}（{grid}）：请逐项查看：{items}。查完回复“办结”加结果和照片；发现问题请随手上报。"
WARNING_SUMMARY = "{title}检查（{grid}）"
WARNING_NOTICE = "{title}：{text} 请关好门窗、收好阳台物品，少出门；有险情请在这里上报或拨打 119。"
WARNING_DRAFT = "通知 {number} 已拟好（{title}），约 {people} 人会收到，还没有发。没问题请回复：可以发 {number}"
MAY_SEND = "可以发 {number}"
WARNING_CALL = "{title}值守"
WARNING_ITEMS = {
    "rain": "雨水管和窨井是否畅通、低洼处和地下车库有无沙袋水泵、外墙和围墙有无松动、独居老人屋里漏不漏",
    "wind": "大树有无枯枝、广告牌和空调架有无松动、阳台和楼顶有无易坠物、工地围挡是否牢固",
    "heat": "楼道配电箱和线路有无发热、有无飞线充电、独居老人降温是否有办法、户外作业有无避暑",
    "cold": "公共水管和水表有无保温、消防栓会不会冻、路面有无结冰、独居老人取暖是否安全",
}
NO_KEY = "密钥没有提供，或不对、已停用；写在 X-Api-Key 头里"
NO_SCOPE = "这把密钥不能读这一项"
TOO_MANY = "这一分钟问得太多了，请过一分钟再问"
NO_SUCH_TICKET = "没有这个工单"
TOO_LONG_TO_READ = "读取接口不收正文"
READ_AWAY = "暂时读不了，请稍后再试"
FOUND = "{kind}（{place}）"
APPOINTED = "{when} 有预约：{hall} {matter}（{label}）。请带好证件提前到；来不了请在原来预约的地方取消。"
APPOINTMENT_OFF = "预约已取消：{was} {matter}。需要请重新预约。"
APPOINTMENT_MOVED = "预约时间改了：{matter} 从 {was} 改到 {now}。"
CASE_STANDS = "办件 {number}：{stage}{since}。{more}\n以上是{label}回的；有疑问请打 12345。"
CASE_UNKNOWN = "{label}没有查到办件 {number}，请核对编号，照受理通知上的写；有疑问请打 12345。"
CASE_AWAY = (
    "{label}现在没有回应，没查到 {number} 的情况，不是您的办件有问题。请稍后再发“办件 {number}”，急的话打 12345。"
)
HOURS_ELSEWHERE = "{label}记的服务时长"
PERSON_DIFFERS, BOTH_CHANGED = "电话不一样", "两边都改了电话"
DISSATISFIED_THERE = "在政务服务平台评价不满意"
