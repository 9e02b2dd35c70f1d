"""What a text says, worked out before any lock is taken; whether it still holds is checked when it is acted on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from governance.clock import local_day
from handlers.context import Context, SubdistrictConfig
from handlers.conversation.situating import events_of, reports_of, situation_of
from handlers.inbound import Inbound, Kind
from storage import spans
from storage.accounts import KnownAccount, Sender, known_senders
from storage.dialogues import OpenQuestion
from storage.duty.check_ins import places_of_day
from storage.first_reports import PlaceAndCategory
from storage.place_book import PlaceBook
from storage.unit_of_work import UnitOfWork
from understanding.interpretation import Interpretation, interpret
from understanding.normalise import normalise
from understanding.place_index import PlaceIndex
from understanding.reading import Reading, read_report
from understanding.situation import NOTHING_KNOWN, Situation

SPOKEN = frozenset({Kind.TEXT, Kind.VOICE})


@dataclass(frozen=True)
class Basis:
    """What an interpretation rests on and what may change before it is acted on: the sender's building, who they are, until when
    a question waits, what was spoken of last, and the place tree.
    """

    home: int | None
    person: int | None
    asked_until: datetime | None
    at_hand: str
    places: PlaceIndex


@dataclass(frozen=True)
class Interpreted:
    """A text as it was understood, in its situation, with what that rests on. `reading`: what it says if it is a report."""

    text: str
    words: str
    interpretation: Interpretation
    situation: Situation
    question: OpenQuestion | None
    reading: Reading
    basis: Basis


def basis_of(account: KnownAccount | None, places: PlaceIndex) -> Basis:
    """What is known now of an account that an interpretation could rest on."""
    if account is None:
        return Basis(None, None, None, "", places)
    return Basis(account.place_id, account.person_id, account.asked_until, account.at_hand, places)


def interpret_all(
    uow: UnitOfWork, book: PlaceBook, config: SubdistrictConfig, now: datetime, messages: Sequence[Inbound]
) -> dict[str, Interpreted]:
    """All texts of a batch by the keys of their messages; nothing is locked."""
    spoken = [message for message in messages if message.kind is Kind.TEXT or (message.kind in SPOKEN and message.text)]
    if not spoken:
        return {}
    with spans.phase("read context"):
        places = book.index(uow)
        accounts = known_senders(uow, [sender_of(message) for message in spoken])
        reports = reports_of(uow, [account.id for account in accounts.values()], now) if accounts else {}
        events = events_of(uow, [account.id for account in accounts.values()], now) if accounts else {}
        known: dict[Sender, tuple[Situation, OpenQuestion | None]] = {
            sender: situation_of(
                Context(uow, config, now, book, account=account),
                reports.get(account.id, ()),
                events.get(account.id, ()),
            )
            for sender, account in accounts.items()
        }
        people = {account.person_id for account in accounts.values() if account.person_id is not None}
        at_work = places_of_day(uow, people, local_day(now, config.zone)) if people else {}
        asked = [known.get(sender_of(message), (NOTHING_KNOWN, None)) for message in spoken]
    texts = [(message.text or "", situation) for message, (situation, _) in zip(spoken, asked, strict=True)]
    found: dict[str, Interpreted] = {}
    with spans.phase("interpret"):
        for message, (text, _), (situation, question), meant in zip(
            spoken, texts, asked, interpret(texts, config.model), strict=True
        ):
            words, basis = normalise(text), basis_of(accounts.get(sender_of(message)), places)
            there = None if basis.person is None else at_work.get(basis.person)
            reading = read_report(words, places, basis.home, config.categories, config.learned, meant.dangers, there)
            found[message.dedupe_key] = Interpreted(text, words, meant, situation, question, reading, basis)
    return found


def kind_told(read: Interpreted | None) -> PlaceAndCategory | None:
    """The place and category that a text tells of as a report, where it does; a danger is held against nothing."""
    if read is None or read.reading.place is None or read.reading.category is None or read.reading.hazard is not None:
        return None
    return read.reading.place.place, read.reading.category.code


def sender_of(message: Inbound) -> Sender:
    """Under which account a message came in."""
    return message.channel, message.sender
