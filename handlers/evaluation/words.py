"""Words of the evaluation that several share: what facts are called, and what is told of a round."""

from collections.abc import Sequence

from governance.clock import local_day
from governance.evaluation.kinds import Evaluated, FactKind, RoundTerm
from governance.evaluation.rounds import planned_day
from handlers.context import Here
from handlers.texts.work import day, moment
from storage.evaluation import EntryRow, RoundRow

TERM = {RoundTerm.JULY: "七一", RoundTerm.YEAR_END: "年终"}
KIND = {Evaluated.UNIT: "单位", Evaluated.PAIRING: "结对", Evaluated.PROJECT: "项目"}
ROUND = "{year}年{term}评议"
FACT = {
    FactKind.MILESTONE_IN_TIME: ("按时完成节点", "个"), FactKind.MILESTONE_LATE: ("逾期完成节点", "个"),
    FactKind.MILESTONE_MISSED: ("到期没完成节点", "个"), FactKind.LECTURE: ("党课", "次"),
    FactKind.HOURS: ("成员服务", "小时"), FactKind.PROJECT: ("验收的项目", "个"), FactKind.THANKS: ("居民感谢", "次"),
    FactKind.TAKE_ON: ("应急领办", "次"), FactKind.IN_TIME: ("按期完成", "次"), FactKind.DELAY: ("逾期", "天"),
    FactKind.CORRECTION: ("异议更正", "分"),
}  # fmt: skip
"""What each kind of fact is called, and what its amount is counted in."""
MILESTONE = "节点{number} {title}"
LECTURE = "{day}党课“{topic}”"
LEDGER = "{people} 名成员的服务时长"
CAME = "{day}班次{shift}，{people} 人到场"
PROJECT = "项目{number} {title}"
TAKE_ON = "工单 {ticket}"
PAIRING = "{ours} — {theirs}"
CORRECTED = "异议成立：{note}"
OPENED = (
    "【评议】{round}已公示{late}：{own}。看分项回复“单位评议”；"
    "有不对的，{until}前回复“评议异议 {number} 哪里不对”，例如：评议异议 {number} 少算了一次党课。"
)
LATE = "（原定{day}公示，晚了）"
PUBLISHED = "【评议】{round}已发布：{own}。看分项回复“单位评议”，名单：{url}/commendations/{year}"
OWN = "{name} {total} 分（评议{number}）"
OWN_PLACED, OWN_COMMENDED = "{name} {total} 分，第{place}名", "{name} {total} 分，第{place}名，获表扬"
OBJECTION_TOLD = (
    "【评议】{name}（评议{number}）有异议等您处理：内容在后台“评议”里。"
    "成立回复“评议处理 {number} 成立 +分数 说明”，不成立回复“评议处理 {number} 不成立 说明”。"
)
SETTLED_UPHELD = "【评议】{name}（评议{number}）的异议成立：{points:+d} 分，现在共 {total} 分。说明：{note}"
SETTLED_DISMISSED = "【评议】{name}（评议{number}）的异议不成立，仍是 {total} 分。说明：{note}"
AND = "；"


def round_called(current: RoundRow) -> str:
    """2026年年终评议."""
    return ROUND.format(year=current.year, term=TERM[current.term])


def opened(current: RoundRow, own: Sequence[EntryRow], here: Here) -> str:
    """Theirs with their sums, and how to object until when."""
    said = AND.join(OWN.format(name=each.name, total=each.total, number=each.id) for each in own)
    until = moment(current.closes_at, here.config.zone, here.now)
    planned = planned_day(current.term, current.year, here.config.rules)
    late = LATE.format(day=day(planned)) if local_day(here.now, here.config.zone) > planned else ""
    return OPENED.format(round=round_called(current), late=late, own=said, until=until, number=own[0].id)


def published(current: RoundRow, own: Sequence[EntryRow], url: str) -> str:
    """Theirs with their places."""
    said = AND.join(
        (OWN_COMMENDED if each.commended else OWN_PLACED).format(name=each.name, total=each.total, place=each.place)
        for each in own
    )
    return PUBLISHED.format(round=round_called(current), own=said, url=url, year=current.year)


def settled(entry: EntryRow, upheld: bool, points: int, total: int, note: str) -> str:
    """To who objected."""
    said = SETTLED_UPHELD if upheld else SETTLED_DISMISSED
    return said.format(name=entry.name, number=entry.id, points=points, total=total, note=note)
