"""What may be done on a ticket's page: each form with the words it stands for, and when it is shown."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from console import texts
from console.parts import told
from governance.permissions import Act
from governance.tickets.deadlines import DeadlineKind
from governance.tickets.lifecycle import Move
from handlers.console.tickets import TicketPage
from handlers.tickets.commands import (
    AddRemark,
    ArriveOnSite,
    BringCrew,
    DispatchTicket,
    HandleTicket,
    RelayToReporter,
    ReturnTicket,
    SetPlan,
    StandDown,
    SuperviseTicket,
    TakeTicket,
    TakeToCouncil,
    TransferTicket,
    UndoDispatch,
    VerifyTicket,
)
from understanding.whom import Whom, whom_in

Said = dict[str, str]


@dataclass(frozen=True)
class Form:
    """`makes`: the command, from the ticket's number and the filled fields; of what has no command yet the words, with {n} for
    the ticket and the names of the fields. `fields`: name, what it says beside it; `whom`: a field to choose a colleague in.
    """

    name: str
    label: str
    makes: str | Callable[[str, Said], Any]
    fits: Callable[[TicketPage], bool]
    fields: tuple[tuple[str, str], ...] = ()
    whom: bool = False


def _noted(makes: Callable[[str, str], Any]) -> Callable[[str, Said], Any]:
    """A command of a ticket and a note."""
    return lambda n, said: makes(n, said.get("note", ""))


def _move(*moves: Move) -> Callable[[TicketPage], bool]:
    return lambda shown: bool(shown.moves & frozenset(moves))


def _act(act: Act) -> Callable[[TicketPage], bool]:
    return lambda shown: act in shown.acts and shown.ticket.ended_at is None


def _asked(shown: TicketPage) -> bool:
    """An extension or a draw on the pool waits to be decided."""
    waits = any(kind is DeadlineKind.APPROVE and met is None for kind, _, met in shown.promises)
    return waits and Act.CLOSE in shown.acts


def colleague(written: str) -> Whom:
    """Whom a field means: a colleague's code, their name, or 维修队."""
    return whom_in(written.lower()) or Whom(name=written)


def _dispatch(number: str, said: Said) -> DispatchTicket:
    """What another did a moment ago the page has shown, or it is refused as stale."""
    return DispatchTicket(number, colleague(said["whom"]), again=True)


_WHY, _WHAT = ("note", "原因"), ("note", "说明")
FORMS: tuple[Form, ...] = (
    Form("dispatch", "派单", _dispatch, _move(Move.DISPATCH), whom=True),
    Form("undo_dispatch", "撤销派单", lambda n, _: UndoDispatch(n), _move(Move.UNDO_DISPATCH)),
    Form("take", "接单", lambda n, _: TakeTicket(n), _move(Move.TAKE)),
    Form("arrive", "到场", lambda n, _: ArriveOnSite(n), _move(Move.ARRIVE)),
    Form("plan", "定方案", _noted(SetPlan), _move(Move.PLAN), (("note", "怎么办、到什么时候"),)),
    Form("crew", "人材机进场", lambda n, _: BringCrew(n), _move(Move.CREW)),
    Form("handle", "办结", _noted(HandleTicket), _move(Move.HANDLE, Move.ANSWER), (("note", "做了什么（先传照片）"),)),
    Form("verify", "核查通过", lambda n, _: VerifyTicket(n, True), _move(Move.VERIFY)),
    Form("reject", "核查不通过", lambda n, said: VerifyTicket(n, False, said.get("note", "")), _move(Move.REJECT), (_WHY,)),
    Form("no_danger", "不是隐患", _noted(StandDown), _move(Move.STAND_DOWN), (("note", "现场情况"),)),
    Form(
        "transfer", "转办", lambda n, said: TransferTicket(n, colleague(said["whom"]), said.get("note", "")), _move(Move.TRANSFER),
        (_WHY,), whom=True,
    ),
    Form("return", "退单", _noted(ReturnTicket), _move(Move.RETURN), (_WHY,)),
    Form("close", "回访后结案", "回访 {n} 满意", lambda shown: Move.CLOSE in shown.moves),
    Form("reopen", "重新办理", "重开 {n} {note}", _move(Move.REOPEN), (_WHY,)),
    Form("merge", "合并到", "合并 {n} 到 {other}", _move(Move.MERGE), (("other", "另一件的编号"),)),
    Form("unmerge", "拆分", "拆分 {n}", _move(Move.UNMERGE)),
    Form("supervise", "督办", _noted(SuperviseTicket), _act(Act.CLOSE), (("note", "要求"),)),
    Form("escalate", "提交议事", _noted(TakeToCouncil), _move(Move.ESCALATE), (_WHAT,)),
    Form("approve", "同意申请", "同意 {n}", _asked),
    Form("refuse", "不同意申请", "不同意 {n} {note}", _asked, (_WHY,)),
    Form("remark", "备注", _noted(AddRemark), _act(Act.SEE), (_WHAT,)),
    Form("relay", "转告上报人", _noted(RelayToReporter), lambda shown: shown.reporter is not None, (("note", "要说的话"),)),
)  # fmt: skip
"""In the order in which they stand on the page."""
BY_NAME = {form.name: form for form in FORMS}


def command_of(name: str, shown: TicketPage, said: Said) -> Any:
    """The command, or the words, that a filled form stands for; a Response with what is missing, to be shown beside it."""
    form = BY_NAME.get(name)
    if form is None:
        return told(texts.NO_SUCH_ACT, 400)
    wanted = [field for field, _ in form.fields] + (["whom"] if form.whom else [])
    missing = [field for field in wanted if not said.get(field) and not (name == "transfer" and field == "note")]
    if missing:
        labels = dict(form.fields) | {"whom": texts.WHOM}
        text = texts.FILL_IN.format(fields="、".join(labels[field] for field in missing))
        return told(text, 422)
    filled = {field: said.get(field, "").replace("\n", " ") for field in wanted}
    if isinstance(form.makes, str):
        return form.makes.format(n=shown.ticket.number, **filled).strip()
    return form.makes(shown.ticket.number, filled)
