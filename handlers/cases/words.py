"""What residents are told of a year's vote, unasked."""

from collections.abc import Sequence

from governance.cases import MOST_APPROVED
from handlers.context import Here
from handlers.texts.work import moment
from storage.cases import BallotRow, CaseRow

BEGUN = (
    "{year}年“街道这一年”案例投票开始了：{count} 个案例，一人最多投 {most} 个，到{until}截止。"
    "回复“年度案例”看看有哪些，回复“投票 案例3”投给 3 号。"
)
ENDED = "{year}年案例评选有结果了（{voters} 人投票）：{best}。回复“年度案例”看全部名次。"
PLACE, AND = "第{place}名 {title}", "，"
FIRST = 3


def news(ballot: BallotRow, cases: Sequence[CaseRow], here: Here, *, ended: bool) -> str:
    """That it began and until when; or who came first."""
    if not ended:
        until = moment(ballot.closes_at, here.config.zone, here.now)
        return BEGUN.format(year=ballot.year, count=len(cases), most=MOST_APPROVED, until=until)
    best = AND.join(PLACE.format(place=each.place, title=each.title) for each in cases[:FIRST])
    return ENDED.format(year=ballot.year, voters=ballot.voters or 0, best=best)
