"""What a text says, worked out before any lock is taken; whether it still holds is checked when it is acted on."""

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.context import SubdistrictConfig
from handlers.inbound import Inbound, Kind
from handlers.said import Said
from storage.accounts import Sender, homes_of
from storage.place_book import PlaceBook
from storage.unit_of_work import UnitOfWork
from understanding.command_names import CommandName
from understanding.meaning import meaning_of
from understanding.normalise import normalise
from understanding.place_index import PlaceIndex
from understanding.reading import read_report

SPOKEN = frozenset({Kind.TEXT, Kind.VOICE})
_READ = frozenset({CommandName.REPORT_PROBLEM, CommandName.ASK_QUESTION})
"""What becomes a report, and so is read whole."""


@dataclass(frozen=True)
class Basis:
    """What an interpretation rests on: the sender's building and the place tree; both may change before it is acted on."""

    home: int | None
    places: PlaceIndex


@dataclass(frozen=True)
class Interpreted:
    """A text as it was understood, with what that rests on."""

    said: Said
    basis: Basis


def interpret(text: str, basis: Basis, config: SubdistrictConfig) -> Interpreted:
    """Reads one text; pure."""
    words = normalise(text)
    meaning = meaning_of(words)
    reading = None
    if meaning.command in _READ:
        reading = read_report(words, basis.places, basis.home, config.categories, config.learned)
    return Interpreted(Said(text, words, meaning, reading), basis)


def interpret_all(
    uow: UnitOfWork, book: PlaceBook, config: SubdistrictConfig, messages: Sequence[Inbound]
) -> dict[str, Interpreted]:
    """All texts of a batch by the keys of their messages, from two statements that lock nothing."""
    spoken = [message for message in messages if message.kind is Kind.TEXT or (message.kind in SPOKEN and message.text)]
    if not spoken:
        return {}
    places, homes = book.index(uow), homes_of(uow, [sender_of(message) for message in spoken])
    return {
        message.dedupe_key: interpret(message.text or "", Basis(homes.get(sender_of(message)), places), config)
        for message in spoken
    }


def sender_of(message: Inbound) -> Sender:
    """Under which account a message came in."""
    return message.channel, message.sender
