"""Words of the page of branches on grids."""

from handlers.duty.texts.words import hours

TITLE = "支部建在网格上"
ABOUT = "每个网格的党支部、书记、党员，和他们在这段时间里做的事。成员名单在“共建联盟”的台账里登记。"
SPAN = "{first:%Y-%m-%d} 到 {last:%Y-%m-%d}"
HEADS = (
    "社区", "网格", "支部", "书记", "党员", "服务时长", "值班次数", "活动人次", "办好工单", "满意评价", "发现并解决", "走访",
    "项目感谢",
)  # fmt: skip
MEMBER_HEADS = ("姓名", "服务时长", "值班次数", "活动人次", "办好工单", "满意评价", "发现并解决", "走访", "项目感谢")
NONE, NOT_KEPT, NO_SECRETARY = "还没有建支部", "（名单没登记）", "没登记"
MEMBERS = "党员 {count} 人"
SECRETARY = "（书记）"
FILE = "下载这段时间的表（xlsx）"
MONTH, YEAR, SHOW = "月份", "或全年", "看"
HOURS = hours
FIELDS = (
    "社区",
    "网格",
    "支部",
    "姓名",
    "身份",
    "服务分钟",
    "值班次数",
    "活动人次",
    "办好工单",
    "满意评价",
    "发现并解决",
    "走访",
    "项目感谢",
)
WHOLE, BOSS, MEMBER = "合计", "书记", "党员"
