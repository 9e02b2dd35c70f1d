"""周二的不去了，周四上午9点那个我来: one shift is given back and another taken, each in a clause of its own."""

import re
from dataclasses import dataclass

from understanding.days import DAY
from understanding.model.which_shift import shift_named
from understanding.situation import Situation

_CLAUSES = re.compile(r"[,，。;；!！]+")
_GIVES_BACK = re.compile(
    r"(?:不去|不来|不上|不值|来不了|去不了|上不了|值不了|取消|退掉|退了|退班|不参加|没空)(?:了|吧|掉|啊)*$"
)
_TAKES = re.compile(r"我来|我去|我上|我值|我报|我顶|报名|改到|改成|换成|换到|算我|给我报")
_ASKS = re.compile(r"[?？]|吗|行不行|可不可以|能不能|是不是")


@dataclass(frozen=True)
class ShiftsTold:
    """The id of the shift that is given back, and the words that say which one is taken."""

    given_back: int
    taken: str


def shifts_told(normalised: str, situation: Situation) -> ShiftsTold | None:
    """What is given back and what is taken; None where not just these are said, or are asked about."""
    if _ASKS.search(normalised):
        return None
    mine = [shift for shift in situation.shifts if shift.mine]
    back, taken = None, ""
    for clause in (part.strip() for part in _CLAUSES.split(normalised)):
        if back is None and _GIVES_BACK.search(clause):
            back = shift_named(clause, mine, situation.now)
        elif not taken and _TAKES.search(clause) and DAY.search(clause):
            taken = clause
    return None if back is None or not taken else ShiftsTold(back, taken)
