"""Words of the page of the yearly evaluation."""

from governance.evaluation.kinds import ObjectionState
from handlers.evaluation.words import KIND, TERM

__all__ = ["KIND", "TERM"]
TITLE = "评议"
ABOUT = (
    "单位、结对和项目的一年按事实评分：节点、党课、服务时长、项目、感谢、领办，每一分都写明来自哪里。"
    "六月、十二月自动起草并公示，期满、异议处理完后发布。起草时的事实冻结在这一轮里，以后台账更正不改分。"
)
YEAR_HINT, OWN_COMMUNITY = "不填今年", "不填就是您的社区"
SECTIONS = {"draft": "起草一轮", "brands": "一居一品", "objections": "异议"}
DO = {
    "draft": "起草并公示", "uphold": "成立，改分", "dismiss": "不成立", "publish": "发布", "recount": "核对总分",
    "anew": "成立，重新核算",
    "brand": "记下",
}  # fmt: skip
OPEN, OVER, WAITING = "公示中，{until}截止提异议", "公示期满，等发布", "公示期满，还有 {waiting} 项异议没处理"
PUBLISHED = "{at}已发布"
HEADS = ("名次", "名称", "总分", "分项和来处")
PLACE, COMMENDED, LETTER = "第{place}名", "表扬", "表扬信"
NO_PLACE = "中途退出"
NUMBER = "评议{number}"
NOTE_HINT = "告诉提异议的人"
STATE = {ObjectionState.OPEN: "等处理", ObjectionState.UPHELD: "成立", ObjectionState.DISMISSED: "不成立"}
FORGOTTEN = "（内容已删除）"
SETTLED = "：{note}"
EXPORT, PUBLIC, BOOKLET, BOOKLET_PDF = "导出表格", "公布页", "街道这一年（网页）", "街道这一年（PDF）"
NONE, NO_BRANDS, NO_FACTS = "这一年还没有评议。", "这一年还没有记一居一品。", "没有记到事实"
BEFORE, AFTER = "← {year}年", "{year}年 →"
UNREACHED = "通知不到的单位（{count} 家）：联系人和支部书记都没有绑定或没有关注，公示和结果要另行告知。"
BRAND_SOURCE = "照片来自 {source}"
