"""Who is asked which of several things they meant names a ticket by its number: of that one it is said."""

import re
from collections.abc import Sequence
from typing import Any

from handlers.catalogue import entry_of
from handlers.context import Context
from handlers.conversation.interpreting import Interpreted
from handlers.conversation.questions import Question, ask
from handlers.tickets.denials import WhichTicket
from understanding.candidate import Candidate
from understanding.command_names import CommandName
from understanding.fitting_ticket import can_be_meant
from understanding.model.wording import short_number
from understanding.named import by_short_number
from understanding.this_not_that import matter_named, spoken_of_instead

_NAMED = re.compile(
    r"(?P<before>(?:不是|不对|都不是|哪个都不是|错了|我(?:说|讲|指|问)的?(?:就)?是?|应该|就是|是|那个|[\s,，、]|嗯|哎)*)"
    r"第?0*(?P<number>[1-9][0-9]{0,3})(?P<said>号(?!楼|院|门)(?:单子?)?|那[个件单条])?(?:的|吧|啊|呀)*(?:[\s,，、]+(?P<more>.*))?"
)
MOST = 9
Options = list[dict[str, Any]]


def keep_which(ctx: Context, found: Interpreted | None, command: Any, outcome: Any) -> None:
    """Which ticket a wish is said of was asked: the wish waits for its number."""
    name = entry_of(type(command)).name
    if found is None or not isinstance(outcome, WhichTicket) or name not in set(CommandName):
        return
    best = found.interpretation.best
    variant = best.variant if best.command == name else ""
    options = [
        {"command": name, "ticket": each.number, "about": each.summary, "shift": None, "variant": variant}
        for each in outcome.tickets[:MOST]
    ]
    ask(ctx, Question.CHOICE, text=found.text, options=options, numbered=True)


def of_the_number(data: dict[str, Any], found: Interpreted) -> tuple[Options, str] | None:
    """The options of the ticket whose number is said, and what is said besides; None where a place in the list is meant."""
    said = _NAMED.fullmatch(found.words)
    options: Options = data["options"]
    if said is None or not any(option["ticket"] for option in options):
        return None
    plainly = said["said"] or said["before"].strip(" ,，") or "numbered" in data
    if int(said["number"]) <= len(options) and not plainly:
        return None
    fits = [each for each in options if each["ticket"] and short_number(each["ticket"]) == said["number"]]
    return (fits or _reaimed(options, said["number"], found), said["more"] or "")


def of_the_other(data: dict[str, Any], found: Interpreted, labels: Sequence[str]) -> Options:
    """What was offered, of the ticket that is named in place of the one that was guessed (是水果店那单进场，不是垃圾).

    `labels`: what the offers are called.
    """
    options, meant = data["options"], spoken_of_instead(found.words, found.situation)
    ticket = matter_named(meant, found.situation.work) if meant else None
    if ticket is None or any(option["ticket"] in (None, ticket.number) for option in options):
        return []
    called = [option for option, label in zip(options, labels, strict=True) if label in meant]
    return [{**each, "ticket": ticket.number, "about": ticket.summary} for each in (called or options)]


def _reaimed(options: Options, number: str, found: Interpreted) -> Options:
    """The same wishes, of another ticket, as far as they can be meant of it."""
    ticket = by_short_number(found.situation.work).get(number)
    if ticket is None:
        return []
    aimed: dict[str, dict[str, Any]] = {}
    for option in options:
        command = CommandName(option["command"]) if option["ticket"] and option["command"] else None
        if command is not None and can_be_meant(Candidate(command, 1.0, ticket=ticket.number), found.situation):
            aimed.setdefault(command, {**option, "ticket": ticket.number, "about": ticket.summary})
    return list(aimed.values())
