"""What is said of dealing with events."""

from governance.events.states import EventAct, EventState
from handlers.context import Here
from handlers.events import words
from handlers.events.outcomes import (
    Confirmed,
    EventLine,
    EventRef,
    EventShown,
    EventsShown,
    GoesOn,
    InNoEvent,
    InThePast,
    LedBy,
    Narrowed,
    NobodyToLead,
    NoSuchEvent,
    NotInThisState,
    NotOne,
    SayWhat,
    TakenOut,
    ToldAll,
    WhereTo,
    WhichEvent,
    Widened,
)
from handlers.outcomes import says
from handlers.texts.work import moment

NO_SUCH_EVENT, NO_EVENT = "没有找到事件 {name}。回复“看事件”看看本辖区的事件。", "您的辖区现在没有可以{act}的事件。"
WHICH_EVENT = "您是说哪个事件？请带上编号再说一遍：\n{listed}"
WRONG_STATE = {
    EventState.OPEN: "事件 {number}（{title}）已经确认{by}，正在处理，不用再{act}。",
    EventState.ENDED: "事件 {number}（{title}）已经结束{by}。没有恢复请回复“重开事件 {number} 原因”。",
    EventState.REFUSED: "事件 {number}（{title}）已经取消{by}，各件上报单独办理。",
    EventState.PROPOSED: "事件 {number}（{title}）还没有确认，请先回复“确认事件 {number}”。",
}  # fmt: skip
ANSWERED_ALREADY = (
    "事件 {number}（{title}）已经答复过上报人，不能再取消。"
    "事情过去了请用“结束事件 {number}”，个别不是的用“移出事件 工单号”。"
)
CONFIRMED_BY_ANOTHER = (
    "事件 {number}（{title}）已经由{who}确认（{at}），正在处理，没有取消。您觉得不是一回事，请先与{who}商量；"
    "个别不是的用“移出事件 工单号”，事情过去了用“结束事件 {number}”。"
)
BY, BY_SOMEBODY = "（{who}，{at}）", "（{at}）"
CONFIRMED = (
    "已确认事件 {number}：{title}，{people}人上报，您来牵头。{dangers}{beside}\n"
    "一句话答复全部上报人：“通报事件 {number} 内容”“预计 {number} 几点恢复”，好了用“结束事件 {number}”。"
)
DANGERS = "\n【安全隐患】其中 {numbers} 有隐患，仍单独限时处置，不受事件影响。"
BESIDE = "\n注意：{number}（{title}）也在这里，是另一个同类事件；两件各自答复，新上报归范围最小的一件。"
NOT_ONE = "已取消事件 {number}（{title}）：{reports}件上报各自办理，编号、时限都没有变。"
WIDENED, JOINED = (
    "事件 {number} 的范围现在是：{title}。{joined}{everywhere}{beside}",
    "附近还没归入的{count}件也归了进来。",
)
EVERYWHERE = "\n这是全街道范围：今后全街道的同类上报都会归进来，单独的事请用“移出事件 工单号”移出。"
NARROWED, LEFT, NONE_LEFT = (
    "事件 {number} 的范围现在是：{title}。{left}",
    "范围外的 {numbers} 已移出，各自办理。",
    "没有要移出的上报。",
)
WHERE_TO = {
    EventAct.WIDEN: "没看懂扩到哪里（{where}）。请说名册里的地点，比如“扩大事件 {number} 到 梧桐里2号院”。",
    EventAct.NARROW: "要缩到哪里？请说名册里的地点，比如“缩小事件 {number} 到 1幢”。",
}  # fmt: skip
TAKEN_OUT = "已把 {n}（{summary}）移出事件 {number}（{title}）：它照原来的编号、时限和办理人单独办理，以后的统一答复不再发给TA。"
IN_NO_EVENT, OUT_WHICH = (
    "{n} 不在任何事件里。回复“看事件”可看事件里的上报。",
    "要移出哪件？请带上工单号，比如“移出事件 8”。",
)
LED_BY = "事件 {number}（{title}）由{who}牵头。"
NOBODY_TO_LEAD = "没有找到能牵头的“{called}”，或者不止一位。请说全名或名册编号，比如“牵头事件 {number} 给陈试用”。"
TOLD = "{confirmed}已答复{people}位上报人（{title}，{number}）：\n{text}{asked}"
CONFIRMED_TOO, ASKED_TOO = "已确认这个事件。", "\n同时问了每位上报人是否恢复；3位说“还没有”会自动重新打开。"
SAY_WHAT = {
    EventAct.UPDATE: "要告诉上报人什么？比如“通报事件 {number} 自来水公司已到场抢修”。",
    EventAct.ESTIMATE: "预计几点恢复？比如“预计 {number} 下午4点来水”。",
}  # fmt: skip
IN_THE_PAST = "{at}已经过了。预计什么时候恢复？比如“预计 {number} 今天20:00”。"
GOES_ON = "事件 {number}（{title}）已重新打开，继续处理。"
NONE_SHOWN = "您的辖区现在没有事件。"
LINE, STILL, ESTIMATE = (
    "{number} {title}（{state}，{people}人{still}{estimate}）",
    "，{count}人说还没恢复",
    "，预计{at}恢复",
)
SHOWN_LEAD, SHOWN_WORD, SHOWN_REPORT = "牵头：{who}", "最新答复（{at}）：{text}", "{mark}{n} {what}"
MARK = "【安全隐患】"
HOW_PROPOSED = "回复“确认事件 {number}”或“不是一回事 {number}”。"
HOW_OPEN = "“通报事件 {number} 内容”“预计 {number} 几点”“结束事件 {number}”答复全部上报人。"
HOW_ENDED = "没有恢复请回复“重开事件 {number} 原因”。"


@says
def no_such_event(found: NoSuchEvent, _here: Here) -> str:
    """None is called so, or none waits for this."""
    if found.name is not None:
        return NO_SUCH_EVENT.format(name=found.name)
    return NO_EVENT.format(act=words.ACT[found.act]) if found.act is not None else NONE_SHOWN


@says
def which_event(found: WhichEvent, _here: Here) -> str:
    """Each with its number."""
    return WHICH_EVENT.format(listed="\n".join(f"{each.number} {each.title}" for each in found.events))


@says
def not_in_this_state(found: NotInThisState, here: Here) -> str:
    """Who was quicker, and what is possible now."""
    at = "" if found.at is None else moment(found.at, here.config.zone, here.now)
    if found.act is EventAct.REFUSE and found.state in (EventState.OPEN, EventState.PROPOSED):
        told = CONFIRMED_BY_ANOTHER if found.by else ANSWERED_ALREADY
        return told.format(**_named(found.event), who=found.by, at=at)
    by = "" if not at else BY.format(who=found.by, at=at) if found.by else BY_SOMEBODY.format(at=at)
    return WRONG_STATE[found.state].format(**_named(found.event), by=by, act=words.ACT[found.act])


@says
def confirmed(found: Confirmed, _here: Here) -> str:
    """Dangers keep their own clock; another event of the kind in the same place is named."""
    return CONFIRMED.format(
        **_named(found.event), people=found.people, dangers=_dangers(found.dangers), beside=_beside(found.beside)
    )


@says
def not_one(found: NotOne, _here: Here) -> str:
    """Each report is as it was."""
    return NOT_ONE.format(**_named(found.event), reports=found.reports)


@says
def widened(found: Widened, _here: Here) -> str:
    """What it covers now."""
    joined = JOINED.format(count=found.joined) if found.joined else ""
    return WIDENED.format(
        **_named(found.event),
        joined=joined,
        everywhere=EVERYWHERE if found.everywhere else "",
        beside=_beside(found.beside),
    )


@says
def narrowed(found: Narrowed, _here: Here) -> str:
    """What it covers now, and what lies elsewhere."""
    left = LEFT.format(numbers=words.AND.join(found.left)) if found.left else NONE_LEFT
    return NARROWED.format(**_named(found.event), left=left)


@says
def where_to(found: WhereTo, _here: Here) -> str:
    """With an example."""
    return WHERE_TO[found.act].format(number=found.event.number, where=found.where or "没有说")


@says
def taken_out(found: TakenOut, _here: Here) -> str:
    """It is as it was."""
    return TAKEN_OUT.format(**_named(found.event), n=found.number, summary=found.summary)


@says
def in_no_event(found: InNoEvent, _here: Here) -> str:
    """Which report, or that it is of none."""
    return IN_NO_EVENT.format(n=found.number) if found.number else OUT_WHICH


@says
def led_by(found: LedBy, _here: Here) -> str:
    """Who."""
    return LED_BY.format(**_named(found.event), who=found.who)


@says
def nobody_to_lead(found: NobodyToLead, _here: Here) -> str:
    """Nobody, or several."""
    return NOBODY_TO_LEAD.format(called=found.called, number=found.event.number)


@says
def told_all(found: ToldAll, _here: Here) -> str:
    """To how many, and what."""
    return TOLD.format(
        **_named(found.event), text=found.text, people=found.people, confirmed=CONFIRMED_TOO if found.confirmed else "",
        asked=ASKED_TOO if found.kind == EventAct.END.value else "",
    )  # fmt: skip


@says
def say_what(found: SayWhat, _here: Here) -> str:
    """With an example."""
    return SAY_WHAT[found.act].format(number=found.event.number)


@says
def in_the_past(found: InThePast, here: Here) -> str:
    """What time was understood."""
    return IN_THE_PAST.format(at=moment(found.until, here.config.zone, here.now), number=found.event.number)


@says
def goes_on(found: GoesOn, _here: Here) -> str:
    """It is open again."""
    return GOES_ON.format(**_named(found.event))


@says
def events_shown(found: EventsShown, here: Here) -> str:
    """A line each."""
    return "\n".join(line(each, here) for each in found.events) or NONE_SHOWN


@says
def event_shown(found: EventShown, here: Here) -> str:
    """Dangers first; the newest word; what can be done."""
    reports = [
        SHOWN_REPORT.format(mark=MARK if number in found.line.dangers else "", n=number, what=what)
        for number, what in found.reports
    ]
    said = [line(found.line, here), *reports]
    said += [SHOWN_LEAD.format(who=found.lead)] if found.lead else []
    if found.word is not None and found.word_at is not None:
        said.append(SHOWN_WORD.format(at=moment(found.word_at, here.config.zone, here.now), text=found.word))
    how = {EventState.PROPOSED: HOW_PROPOSED, EventState.OPEN: HOW_OPEN, EventState.ENDED: HOW_ENDED}
    said += [how[found.line.state].format(number=found.line.event.number)] if found.line.state in how else []
    return "\n".join(said)


def line(found: EventLine, here: Here) -> str:
    """SJ20261124-01 梧桐里1号院停水（处理中，12人，预计今天 16:00恢复）."""
    still = STILL.format(count=found.still) if found.still else ""
    open_ = found.state in (EventState.OPEN, EventState.PROPOSED)
    at = None if found.estimate_at is None or not open_ else moment(found.estimate_at, here.config.zone, here.now)
    estimate = "" if at is None else ESTIMATE.format(at=at)
    state = words.STATE[found.state]
    return LINE.format(**_named(found.event), state=state, people=found.people, still=still, estimate=estimate)


def _named(event: EventRef) -> dict[str, str]:
    return {"number": event.number, "title": event.title}


def _dangers(numbers: tuple[str, ...]) -> str:
    return DANGERS.format(numbers=words.AND.join(numbers)) if numbers else ""


def _beside(other: EventRef | None) -> str:
    return "" if other is None else BESIDE.format(number=other.number, title=other.title)
