"""One message being answered: who, what, when, and the transaction it happens in."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from governance.clock import SHANGHAI, local_day
from governance.rules import Rules
from handlers.inbound import Inbound
from storage.accounts import KnownAccount
from storage.place_book import PlaceBook
from storage.unit_of_work import UnitOfWork
from understanding.categories import CATEGORIES, Category
from understanding.intent import Meaning
from understanding.learned import LearnedModel
from understanding.place_index import PlaceIndex


@dataclass(frozen=True)
class House:
    """What is fixed for this subdistrict: the prefix of ticket numbers, the time zone of its days, its rules, its categories."""

    ticket_prefix: str = "NH"
    zone: ZoneInfo = SHANGHAI
    rules: Rules = Rules()  # noqa: RUF009 - frozen
    categories: tuple[Category, ...] = CATEGORIES
    learned: LearnedModel | None = None


@dataclass(frozen=True)
class Turn:
    """A message and all a handler needs to answer it. `words` is its normalised text, `meaning` what that wants."""

    uow: UnitOfWork
    house: House
    inbound: Inbound
    account: KnownAccount
    now: datetime
    book: PlaceBook
    words: str = ""
    meaning: Meaning | None = None

    def with_words(self, words: str, meaning: Meaning) -> "Turn":
        """The same turn once its text has been understood."""
        return replace(self, words=words, meaning=meaning)

    @property
    def places(self) -> PlaceIndex:
        """The place tree as this message's transaction sees it."""
        return self.book.index(self.uow)

    @property
    def today(self) -> date:
        """The subdistrict's day."""
        return local_day(self.now, self.house.zone)
