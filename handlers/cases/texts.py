"""What is said of the year's cases."""

from datetime import datetime

from handlers.cases import outcomes as found
from handlers.context import Here
from handlers.outcomes import says
from handlers.texts.work import moment

VOTED = "已投票：{cases}。{left}投票到{until}截止，结果到时公布，之前谁也看不到票数。"
MORE_LEFT, NONE_LEFT = "还可以再投 {left} 个；", ""
ONE = "案例{number} {title}"
ALREADY = "案例{numbers} 您已经投过了，每人每个案例只算一票。想投别的，回复“年度案例”看编号。"
BIND = (
    "还不能投票：要先绑定身份，回复“绑定 姓名 手机尾号”，例如：绑定 张三 1234。\n"
    "一人一票：没绑定的微信认不出是谁，一个人用几个微信就能投几票；只说过住哪里也不算数。没在名册里的居民，请找社区登记后再绑定。"
)
LEFT = "您不能投票：名册里您已经迁出或离任。有疑问请联系社区更正名册，更正后再投。"
NO_VOTE = "现在没有案例投票。回复“年度案例”看案例。"
NO_VOTE_OVER = "{year}年的案例投票已经结束。回复“年度案例”看结果。"
NO_SUCH = "没有案例{numbers}，编号是 1 到 {most}。回复“年度案例”看全部。"
TOO_MANY = "一个人最多投 {most} 个案例，您已投 {cast} 个，这次没有记。"
WHAT = "投给哪个案例？请回复“投票 案例”加编号，例如：投票 案例3。回复“年度案例”看全部。"
HEAD_OPEN = "{year}年案例 {count} 个，正在投票，到{until}截止。回复“投票 案例3”投给 3 号，最多 5 个："
HEAD_SOON = "{year}年案例 {count} 个，还没开始投票："
HEAD_DONE = "{year}年案例评选结果（{voters} 人投票）："
NONE = "{year}年还没有案例。"
LINE, LINE_DONE = "案例{number} {title}（{community}）", "第{place}名 案例{number} {title}（{community}，{votes} 票）"
SCORED = "已给案例{number} {title} 打 {points} 分，截止前可以改。"
SCORE_HOW = "请回复“案例评分 编号 分数”，分数 0 到 100，例如：案例评分 3 85。"
PROPOSED = "已推荐为 {year} 年案例{number}：{title}。文字里的姓名、号码已隐去。"
NOT_CLOSED = "{ticket} 不能推荐：要是您负责的地方已经结案的工单。请核对编号。"
KNOWN = "{ticket} 已经是案例了，不用再推荐。"
PROPOSE_WHAT = "请写全工单编号、案例名称和怎么办成的。"
IS_OPEN = "{year}年的投票已经开过，不能再加案例，也不能再开。"
OPENED = "{year}年案例投票开始：{count} 个案例，到{until}截止。居民回复“投票 案例3”即可。"
TOO_FEW = "{year}年只有 {count} 个案例，至少 2 个才能投票。"
TOO_SHORT = "投票至少 {least} 天、最多 {most} 天，请改天数。"
LEFT_OUT = "还没开始：{communities} 还没有 {year} 年的案例，投票一开就不能再加了。请先请他们推荐；确定不等，勾选“照样开始”再提交。"
SAME = "核对一致：{year}年 {voters} 人投了 {votes} 票，和公布的结果相同。"
DIFFERS = "核对不一致：流水里 {voters} 人投了 {votes} 票，和公布的不同，请联系管理员。"
NOT_COUNTED = "{year}年的投票还没有结束，结束前不能计票。"
AND = "、"


def _until(at: datetime, here: Here) -> str:
    return moment(at, here.config.zone, here.now)


def _numbers(numbers: tuple[int, ...]) -> str:
    return AND.join(str(number) for number in numbers)


@says
def voted(of: found.Voted, here: Here) -> str:
    """Which, and that nobody sees it."""
    cases = AND.join(ONE.format(number=each.number, title=each.title) for each in of.cases)
    left = MORE_LEFT.format(left=of.left) if of.left else NONE_LEFT
    return VOTED.format(cases=cases, left=left, until=_until(of.closes_at, here))


@says
def already(of: found.VotedAlready, _here: Here) -> str:
    """Once each."""
    return ALREADY.format(numbers=_numbers(of.numbers))


@says
def needs_binding(of: found.VoteNeedsBinding, _here: Here) -> str:
    """Who may not, why, and how to bind."""
    return LEFT if of.left else BIND


@says
def no_vote(of: found.NoVoteNow, _here: Here) -> str:
    """None runs."""
    return NO_VOTE if of.year is None else NO_VOTE_OVER.format(year=of.year)


@says
def no_such(of: found.NoSuchCase, _here: Here) -> str:
    """Which there are."""
    return NO_SUCH.format(numbers=_numbers(of.numbers), most=of.most)


@says
def too_many(of: found.TooManyVotes, _here: Here) -> str:
    """How many one may."""
    return TOO_MANY.format(most=of.most, cast=of.cast)


@says
def for_what(_of: found.VoteForWhat, _here: Here) -> str:
    """Which?"""
    return WHAT


@says
def shown(of: found.CasesShown, here: Here) -> str:
    """How to vote, or how they rank."""
    if not of.cases:
        return NONE.format(year=of.year)
    about = {"year": of.year, "count": len(of.cases)}
    if of.counted:
        head = HEAD_DONE.format(**about, voters=of.voters)
    elif of.closes_at is not None:
        head = HEAD_OPEN.format(**about, until=_until(of.closes_at, here))
    else:
        head = HEAD_SOON.format(**about)
    line = LINE_DONE if of.counted else LINE
    return "\n".join([head, *(line.format(**vars(each)) for each in of.cases)])


@says
def scored(of: found.CaseScored, _here: Here) -> str:
    """How many points."""
    return SCORED.format(number=of.number, title=of.title, points=of.points)


@says
def score_how(_of: found.ScoreHow, _here: Here) -> str:
    """How."""
    return SCORE_HOW


@says
def proposed(of: found.CaseProposed, _here: Here) -> str:
    """Its number."""
    return PROPOSED.format(year=of.year, number=of.number, title=of.title)


@says
def not_to_propose(of: found.NotToPropose, _here: Here) -> str:
    """Why not."""
    return (KNOWN if of.known else NOT_CLOSED).format(ticket=of.ticket)


@says
def propose_what(_of: found.ProposeWhat, _here: Here) -> str:
    """What is missing."""
    return PROPOSE_WHAT


@says
def is_open(of: found.BallotIsOpen, _here: Here) -> str:
    """Too late."""
    return IS_OPEN.format(year=of.year)


@says
def opened(of: found.BallotOpened, here: Here) -> str:
    """Until when."""
    return OPENED.format(year=of.year, count=of.count, until=_until(of.closes_at, here))


@says
def too_few(of: found.TooFewCases, _here: Here) -> str:
    """How many there are."""
    return TOO_FEW.format(year=of.year, count=of.count)


@says
def too_short(of: found.VoteTooShort, _here: Here) -> str:
    """How long it may run."""
    return TOO_SHORT.format(least=of.least, most=of.most)


@says
def left_out(of: found.CommunitiesLeftOut, _here: Here) -> str:
    """Which have none, and what to do."""
    return LEFT_OUT.format(communities=AND.join(of.communities), year=of.year)


@says
def recounted(of: found.Recounted, _here: Here) -> str:
    """Whether it is the same."""
    return (SAME if of.same else DIFFERS).format(year=of.year, voters=of.voters, votes=of.votes)


@says
def not_counted(of: found.NotCountedYet, _here: Here) -> str:
    """Not before the end."""
    return NOT_COUNTED.format(year=of.year)
