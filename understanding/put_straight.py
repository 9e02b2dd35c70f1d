"""说反了，是灯修好了，门铃还没动呢: which other ticket was meant, and what was done there."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from understanding.model.wording import names_of, names_said, short_number
from understanding.situation import OwnTicket

_TURNED = re.compile(r"[说搞弄写讲记看]?[反岔混]了|颠倒")
_WRONG = re.compile(r"[说搞弄写讲记看发]?错了|[说搞弄写讲记看发]错|不对|不是.{1,10}是")
_SAYS_WRONG = re.compile(
    r"(?:[说搞弄写讲记看发填点报]?(?:反|岔|混|错)(?:了?(?:单子?|工单|地方|位置)|了)|[说搞弄写讲记看发填点报]错|不对|颠倒)了?"
)
_CLAUSES = re.compile(r"[,，。;；!！\s]+")
_NOT = re.compile(r"没|不是|未|别|不用|等")
_LEAD = re.compile(r"^(?:应该|其实|我说的)?是")
_DONE = re.compile(r"[好完了掉上亮通]|修|换|补|清|装")
_SLIP = re.compile(
    r"(?:说|搞|弄|写|讲|记|看|发|点|报|选)(?:错|反|岔|混)|^(?:不对|错了)|不是这[单件个条]|不是那[单件个条]|我(?:说|讲|指)的(?:是|不是)"
)
_TAKES_BACK = re.compile(
    r"没(?:有)?(?:说|讲|叫)(?:过)?[^,，。]{0,6}(?:(?:办|弄|修|做|搞)(?:理|结)?(?:好|完|了|掉)|办结|结单|好了|完了)|"
    r"(?:不能|不|没)算(?:是)?(?:办|做|弄|修|处理)?(?:完|结|好)|(?:撤|取消|收|退|拿)(?:回|销|掉|了)?[^,，。]{0,4}(?:办结|办完|结单)|"
    r"(?:办结|办完|结单?)[^,，。]{0,6}(?:撤|取消|收回|退回来|错了|不算|作废)|(?:办|结)早了|(?:点|按|发|说|结|办)错了[^,，。]{0,4}[,，。\s]*(?:还)?没(?:有)?(?:办|修|弄|做|换|处理)|"
    r"(?:别|不能|先别|先不要|还不能)(?:给我)?(?:办结|结单|结案|算办完|结了)|其实(?:还)?没(?:有)?(?:办|修|弄|做|换|处理)"
)
_NUMBER = re.compile(r"(?<!\d)\d{1,4}(?!\d)")


@dataclass(frozen=True)
class PutStraight:
    """`note`: what was done there, as it was said; empty where only the ticket was named. `turned`: it was the other way round."""

    ticket: str
    note: str
    turned: bool


def put_straight(text: str, wrong: str, tickets: Sequence[OwnTicket]) -> PutStraight | None:
    """The ticket that is meant instead of the wrong one; None where nothing is put straight, or nobody can know which is meant."""
    turned = _TURNED.search(text) is not None
    if not turned and _WRONG.search(text) is None:
        return None
    others = [ticket for ticket in tickets if ticket.number != wrong]
    for clause in _CLAUSES.split(text):
        clause = _SAYS_WRONG.split(clause)[-1]  # what stands before it names what was wrong
        said = _LEAD.sub("", clause.rpartition("不是")[2].partition("是")[2] if "不是" in clause else clause)
        named = [ticket for ticket in others if _names(said, ticket, tickets)]
        if len(named) == 1 and _NOT.search(said) is None:
            return PutStraight(named[0].number, said if _DONE.search(said) else "", turned)
    return PutStraight(others[0].number, "", turned) if turned and len(others) == 1 else None


def _names(said: str, ticket: OwnTicket, tickets: Sequence[OwnTicket]) -> bool:
    """Whether a clause names a ticket by its number, or by what no other is called."""
    if short_number(ticket.number) in {number.lstrip("0") for number in _NUMBER.findall(said)}:
        return True
    others = {name for other in tickets if other is not ticket for name in names_of(other.summary)}
    return bool((names_of(ticket.summary) - others) & names_said(said))


def says_slip(text: str) -> bool:
    """Whether somebody says that what they said before was wrong."""
    return _SLIP.search(text) is not None


def takes_back_end(text: str) -> bool:
    """Whether somebody says that work is not done after all, or wants the end of it taken back."""
    return _TAKES_BACK.search(text) is not None
