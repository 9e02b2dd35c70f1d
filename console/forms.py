"""What may be done on a ticket's page: each form with its command, and when it is shown."""

from collections.abc import Callable
from dataclasses import dataclass

from console import texts, thing_texts, ticket_texts
from console.command_forms import CommandForm
from governance.permissions import Act
from governance.requests.kinds import request_kind
from governance.tickets.deadlines import DeadlineKind
from governance.tickets.lifecycle import UNHANDLED, Move
from governance.tickets.urgency import Urgency
from handlers.office.tickets import TicketPage
from handlers.projects.commands import CallTakeOn
from handlers.projects.staff_commands import OpenProject
from handlers.reporting.office_commands import ChangeFacts
from handlers.requests.office_commands import TurnIntoReport, TurnIntoRequest
from handlers.things.commands import SetTicketThing
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
from handlers.tickets.rating_commands import CallBack, ReopenTicket
from handlers.tickets.request_commands import ApproveRequest, MergeTickets, RefuseRequest, UnmergeTicket

Fits = Callable[[TicketPage], bool]
HERE, NOTE = ("ticket",), ("note",)


@dataclass(frozen=True)
class Form:
    """`fits`: whether it is shown to who reads the page now; whether it may be done is decided by who does it."""

    form: CommandForm
    fits: Fits


def _move(*moves: Move) -> Fits:
    return lambda shown: bool(shown.moves & frozenset(moves))


def _act(act: Act) -> Fits:
    return lambda shown: act in shown.acts and shown.ticket.ended_at is None


def _waits(shown: TicketPage, kind: DeadlineKind) -> bool:
    return any(each is kind and met is None for each, _, met in shown.promises)


def _asked(shown: TicketPage) -> bool:
    """An extension or a draw on the pool waits to be decided."""
    return _waits(shown, DeadlineKind.APPROVE) and Act.CLOSE in shown.acts


def _called(shown: TicketPage) -> bool:
    """The reporter is to be called, or was."""
    return Move.CLOSE in shown.moves or (_waits(shown, DeadlineKind.CALL_BACK) and Act.SEE in shown.acts)


def _turnable(request: bool) -> Fits:
    """It may become a unit's request, or (`request`) is one and may be none."""

    def fits(shown: TicketPage) -> bool:
        ticket = shown.ticket
        is_request = request_kind(ticket.category) is not None
        free = shown.event is None and ticket.state in UNHANDLED and ticket.urgency != Urgency.HAZARD
        return free and is_request is request and Act.DISPATCH in shown.acts

    return fits


_DO = texts.TICKET_DO
_NONE = {"note": ""}
_OF_TICKET = {"where": "", "need": "", "resolution": "", "steps": ""}
FORMS: dict[str, Form] = {
    "dispatch": Form(
        CommandForm(DispatchTicket, _DO["dispatch"], HERE, needs=("whom",), asked=("again",)), _move(Move.DISPATCH)
    ),
    "take": Form(CommandForm(TakeTicket, _DO["take"], HERE), _move(Move.TAKE)),
    "arrive": Form(CommandForm(ArriveOnSite, _DO["arrive"], HERE), _move(Move.ARRIVE)),
    "plan": Form(CommandForm(SetPlan, _DO["plan"], HERE, needs=NOTE), _move(Move.PLAN)),
    "crew": Form(CommandForm(BringCrew, _DO["crew"], HERE), _move(Move.CREW)),
    "reach": Form(CommandForm(ReachHelp, _DO["reach"], HERE, needs=NOTE), _move(Move.REACH)),
    "answer": Form(
        CommandForm(HandleTicket, _DO["answer"], HERE, needs=NOTE, labels={"note": ticket_texts.ANSWER}),
        _move(Move.ANSWER),
    ),
    "handle": Form(
        CommandForm(HandleTicket, _DO["handle"], HERE, hints={"note": texts.PICTURE_FIRST}, needs=NOTE),
        _move(Move.HANDLE),
    ),
    "verify": Form(CommandForm(VerifyTicket, _DO["verify"], HERE, {"good": "1", **_NONE}), _move(Move.VERIFY)),
    "reject": Form(
        CommandForm(VerifyTicket, _DO["reject"], HERE, {"good": "0"}, plain=True, needs=NOTE), _move(Move.REJECT)
    ),
    "transfer": Form(CommandForm(TransferTicket, _DO["transfer"], HERE, needs=("whom",)), _move(Move.TRANSFER)),
    "return": Form(CommandForm(ReturnTicket, _DO["return"], HERE, plain=True, needs=NOTE), _move(Move.RETURN)),
    "undo_dispatch": Form(CommandForm(UndoDispatch, _DO["undo_dispatch"], HERE, plain=True), _move(Move.UNDO_DISPATCH)),
    "undo_handle": Form(CommandForm(UndoHandling, _DO["undo_handle"], HERE, plain=True), _move(Move.UNDO_HANDLE)),
    "close": Form(CommandForm(CallBack, _DO["close"], HERE, {"reached": "1"}, needs=("score",)), _called),
    "unreached": Form(
        CommandForm(CallBack, _DO["unreached"], HERE, {"reached": "0", "score": "", **_NONE}, plain=True), _called
    ),
    "reopen": Form(CommandForm(ReopenTicket, _DO["reopen"], HERE, needs=NOTE), _move(Move.REOPEN)),
    "merge": Form(CommandForm(MergeTickets, _DO["merge"], HERE), _move(Move.MERGE)),
    "unmerge": Form(CommandForm(UnmergeTicket, _DO["unmerge"], HERE, plain=True), _move(Move.UNMERGE)),
    "supervise": Form(CommandForm(SuperviseTicket, _DO["supervise"], HERE, needs=NOTE), _act(Act.CLOSE)),
    "escalate": Form(CommandForm(TakeToCouncil, _DO["escalate"], HERE, needs=NOTE), _move(Move.ESCALATE)),
    "project": Form(
        CommandForm(
            OpenProject,
            _DO["project"],
            HERE,
            _OF_TICKET,
            plain=True,
            needs=("title",),
        ),
        lambda shown: Act.RUN_PROJECTS in shown.acts and Move.ESCALATE in shown.moves,
    ),
    "call_help": Form(CommandForm(CallTakeOn, _DO["call_help"], HERE, plain=True), _move(Move.DISPATCH)),
    "no_danger": Form(CommandForm(StandDown, _DO["no_danger"], HERE, plain=True, needs=NOTE), _move(Move.STAND_DOWN)),
    "facts": Form(CommandForm(ChangeFacts, _DO["facts"], HERE, plain=True, needs=("why",)), _act(Act.DISPATCH)),
    "void": Form(CommandForm(VoidTicket, _DO["void"], HERE, plain=True, needs=NOTE), _move(Move.VOID)),
    "as_request": Form(
        CommandForm(TurnIntoRequest, _DO["as_request"], HERE, plain=True, needs=("unit",)), _turnable(request=False)
    ),
    "as_report": Form(CommandForm(TurnIntoReport, _DO["as_report"], HERE, plain=True), _turnable(request=True)),
    "approve": Form(CommandForm(ApproveRequest, _DO["approve"], HERE, _NONE, asked=("request",)), _asked),
    "refuse": Form(CommandForm(RefuseRequest, _DO["refuse"], HERE, plain=True, needs=NOTE, asked=("request",)), _asked),
    "thing": Form(
        CommandForm(SetTicketThing, thing_texts.SET, HERE, hints={"code": thing_texts.SET_HINT}, plain=True),
        lambda shown: shown.thing is not None and Act.KEEP_THINGS in shown.acts and shown.ticket.ended_at is None,
    ),
    "remark": Form(CommandForm(AddRemark, _DO["remark"], HERE, {"danger": ""}, needs=NOTE), _act(Act.SEE)),
    "relay": Form(
        CommandForm(RelayToReporter, _DO["relay"], HERE, needs=NOTE), lambda shown: shown.reporter is not None
    ),
}
"""In the order in which they stand on the page."""
