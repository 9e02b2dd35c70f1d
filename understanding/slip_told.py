"""刚才那个方案记错单了，应该是6号的: which step was put down wrongly, where, for which it was meant, and what belongs there."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from understanding.named import by_short_number, named_alone
from understanding.situation import OwnTicket

_STEPS = {
    "plan": r"方案|打算|计划|处置办法|处理办法",
    "arrive": r"到场|到现场|签到",
    "crew": r"进场|开工",
    "take": r"接单",
    "handle": r"办结|结单|办完",
}
"""Names as in governance.tickets.lifecycle.Move."""
_NAMED = {step: re.compile(words) for step, words in _STEPS.items()}
_NAMED_FIRST = {step: re.compile(rf"^(?:那个?|这个?|刚才的?)?(?:{words})") for step, words in _STEPS.items()}
_CLAUSES = re.compile(r"[,，。;；!！\s]+")
_WRONG = r"(?:[说搞弄写讲记填发点报放挂贴](?:到)?[错反岔混串]|错了|不对|不是这[单件个条])"
_SAID_WRONG = re.compile(rf"(?P<what>.*?)(?P<wrong>{_WRONG})(?P<behind>.*)")
_NUMBER = r"第?\s*0*(?P<number>[1-9][0-9]{0,3})(?![0-9幢栋楼层室月点:.])"
_OF_NUMBER = re.compile(rf"(?<![0-9-]){_NUMBER}")
_RIGHT = re.compile(
    rf"^(?:那|本来|其实|应该|该|原来|实际)*(?:是|给|归|记|写|放|挪|改|移|转)*(?:在|到|给)?{_NUMBER}(?:号|那[单件个条])?(?:单子?|工单)?(?:上|里|才对)?的?(?:方案|才对|里|上)?(?:才对|吧|啊|哦)?$"
)
_BY_NAME = re.compile(
    r"^(?:那|本来|其实|应该|该|原来|实际)*(?:是|给|归|记|写|放|挪|改|移|转)(?:在|到|给)?(?P<name>[^,，是]{1,10}?)(?:那[单件个条边]|的)的?(?:方案)?(?:才对|吧|啊|哦)?$"
)
_INSTEAD = re.compile(
    rf"^{_NUMBER}号?(?:那[单件个条])?(?:单子?|工单)?的?(?:方案)?(?:是|应该是|应该|改成|改为|换成)?(?P<instead>(?:把|先|要|得|用|换|叫|请|找|派|做|按|围|加|拆|装|垫|补|清|修)\S{{2,}})$"
)


@dataclass(frozen=True)
class StepSlip:
    """`step` was put down on `wrong` (None: on whichever it was done last), and was meant for `right` (None: it isn't said).

    `instead`: what should stand on `wrong`, where it is said.
    """

    step: str
    wrong: str | None
    right: str | None
    instead: str


def step_slip(text: str, tickets: Sequence[OwnTicket]) -> StepSlip | None:
    """What somebody says of a step that they name; None where no step is said to be wrong."""
    clauses = [clause for clause in _CLAUSES.split(text) if clause]
    for at, clause in enumerate(clauses):
        said = _SAID_WRONG.search(clause)
        if said is None:
            continue
        step, others = _step_in(said["what"] + said["behind"]), [*clauses[:at], *clauses[at + 1 :]]
        if step is None:
            step, others = _step_of_right(others)
        if step is None:
            continue
        wrong, rest = _ticket_in(_OF_NUMBER.search(said["what"]), tickets), [said["behind"], *others]
        right = next((found for each in rest if (found := _right_in(each, wrong, tickets)) is not None), None)
        return StepSlip(step, wrong, right, _instead(rest, wrong, tickets))
    return None


def _step_of_right(clauses: Sequence[str]) -> tuple[str | None, list[str]]:
    """The step that is named where it is said what is right (记错了，方案是6号的), and the clauses without its name."""
    for at, clause in enumerate(clauses):
        for step, first in _NAMED_FIRST.items():
            bare = first.sub("", clause)
            if bare != clause and _RIGHT.search(bare):
                return step, [*clauses[:at], bare, *clauses[at + 1 :]]
    return None, list(clauses)


def _right_in(clause: str, wrong: str | None, tickets: Sequence[OwnTicket]) -> str | None:
    """The ticket that a clause says the step was meant for: by number, or by what it is called."""
    numbered, named = _RIGHT.search(clause), _BY_NAME.search(clause)
    found = _ticket_in(numbered, tickets)
    if numbered is None and named is not None:
        ticket = named_alone(named["name"], tickets)
        found = None if ticket is None else ticket.number
    return None if found == wrong else found


def _step_in(words: str) -> str | None:
    return next((step for step, named in _NAMED.items() if named.search(words)), None)


def _ticket_in(found: re.Match[str] | None, tickets: Sequence[OwnTicket]) -> str | None:
    ticket = None if found is None else by_short_number(tickets).get(found["number"])
    return None if ticket is None else ticket.number


def _instead(clauses: Sequence[str], wrong: str | None, tickets: Sequence[OwnTicket]) -> str:
    """What the step should say on the ticket that it was put down on."""
    if wrong is None:
        return ""
    for clause in clauses:
        found = _INSTEAD.search(clause)
        if found is not None and _ticket_in(found, tickets) == wrong:
            return found["instead"]
    return ""
