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
    "GRID": "本片上报",
    "LEAVE": "请假代岗",
}
TAG_NAMES = {Tag.STAFF: "邻里工作人员", Tag.RED_POST: "邻里红色阵地"}
