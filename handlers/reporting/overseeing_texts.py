"""What is said to those who oversee an area. Dangers first, then what is late, then what nobody has taken."""

from collections.abc import Sequence

from handlers import texts
from handlers.context import Here
from handlers.outcomes import says
from handlers.reporting.overseeing_outcomes import (
    CommunitiesCompared,
    HowItStands,
    InHand,
    InHands,
    NobodyCalledSo,
    ReportsCounted,
    Row,
    TicketsOfKind,
)
from handlers.texts.work import moment
from understanding.overseeing import Span, Topic

HEAD = "{area} {at}的情况"
DANGERS, NO_DANGERS = "【安全隐患】{n} 件", "没有未办结的安全隐患。"
LATE, NONE_LATE = "超时 {n} 件", "没有超时的。"
UNTAKEN, NONE_UNTAKEN = "还没人接 {n} 件", "没有没人接的。"
OPEN, NONE_OPEN = "未办结 {n} 件：{states}", "没有未办结的工单。"
SPAN_FIGURES = "{span}新增 {came} 件，结案 {closed} 件。"
STATE_COUNT = "{state} {n}"
ROW, IN_HANDS_OF = "· {number} {what}（{state}{who}）", "，在{name}手上"
MORE = "（列出前 {shown} 件）"
KIND = {
    Topic.ALL: "未办结", Topic.DANGERS: "安全隐患", Topic.LATE: "超时", Topic.UNTAKEN: "还没人接",
    Topic.TO_DISPATCH: "待派单", Topic.TO_VERIFY: "待核查",
}  # fmt: skip
KIND_HEAD, NONE_OF_KIND = "{area}：{kind} {n} 件", "{area}：没有{kind}的工单。"
HAND_HEAD, HAND_LATE, HAND_EMPTY = (
    "{name}手上 {n} 件（{area}）",
    "，其中超时 {n} 件",
    "{name}手上没有未办结的工单（{area}）。",
)
HANDS_HEAD, HANDS_LINE, HANDS_LATE = "{area}：各人手上", "{name} {n} 件", "（超时 {n} 件）"
COMMUNITIES_HEAD = "{area}：各社区（新增和结案是{span}的，超时多的在前）"
COMMUNITY_LINE, NO_COMMUNITY = "{name} 超时 {late}，未办结 {open}，新增 {came}，结案 {closed}", "{area}里没有社区可比。"
NOBODYS = "没有责任人的 {n} 件"
NOBODY_CALLED_SO = "{area}没有在岗的“{said}”，请说全名或人员编号。"
COUNTED = "{area} {span}（{since}起）“{category}”类上报 {n} 件，来自 {reporters} 位上报人"
SAYING, STILL_OPEN = "其中提到“{word}”的 {n} 件", "这一类现在未办结 {n} 件"
NONE_COUNTED = "{area} {span}（{since}起）没有“{category}”类的上报。"
AT_PLACE, NO_PLACE, OTHER_PLACES = "· {place} {n} 件", "地点未明", "· 另有 {n} 处"
SPAN = {
    Span.HOURS: "近几小时", Span.DAY: "近一天", Span.TODAY: "今天", Span.NIGHT: "晚上以来", Span.YESTERDAY: "昨天",
    Span.WEEK: "本周", Span.LAST_WEEK: "上周", Span.MONTH: "本月", Span.LAST_MONTH: "上月",
}  # fmt: skip
ROW_WORDS, MOST_PLACES = 24, 8


@says
def how_it_stands(found: HowItStands, here: Here) -> str:
    """Each kind with the first of it, then the figures."""
    figures = found.figures
    said = [HEAD.format(area=_area(found.area), at=moment(here.now, here.config.zone, here.now))]
    for some, none, count, rows in (
        (DANGERS, NO_DANGERS, figures.dangers, found.dangers),
        (LATE, NONE_LATE, figures.late, found.late),
        (UNTAKEN, NONE_UNTAKEN, figures.untaken, found.untaken),
    ):
        said.append(some.format(n=count) if count else none)
        said += [_row(row) for row in rows]
    states = "、".join(STATE_COUNT.format(state=texts.STATE[state], n=count) for state, count in found.states)
    said.append(OPEN.format(n=figures.open, states=states) if figures.open else NONE_OPEN)
    said.append(SPAN_FIGURES.format(span=SPAN[found.span], came=figures.came, closed=figures.closed))
    return "\n".join(said)


@says
def tickets_of_kind(found: TicketsOfKind, _here: Here) -> str:
    """The most pressing first."""
    area, kind = _area(found.area), KIND[found.topic]
    if not found.total:
        return NONE_OF_KIND.format(area=area, kind=kind)
    head = KIND_HEAD.format(area=area, kind=kind, n=found.total) + _more(found.rows, found.total)
    return "\n".join([head, *(_row(row) for row in found.rows)])


@says
def in_hand(found: InHand, _here: Here) -> str:
    """How many, how many of them late, and which."""
    area = _area(found.area)
    if not found.total:
        return HAND_EMPTY.format(name=found.name, area=area)
    head = HAND_HEAD.format(name=found.name, n=found.total, area=area)
    head += HAND_LATE.format(n=found.late) if found.late else ""
    return "\n".join([head + _more(found.rows, found.total), *(_row(row) for row in found.rows)])


@says
def in_hands(found: InHands, _here: Here) -> str:
    """A line each, the busiest first."""
    lines = [
        HANDS_LINE.format(name=name, n=count) + (HANDS_LATE.format(n=late) if late else "")
        for name, count, late in found.hands
    ]
    nobodys = [NOBODYS.format(n=found.nobodys)] if found.nobodys else []
    return "\n".join([HANDS_HEAD.format(area=_area(found.area)), *lines, *nobodys]) if lines or nobodys else NONE_OPEN


@says
def communities_compared(found: CommunitiesCompared, _here: Here) -> str:
    """A line each."""
    area = _area(found.area)
    if not found.communities:
        return NO_COMMUNITY.format(area=area)
    lines = [
        COMMUNITY_LINE.format(name=name, late=each.late, open=each.open, came=each.came, closed=each.closed)
        for name, each in found.communities
    ]
    return "\n".join([COMMUNITIES_HEAD.format(area=area, span=SPAN[found.span]), *lines])


@says
def nobody_called_so(found: NobodyCalledSo, _here: Here) -> str:
    """Where it was looked."""
    return NOBODY_CALLED_SO.format(said=found.said, area=_area(found.area))


@says
def reports_counted(found: ReportsCounted, here: Here) -> str:
    """Reports, reporters, and where."""
    since = moment(found.first, here.config.zone, here.now)
    named = {"area": _area(found.area), "span": SPAN[found.span], "since": since, "category": found.category}
    still = [STILL_OPEN.format(n=found.open)] if found.open else []
    if not found.reports:
        return "".join([NONE_COUNTED.format(**named), *still, "。" if still else ""])
    parts = [COUNTED.format(**named, n=found.reports, reporters=found.reporters)]
    parts += [SAYING.format(word=found.word, n=found.saying)] if found.word else []
    places = [AT_PLACE.format(place=place or NO_PLACE, n=count) for place, count in found.places[:MOST_PLACES]]
    rest = len(found.places) - len(places)
    return "\n".join(["，".join([*parts, *still]) + "：", *places, *([OTHER_PLACES.format(n=rest)] if rest else [])])


def _area(names: Sequence[str]) -> str:
    return "、".join(names)


def _more(rows: Sequence[Row], total: int) -> str:
    return MORE.format(shown=len(rows)) if total > len(rows) else ""


def _row(row: Row) -> str:
    what = texts.where_and_what(row.place, row.summary)
    short = what if len(what) <= ROW_WORDS else what[: ROW_WORDS - 1] + "…"
    who = "" if row.who is None else IN_HANDS_OF.format(name=row.who)
    return ROW.format(number=row.number, what=short, state=texts.STATE[row.state], who=who)
