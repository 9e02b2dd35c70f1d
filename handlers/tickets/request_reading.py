"""Words that join tickets, ask for time or money, and decide on these."""

import re

from governance.clock import local_day
from handlers.context import Here
from handlers.said import Reads, Said
from handlers.tickets.request_commands import (
    ApproveRequest,
    MergeTickets,
    RefuseRequest,
    Request,
    RequestExtension,
    SettleEmergency,
    ShowEmergencyPool,
    SpendEmergencyFund,
    UnmergeTicket,
)
from understanding.command_names import CommandName
from understanding.days import besides_days, day_until
from understanding.money import fen_in
from understanding.normalise import normalise, tidy

_MARKS = " ,，。:：;；"
_DECIDED = re.compile(r"(?:不?同意|不?批准?|驳回)(延期|应急)")
_TWICE = re.compile(r"^(?P<once>.{2,}?) (?=(?P=once))")
"""What was kept with a question and is said again with its answer."""


def extend(said: Said, here: Here) -> RequestExtension:
    """延期 N until when why."""
    today, plain = local_day(here.now, here.config.zone), normalise(said.argument)
    until = day_until(plain, today)
    written = said.argument if day_until(said.argument, today) == until else plain
    rest = tidy(besides_days(written)).strip(_MARKS)
    whole = said.meaning.rest == normalise(said.text) and rest not in tidy(written)
    reason = tidy(written).strip(_MARKS) if whole else rest  # a day in the midst of a sentence stays there
    return RequestExtension(said.ticket, until, _TWICE.sub("", reason))


def spend(said: Said, _here: Here) -> SpendEmergencyFund:
    """应急 N what it needs and an estimate."""
    what = _TWICE.sub("", said.argument)
    return SpendEmergencyFund(said.ticket, what, fen_in(normalise(what)))


def settle(said: Said, _here: Here) -> SettleEmergency:
    """结算 N by its bill."""
    return SettleEmergency(said.ticket, fen_in(normalise(said.argument)), said.argument)


def approve(said: Said, _here: Here) -> ApproveRequest:
    """同意 N, 同意延期 N, 同意应急 N."""
    return ApproveRequest(said.ticket, _request(said), said.argument)


def refuse(said: Said, _here: Here) -> RefuseRequest:
    """不同意 N why, 不同意延期 N why, 不同意应急 N why."""
    return RefuseRequest(said.ticket, _request(said), said.argument)


def _request(said: Said) -> Request | None:
    """Which request is decided on, where the verdict names it."""
    named = _DECIDED.match(said.words)
    return None if named is None else Request.EXTENSION if named[1] == "延期" else Request.FUND


READS: Reads = {
    CommandName.MERGE_TICKETS: lambda said, _here: MergeTickets(said.ticket or "", said.meaning.rest or ""),
    CommandName.UNMERGE_TICKET: lambda said, _here: UnmergeTicket(said.ticket),
    CommandName.REQUEST_EXTENSION: extend,
    CommandName.APPROVE_REQUEST: approve,
    CommandName.REFUSE_REQUEST: refuse,
    CommandName.SPEND_EMERGENCY_FUND: spend,
    CommandName.SETTLE_EMERGENCY: settle,
    CommandName.SHOW_EMERGENCY_POOL: lambda _said, _here: ShowEmergencyPool(),
}
