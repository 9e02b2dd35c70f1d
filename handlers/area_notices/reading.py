"""Words that have residents told, agree to it, change it, end it, or ask what is announced."""

from handlers.area_notices.commands import (
    ApproveNotice,
    ChangeNotice,
    EndNotice,
    NotifyResidents,
    ShowNotices,
    WithholdNotice,
)
from handlers.context import Here
from handlers.said import Reads, Said
from understanding.command_names import CommandName
from understanding.notice import besides_number, number_said, says_which, told_in
from understanding.notice_text import message_of
from understanding.notice_whom import grid_meant, staff_meant
from understanding.places_told import places_told
from understanding.time_told import time_told


def notify(said: Said, here: Here) -> NotifyResidents:
    """通知梧桐里1号院明天9点到15点停水."""
    when, where = time_told(said.words, here.local), places_told(here.places, said.words)
    told, grid = told_in(said.argument), grid_meant(said.words)
    unknown = where.unknown or (grid if not where.places and not where.unclear else "")
    return NotifyResidents(
        message_of(told) if told else "", where.places, where.unclear, unknown, when.start, when.end,
        staff=staff_meant(said.words),
    )  # fmt: skip


def change(said: Said, here: Here) -> ChangeNotice:
    """改通知 1 明天10点到16点."""
    number = _number(said, here)
    when = time_told(besides_number(said.argument) if number else said.argument, here.local)
    return ChangeNotice(number, when.start, when.end, about=_about(said))


def end(said: Said, here: Here) -> EndNotice:
    """结束通知 1 水已恢复; in free words what they say is no note."""
    return EndNotice(_number(said, here), _note(said), _about(said))


def withhold(said: Said, here: Here) -> WithholdNotice:
    """先别发 1 时间不对."""
    return WithholdNotice(_number(said, here), _note(said), _about(said))


def _number(said: Said, here: Here) -> str:
    """The number in the words, or what free words were understood to be about."""
    understood = said.ticket if said.ticket and said.ticket.startswith("TZ") else ""
    return (understood if said.free else "") or number_said(said.argument, here.local.date()) or understood


def _about(said: Said) -> str:
    """The words, which may say of which notice they speak."""
    return said.words if said.free else said.argument


def _note(said: Said) -> str:
    """What is to be told besides."""
    note = "" if said.free else besides_number(said.argument)
    return "" if says_which(note) else note


READS: Reads = {
    CommandName.NOTIFY_RESIDENTS: notify,
    CommandName.APPROVE_NOTICE: lambda said, here: ApproveNotice(_number(said, here), _about(said)),
    CommandName.WITHHOLD_NOTICE: withhold,
    CommandName.CHANGE_NOTICE: change,
    CommandName.END_NOTICE: end,
    CommandName.SHOW_NOTICES: lambda said, here: ShowNotices(_number(said, here)),
}
