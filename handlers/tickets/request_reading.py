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
from understanding.delay import deadline_said, reason_of_delay
from understanding.mentions import two_tickets, without_number
from understanding.money import fen_in, fen_said
from understanding.normalise import normalise, tidy
from understanding.several import parts_named

_DECIDED = re.compile(r"(?:不?同意|不?批准?|驳回)(延期|应急)")
_TWICE = re.compile(r"^(?P<once>.{2,}?) (?=(?P=once))")
"""What was kept with a question and is said again with its answer."""


def extend(said: Said, here: Here) -> RequestExtension:
    """延期 N until when why."""
    today, argument = local_day(here.now, here.config.zone), _words(said)
    plain = normalise(argument)
    if said.free:
        return RequestExtension(said.ticket, deadline_said(plain, today), reason_of_delay(argument))
    until = day_until(plain, today)
    written = argument if day_until(argument, today) == until else plain
    reason = tidy(besides_days(written)).strip(" ,，。:：;；")
    return RequestExtension(said.ticket, until, _TWICE.sub("", reason))


def spend(said: Said, _here: Here) -> SpendEmergencyFund:
    """应急 N what it needs and an estimate."""
    what = _TWICE.sub("", _words(said))
    return SpendEmergencyFund(said.ticket, what, _fen(said, what))


def settle(said: Said, _here: Here) -> SettleEmergency:
    """结算 N by its bill."""
    return SettleEmergency(said.ticket, _fen(said, _words(said)), said.argument)


def approve(said: Said, _here: Here) -> ApproveRequest:
    """同意 N, 同意延期 N, 同意应急 N."""
    return ApproveRequest(said.ticket, _request(said), said.argument)


def refuse(said: Said, _here: Here) -> RefuseRequest:
    """不同意 N why, 不同意延期 N why, 不同意应急 N why."""
    return RefuseRequest(said.ticket, _request(said), said.argument)


def merge(said: Said, _here: Here) -> MergeTickets:
    """合并 N 到 M; in a sentence the two that are named, or the one that is meant and the other."""
    if not said.free:
        return MergeTickets(said.ticket, said.meaning.rest)
    one, other = two_tickets(said.words, said.ticket)
    return MergeTickets(one, other)


def _words(said: Said) -> str:
    """What is said besides the ticket's number."""
    return without_number(said.argument, said.ticket) if said.free else said.argument


def _fen(said: Said, words: str) -> int | None:
    plain = normalise(words)
    return fen_said(plain) if said.free else fen_in(plain)


def _request(said: Said) -> Request | None:
    """Which request is decided on, where the verdict names it."""
    named = _DECIDED.match(said.words)
    return None if named is None else Request.EXTENSION if named[1] == "延期" else Request.FUND


READS: Reads = {
    CommandName.MERGE_TICKETS: merge,
    CommandName.UNMERGE_TICKET: lambda said, _here: UnmergeTicket(said.ticket, parts_named(said.words)),
    CommandName.REQUEST_EXTENSION: extend,
    CommandName.APPROVE_REQUEST: approve,
    CommandName.REFUSE_REQUEST: refuse,
    CommandName.SPEND_EMERGENCY_FUND: spend,
    CommandName.SETTLE_EMERGENCY: settle,
    CommandName.SHOW_EMERGENCY_POOL: lambda _said, _here: ShowEmergencyPool(),
}
