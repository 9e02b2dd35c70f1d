"""What a reporter asks about the danger of a matter that is open."""

from dataclasses import dataclass

from handlers.catalogue import Effect, command, slot
from handlers.said import Told
from understanding.intents import Intent


@command("问安全", Intent.RELAY, effect=Effect.BINDING)
@dataclass(frozen=True)
class AskIfSafe:
    """Whether something may still be used or may harm somebody: whoever has it in hand is told. `danger`: the words tell of one."""

    ticket: str = slot("工单编号")
    note: str = slot("问的话")
    danger: Told | None = slot("说到的危险", default=None)


@command("问该怎么做", Intent.PROGRESS, effect=Effect.NONE)
@dataclass(frozen=True)
class AskWhatToDo:
    """What the reporter of a danger can do until help comes: the advice is said again."""

    ticket: str = slot("工单编号")
