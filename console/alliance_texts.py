"""Words of the pages of alliances."""

from governance.alliance.texts import AGREEMENT_KIND, SHEET
from governance.milestones import Standing

TITLE = "共建联盟"
ABOUT = "红心结：社区、网格的支部和单位的支部结对，一起上党课、按协议做事。逾期没有完成的节点排在前面。"
NONE = "这一年没有结对。请上传共建台账。"
NOWHERE = "没有归到片区或社区的"
YEAR = "{year} 年"
HEADS = ("支部", "结对支部", "党课", "协议", "节点", "情况")
KIND = AGREEMENT_KIND
SHEETS = SHEET
STANDING = {
    Standing.AHEAD: "进行中", Standing.LATE: "逾期", Standing.IN_TIME: "按期完成", Standing.AFTERWARDS: "逾期完成",
    Standing.DROPPED: "已终止",
}  # fmt: skip
OVER, RUNS = "已结束", "在结对"
UPLOAD, TEMPLATE, LEDGER = "上传台账", "下载空白台账", "下载 {year} 年台账（xlsx）"
DO = {"lecture": "登记党课", "prove": "登记完成", "leave": "单位退出"}
NOTE_HINT = "做了什么，必填"
DAY_HINT = "2026-11-24 的样子，不填是今天"
SECTIONS = {"lectures": "党课", "agreements": "共建协议", "do": "操作"}
NO_LECTURES, NO_AGREEMENTS = "这一年还没有登记党课。", "还没有共建协议。"
PEOPLE = "{count}人"
SINCE, UNTIL, ENDED = "起始", "约定到", "已结束：{why}"
SECRETARY, NOBODY, MEMBERS = "书记{name}", "没有登记书记", "党员{count}人"
IMPORT_TITLE = "上传共建台账"
IMPORT_ABOUT = "先传上来看会改什么；没有问题，再勾上“写入”传一次。有任何问题就什么都不改。"
PROBLEMS = "有 {count} 处问题，没有改动："
DONE, CHECKED = "已写入，改动 {count} 处。", "检查通过，会改动 {count} 处，还没有写入。"
SAME = "和现在的台账一样，没有要改的。"
MUCH = "这份台账会撤销很多内容（{sheets}），没有写入；确认是完整的，请勾上“确认撤销”再传。"
COUNTS = "{sheet}：增加 {add}，修改 {change}，撤销 {remove}"
WRITE, REMOVALS, FILE, SEND = "写入", "确认撤销台账里没有的", "台账", "上传"
LEDGER_FIELDS = (
    "片区或社区", "结对编号", "支部", "结对支部", "情况", "党课次数", "党课人次", *AGREEMENT_KIND.values(), *STANDING.values(),
)  # fmt: skip
