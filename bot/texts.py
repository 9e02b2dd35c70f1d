"""What the account itself shows beside messages."""

from governance.tags import Tag

MENU_NAMES = {
    "REPORT": "我要上报",
    "MINE": "我的",
    "PROGRESS": "查看进度",
    "WITHDRAW": "撤回上报",
    "IDENTITY": "我的身份",
    "BIND": "绑定身份",
    "HELP": "使用帮助",
    "WORK": "工作台",
    "RED_POST": "红色阵地",
    "MY_TICKETS": "我的工单",
    "CHECK_IN": "打卡",
    "SHIFTS": "值班表",
    "MY_SHIFTS": "我的值班",
    "GRID": "本片上报",
    "LEAVE": "请假代岗",
}
TAG_NAMES = {Tag.STAFF: "邻里工作人员", Tag.RED_POST: "邻里红色阵地"}
CERTIFICATE_TITLE = "服务证明"
CERTIFICATE_SPAN = "{first:%Y年%m月%d日}至{last:%Y年%m月%d日}，参加社区服务"
CERTIFICATE_LINE = "{source}　{hours}"
CERTIFICATE_VERIFY = "微信扫码查验真伪"
CERTIFICATE_AT = "开具时间 {at:%Y年%m月%d日}"
FORGOTTEN = "（已注销）"
VERIFY_TITLE = "服务证明查验"
VERIFIED = "这份证明是真的。\n姓名：{name}\n时间：{first} 至 {last}\n服务时长：{hours}"
VERIFIED_CHANGED = (
    "这份证明是真的，但开具后时长有更正。\n姓名：{name}\n时间：{first} 至 {last}\n"
    "证明上的时长：{hours}\n现在的时长：{now}"
)
VERIFY_PAGE = (
    '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    "<title>{title}</title><style>body{{font:18px/1.7 sans-serif;margin:2em auto;max-width:26em;padding:0 1em;color:#222}}</style>"
    "<h1>{title}</h1>{body}</html>"
)
CALENDAR_NAME = "邻里值班"
CALENDAR_EVENT = "值班：{title}"
