"""What is said of visits in several places: a household, why it is visited, what came of it."""

from collections.abc import Sequence
from datetime import date

from governance.visits.choosing import Sign
from governance.visits.results import VisitResult
from handlers.context import Here
from handlers.texts.work import short
from handlers.visits.outcomes import Home, PlannedLine

SIGN = {
    Sign.KEY: "重点关心", Sign.DISSATISFIED: "评价不满意", Sign.HAZARD: "报过隐患", Sign.REPEATED: "反复上报",
}  # fmt: skip
RESULT = {
    VisitResult.MET: "见到人", VisitResult.NOT_MET: "没见到人", VisitResult.REFUSED: "不愿意谈", VisitResult.MOVED: "已搬走",
}  # fmt: skip
A_HOUSEHOLD = "（一户，房号未登记）"
LEFT_ALONE = "{home} 请不要再上门走访：住户刚说以后不要来，已从走访计划里去掉。要反映的事请住户直接在这里上报。"
TOLD_HEAD = "{month}月走访 {count} 户（{community}），请在日期前和同去的人一起上门："
LINE = "{day} 前 {home}（{why}{ticket}{tries}）{people}"
TICKET = "，见工单 {n}"
TRIED = "，去过 {count} 次没见到人"
WITH = "同去 {people}"
TOLD_HOW = "走完回复“走访 楼栋房号 见到谁 反映什么”，反映的问题当场转成工单；没见到人就写“没人”。"
MORE = "另有 {count} 户，回复“走访计划”查看。"
PROBLEM_YOURS = "院落难题 {number} 由您负责：{yard} {title}，{day}前解决。解决后回复“难题 {number} 解决了”。"
PROBLEM_SOLVED = "{yard} 的难题“{title}”已处理，您看解决了吗？回复“{yes}”或“{no}”，您说了算。"
PROBLEM_TAPS = ("难题 {number} 解决了", "难题 {number} 没解决")
YEAR_ASKS = {
    True: "【年度回头看】{place} {year}年解决的难题“{title}”，现在还好吗？回复“{yes}”或“{no}”，您说了算。",
    False: "【年度回头看】{year}年走访时您家反映的“{title}”，现在还好吗？回复“{yes}”或“{no}”，您说了算。",
}
YEAR_TAPS = ("回头看 {number} 还好", "回头看 {number} 又犯了")
YEAR_WHY = "{year}年回头看，{asked}位居民中{against}位说又犯了"
YEAR_REOPENED = "院落难题 {number} 重新打开：{yard} {title}，{why}。请在{day}前解决，解决后回复“难题 {number} 解决了”。"
AND = "、"
MOST_TOLD = 6
"""So many fit into one message with who goes along."""


def home(of: Home, here: Here) -> str:
    """梧桐里1号院1幢201."""
    room = A_HOUSEHOLD if of.room == "" else of.room or ""
    return here.places.full_name(of.place) + room


def day_said(day: date) -> str:
    """12月31日."""
    return f"{day.month}月{day.day}日"


def why(signs: tuple[Sign, ...]) -> str:
    """Why somewhere is visited; why a household is kept in view is not said here."""
    return AND.join(SIGN[sign] for sign in signs)


def line(each: PlannedLine, here: Here, reader: str = "") -> str:
    """A visit of the plan, with who goes along; where the room is not known, the report that led there."""
    others = [name for name in each.people if name and name != reader]
    return LINE.format(
        day=f"{each.due_on.month}月{each.due_on.day}日", home=home(each.home, here), why=why(each.signs),
        ticket=TICKET.format(n=short(each.number)) if each.number and not each.home.room else "",
        tries=TRIED.format(count=each.tries) if each.tries else "",
        people=WITH.format(people=AND.join(others)) if others else "",
    )  # fmt: skip


def told(community: str, month: date, lines: Sequence[PlannedLine], reader: str, here: Here) -> str:
    """What somebody reads on the first of the month; a few, the rest on request."""
    head = TOLD_HEAD.format(month=month.month, count=len(lines), community=community)
    more = [MORE.format(count=len(lines) - MOST_TOLD)] if len(lines) > MOST_TOLD else []
    return "\n".join([head, *(line(each, here, reader) for each in lines[:MOST_TOLD]), *more, TOLD_HOW])
