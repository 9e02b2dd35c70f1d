"""Words of the rota's page."""

TITLE = "排班"
ABOUT = (
    "拖动姓名到班次上就是安排或调班，拖到另一个姓名上是两人对换，拖到“撤下”是不值。"
    "手机上先点姓名，再点要放的位置。键盘：选中姓名按回车拿起，方向键选位置，再按回车放下，Esc 放弃。"
)
VIEW = {"week": "按周", "month": "按月"}
BY = {"station": "按站点", "person": "按人"}
BEFORE, AFTER, TODAY, PRINT = "← 往前", "往后 →", "今天", "打印"
ALL_STATIONS = "全部站点"
ASKED = {"by": "按什么看", "span": "看多久", "day": "日期", "station": "站点", "v": "版本"}
REST = "休"
SUMMED = "{first} 至 {last}：缺 {missing} 人，{clashes} 处撞班，{proposed} 条建议待发布"
MISSING, WAITING, CLASH = "缺{count}人", "候补{count}", "撞班"
PROPOSED, OVER = "建议", "已过"
OPEN_LINE = "还缺人的班"
NOBODY_COMES = (
    "还没有人在这些站点的社区报到。想来的人在微信里回复“报到 社区名”，就会列在这里；现在要排，请用下面的表单写姓名。"
)
NOBODY, NO_SHIFTS = "—", "这段时间没有班次。每周的班表在“名录”里导入。"
NO_STATIONS = "现在没有站点。站点和每周的班表在“名录”里导入。"
NUMBER = "班次 {n}"
NEEDS = "要有{need}资格"
POOL, POOL_ABOUT = "可以来的人", "本月已排少的在前"
POOL_MORE = "还有 {count} 人没有列出，用下面的表单写姓名安排。"
OFF = "撤下"
DO_TITLE = "不拖动也能排"
DO_ABOUT = "班次号是每个班 # 后面的数字；姓名也可以写编号。"
DO = {
    "assign": "安排", "move": "调班", "exchange": "对换", "take_off": "撤下", "propose": "生成 {month} 月排班建议",
    "publish": "发布 {month} 月的 {count} 条建议", "undo": "撤销",
}  # fmt: skip
STATE = {"proposed": PROPOSED, "signed": "", "present": "在岗", "done": "已完成", "absent": "缺勤"}
PICKED = "拿起了{name}，用方向键选班次或姓名，回车放下，Esc 放弃"
LET_GO = "放下了，没有改"
BACK = "回到排班"
CHIP = "{name}，班次 {n}"
