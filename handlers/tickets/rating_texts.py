"""What is said of ratings, look-backs, reopenings and call-backs."""

from governance.tickets.satisfaction import Score
from handlers import texts
from handlers.context import Here
from handlers.outcomes import says
from handlers.texts import follow
from handlers.texts import work as words
from handlers.tickets.denial_texts import head
from handlers.tickets.rating_outcomes import (
    Again,
    CalledBack,
    CalledInVain,
    ClosedAlready,
    DissatisfiedTwice,
    NoCallBack,
    NoReportNamed,
    NothingToRate,
    NotToReopen,
    NotYetDone,
    OpenedByRating,
    Rated,
    RatedAhead,
    RatedAlready,
    RateHow,
    ReasonKept,
    Reopened,
    ReopenedByStaff,
    StillWell,
    ToldVerifier,
    TooLateToReopen,
    WaitsForOthers,
    WhichReport,
    YouAreWelcome,
)

THANKS = {
    Score.SATISFIED: "谢谢您的评价，{number} 已结案。有事随时说一声。",
    Score.FAIRLY: "谢谢您的评价，{number} 已结案。哪里可以做得更好，欢迎随时告诉我。",
}
WAITING_FOR_OTHERS = "谢谢您的评价。{number} 还有邻居一起上报，等他们评价或 {hours} 小时后结案。"
SORRY = "抱歉没有让您满意。{number} 已重新办理{who}，{when}"
SORRY_WHY = "能说说哪里没做好吗？直接回复就行，会转告办理的人。"
SORRY_TWICE = "抱歉仍没有让您满意。{number} 已报告街道领导，会安排专人跟进。"
RATE_HOW = "{number}（{summary}）您满意吗？请回复：满意 {n}、基本满意 {n}，或 不满意 {n} 原因"
GOOD = "太好了！有事随时说一声。"
NOTHING_TO_RATE = "您现在没有等评价的工单。回复“进度”可查办理情况。"
NOT_YET_DONE = "{number} {state}，处理好以后会请您评价。着急可以回复：催办 {n}"
RATED_ALREADY = "{number} 您已经评价过了，谢谢！没有解决请回复：重开 {n}"
CLOSED_REOPEN = "{number}（{summary}）已于{at}结案。如果还没解决，请回复：重开 {n}"
WHICH = "您说的是哪一件？请带上编号：\n{listed}"
WELL = "太好了，谢谢您告诉我们。有事随时说一声。"
REOPENED_FOR_YOU = "{number} 已重新办理{who}，{when}"
REOPENED_BY_STAFF = "已重新办理 {head}{who}，{when}上报人会收到通知。"
WHEN_CALLED = "会在{call}前联系您。"
WHEN_TO_CALL = "请在{call}前回访。"
WHEN_THERE = "按安全隐患马上处理，{due}前到现场。\n{first}"
WHEN_DANGER = "按安全隐患办理，{due}前到现场。"
BY_WHOM = "，由{who}负责"
CANNOT_REOPEN = "{number} {state}，不用重开。回复“进度 {n}”可查办理情况。"
TOO_LATE_TO_REOPEN = "{number} 结案已超过 {days} 天，请用一句话重新上报，例如：{summary}"
REMARK_KEPT = "您提的意见也记下了。"
RATED_AHEAD = "您的评价（{score}）先记下了。{number} 已处理，核查通过后就按您的评价结案，不再另外问您。"
NOT_CONTENT = "上报人不满意 {head}：{note}\n请核查时留意；没做好就回复“核查 不通过”加原因。"
TOLD_VERIFIER = "您说的已告诉核查的人（{number}）：没做好会退回返工，做好了还会请您评价。"
NOTED = "您说的已转告办理的人（{number}）。"
CALL_BACK_WELL = "已记回访 {head}：{score}。已结案，谢谢！"
CALL_BACK_WORK = "已记回访 {head}：{score}。请接着办：办结 {n} 说明"
CALL_BACK_UNREACHED = "已记 {head}联系不上，按“联系不上”结案，单独统计。"
NO_CALL_BACK = "{head}没有回访任务。"


@says
def rated(found: Rated, _here: Here) -> str:
    """Thanks, and that it has ended."""
    said = THANKS[found.score].format(number=found.number)
    return said + REMARK_KEPT if found.remark else said


@says
def waits_for_others(found: WaitsForOthers, _here: Here) -> str:
    """Until when."""
    return WAITING_FOR_OTHERS.format(number=found.number, hours=found.hours)


@says
def opened_by_rating(found: OpenedByRating, here: Here) -> str:
    """Sorry, how it goes on, and why."""
    sorry = SORRY.format(number=found.number, who=_who(found.again), when=_when(found.again, here))
    return sorry if found.why else f"{sorry}\n{SORRY_WHY}"


@says
def dissatisfied_twice(found: DissatisfiedTwice, _here: Here) -> str:
    """Who knows of it."""
    return SORRY_TWICE.format(number=found.number)


@says
def rate_how(found: RateHow, _here: Here) -> str:
    """The three answers."""
    return RATE_HOW.format(number=found.number, summary=found.summary, n=words.short(found.number))


@says
def you_are_welcome(_found: YouAreWelcome, _here: Here) -> str:
    """Any time."""
    return texts.THANKS


@says
def nothing_to_rate(_found: NothingToRate, _here: Here) -> str:
    """How the reports stand is seen elsewhere."""
    return NOTHING_TO_RATE


@says
def rated_ahead(found: RatedAhead, _here: Here) -> str:
    """Kept until somebody has looked at the work."""
    said = RATED_AHEAD.format(number=found.number, score=follow.SCORE[found.score])
    return said + REMARK_KEPT if found.remark else said


@says
def told_verifier(found: ToldVerifier, _here: Here) -> str:
    """What comes of it."""
    return TOLD_VERIFIER.format(number=found.number)


@says
def not_yet_done(found: NotYetDone, _here: Here) -> str:
    """Where it stands, and how to hurry it."""
    return NOT_YET_DONE.format(number=found.number, state=texts.STATE[found.state], n=words.short(found.number))


@says
def rated_already(found: RatedAlready, _here: Here) -> str:
    """How to open it all the same."""
    return RATED_ALREADY.format(number=found.number, n=words.short(found.number))


@says
def closed_already(found: ClosedAlready, here: Here) -> str:
    """When it ended, and how to open it again."""
    at = words.moment(found.at, here.config.zone, here.now)
    return CLOSED_REOPEN.format(number=found.number, summary=found.summary, at=at, n=words.short(found.number))


@says
def which_report(found: WhichReport, _here: Here) -> str:
    """Those that could be meant."""
    listed = "\n".join(words.head(number, summary) for number, summary in found.reports[: texts.MOST_LISTED])
    return WHICH.format(listed=listed)


@says
def no_report_named(found: NoReportNamed, _here: Here) -> str:
    """As it was written."""
    return texts.no_such_ticket(found.name)


@says
def still_well(_found: StillWell, _here: Here) -> str:
    """Thanks."""
    return WELL


@says
def reopened(found: Reopened, here: Here) -> str:
    """How it goes on."""
    return REOPENED_FOR_YOU.format(number=found.number, who=_who(found.again), when=_when(found.again, here))


@says
def reopened_by_staff(found: ReopenedByStaff, here: Here) -> str:
    """Whose it is, and until when the reporter is called."""
    by = _by(found.again, here)
    when = WHEN_TO_CALL.format(call=by) if found.again.danger is None else WHEN_DANGER.format(due=by)
    return REOPENED_BY_STAFF.format(head=head(found.ticket), who=_who(found.again), when=when)


@says
def not_to_reopen(found: NotToReopen, _here: Here) -> str:
    """Where it stands."""
    return CANNOT_REOPEN.format(number=found.number, state=texts.STATE[found.state], n=words.short(found.number))


@says
def too_late_to_reopen(found: TooLateToReopen, _here: Here) -> str:
    """How to report it anew."""
    return TOO_LATE_TO_REOPEN.format(number=found.number, days=found.days, summary=found.summary)


@says
def reason_kept(found: ReasonKept, _here: Here) -> str:
    """It is known."""
    return NOTED.format(number=found.number)


@says
def no_call_back(found: NoCallBack, _here: Here) -> str:
    """Nothing to note."""
    return NO_CALL_BACK.format(head=head(found.ticket))


@says
def called_back(found: CalledBack, _here: Here) -> str:
    """That it has ended, or that the work goes on."""
    said = CALL_BACK_WELL if found.closed else CALL_BACK_WORK
    n = words.short(found.ticket.number)
    return said.format(head=head(found.ticket), score=follow.SCORE[found.score], n=n)


@says
def called_in_vain(found: CalledInVain, _here: Here) -> str:
    """As what it is counted."""
    return CALL_BACK_UNREACHED.format(head=head(found.ticket))


def _who(again: Again) -> str:
    return "" if again.who is None else BY_WHOM.format(who=again.who)


def _by(again: Again, here: Here) -> str:
    return "" if again.by is None else words.moment(again.by, here.config.zone, here.now)


def _when(again: Again, here: Here) -> str:
    """What the reporter may wait for; of a danger what to do first."""
    if again.danger is None:
        return WHEN_CALLED.format(call=_by(again, here))
    first = texts.CALL_FIRST.get(again.danger, texts.KEEP_AWAY)
    return WHEN_THERE.format(due=_by(again, here), first=first)
