"""Words of the pages of projects."""

from governance.projects.take_on import CallState
from handlers.projects.texts import STATE, STEP

TITLE = "项目认领"
ABOUT = (
    "工单、需求和议事变成的项目，由共建单位认领：认领、进展、验收都在这里，微信里说的也在这里。公开页不写任何人的名字。"
)
STATE_SAID, STEP_SAID = STATE, STEP
NONE_IN = "没有"
SECTIONS = {
    "open": "开新项目", "resources": "资源清单", "needs": "需求清单", "calls": "应急领办（最近一周）", "do": "操作",
    "steps": "经过", "milestones": "分步",
    "fits": "对得上的资源", "fitting_needs": "对得上的需求",
}  # fmt: skip
DO = {
    "open": "开放认领", "from_need": "转为项目", "end_need": "撤下", "claim": "以单位名义认领", "step": "记进展",
    "add_step": "加一步",
    "leave": "代单位退出",
    "accept": "验收通过", "send_back": "返工", "withdraw": "撤销项目",
}  # fmt: skip
STEP_UNIT_HINT = "单位全名或编号，不填就是所有认领单位"
UNIT_HINT, TICKET_HINT, WHERE_HINT = "单位全名或编号", "工单号，可不填", "不填就是您的辖区"
FACTS = {
    "number": "编号", "place": "地点", "until": "完成期限", "units": "认领单位", "shares": "可以几家",
    "ticket": "来自工单", "resolution": "来自决议", "opened": "开放",
    "nobody": "还没有单位认领",
}  # fmt: skip
CALL_STATE = {
    CallState.CALLING: "正在喊人", CallState.TAKEN: "已领办", CallState.UNANSWERED: "没人接，已报领导", CallState.OVER: "已办好",
}  # fmt: skip
BY_MACHINE = "系统"
UNTIL = "{day}前"
PICTURE = "照片"
EXPORT, PUBLIC = "导出表格", "公开页"
MATCHED = "对得上：{units}"
