"""What reporters say of the work, and who calls them back. Without `ticket` the only one it can be is meant."""

from dataclasses import dataclass
from typing import Any

from governance.permissions import PERMISSIONS, Act
from governance.tickets.satisfaction import Score
from handlers.catalogue import Effect, command, slot
from understanding.intents import Intent


def _ticket() -> Any:
    return slot("工单", default=None)


@command("评价", Intent.RATE, effect=Effect.BINDING, examples=("满意 7", "不满意 7 还在漏"))
@dataclass(frozen=True)
class RateTicket:
    """Say how satisfied one is with what was done."""

    ticket: str | None = _ticket()
    score: Score | None = slot("满意程度", default=None)
    note: str = slot("原因", default="")


@command("谢谢", Intent.THANKS, effect=Effect.NONE, examples=("谢谢",))
@dataclass(frozen=True)
class SayThanks:
    """Thank; where a rating waits it is asked for by the way."""


@command("还好", Intent.RATE, effect=Effect.BINDING, examples=("还好 7",))
@dataclass(frozen=True)
class LookBackWell:
    """Answer a look-back: it still works."""

    ticket: str | None = _ticket()


@command("又坏了", Intent.RATE, effect=Effect.BINDING, examples=("又坏了 7 上周就不亮了",))
@dataclass(frozen=True)
class LookBackAgain:
    """Answer a look-back: it is broken again."""

    ticket: str | None = _ticket()
    note: str = slot("情况", default="")


@command("重开", Intent.URGE, effect=Effect.BINDING, examples=("重开 7 又不亮了",))
@dataclass(frozen=True)
class ReopenTicket:
    """Open what was closed and is not solved: one's own report, or as who dispatches there."""

    ticket: str | None = _ticket()
    note: str = slot("原因", default="")


@command(
    "回访", Intent.RATE, effect=Effect.BINDING, roles=PERMISSIONS[Act.SEE], examples=("回访 7 满意", "回访 7 联系不上"),
)  # fmt: skip
@dataclass(frozen=True)
class CallBack:
    """Say what the reporter of a reopened ticket said on the phone. `reached` False: nobody could be reached."""

    ticket: str | None = _ticket()
    score: Score | None = slot("满意程度", default=None)
    reached: bool = slot("联系上了", default=True)
    note: str = slot("说明", default="")
