"""Words that speak of events, as commands."""

import re

from handlers.context import Here
from handlers.events.commands import (
    BackAgain,
    ConfirmEvent,
    EndEvent,
    EstimateEvent,
    LeadEvent,
    NarrowEvent,
    RefuseEvent,
    ReopenEvent,
    ShowEvent,
    StillOut,
    TakeOutOfEvent,
    UpdateEvent,
    WidenEvent,
)
from handlers.said import Reads, Said
from understanding.command_names import CommandName
from understanding.mentions import without_number
from understanding.normalise import normalise, tidy
from understanding.times import time_in
from understanding.whom import whom_anywhere, whom_in

_TO = re.compile(r"^[\s,，:：]*(?:范围)?(?:扩大|缩小|扩|缩)?(?:到|至|为|成)?[\s,，:：]*")
_ONLY_WHEN = re.compile(
    r"(?:今天|今晚|明天|明早|后天|上午|中午|下午|晚上|傍晚|凌晨|大概|大约|左右|预计|将|会|要|到|在|能|可以|才能|才|就|前|之前|以前|[0-9]{1,2}[:：][0-9]{2}|"
    r"[0-9零一二两三四五六七八九十]{1,3}点(?:钟|半|[0-9一二三四五]?[0-9一二三四五六七八九十]分?)?|[0-9]{1,2}[日号]|[0-9]{1,2}月|来水|来电|来气|恢复(?:供水|供电|供气|正常|网络|运行)?|修好|通水|通电|[\s,，。:：了啦吧的])+"
)


def _rest(said: Said) -> str:
    """What is said besides the event."""
    return tidy(without_number(said.argument, said.ticket) if said.free else said.argument)


def _where(said: Said) -> str:
    return _TO.sub("", _rest(said)).strip()


def estimate(said: Said, here: Here) -> EstimateEvent:
    """预计 SJ… 下午4点来水，泵房在换阀门: the time, and what else is said."""
    rest = _rest(said)
    span = time_in(normalise(rest), here.local, here.config.calendar)
    until = None if span is None else span.start.replace(tzinfo=None)
    clauses = [
        clause for clause in re.split(r"[,，。;；]", rest) if clause and not _ONLY_WHEN.fullmatch(clause.strip())
    ]
    return EstimateEvent(said.ticket, until, "，".join(clauses))


def lead(said: Said, _here: Here) -> LeadEvent:
    """牵头事件 SJ… 给陈试用; oneself where nobody is named."""
    rest = normalise(_rest(said))
    if not rest or re.fullmatch(r"(?:给|由|归)?我(?:来|牵头|负责|吧)*", rest):
        return LeadEvent(said.ticket)
    return LeadEvent(said.ticket, whom_anywhere(rest) if said.free else whom_in(rest))


READS: Reads = {
    CommandName.CONFIRM_EVENT: lambda said, _here: ConfirmEvent(said.ticket),
    CommandName.REFUSE_EVENT: lambda said, _here: RefuseEvent(said.ticket, _rest(said)),
    CommandName.WIDEN_EVENT: lambda said, _here: WidenEvent(said.ticket, _where(said)),
    CommandName.NARROW_EVENT: lambda said, _here: NarrowEvent(said.ticket, _where(said)),
    CommandName.TAKE_OUT_OF_EVENT: lambda said, _here: TakeOutOfEvent(said.ticket or ""),
    CommandName.LEAD_EVENT: lead,
    CommandName.UPDATE_EVENT: lambda said, _here: UpdateEvent(said.ticket, _rest(said)),
    CommandName.ESTIMATE_EVENT: estimate,
    CommandName.END_EVENT: lambda said, _here: EndEvent(said.ticket, _rest(said)),
    CommandName.REOPEN_EVENT: lambda said, _here: ReopenEvent(said.ticket, _rest(said)),
    CommandName.SHOW_EVENT: lambda said, _here: ShowEvent(said.ticket),
    CommandName.STILL_OUT: lambda said, _here: StillOut(said.ticket, tidy(said.text)),
    CommandName.BACK_AGAIN: lambda said, _here: BackAgain(said.ticket),
}
