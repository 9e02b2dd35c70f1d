"""What is said to the preview of a notice: send it, leave it, put it otherwise, to others, or why so few get it."""

from typing import Any

from handlers.area_notices.commands import (
    ApproveNotice,
    ChangeNotice,
    NotifyResidents,
    ShowNotices,
    WithholdNotice,
)
from handlers.context import Here
from handlers.conversation.interpreting import Interpreted
from handlers.conversation.reply import TALK
from understanding.announced import kind_in
from understanding.command_names import CommandName
from understanding.normalise import normalise, tidy
from understanding.notice_answer import agrees, asks_why_few, finds_wrong, leaves, sends, to_whom
from understanding.notice_text import edited, message_of, written_anew
from understanding.notice_whom import staff_meant
from understanding.places_told import places_told
from understanding.time_told import time_told

_DECIDED = {CommandName.APPROVE_NOTICE: ApproveNotice, CommandName.WITHHOLD_NOTICE: WithholdNotice}
LEAST_MESSAGE = 10


def notice_answer(data: dict[str, Any], found: Interpreted, here: Here) -> Any | None:
    """The command on just this notice; None where the words are of something else. A mere yes counts right after the preview."""
    number, words = data["number"], found.words
    exact = found.interpretation.terse
    if exact is not None and exact.command in _DECIDED:
        return None if exact.rest else _DECIDED[exact.command](number)
    if sends(words) or (agrees(words) and found.situation.just == number and not data["street"]):
        return ApproveNotice(number)
    if leaves(words):
        return WithholdNotice(number)
    if exact is not None and exact.command not in TALK:
        return None
    if finds_wrong(words):
        return ChangeNotice(number)
    return _put_otherwise(data, found, here) or (ShowNotices(number, why=True) if asks_why_few(words) else None)


def _put_otherwise(data: dict[str, Any], found: Interpreted, here: Here) -> ChangeNotice | NotifyResidents | None:
    """With another text, for others, at another time; what names other places, or is a whole message, is a draft of its own."""
    number, words = data["number"], tidy(found.text)
    staff = staff_meant(found.words)
    if staff:
        return NotifyResidents(data["text"], staff=staff)
    if to_whom(words):
        said = places_told(here.places, found.words)
        if said.places or said.unclear or said.unknown:
            return NotifyResidents(data["text"], said.places, said.unclear, said.unknown)
    text = edited(data["text"], words)
    if text is None:
        return _as_message(data, found, here)
    if not written_anew(words):
        return ChangeNotice(number, text=text)
    when, where = time_told(normalise(text), here.local), places_told(here.places, text)
    if (where.places or where.unclear or where.unknown) and list(where.places) != data["places"]:
        return NotifyResidents(text, where.places, where.unclear, where.unknown, when.start, when.end)
    return ChangeNotice(number, when.start, when.end, text)


def _as_message(data: dict[str, Any], found: Interpreted, here: Here) -> NotifyResidents | None:
    """A whole message of the same kind, with its time, is the notice as it should have been."""
    when, text = time_told(found.words, here.local), message_of(tidy(found.text))
    asks = found.interpretation.best.command is CommandName.ASK_QUESTION
    if asks or when.start is None or kind_in(found.words) != data["of"] or len(text) < LEAST_MESSAGE:
        return None
    if found.interpretation.best.command in (CommandName.END_NOTICE, CommandName.CHANGE_NOTICE):
        return None
    where = places_told(here.places, text)
    return NotifyResidents(text, where.places, where.unclear, where.unknown, when.start, when.end)
