"""Words of the pages of surveys."""

from governance.surveys.kinds import Asked, Form, SurveyState

TITLE = "征求意见"
ABOUT = "写好先看会问到多少人，再发出，每人一次。匿名的谁也查不到是谁答的。截止后看汇总，再公布办理结果，答复过的人都会收到。"
PUBLIC = "公开的结果页"
ASKED = {Asked.RESIDENTS: "居民", Asked.LEADERS: "楼栋长", Asked.MEMBERS: "党员", Asked.VOTERS: "绑定了身份的居民"}
FORM = {Form.ONE: "单选", Form.SEVERAL: "多选", Form.WORDS: "填写"}
STATE = {
    SurveyState.DRAFT: "草稿", SurveyState.SENDING: "正在发", SurveyState.OPEN: "征集中", SurveyState.CLOSED: "已结束",
    SurveyState.DROPPED: "没有发",
}  # fmt: skip
HEADS = ("编号", "标题", "问谁", "截止", "答复", "情况")
KINDS = {True: "匿名", False: "实名"}
TURNOUT, REACH = "{answered} / {people} 人", "会问到 {reached} 人，退订 {muted} 人"
NONE, NO_QUESTION = "还没有征求过意见。", "还没有问题，加一题再发。"
DO = {
    "draft": "起草", "add": "加一题", "remove": "去掉这题", "send": "发出", "drop": "不发了", "end": "现在结束",
    "link": "关联办理事项",
    "done": "公布办理结果",
}  # fmt: skip
HINTS = {
    "title": "比如：充电桩装在哪里", "where": "留空就是您管的全部地方", "choices": "填写题不用写", "form": "不选就看有没有选项",
    "asked": "不选就是居民", "starts": "留空就是发出后马上", "question": "可以先不写", "number": "第几题",
}  # fmt: skip
FACTS = {
    "asked": "问谁",
    "kind": "方式",
    "starts": "开始",
    "ends": "截止",
    "turnout": "答复",
    "state": "情况",
    "done": "办理结果",
    "about": "已办",
    "rule": "表决办法",
}
SECTIONS = {"questions": "问题", "results": "汇总", "named": "谁怎么答"}
ANSWERS, SHARE = "{answers} 人答复", "{count} 人，{share}%"
TOO_FEW = "匿名的，答复不到 3 人，不显示怎么答的，免得看出是谁。"
LATER = "截止后才有汇总：边答边看，会看出是谁答的。"
NOT_YET = "还没有公布，截止后请写一句做了什么"
FILE = "导出 CSV"
