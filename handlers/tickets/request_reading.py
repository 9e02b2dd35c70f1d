"""Words that join tickets, ask for time or money, and decide on these."""

import re

from governance.clock import local_day
from handlers.context import Here
from handlers.said import Read, Reads, Said
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
from understanding.days import besides_days, day_until
from understanding.intent import Intent
from understanding.money import fen_in
from understanding.normalise import normalise, tidy

_TWICE = re.compile(r"^(?P<once>.{2,}?) (?=(?P=once))")
"""What was kept with a question and is said again with its answer."""


def extend(said: Said, here: Here) -> RequestExtension:
    """延期 N until when why."""
    today, plain = local_day(here.now, here.config.zone), normalise(said.argument)
    until = day_until(plain, today)
    written = said.argument if day_until(said.argument, today) == until else plain
    reason = tidy(besides_days(written)).strip(" ,，。:：;；")
    return RequestExtension(said.ticket, until, _TWICE.sub("", reason))


def spend(said: Said, _here: Here) -> SpendEmergencyFund:
    """应急 N what it needs and an estimate."""
    what = _TWICE.sub("", said.argument)
    return SpendEmergencyFund(said.ticket, what, fen_in(normalise(what)))


def settle(said: Said, _here: Here) -> SettleEmergency:
    """结算 N by its bill."""
    return SettleEmergency(said.ticket, fen_in(normalise(said.argument)), said.argument)


def _approve(request: Request | None) -> Read:
    return lambda said, _here: ApproveRequest(said.ticket, request, said.argument)


def _refuse(request: Request | None) -> Read:
    return lambda said, _here: RefuseRequest(said.ticket, request, said.argument)


READS: Reads = {
    (Intent.TRANSFER, "merge"): lambda said, _here: MergeTickets(said.ticket or "", said.meaning.rest or ""),
    (Intent.TRANSFER, "unmerge"): lambda said, _here: UnmergeTicket(said.ticket),
    (Intent.EXTEND, ""): extend,
    (Intent.VERIFY, "approve"): _approve(None),
    (Intent.VERIFY, "approve_extension"): _approve(Request.EXTENSION),
    (Intent.VERIFY, "approve_draw"): _approve(Request.FUND),
    (Intent.VERIFY, "refuse"): _refuse(None),
    (Intent.VERIFY, "refuse_extension"): _refuse(Request.EXTENSION),
    (Intent.VERIFY, "refuse_draw"): _refuse(Request.FUND),
    (Intent.CREW, "draw"): spend,
    (Intent.CREW, "settle"): settle,
    (Intent.MY_TICKETS, "pool"): lambda _said, _here: ShowEmergencyPool(),
}
