"""8和14都接，13退掉: orders that name their tickets by number and what to do in one word; nothing of them is left to guessing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from understanding.command_names import CommandName
from understanding.named import by_short_number
from understanding.situation import OwnTicket

_CLAUSES = re.compile(r"[,，。;；!！]+\s*")
_N = r"(?:第|工单)?\s*0*[1-9][0-9]{0,3}(?:号(?:单子?|工单)?|那[个件单条]|单)?"
_NUMBERS = rf"{_N}(?:(?:\s|[、/]|和|跟|与|还有|加)+{_N})*"
_LEAD = r"(?:那|好|行|就|嗯|我|先|再|还是|顺便|这|把|帮我|给我|也)*"
_MANNER = r"(?:我|都|也|就|全|一起|一并|马上|这就|去|先|来|给我|帮我|可以|要)*"
_END = r"(?:了|吧|啊|掉|下|下来|回去|回|单|哈|哦|来)*"
_VERBS = ((CommandName.TAKE_TICKET, r"(?:接|领|认领)"), (CommandName.RETURN_TICKET, r"退"))
_ORDERS = tuple(
    (command, re.compile(rf"{_LEAD}(?:{_NUMBERS})\s*{_MANNER}{verb}{_END}|{_LEAD}{_MANNER}{verb}{_END}\s*(?:{_NUMBERS}){_END}"))
    for command, verb in _VERBS
)  # fmt: skip
_ASKS_WHOSE = re.compile(
    rf"^{_LEAD}(?:{_N})?[^,，。]{{0,8}}(?:是|归|在|属于)?(?:第?几|哪个?|哪一个)(?:个)?(?:网格|社区|人|谁)|(?:归|是)谁"
)
_COURTESY = re.compile(r"(?:好|行|嗯|可以|收到|知道|明白|没问题|那|哦)+(?:的|了|吧|啊)*")
_FIGURE = re.compile(r"[1-9][0-9]{0,3}")
MOST = 6


def only_courtesy(clause: str) -> bool:
    """Whether a clause says no more than that something was heard: 好的, 收到."""
    return _COURTESY.fullmatch(clause.strip()) is not None


_SAYS_WHAT = re.compile(
    r"接|领|转(?!圈)|退|派|交给|给(?:我|[小老]|\S{1,3}(?:书记|主任|师傅|队|员|长))|让|叫|喊|办[结完好]|结[单案掉]|[修弄搞处]好|换好|延|推迟|到场|到了|"
    r"盯|催|抓紧|快[点些]|我[去来]|不归|作废|核查|通过"
)
_NO_ORDER = re.compile(r"[?？]|吗$|怎么|谁|哪")


def orders(clause: str) -> bool:
    """Whether a clause says what is to be done with something, or was."""
    return _SAYS_WHAT.search(clause) is not None and _NO_ORDER.search(clause) is None


@dataclass(frozen=True)
class Order:
    """`why`: the clause behind it, where it says why."""

    command: CommandName
    ticket: str
    why: str = ""


def orders_in(text: str, tickets: Sequence[OwnTicket]) -> tuple[Order, ...]:
    """The orders of a text in their order; none where a number is no ticket's, or the first clause is no order."""
    known = {short: ticket.number for short, ticket in by_short_number(tickets).items()}
    found: list[Order] = []
    last: list[str] = []
    clauses = [part.strip() for part in _CLAUSES.split(text) if part.strip() and not _COURTESY.fullmatch(part.strip())]
    for at, clause in enumerate(clauses):
        numbers = [number.lstrip("0") for number in _FIGURE.findall(clause)]
        command = next((name for name, pattern in _ORDERS if numbers and pattern.fullmatch(clause)), None)
        if command is not None:
            if any(number not in known for number in numbers):
                return ()
            found += [Order(command, known[number]) for number in numbers]
        elif at == 0:
            return ()
        elif _ASKS_WHOSE.search(clause):
            about = next((known[number] for number in numbers or last if number in known), None)
            found += [Order(CommandName.SHOW_PROGRESS, about)] if about is not None else []
        elif found[-1].command is CommandName.RETURN_TICKET and (not numbers or _GIVES_REASON.search(clause)):
            found = [_with_reason(order, clause) for order in found]
        last = numbers or last
    once = tuple(dict.fromkeys(found))
    return once if len(once) <= MOST else ()


def _with_reason(order: Order, clause: str) -> Order:
    return replace(order, why=clause) if order.command is CommandName.RETURN_TICKET and not order.why else order


_GIVES_REASON = re.compile(r"重复|重了|一回事|同一|一样|一件事|不归|不是我")
_JOIN = r"(?:并|合并|归|合|归并)"
_SAME = (
    r"(?:重复|重了|重的|一回事|一件事|一码事|同一[件个回]|是一样的|合(?:并|一起|了|到一起)|并(?:一起|到一起|了|起来))"
)
_MERGES = (
    re.compile(rf"(?P<one>{_N})[^,，。0-9]{{0,6}}{_JOIN}(?:单)?(?:到|进|入|给|在)+\s*(?P<into>{_N})"),
    re.compile(rf"(?P<one>{_N})\s*(?:和|跟|与|同|、)\s*(?P<into>{_N})(?:[^0-9]{{0,12}}?){_SAME}"),
    re.compile(rf"(?P<one>{_N})[^0-9。]{{0,12}}?(?:和|跟|与|同)\s*(?P<into>{_N})(?:[^0-9,，]{{0,6}}?){_SAME}"),
)
_NOT_MERGED = re.compile(r"不是(?:一回事|同一|一件)|别合|不要合|不合|分开|拆|没(?:有)?重|[?？]|吗|是不是")


def merge_told(text: str, tickets: Sequence[OwnTicket]) -> tuple[str, str] | None:
    """The ticket that is to be joined to another, and that other, where both are named by number and one is known."""
    if _NOT_MERGED.search(text):
        return None
    known = {short: ticket.number for short, ticket in by_short_number(tickets).items()}
    for pattern in _MERGES:
        found = pattern.search(text)
        if found is None:
            continue
        one, into = (_FIGURE.search(found[part]) for part in ("one", "into"))
        if one is not None and into is not None and {one[0], into[0]} & known.keys() and one[0] != into[0]:
            return known.get(one[0], one[0]), known.get(into[0], into[0])
    return None


_BARE = re.compile(r"(?:工单|第)?\s*0*(?P<number>[1-9][0-9]{0,3})号?(?:工?单)?[。.!！\s]*")


def number_alone(text: str) -> str | None:
    """The number that is all a text says (7号); None where it says more."""
    found = _BARE.fullmatch(text)
    return None if found is None else found["number"]
