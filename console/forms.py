"""What may be done on a ticket's page: each form with the words it stands for, and when it is shown."""

from collections.abc import Callable
from dataclasses import dataclass

from flask import Response

from console import texts
from console.parts import told
from governance.permissions import Act
from governance.tickets.deadlines import DeadlineKind
from governance.tickets.lifecycle import Move
from handlers.console.tickets import TicketPage


@dataclass(frozen=True)
class Form:
    """`words`: the command, with {n} for the ticket and the names of the fields; `fields`: name, what it says beside it, and
    whether it may be empty; `whom`: a field to choose a colleague in.
    """

    name: str
    label: str
    words: str
    fits: Callable[[TicketPage], bool]
    fields: tuple[tuple[str, str], ...] = ()
    whom: bool = False


def _move(*moves: Move) -> Callable[[TicketPage], bool]:
    return lambda shown: bool(shown.moves & frozenset(moves))


def _act(act: Act) -> Callable[[TicketPage], bool]:
    return lambda shown: act in shown.acts and shown.ticket.ended_at is None


def _asked(shown: TicketPage) -> bool:
    """An extension or a draw on the pool waits to be decided."""
    waits = any(kind is DeadlineKind.APPROVE and met is None for kind, _, met in shown.promises)
    return waits and Act.CLOSE in shown.acts


_WHY, _WHAT = ("note", "原因"), ("note", "说明")
FORMS: tuple[Form, ...] = (
    Form("dispatch", "派单", "派单 {n} 给 {whom}", _move(Move.DISPATCH), whom=True),
    Form("take", "接单", "接单 {n}", _move(Move.TAKE)),
    Form("arrive", "到场", "到场 {n}", _move(Move.ARRIVE)),
    Form("plan", "定方案", "方案 {n} {note}", _move(Move.PLAN), (("note", "怎么办、到什么时候"),)),
    Form("crew", "人材机进场", "进场 {n}", _move(Move.CREW)),
    Form("handle", "办结", "办结 {n} {note}", _move(Move.HANDLE, Move.ANSWER), (("note", "做了什么（先传照片）"),)),
    Form("verify", "核查通过", "核查 {n} 通过", _move(Move.VERIFY)),
    Form("reject", "核查不通过", "核查 {n} 不通过 {note}", _move(Move.REJECT), (_WHY,)),
    Form("transfer", "转办", "转办 {n} 给 {whom} {note}", _move(Move.TRANSFER), (_WHY,), whom=True),
    Form("return", "退单", "退单 {n} {note}", _move(Move.RETURN), (_WHY,)),
    Form("close", "回访后结案", "回访 {n} 满意", lambda shown: Move.CLOSE in shown.moves),
    Form("reopen", "重新办理", "重开 {n} {note}", _move(Move.REOPEN), (_WHY,)),
    Form("merge", "合并到", "合并 {n} 到 {other}", _move(Move.MERGE), (("other", "另一件的编号"),)),
    Form("unmerge", "拆分", "拆分 {n}", _move(Move.UNMERGE)),
    Form("supervise", "督办", "督办 {n} {note}", _act(Act.CLOSE), (("note", "要求"),)),
    Form("escalate", "提交议事", "议事 {n} {note}", _move(Move.ESCALATE), (_WHAT,)),
    Form("approve", "同意申请", "同意 {n}", _asked),
    Form("refuse", "不同意申请", "不同意 {n} {note}", _asked, (_WHY,)),
    Form("remark", "备注", "备注 {n} {note}", _act(Act.SEE), (_WHAT,)),
    Form("relay", "转告上报人", "转告 {n} {note}", lambda shown: shown.reporter is not None, (("note", "要说的话"),)),
)
"""In the order in which they stand on the page."""
BY_NAME = {form.name: form for form in FORMS}


def words_of(name: str, shown: TicketPage, said: dict[str, str]) -> str | Response:
    """The command that a filled form stands for; else what is missing, to be shown beside it."""
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
    return form.words.format(n=shown.ticket.number, **filled).strip()
