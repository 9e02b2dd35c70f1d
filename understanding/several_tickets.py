"""One wish that is said of several tickets: by numbers (15 17 13都退), by names (灯跟门铃), or of all of them (这些)."""

import re
from collections.abc import Sequence

from understanding.command_names import CommandName
from understanding.model.alike import things_in
from understanding.model.wording import names_of, names_said, pairs_of
from understanding.named import by_short_number
from understanding.numerals import number_of
from understanding.situation import WAITING, OwnTicket, Situation

MOST = 8
"""Of more at once nothing is done unasked."""
MAY_BE_SAID_OF_SEVERAL = frozenset({
    CommandName.TAKE_TICKET, CommandName.RETURN_TICKET, CommandName.TRANSFER_TICKET, CommandName.DISPATCH_TICKET,
    CommandName.ARRIVE_ON_SITE, CommandName.HANDLE_TICKET, CommandName.REQUEST_EXTENSION, CommandName.VERIFY_TICKET,
    CommandName.WITHDRAW_REPORT, CommandName.URGE_REPORT, CommandName.RATE_TICKET,
})  # fmt: skip
_LISTED = re.compile(
    r"(?<![\d\-.])(?:\d{1,4}(?:号(?!楼|院)|那[个件])?(?:[\s,，、]|和|跟|与|还有)+)+"
    r"\d{1,4}(?![\d幢栋层楼点:：.月日室])"
)
_TOGETHER = re.compile(r"都|[两俩二三四五]个|俩|一起|一并|全")
_JOINED = re.compile(r"和|跟|与|同|还有|、|加上|带|以及")
_FIRST_FEW = re.compile(r"(?:前|头)([两二三四五2345])[个件条单]")
_ALL = re.compile(
    r"(?:这|那)(?:些|几[个件单条]|[两俩二三四五]个?[件单条]?)|手上的?.{0,3}(?:都|全)|(?:全部|所有|统统|通通)|"
    r"^[两俩三四五]个?[件单条]?[我也]?(?:都|全)|(?:都|全)(?:归|给|交给|由)我|(?:都|全)我来"
)


def several_named(command: CommandName | None, text: str, situation: Situation) -> tuple[str, ...]:
    """The numbers of the tickets that a wish is said of, where these are several; else nothing."""
    if command not in MAY_BE_SAID_OF_SEVERAL:
        return ()
    mine = _of_one_kind(command, situation.tickets)
    found = _by_number(text, situation.tickets) or _by_name(text, mine) or _first_few(text, situation)
    found = found or _all(text, mine, situation)
    return found if 1 < len(found) <= MOST else ()


def _of_one_kind(command: CommandName, tickets: Sequence[OwnTicket]) -> list[OwnTicket]:
    """Those that the writer stands to as who says such a thing does."""
    kind = (
        "reporter" if command in _OF_REPORTERS else "verifier" if command is CommandName.VERIFY_TICKET else "assignee"
    )
    states = WAITING if command is CommandName.TAKE_TICKET else None
    return [ticket for ticket in tickets if ticket.mine == kind and (states is None or ticket.state in states)]


_OF_REPORTERS = frozenset({CommandName.WITHDRAW_REPORT, CommandName.URGE_REPORT, CommandName.RATE_TICKET})


def _by_number(text: str, tickets: Sequence[OwnTicket]) -> tuple[str, ...]:
    listed = _LISTED.search(text)
    if listed is None:
        return ()
    shorts = by_short_number(tickets)
    said = [number.lstrip("0") for number in re.findall(r"\d+", listed[0])]
    return tuple(dict.fromkeys(shorts[each].number for each in said)) if all(each in shorts for each in said) else ()


def _by_name(text: str, tickets: Sequence[OwnTicket]) -> tuple[str, ...]:
    """Those of which a name is said that no other has, where they are said to be meant together."""
    if _TOGETHER.search(text) is None or _JOINED.search(text) is None:
        return ()
    said = names_said(text)
    own = {
        ticket.number: names_of(ticket.summary) - pairs_of(ticket.place) - things_in(ticket.place) for ticket in tickets
    }
    return tuple(number for number, names in own.items() if said & names - _of_others(own, number))


def _of_others(own: dict[str, frozenset[str]], number: str) -> set[str]:
    return {name for other, names in own.items() if other != number for name in names}


def _first_few(text: str, situation: Situation) -> tuple[str, ...]:
    few = _FIRST_FEW.search(text)
    if few is None:
        return ()
    count = number_of(few[1])
    return situation.at_hand[:count] if count <= len(situation.at_hand) else ()


def _all(text: str, tickets: Sequence[OwnTicket], situation: Situation) -> tuple[str, ...]:
    """All of which a moment ago was spoken, where these are several; else all that there are."""
    if _ALL.search(text) is None:
        return ()
    numbers = tuple(ticket.number for ticket in tickets)
    spoken = tuple(number for number in situation.at_hand if number in numbers)
    return spoken if len(spoken) > 1 else numbers
