"""What the account itself shows beside messages."""

MENU_NAMES = {
    "REPORT": "我要上报",
    "MINE": "我的上报",
    "PROGRESS": "查看进度",
    "WITHDRAW": "撤回上报",
    "HELP": "使用帮助",
}
