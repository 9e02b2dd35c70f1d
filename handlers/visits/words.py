"""What is said of visits in several places: a household, why it is visited, what came of it."""

from governance.visits.choosing import Sign
from governance.visits.results import VisitResult
from handlers.context import Here
from handlers.visits.outcomes import Home

SIGN = {
    Sign.KEY: "重点关心", Sign.DISSATISFIED: "评价不满意", Sign.HAZARD: "报过隐患", Sign.REPEATED: "反复上报",
}  # fmt: skip
RESULT = {
    VisitResult.MET: "见到人", VisitResult.NOT_MET: "没见到人", VisitResult.REFUSED: "不愿意谈", VisitResult.MOVED: "已搬走",
}  # fmt: skip
A_HOUSEHOLD = "（一户，房号未登记）"
LEFT_ALONE = "{home} 请不要再上门走访：住户刚说以后不要来，已从走访计划里去掉。要反映的事请住户直接在这里上报。"
TOLD_HEAD = "{month}月走访 {count} 户，请在各自日期前去（{community}）："
TOLD_LINE = "{day} 前 {home}（{why}）"
TOLD_TEAM = "同去：{people}。"
TOLD_HOW = "走访后回复“走访 楼栋房号 见到谁、反映什么”，反映的问题当场转成工单。不在家就写“没人”。"
MORE = "另有 {count} 户，回复“走访计划”查看。"
AND = "、"


def home(of: Home, here: Here) -> str:
    """梧桐里1号院1幢201."""
    return here.places.full_name(of.place) + (of.room or "")


def why(signs: tuple[Sign, ...]) -> str:
    """Why somewhere is visited; why a household is kept in view is not said here."""
    return AND.join(SIGN[sign] for sign in signs)
