"""What may be done to a ticket by those who handle it. Without `ticket` the only one it can be is meant."""

from dataclasses import dataclass
from typing import Any

from governance.permissions import PERMISSIONS, Act
from governance.tickets.lifecycle import Move
from governance.tickets.rights import SUPERVISORS, roles_for
from handlers.catalogue import Effect, command, slot
from handlers.said import Told
from understanding.intents import Intent
from understanding.whom import Whom

_SEES = PERMISSIONS[Act.SEE]


def _ticket() -> Any:
    return slot("工单", default=None)


@command("我的工单", Intent.MY_TICKETS, effect=Effect.NONE, examples=("我的工单",))
@dataclass(frozen=True)
class ShowMyTickets:
    """What is in the sender's hands, with what comes next; to residents their own reports."""


@command("接单", Intent.TAKE, effect=Effect.BINDING, roles=roles_for(Move.TAKE), examples=("接单", "接单 7"))
@dataclass(frozen=True)
class TakeTicket:
    """Make a ticket one's own."""

    ticket: str | None = _ticket()


@command(
    "到场", Intent.ARRIVE, effect=Effect.BINDING, roles=roles_for(Move.ARRIVE), examples=("到场 7", "到场 7 门锁着"),
)  # fmt: skip
@dataclass(frozen=True)
class ArriveOnSite:
    """Be on site; of a danger with a proof."""

    ticket: str | None = _ticket()
    note: str = slot("说明", default="")


@command("发现场照片", Intent.ARRIVE, effect=Effect.REVERSIBLE, roles=roles_for(Move.ARRIVE))
@dataclass(frozen=True)
class ShowWork:
    """Something that was sent without words belongs to a ticket in the sender's hands. `kind`: image, video, location or voice."""

    ticket: str = slot("工单")
    kind: str = slot("是什么")


@command("方案", Intent.PLAN, effect=Effect.BINDING, roles=roles_for(Move.PLAN), examples=("方案 7 明早吊车拆除",))
@dataclass(frozen=True)
class SetPlan:
    """Say what will be done; a day or hour in it becomes a danger's time to be handled."""

    ticket: str | None = _ticket()
    note: str = slot("怎么办、到什么时候", default="")


@command("进场", Intent.CREW, effect=Effect.BINDING, roles=roles_for(Move.CREW), examples=("进场 7 3人1吊车",))
@dataclass(frozen=True)
class BringCrew:
    """People, material and machine are there; of a danger with a proof."""

    ticket: str | None = _ticket()
    note: str = slot("人、材、机", default="")


@command(
    "已联系", Intent.HANDLE, effect=Effect.BINDING, roles=roles_for(Move.REACH), examples=("已联系 7 家属和派出所",)
)
@dataclass(frozen=True)
class ReachHelp:
    """Of a person in danger: who helps was reached, the family, the police, a hospital."""

    ticket: str | None = _ticket()
    note: str = slot("联系了谁（家属、派出所、医院）", default="")


@command(
    "办结", Intent.HANDLE, effect=Effect.BINDING, roles=roles_for(Move.HANDLE, Move.ANSWER), examples=("办结 7 已换灯泡",),
)  # fmt: skip
@dataclass(frozen=True)
class HandleTicket:
    """End the work with words and a picture; an enquiry with its answer."""

    ticket: str | None = _ticket()
    note: str = slot("做了什么", default="")


@command("退单", Intent.RETURN, effect=Effect.BINDING, roles=roles_for(Move.RETURN), examples=("退单 7 不在我的网格",))
@dataclass(frozen=True)
class ReturnTicket:
    """Give it back to who dispatches, with the reason."""

    ticket: str | None = _ticket()
    note: str = slot("原因", default="")


@command(
    "转办", Intent.TRANSFER, effect=Effect.BINDING, roles=roles_for(Move.TRANSFER), examples=("转办 7 给城管 占道经营",),
)  # fmt: skip
@dataclass(frozen=True)
class TransferTicket:
    """Hand it on to somebody else."""

    ticket: str | None = _ticket()
    whom: Whom | None = slot("给谁", default=None)
    note: str = slot("原因", default="")


@command(
    "撤销派单", Intent.TRANSFER, effect=Effect.BINDING, roles=roles_for(Move.UNDO_DISPATCH), examples=("撤销派单 7",)
)
@dataclass(frozen=True)
class UndoDispatch:
    """Take a dispatch back while nobody has taken the ticket: it is again as it was, whose it was."""

    ticket: str | None = _ticket()


@command("撤销办结", Intent.HANDLE, effect=Effect.BINDING, roles=roles_for(Move.UNDO_HANDLE))
@dataclass(frozen=True)
class UndoHandling:
    """Say that what one has reported as done is not, while nobody has verified it: the work goes on."""

    ticket: str | None = _ticket()
    note: str = slot("原话", default="")


@command("记错了单子", Intent.HANDLE, effect=Effect.BINDING, roles=roles_for(Move.HANDLE))
@dataclass(frozen=True)
class ReaimWork:
    """What was just done was meant for another ticket: taken back where that is possible, and done there. `note`: what was done."""

    ticket: str = slot("说的是哪一件")
    note: str = slot("做了什么", default="")


@command("记错了一步", Intent.HANDLE, effect=Effect.BINDING, roles=roles_for(Move.PLAN))
@dataclass(frozen=True)
class MarkStepWrong:
    """A step that one has put down is wrong: it is marked so. `ticket`: where it stands (None: where it was done last);
    `right`: for which it was meant, where that is said; `instead`: what should stand there.
    """

    step: Move = slot("哪一步")
    ticket: str | None = _ticket()
    right: str | None = slot("说的是哪一件", default=None)
    instead: str = slot("应该是什么", default="")


@command(
    "派单", Intent.DISPATCH, effect=Effect.REVERSIBLE, roles=roles_for(Move.DISPATCH), back=UndoDispatch,
    examples=("派单 7 给陈试用", "改派 7 给城管"),
)  # fmt: skip
@dataclass(frozen=True)
class DispatchTicket:
    """Give it to somebody. `again`: although somebody else has just given it to another."""

    ticket: str | None = _ticket()
    whom: Whom | None = slot("给谁", default=None)
    note: str = slot("说明", default="")
    again: bool = slot("确认改派", default=False)


@command(
    "核查", Intent.VERIFY, effect=Effect.BINDING, roles=roles_for(Move.VERIFY, Move.REJECT),
    examples=("核查 7 通过", "核查 7 不通过 还在漏"),
)  # fmt: skip
@dataclass(frozen=True)
class VerifyTicket:
    """Say whether what was done is good; bad work goes back with the reason."""

    ticket: str | None = _ticket()
    good: bool | None = slot("是否通过", default=None)
    note: str = slot("原因", default="")


@command(
    "不是隐患", Intent.VERIFY, effect=Effect.BINDING, roles=roles_for(Move.STAND_DOWN),
    examples=("不是隐患 7 是旧裂缝，已观测三年",),
)  # fmt: skip
@dataclass(frozen=True)
class StandDown:
    """Say, as somebody else than whose it is, that a danger turned out to be none."""

    ticket: str | None = _ticket()
    note: str = slot("现场情况", default="")


@command("作废", Intent.WITHDRAW, effect=Effect.BINDING, roles=roles_for(Move.VOID), examples=("作废 7 重复登记",))
@dataclass(frozen=True)
class VoidTicket:
    """Say that a report is a mistake: it ends, and its reporter hears why and how to object."""

    ticket: str | None = _ticket()
    note: str = slot("原因", default="")


@command("督办", Intent.URGE, effect=Effect.BINDING, roles=SUPERVISORS, examples=("督办 7 今晚必须修好",))
@dataclass(frozen=True)
class SuperviseTicket:
    """A word from above to whose it is and to the heads."""

    ticket: str | None = _ticket()
    note: str = slot("要求", default="")


@command("备注", Intent.REMARK, effect=Effect.BINDING, examples=("备注 7 电话打不通",))
@dataclass(frozen=True)
class AddRemark:
    """Keep words with the ticket. `danger`: what they tell of, where that makes it one."""

    ticket: str | None = _ticket()
    note: str = slot("说明", default="")
    danger: Told | None = slot("危险", default=None)


@command(
    "议事",
    Intent.TRANSFER,
    effect=Effect.BINDING,
    roles=roles_for(Move.ESCALATE),
    examples=("议事 7 加装电梯意见不一",),
)
@dataclass(frozen=True)
class TakeToCouncil:
    """Bring it before the council; another dispatch brings it back."""

    ticket: str | None = _ticket()
    note: str = slot("说明", default="")


@command("转告", Intent.RELAY, effect=Effect.BINDING, roles=_SEES, examples=("转告 7 师傅下午到",))
@dataclass(frozen=True)
class RelayToReporter:
    """Tell the reporter something; their answer comes back."""

    ticket: str | None = _ticket()
    note: str = slot("要说的话", default="")
