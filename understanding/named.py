"""Which of somebody's tickets words name: by number, or by what no other of them is called."""

import re
from collections.abc import Sequence

from understanding.danger import kind_of
from understanding.matter_said import matter_names, matter_of, without_excluded
from understanding.model.alike import things_in
from understanding.model.wording import names_said, names_shared, pairs_of, short_number
from understanding.numerals import with_arabic
from understanding.situation import OwnTicket

_NUMBER = re.compile(r"(?<![0-9-])[0-9]{1,4}(?![0-9幢栋楼层室月日点:.]|号(?:楼|院|幢|栋))")
_THING = re.compile(
    r"(?:^|[,，。;；!！\s])(?:哦|噢|嗯|对了|那个|就是|还有)*(?P<thing>[\u4e00-\u9fff]{1,6}?)(?:的)?(?:那|这)(?:个|边|单|件|块|条|里|儿|起|事|桩|处)"
)
_NUMERAL = re.compile(r"[一二三四五六七八九十]+(?=号院|号楼|[幢栋楼层]|单元)")
_PART = re.compile(r"[0-9]{1,3}(?:号院|号楼|[幢栋楼层]|单元)")
_NUMBERED = re.compile(
    r"^(?:工单|单号|编号|第)?\s*0*(?P<number>[1-9][0-9]{0,5})(?:号?(?:工单|单子|单(?!元|位))|号(?=我(?!再|才|们?上)|[交给派转退接不]|已|办[好完]|[处修弄搞解])|(?=我来))"
)
_NO_THING = re.compile(
    r"刚才?|刚刚|上面|最上面|下面|前面|后面|昨[天晚]|今[天早]|早上|上午|下午|晚上|手[上里头]|派给?|我们?|你们?|他们?|她|的|第[一二三四五六]|最后|最近|老|新|"
    r"接|报|说|给|看|把|先|还有|对了|收到|好的|行|已经|现在|这|那|到|去|在|马上|就|做|办|弄|修|处理|拿|领|分|要|知道|了|讲过?|过|好?几[回次遍]|又"
)


def by_short_number(tickets: Sequence[OwnTicket]) -> dict[str, OwnTicket]:
    """Each by how people say its number; of two with one number the first."""
    return {short_number(ticket.number): ticket for ticket in reversed(tickets)}


def named_alone(text: str, tickets: Sequence[OwnTicket]) -> OwnTicket | None:
    """The only ticket that the words name; None where they name none, or several."""
    if not tickets:
        return None
    numbers = {number.lstrip("0") for number in _NUMBER.findall(text)}
    numbered = [ticket for ticket in tickets if short_number(ticket.number) in numbers]
    if len(numbered) == 1:
        return numbered[0]
    text = without_excluded(text)
    own = {ticket.number: matter_of(ticket) - names_said(ticket.place) for ticket in tickets}
    pointed = _THING.search(text)
    for said in ([_longer_names(pointed["thing"])] if pointed else []) + [matter_names(text)]:
        named = [ticket for ticket in tickets if own[ticket.number] & said - _of_others(own, ticket.number)]
        if len(named) == 1:
            return named[0]
    return None


_SAID_AS_NUMBER = re.compile(
    r"(?<![0-9-])0*(?P<number>[1-9][0-9]{0,3})(?:号(?!楼|院|门|线|幢|栋|桌|台|机)(?:单|工单)?|那[个件单条]|(?:这|那)?单(?!元|位))"
)


def numbered_alone(text: str, tickets: Sequence[OwnTicket]) -> OwnTicket | None:
    """The only ticket that is said by its number as one says a ticket's (3号, 3那个)."""
    numbers = {found["number"] for found in _SAID_AS_NUMBER.finditer(text)}
    named = [ticket for ticket in tickets if short_number(ticket.number) in numbers]
    return named[0] if len(named) == 1 else None


BYSTANDERS = re.compile(r"小孩子?|孩子们?|小朋友|老人家?|大人|行人|学生|居民|邻居")
"""Whom a danger may hit: they are told of with any."""


def danger_named(text: str, tickets: Sequence[OwnTicket]) -> OwnTicket | None:
    """The only ticket that words of a danger name; by whom it may hit, or by where it is, only where it is a danger of the same
    kind.
    """
    named = named_alone(text, tickets)
    if named is None or kind_of(text) is kind_of(named.summary):
        return named
    named = named_alone(BYSTANDERS.sub("", text), tickets)
    return named if named is not None and names_shared(named.summary, text, named.place) else None


def number_of_none(text: str, tickets: Sequence[OwnTicket]) -> str | None:
    """The number that a text begins with as a ticket's, where no ticket has it, nor a place (12号) in one's words."""
    found = _NUMBERED.search(text)
    if found is None:
        return None
    number = found["number"]
    known = any(
        short_number(ticket.number) == number or f"{number}号" in f"{ticket.place}{ticket.summary}"
        for ticket in tickets
    )
    return None if known else number


def _longer_names(thing: str) -> frozenset[str]:
    """What a thing that is pointed at names; 防水那单 does not name 水 by its last character."""
    said = matter_names(thing)
    return said if len(thing) == 1 else frozenset(name for name in said if len(name) > 1)


def placed_alone(text: str, tickets: Sequence[OwnTicket]) -> OwnTicket | None:
    """The only ticket at a building, unit or floor that the words say; None where they say none, or several are there."""
    said = _parts(text)
    there = [ticket for ticket in tickets if said & _parts(ticket.place)]
    return there[0] if len(there) == 1 else None


def _parts(text: str) -> set[str]:
    return {found[0] for found in _PART.finditer(with_arabic(text, _NUMERAL))}


def speaks_of_another(text: str, ticket: OwnTicket, *, perhaps: bool = False) -> bool:
    """Whether what is said of something by its name (车库那边, 门锁那单) has nothing to do with the ticket.

    `perhaps`: or hardly anything.
    """
    thing = thing_named(text)
    if thing is None:
        return False
    if things_in(thing) & things_in(ticket.summary):
        return False
    shared = set(thing) & set(ticket.summary + ticket.place)
    if not perhaps:
        return not shared
    return 2 * len(shared) <= len(thing) and not pairs_of(thing) & pairs_of(ticket.summary + ticket.place)


def thing_named(text: str) -> str | None:
    """What is pointed at by a name: of 车库那边我到了 the garage."""
    found = _THING.search(text)
    if found is None:
        return None
    thing = _NO_THING.sub("", found["thing"])
    return thing if len(thing) > 1 else None


def _of_others(own: dict[str, frozenset[str]], number: str) -> set[str]:
    return {name for other, names in own.items() if other != number for name in names}
