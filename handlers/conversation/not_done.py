"""Whose matter it is says that it is not done: work that was ended is refused or complained of, work in hand hears of it."""

from collections.abc import Sequence
from typing import Any

from handlers.context import Here
from handlers.conversation.completing import read_as
from handlers.conversation.interpreting import Interpreted
from understanding.command_names import CommandName
from understanding.meaning import Meaning
from understanding.named import named_alone
from understanding.not_done import refuses_end, says_not_done
from understanding.reading import is_complete
from understanding.situation import OwnTicket

_DOES = {
    ("verifier", "handled"): (CommandName.VERIFY_TICKET, "bad"),
    ("reporter", "handled"): (CommandName.RATE_TICKET, "bad"),
    ("reporter", "closed"): (CommandName.REOPEN_TICKET, ""),
}
_BACK = frozenset({CommandName.CANCEL_DIALOGUE, CommandName.WITHDRAW_REPORT})


def denied_end(found: Interpreted, here: Here) -> Any | None:
    """What is done with the one matter that is meant; None where the words say no such thing, or not of which."""
    if found.interpretation.best.command in _BACK:
        return None
    tickets = found.situation.work
    refused = named_alone(found.words, _of(tickets, "verifier", "handled")) if refuses_end(found.words) else None
    if refused is not None and not _names_own_work(found.words, tickets):
        return read_as(
            found, Meaning(CommandName.VERIFY_TICKET, refused.number, found.words, None, "bad", free=True), here
        )
    if not says_not_done(found.words):
        return None
    if _names_own_work(found.words, tickets):
        return None
    mine = [*_of(tickets, "verifier", "handled"), *_of(tickets, "reporter")]
    meant = _meant(found, mine)
    if meant is None:
        return None
    command, variant = _DOES.get((meant.mine, meant.state), (CommandName.RELAY_TO_WORKER, ""))
    return read_as(found, Meaning(command, meant.number, found.words, None, variant, free=True), here)


def _names_own_work(words: str, tickets: Sequence[OwnTicket]) -> bool:
    return named_alone(words, _of(tickets, "assignee")) is not None


def _of(tickets: Sequence[OwnTicket], mine: str, state: str = "") -> list[OwnTicket]:
    return [each for each in tickets if each.mine == mine and (not state or each.state == state)]


def _meant(found: Interpreted, mine: Sequence[OwnTicket]) -> OwnTicket | None:
    """The one that is named, else the one of a moment ago; who may verify what they reported verifies it."""
    numbers = {each.number: each for each in reversed(mine)}
    own = list(numbers.values())
    named = named_alone(found.words, own)
    if named is None and not is_complete(found.reading):
        named = numbers.get(found.situation.just or "")
    return named if named is None or named.state != "withdrawn" else None
