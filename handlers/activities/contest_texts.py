"""What is said of contests: when enrolment ends, who took which place."""

from collections.abc import Sequence
from datetime import datetime

from governance.activities.contests import NoResult
from handlers.activities import outcomes as found
from handlers.context import Context, Here
from handlers.duty.texts.words import what
from handlers.outcomes import says
from storage.contests import ResultRow
from storage.duty.shifts import ShiftRow
from understanding.masking import masked_name

OVER = "活动 {n}（{what}）的报名 {until}已经截止，没有报上。可以看别的活动：活动"
END_SET = "活动 {n}（{what}）的报名 {until}截止，过后不能再报名或订名额。"
WHEN = "活动 {n} 的报名截止要在现在以后、开始以前，请选日期和时间。"
WRITTEN = "活动 {n} 记下了：第 {place} 名 {name}{award}，共记 {written} 个名次。记错了再记一次；公布前没有人看到。"
WHOSE = "活动 {n} 请写第几名（1 到 99）和谁：订了名额的单位，或报了名的人。"
WHOSE_UNKNOWN = "活动 {n} 里没有找到“{said}”，或者不止一位。请写订了名额的单位或报了名的人的全名。"
TOLD = "活动 {n} 的结果已公布：{places} 个名次，告诉了 {told} 位参加的人和单位联系人，每人一次。"
NO_RESULT = {
    NoResult.NO_CONTEST: "活动 {n} 不是大赛，不记名次。",
    NoResult.NOT_BEGUN: "活动 {n}（{what}）还没开始，开始后再记名次。",
    NoResult.TOLD: "活动 {n}（{what}）的结果已经公布，不能再改，也不再通知。",
    NoResult.NONE_WRITTEN: "活动 {n} 还没有记名次，请先记名次再公布。",
}
RESULTS = "活动 {n}（{what}）结果公布：{mine}\n{lines}"
MINE, NO_PLACE, BETWEEN = "{name}是第 {place} 名{award}，恭喜", "谢谢您参加", "；"
LINE = "第 {place} 名 {name}{award}"
COUNT = "共 {places} 个名次"
NOT_TOLD = "活动 {n}（{what}）的结果还没有公布；公布时会告诉每一位参加的人。看活动：活动 {n}"
NO_CONTEST = "还没有办过大赛。看现在的活动：活动"
AWARD, YOU = "（{award}）", "您"


def results_said(
    here: Context | Here, row: ShiftRow, results: Sequence[ResultRow], own: Sequence[ResultRow], *, told: bool = True
) -> str:
    """The places, the reader's own first; people are masked to all but themselves. `told`: to who took part, who is thanked."""
    mine = [MINE.format(name=each.unit or YOU, place=each.place, award=_award(each.award)) for each in own]
    lines = [
        LINE.format(place=each.place, name=each.unit or masked_name(each.person or ""), award=_award(each.award))
        for each in results
    ]
    said = BETWEEN.join(mine) or (NO_PLACE if told else COUNT.format(places=len(results)))
    return RESULTS.format(n=row.id, what=what(here, row), mine=said, lines="\n".join(lines))


@says
def results(of: found.ContestResults, here: Here) -> str:
    """As all who took part were told."""
    return results_said(here, of.row, of.results, of.own, told=False)


@says
def no_results_yet(of: found.NoResultsYet, here: Here) -> str:
    """That they are told to everybody who takes part."""
    return NO_CONTEST if of.row is None else NOT_TOLD.format(n=of.row.id, what=what(here, of.row))


def _award(award: str) -> str:
    return AWARD.format(award=award) if award else ""


def _at(at: datetime, here: Here) -> str:
    return f"{at.astimezone(here.config.zone):%-m月%-d日 %H:%M}"


@says
def enrolment_over(of: found.EnrolmentOver, here: Here) -> str:
    """Since when."""
    return OVER.format(n=of.row.id, what=what(here, of.row), until=_at(of.until, here))


@says
def end_set(of: found.EnrolmentEndSet, here: Here) -> str:
    """Until when."""
    return END_SET.format(n=of.row.id, what=what(here, of.row), until=_at(of.until, here))


@says
def when_it_ends(of: found.WhenEnrolmentEnds, _here: Here) -> str:
    """What is needed."""
    return WHEN.format(n=of.row.id)


@says
def written(of: found.ContestResultWritten, _here: Here) -> str:
    """Which place is whose."""
    return WRITTEN.format(n=of.row.id, place=of.place, name=of.name, award=_award(of.award), written=of.written)


@says
def whose(of: found.WhoseResult, _here: Here) -> str:
    """What is needed."""
    return (WHOSE_UNKNOWN if of.said else WHOSE).format(n=of.row.id, said=of.said)


@says
def results_told(of: found.ContestResultsTold, _here: Here) -> str:
    """How many were told."""
    return TOLD.format(n=of.row.id, places=of.places, told=of.told)


@says
def no_result(of: found.NoContestResult, here: Here) -> str:
    """Why not."""
    return NO_RESULT[of.why].format(n=of.row.id, what=what(here, of.row))
