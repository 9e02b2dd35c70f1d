"""Words that ask for something to be done to a ticket."""

import re

from handlers.context import Here
from handlers.projects.commands import ClaimProject
from handlers.reporting.overseeing_commands import ShowOverview
from handlers.said import Reads, Said, danger_told
from handlers.tickets.commands import (
    AddRemark,
    ArriveOnSite,
    BringCrew,
    DispatchTicket,
    HandleTicket,
    ReachHelp,
    RelayToReporter,
    ReturnTicket,
    SetPlan,
    ShowMyTickets,
    StandDown,
    SuperviseTicket,
    TakeTicket,
    TakeToCouncil,
    TransferTicket,
    UndoDispatch,
    UndoHandling,
    VerifyTicket,
    VoidTicket,
)
from understanding.command_names import CommandName
from understanding.mentions import without_number
from understanding.overseeing import asked_in
from understanding.relaying import to_be_told
from understanding.verdict import verdict_at_end, verdict_in
from understanding.whom import Whom, whom_anywhere, whom_said
from understanding.work_told import told_at_work

ONLY_THERE = 6
"""Characters in which nothing more is said than that somebody is there."""
_HANDLING = re.compile(r"办结|办完|处理完|结单")
_CLAIMING = re.compile(r"\D{0,6}认领\s*第?\s*[0-9]{1,6}\s*号?\D{0,4}(?<!单)")
_AGAIN = re.compile(r"^[^\d给]{0,8}改派")


def take(said: Said, _here: Here) -> TakeTicket | ClaimProject:
    """接单 7; 认领 7 is a project to who speaks for a unit, and a ticket to everybody else."""
    if said.ticket is None or not _CLAIMING.fullmatch(said.words):
        return TakeTicket(said.ticket)
    return ClaimProject(int(said.ticket), "", said.ticket)


def transfer(said: Said, _here: Here) -> TransferTicket:
    """转办 N 给谁 why."""
    whom = _whom(said)
    return TransferTicket(said.ticket, whom, "" if whom is None else whom.why)


def dispatch(said: Said, _here: Here) -> DispatchTicket:
    """派单 N 给谁 why; 改派 says that it is meant although somebody else has just dispatched it."""
    whom = _whom(said)
    again = _AGAIN.search(said.words) is not None
    return DispatchTicket(said.ticket, whom, "" if whom is None else whom.why, again)


def _whom(said: Said) -> Whom | None:
    """At the beginning of what follows a command; anywhere in a sentence."""
    if not said.free:
        return whom_said(said.argument.lower())
    return whom_anywhere(without_number(said.argument.lower(), said.ticket))


def undo(said: Said, _here: Here) -> UndoDispatch | UndoHandling:
    """撤销派单 N, 撤销办结 N."""
    return UndoHandling(said.ticket) if _HANDLING.search(said.words) else UndoDispatch(said.ticket)


def relay(said: Said, _here: Here) -> RelayToReporter:
    """跟报的人讲一声 明天上午去修: what they are to be told."""
    note = said.argument
    return RelayToReporter(said.ticket, to_be_told(without_number(note, said.ticket)) if said.free else note)


def verify(said: Said, _here: Here) -> VerifyTicket:
    """核查 N 通过, 核查 N 不通过 why."""
    if said.variant:
        return VerifyTicket(said.ticket, said.variant == "good", said.argument)
    verdict = verdict_in(said.argument) or verdict_at_end(said.words)
    if verdict is None:
        return VerifyTicket(said.ticket)
    return VerifyTicket(said.ticket, verdict.good, verdict.why)


def my_tickets(said: Said, here: Here) -> ShowMyTickets | ShowOverview:
    """我的工单; of somebody else's (老陈手上几件) those are told."""
    names = asked_in(said.words, here.config.categories).names
    return ShowOverview(names=names) if names else ShowMyTickets()


def arrive(said: Said, _here: Here) -> ArriveOnSite:
    """到场 N what is seen there; of free words that say no more than that somebody is there nothing is noted."""
    told = told_at_work(said.words) if said.free else None
    only = told is not None and told.there and not told.rest and len(said.words) <= ONLY_THERE
    return ArriveOnSite(said.ticket, "" if only else said.argument)


def remark(said: Said, _here: Here) -> AddRemark:
    """备注 N words; in a sentence these may tell of a danger."""
    return AddRemark(said.ticket, said.argument, danger_told(said))


READS: Reads = {
    CommandName.SHOW_MY_TICKETS: my_tickets,
    CommandName.TAKE_TICKET: take,
    CommandName.ARRIVE_ON_SITE: arrive,
    CommandName.SET_PLAN: lambda said, _here: SetPlan(said.ticket, said.argument),
    CommandName.BRING_CREW: lambda said, _here: BringCrew(said.ticket, said.argument),
    CommandName.REACH_HELP: lambda said, _here: ReachHelp(said.ticket, said.argument),
    CommandName.HANDLE_TICKET: lambda said, _here: HandleTicket(said.ticket, said.argument),
    CommandName.RETURN_TICKET: lambda said, _here: ReturnTicket(said.ticket, said.argument),
    CommandName.TRANSFER_TICKET: transfer,
    CommandName.DISPATCH_TICKET: dispatch,
    CommandName.UNDO_DISPATCH: undo,
    CommandName.TAKE_TO_COUNCIL: lambda said, _here: TakeToCouncil(said.ticket, said.argument),
    CommandName.VERIFY_TICKET: verify,
    CommandName.STAND_DOWN: lambda said, _here: StandDown(said.ticket, said.argument),
    CommandName.VOID_TICKET: lambda said, _here: VoidTicket(said.ticket, said.argument),
    CommandName.SUPERVISE_TICKET: lambda said, _here: SuperviseTicket(said.ticket, said.argument),
    CommandName.ADD_REMARK: remark,
    CommandName.RELAY_TO_REPORTER: relay,
}
