"""What those read who reported something that is an event, and what they say of it."""

from datetime import datetime

from handlers.context import Here
from handlers.events import words
from handlers.events.noticing import KnownEvent
from handlers.events.outcomes import BackNoted, GoodToHear, StillNoted
from handlers.outcomes import says
from handlers.texts.work import moment, short

STILL_NOTED = "知道了，{title}还没有{back}，已记上（您的上报 {n}）。{news}"
STILL_AGAIN = "知道了，好几户都说还没有{back}，我们马上继续处理（您的上报 {n}）。有消息告诉您。"
STILL_ENDED = (
    "知道了，已记上您那里还没有{back}（{title}，您的上报 {n} 继续办理）。再有几户这样说就会重新打开，马上处理。"
)
NO_NEWS = "正在处理，一有消息就告诉您。"
BACK_NOTED = "太好了，已记下{title}在您那里{back}了。"
BACK_RUNNING = "谢谢告知，已记下。全部恢复后会再告诉您。"
RATE_NOW = "\n{number} 已办完，您满意吗？回复“满意 {n}”“基本满意 {n}”“不满意 {n} 原因”。"
GOOD, GOOD_OPEN = "那就好，有事随时说一声。", "那就好。您的上报 {number} 还在办理，已经好了就回复“撤回 {n}”。"
KNOWN_EVENT = "这里的情况已经知道：{title}（事件 {number}），正在处理，您的上报已归进去一并答复。{news}"
NEWS, EXPECTED = "\n最新消息（{at}）：{text}", "\n预计{at}恢复。"


def event_news(found: KnownEvent, here: Here) -> str:
    """What a later reporter reads in the first reply: the event, and its newest word."""
    return KNOWN_EVENT.format(
        title=found.title, number=found.event, news=_news(found.word, found.word_at, found.estimate_at, here)
    )


def _news(word: str | None, at: datetime | None, estimate: datetime | None, here: Here) -> str:
    if word is not None and at is not None:
        return NEWS.format(at=moment(at, here.config.zone, here.now), text=word)
    return "" if estimate is None else EXPECTED.format(at=moment(estimate, here.config.zone, here.now))


@says
def still_noted(found: StillNoted, here: Here) -> str:
    """Counted, with the newest word."""
    back = words.back_of(found.kind)
    if found.again:
        return STILL_AGAIN.format(back=back, n=short(found.number))
    if found.ended:
        return STILL_ENDED.format(title=found.event.title, back=back, n=short(found.number))
    news = _news(found.word, found.word_at, found.estimate_at, here) or NO_NEWS
    return STILL_NOTED.format(title=found.event.title, back=back, n=short(found.number), news=news)


@says
def back_noted(found: BackNoted, _here: Here) -> str:
    """Asked how they find it, where the work on their report is over."""
    if found.running:
        return BACK_RUNNING
    rate = "" if found.rate is None else RATE_NOW.format(number=found.rate[0], n=short(found.rate[0]))
    return BACK_NOTED.format(title=found.event.title, back=words.back_of(found.kind)) + rate


@says
def good_to_hear(found: GoodToHear, _here: Here) -> str:
    """What they can do with a report that is still open."""
    return GOOD if found.number is None else GOOD_OPEN.format(number=found.number, n=short(found.number))
