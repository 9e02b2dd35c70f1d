"""What is said to those who report something. Short, polite, with the number and what happens next."""

from collections.abc import Sequence

from handlers import texts
from handlers.context import Here
from handlers.events.reporter_texts import event_news
from handlers.outcomes import in_words, says
from handlers.reporting.danger_outcomes import DangerDenied, DangerStays, RaisedToDanger
from handlers.reporting.enquiring_texts import answers_by
from handlers.reporting.outcomes import (
    Corrected,
    IsItDangerous,
    IsQuestion,
    KeptTogether,
    Line,
    NoSuchReport,
    NothingToUrge,
    NothingToWithdraw,
    OneOrSeveral,
    OpenInArea,
    OthersFollow,
    OwnReports,
    PassedOn,
    Placed,
    Reported,
    ReportsSeen,
    SameAsNeighbours,
    SeveralReports,
    Split,
    StillWhere,
    TooLateToWithdraw,
    Urged,
    WhatIsWrong,
    WhereIsIt,
    Withdrawn,
    WithdrawWhich,
)
from handlers.texts import follow
from handlers.texts.work import moment, short
from handlers.things.words import called

NO_TICKETS = "您最近没有上报记录。有事直接用一句话告诉我，例如：" + texts.EXAMPLE
NOTHING_TO_WITHDRAW = "没有可以撤回的上报：已开始处理或已结束的不能撤回。回复“进度”可查办理情况。"
HAZARD_MARK = "（安全隐患，已加急）"
NEXT = "接下来由社区工作人员受理，办理有进展会告诉您。可以继续发照片或位置补充；回复“进度”可查，“撤回”可取消。"
ASK_PLACE = "还缺地点：在哪里？请回复小区和楼栋，或发个位置。回复“算了”先这样登记。"
CHOOSE_PLACE = "还缺地点：是下面哪一处？回复数字就行，也可以写小区和楼栋，或发个位置。\n{listed}"
STILL_WHERE = "您说的已记下。请再告诉我在哪里：小区和楼栋，或发个位置。回复“算了”先这样登记。"
ASK_SPLIT = "您说的像是 {count} 件事：\n{listed}\n回复 1 分开登记、分别办理；回复 2 就作一件办理。"
SPLIT = "已分成 {count} 件：\n{listed}\n{after}"
KEPT_TOGETHER = "好的，{number} 作为一件办理，您说的内容都已记下。"
ASK_DANGER = "现在还有危险吗？回复“有”或“没有”。没收到回复前先按有危险处理。"
CORRECTED_PLACE = "已更正：{number} 的地点改为{place}，并已告诉办理的人。"
CORRECTED = "已记下更正（{number}）：{right}。会告诉办理的人。"
KEPT_WITH_WRONG = "{right}（不是{wrong}）"
NOTED_AS_QUESTION = "上报人说明只是咨询，不是报修"
IS_QUESTION = "好的，{number} 按咨询办，不派人上门。{promise}"
STAYS_REPORT = "好的。{number} 照常办理；不用办了请回复：撤回 {short}"
NOTICE_PUT_RIGHT = "后台改了 {head}：{right}"
NOTICE_CORRECTED = "上报人更正 {head}：{right}"
NOTICE_SAID_MORE = "上报人补充 {head}：{note}"
NO_DANGER = "好的，{number} 改按{as_what}办理。情况有变请马上告诉我。"
NOTED_BY_REPORTER = "上报人说没有危险"
IS_DANGER = "明白，{number} 按安全隐患加急处理，请注意安全。"
RAISED = "{first}\n{number}（{summary}）已改按安全隐患加急办理，您刚说的已转告办理的人和值守人员。"
RAISED_AGAIN = "{first}\n{number}（{summary}）正按安全隐患加急办理，您刚说的已马上转告办理的人。"
ASK_JOIN = (
    "邻居 {at} 已上报同一地点的同类问题（{what}，{state}）。是同一件吗？\n"
    "回复“一起”跟进那一件，进展也会告诉您；回复“不是”分开办理。"
)
PLACED = "地点已补充到工单 {numbers}：{place}。办理有进展会告诉您，回复“进度”随时可查。"
PLACE_ONLY = "{place}出了什么问题？请连地点一起用一句话告诉我，例如：{place}楼道灯坏了"
OWN_HEAD, SEEN_HEAD = "您最近共上报 {total} 件", "找到 {total} 件"
SOMEWHERE_NEAR_HOME = "{said}（地点待确认，先派上报人所在院落）"
OPEN_HEAD, NOTHING_OPEN = "未办结的上报 {total} 件", "目前没有未办结的上报。"
IN_CHARGE = "您负责："
NEWEST_SHOWN = "，显示最近 {count} 件："
LINE = "{number}　{state}\n{summary}（{at:%m月%d日 %H:%M}上报）"
GOES_WITH = "{summary}（随 {into} 办理：{state}）"
WITHDRAWN = "工单 {number}（{summary}）已撤回。以后有事随时再说。"
WITHDRAW_WHICH = "要撤回哪一件？\n{listed}\n请回复“撤回”加编号后四位，例如：撤回 {short}"
TOO_LATE = "工单 {number} {state}，不能撤回，也不会再有人上门。如果事情还在，请回复：重开 {short}"
OTHERS_FOLLOW = "{number} 还有邻居一起跟进，不能撤回；您这边好了，已转告工作人员。"
URGED = "已催办 {numbers}，工作人员会收到提醒。\n{progress}"
NOTHING_TO_URGE = "您没有正在办理的上报，不用催办。有事直接用一句话告诉我，例如：" + texts.EXAMPLE
NOTICE_URGED = "上报人催办 {number}：{summary}"
NOTICE_WITHDRAWN = "工单 {number}（{summary}）已由上报人撤回，无需处理。"


@says
def reported(found: Reported, here: Here) -> str:
    """In danger first whom to call; number, what was understood; what is asked, or what comes next."""
    hazard = found.hazard
    first = [texts.CALL_FIRST.get(hazard.danger, texts.KEEP_AWAY)] if hazard else []
    known = [f"已登记，编号 {found.number}{HAZARD_MARK if hazard else ''}", f"事项：{found.summary}"]
    known += [f"地点：{found.place}"] if found.place else []
    known += [f"设施：{called(found.thing, here)}"] if found.thing else []
    promise = [] if found.answer_by is None else [answers_by(found.answer_by, here)]
    promise += [] if found.event is None else [event_news(found.event, here)]
    if found.asks is not None:
        return "\n".join([*first, *known, *promise, in_words(found.asks, here)])
    return "\n".join([*first, *known, *(promise or [NEXT])])


@says
def where_is_it(found: WhereIsIt, here: Here) -> str:
    """The likeliest places are numbered."""
    if not found.places:
        return ASK_PLACE
    names = [here.places.full_name(place) for place in found.places]
    return CHOOSE_PLACE.format(listed="\n".join(f"{number}. {name}" for number, name in enumerate(names, 1)))


@says
def one_or_several(found: OneOrSeveral, _here: Here) -> str:
    """Each matter on a line."""
    listed = "\n".join(f"· {summary}" for summary in found.summaries)
    return ASK_SPLIT.format(count=len(found.summaries), listed=listed)


@says
def is_it_dangerous(_found: IsItDangerous, _here: Here) -> str:
    """Yes or no."""
    return ASK_DANGER


@says
def same_as_neighbours(found: SameAsNeighbours, here: Here) -> str:
    """When it was reported, as what, and where it stands."""
    at = moment(found.at, here.config.zone, here.now)
    return ASK_JOIN.format(at=at, what=found.what, state=texts.STATE[found.state])


@says
def what_is_wrong(found: WhatIsWrong, _here: Here) -> str:
    """With an example at this place."""
    return PLACE_ONLY.format(place=found.place)


@says
def placed(found: Placed, here: Here) -> str:
    """The numbers, where they are, and what is known to go on there."""
    said = PLACED.format(numbers="、".join(found.numbers), place=found.place)
    return said if found.event is None else f"{said}\n{event_news(found.event, here)}"


@says
def still_where(_found: StillWhere, _here: Here) -> str:
    """The question stands."""
    return STILL_WHERE


@says
def danger_stays(found: DangerStays, _here: Here) -> str:
    """It is hurried."""
    return IS_DANGER.format(number=found.number)


@says
def raised_to_danger(found: RaisedToDanger, _here: Here) -> str:
    """First whom to call."""
    first = texts.CALL_FIRST.get(found.hazard.danger, texts.KEEP_AWAY)
    return (RAISED_AGAIN if found.again else RAISED).format(first=first, number=found.number, summary=found.summary)


@says
def danger_denied(found: DangerDenied, _here: Here) -> str:
    """As what it goes on."""
    return NO_DANGER.format(number=found.number, as_what=texts.AS_WHAT[found.urgency])


@says
def kept_together(found: KeptTogether, _here: Here) -> str:
    """All of it was noted."""
    return KEPT_TOGETHER.format(number=found.number)


@says
def split(found: Split, here: Here) -> str:
    """The numbers of what was one message."""
    listed = "\n".join(f"{number}　{summary}" for number, summary in found.parts)
    after = NEXT if found.asks is None else in_words(found.asks, here)
    return SPLIT.format(count=len(found.parts), listed=listed, after=after)


@says
def passed_on(found: PassedOn, _here: Here) -> str:
    """It was told."""
    return follow.NOTED.format(number=found.number)


@says
def is_question(found: IsQuestion, here: Here) -> str:
    """Until when it is answered; what to do where it stays a report."""
    if found.answer_by is None:
        return STAYS_REPORT.format(number=found.number, short=found.number.rpartition("-")[2])
    return IS_QUESTION.format(number=found.number, promise=answers_by(found.answer_by, here))


@says
def corrected(found: Corrected, _here: Here) -> str:
    """What it says now."""
    if found.place:
        return CORRECTED_PLACE.format(number=found.number, place=found.place)
    return CORRECTED.format(number=found.number, right=found.right)


@says
def own_reports(found: OwnReports, here: Here) -> str:
    """Each with its state; how to report where there is none."""
    return _list(OWN_HEAD, found.lines, found.total, here) if found.lines else NO_TICKETS


@says
def reports_seen(found: ReportsSeen, here: Here) -> str:
    """Each with its place and state."""
    return _list(SEEN_HEAD, found.lines, found.total, here)


@says
def open_in_area(found: OpenInArea, here: Here) -> str:
    """The posts, then the tickets."""
    listed = _list(OPEN_HEAD, found.lines, found.total, here) if found.total else NOTHING_OPEN
    return "\n".join([IN_CHARGE, *found.posts, listed])


@says
def no_such_report(found: NoSuchReport, _here: Here) -> str:
    """How to see one's own."""
    return texts.no_such_ticket(found.name)


@says
def several_reports(found: SeveralReports, _here: Here) -> str:
    """Their whole numbers."""
    return texts.several(found.name, list(found.numbers))


@says
def withdrawn(found: Withdrawn, _here: Here) -> str:
    """Which it was."""
    return WITHDRAWN.format(number=found.number, summary=found.summary)


@says
def withdraw_which(found: WithdrawWhich, _here: Here) -> str:
    """Those that could be meant, with an example."""
    listed = "\n".join(f"{number}　{summary}" for number, summary in found.reports[: texts.MOST_LISTED])
    return WITHDRAW_WHICH.format(listed=listed, short=found.reports[0][0].rpartition("-")[2])


@says
def nothing_to_withdraw(_found: NothingToWithdraw, _here: Here) -> str:
    """Why, and where to look."""
    return NOTHING_TO_WITHDRAW


@says
def too_late_to_withdraw(found: TooLateToWithdraw, _here: Here) -> str:
    """How far it is."""
    return TOO_LATE.format(number=found.number, state=texts.STATE[found.state], short=short(found.number))


@says
def others_follow(found: OthersFollow, _here: Here) -> str:
    """It is not theirs alone."""
    return OTHERS_FOLLOW.format(number=found.number)


@says
def urged(found: Urged, here: Here) -> str:
    """Which, and where they stand."""
    numbers = "、".join(line.number for line in found.lines)
    return URGED.format(numbers=numbers, progress="\n".join(_line(line, here) for line in found.lines))


@says
def nothing_to_urge(_found: NothingToUrge, _here: Here) -> str:
    """How to report."""
    return NOTHING_TO_URGE


def _list(head: str, lines: Sequence[Line], total: int, here: Here) -> str:
    shown = NEWEST_SHOWN.format(count=len(lines)) if total > len(lines) else "："
    return "\n".join([head.format(total=total) + shown, *(_line(line, here) for line in lines)])


def _line(line: Line, here: Here) -> str:
    """Number, state, summary, local time of the report."""
    summary = texts.where_and_what(line.place, line.summary)
    if line.into is not None:
        into, state = line.into
        summary = GOES_WITH.format(summary=summary, into=into, state=texts.STATE[state])
    at = line.opened_at.astimezone(here.config.zone)
    return LINE.format(number=line.number, state=texts.STATE[line.state], summary=summary, at=at)
