"""What the lead of a station does with a rota that stands: take somebody off, move them, let two change places; propose a month.

Done at the office, where the rota is seen as a whole; the persons concerned are told. `name`: or the person's code.
"""

from dataclasses import dataclass
from datetime import date

from handlers.catalogue import Effect, command, slot
from handlers.duty.commands.lead import AssignShift
from understanding.intents import Intent


@command("撤下值班", Intent.SHIFTS, effect=Effect.REVERSIBLE, back=AssignShift)
@dataclass(frozen=True)
class TakeOffShift:
    """Somebody stands on a shift no more; who waits for it moves up. A proposal only goes."""

    shift: int | None = slot("班次号", default=None)
    name: str = slot("姓名", default="")


@command("调班", Intent.SHIFTS, effect=Effect.BINDING)
@dataclass(frozen=True)
class MoveToShift:
    """Somebody stands on another shift instead, where it has room and no rule forbids it; else nothing changes."""

    shift: int | None = slot("班次号", default=None)
    name: str = slot("姓名", default="")
    to: int | None = slot("到哪个班次", default=None)


@command("对换值班", Intent.SHIFTS, effect=Effect.BINDING)
@dataclass(frozen=True)
class ExchangeShifts:
    """Two change places, where no rule forbids it for either; else nothing changes."""

    shift: int | None = slot("班次号", default=None)
    name: str = slot("姓名", default="")
    other_shift: int | None = slot("对方班次号", default=None)
    other: str = slot("对方姓名", default="")


@command("生成排班建议", Intent.SHIFTS, effect=Effect.BINDING)
@dataclass(frozen=True)
class ProposePlan:
    """Fill the open places of a month at the sender's stations with proposals, in place of earlier ones. `month`: its first day."""

    month: date | None = slot("月份", default=None)
