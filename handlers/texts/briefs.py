"""The words of the briefs."""

from collections.abc import Sequence
from datetime import date

from governance.rates import Row
from handlers.texts import where_and_what
from handlers.texts.statistics import share
from handlers.texts.work import short
from storage.brief_figures import BriefFigures

DAILY = "{name} {month}月{day}日 早报\n昨日新增 {came} 件，结案 {closed} 件。"
WEEKLY = "上周（{first}至{last}）\n新增 {came} 件，结案 {closed} 件。"
OPEN = "未办结 {open} 件"
NONE_OPEN = "没有未办结的工单。"
LATE, DANGERS, TO_DISPATCH, TO_VERIFY = "超时 {n} 件", "安全隐患 {n} 件", "待派单 {n} 件", "待核查 {n} 件"
DANGER = "【安全隐患】{number} {what}（{who}）→ 督办 {n} 要求"
NOBODY_HAS_IT = "还没有人接手"
AND_MORE = "另有安全隐患 {count} 件，回复“还有几件隐患没消”查看。"
EVENT = "【事件】{line}"
MORE_EVENTS = "另有事件 {count} 个，回复“看事件”查看。"
VISITS = "{month}月走访计划（{grid}，{count} 栋）"
VISITS_WEEK = "{first}至{last}：{buildings}"
VISITS_HOW = "走访发现问题，请直接用一句话上报。"
SEE = "回复“我的工单”查看。"
MONTHLY = (
    "{name} {year}年{month}月\n上报 {count} 件\n响应率 {response}\n解决率 {solution}\n满意率 {satisfaction}\n"
    "未评价 {silent} 件"
)


def daily(name: str, today: date, figures: BriefFigures, named: Sequence[str] = ()) -> str:
    """What a secretary reads in the morning; `named`: the matters that are named, a line each."""
    head = DAILY.format(name=name, month=today.month, day=today.day, came=figures.came, closed=figures.closed)
    return "\n".join([head, _open(figures), *named])


def danger(number: str, place: str | None, summary: str, who: str | None) -> str:
    """An open danger: where and what, and who has it."""
    what = where_and_what(place, summary)
    return DANGER.format(number=number, what=what, who=who or NOBODY_HAS_IT, n=short(number))


def event(line: str) -> str:
    """An event that runs, as it stands in the list of events; its number is said there."""
    return EVENT.format(line=line)


def weekly(first: date, last: date, figures: BriefFigures, named: Sequence[str] = ()) -> str:
    """What the lead reads on Monday."""
    span = {"first": f"{first.month}月{first.day}日", "last": f"{last.month}月{last.day}日"}
    return "\n".join([WEEKLY.format(**span, came=figures.came, closed=figures.closed), _open(figures), *named])


def monthly(month: date, figures: Row) -> str:
    """The three rates of a month."""
    return MONTHLY.format(
        name=figures.name, year=month.year, month=month.month, count=figures.count, response=share(figures.response),
        solution=share(figures.solution), satisfaction=share(figures.satisfaction), silent=figures.silent,
    )  # fmt: skip


def visits(grid: str, month: date, count: int, weeks: list[tuple[date, date, list[str]]]) -> str:
    """A grid worker's visits of a month, a line a week."""
    lines = [
        VISITS_WEEK.format(first=f"{first.month}月{first.day}日", last=f"{last.day}日", buildings="、".join(names))
        for first, last, names in weeks
    ]
    return "\n".join([VISITS.format(grid=grid, month=month.month, count=count), *lines, VISITS_HOW])


def _open(figures: BriefFigures) -> str:
    if figures.open == 0:
        return NONE_OPEN
    parts = [
        words.format(n=count)
        for words, count in (
            (LATE, figures.late), (DANGERS, figures.dangers), (TO_DISPATCH, figures.to_dispatch),
            (TO_VERIFY, figures.to_verify),
        )
        if count
    ]  # fmt: skip
    said = OPEN.format(open=figures.open)
    return f"{said}，其中{'、'.join(parts)}。{SEE}" if parts else f"{said}。{SEE}"
