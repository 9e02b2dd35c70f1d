"""One message being answered: who, what, and the context it happens in."""

from dataclasses import dataclass, field, replace

from handlers.context import Context
from handlers.inbound import Inbound
from handlers.said import Said
from storage.accounts import KnownAccount
from understanding.intent import Meaning
from understanding.reading import Reading


@dataclass(frozen=True)
class Turn(Context):
    """A message and all a handler needs to answer it. `words` is its normalised text, `meaning` what that wants."""

    account: KnownAccount = field(kw_only=True)
    inbound: Inbound = field(kw_only=True)
    words: str = field(default="", kw_only=True)
    meaning: Meaning | None = field(default=None, kw_only=True)
    reading: Reading | None = field(default=None, kw_only=True)
    """What its text says as a report, where it may be one."""

    def with_words(self, words: str, meaning: Meaning) -> "Turn":
        """The same turn once its text has been understood."""
        return replace(self, words=words, meaning=meaning)

    @property
    def account_id(self) -> int:
        """The sender's account."""
        return self.account.id

    @property
    def said(self) -> Said:
        """Its text as it was read. LookupError before it was."""
        if self.meaning is None:
            raise LookupError("nothing was read yet")
        return Said(self.inbound.text or "", self.words, self.meaning)
