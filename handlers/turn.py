"""One message being answered: who, what, when, and the transaction it happens in."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from governance.clock import SHANGHAI
from governance.rules import Rules
from handlers.inbound import Inbound
from storage.accounts import KnownAccount
from storage.unit_of_work import UnitOfWork
from understanding.intent import Meaning


@dataclass(frozen=True)
class House:
    """What is fixed for this subdistrict: the prefix of ticket numbers, the time zone of its days, its rules."""

    ticket_prefix: str = "NH"
    zone: ZoneInfo = SHANGHAI
    rules: Rules = Rules()  # noqa: RUF009 - frozen


@dataclass(frozen=True)
class Turn:
    """A message and all a handler needs to answer it. `words` is its normalised text, `meaning` what that wants."""

    uow: UnitOfWork
    house: House
    inbound: Inbound
    account: KnownAccount
    now: datetime
    words: str = ""
    meaning: Meaning | None = None

    def with_words(self, words: str, meaning: Meaning) -> "Turn":
        """The same turn once its text has been understood."""
        return Turn(self.uow, self.house, self.inbound, self.account, self.now, words, meaning)
