"""One message being answered: who, what, and the context it happens in."""

from dataclasses import dataclass, replace

from handlers.context import Context
from handlers.inbound import Inbound
from storage.accounts import KnownAccount
from understanding.intent import Meaning


@dataclass(frozen=True)
class Turn(Context):
    """A message and all a handler needs to answer it. `words` is its normalised text, `meaning` what that wants."""

    inbound: Inbound
    account: KnownAccount
    words: str = ""
    meaning: Meaning | None = None

    def with_words(self, words: str, meaning: Meaning) -> "Turn":
        """The same turn once its text has been understood."""
        return replace(self, words=words, meaning=meaning)

    @property
    def account_id(self) -> int:
        """The sender's account."""
        return self.account.id

    @property
    def person_id(self) -> int | None:
        """The person whom the sender's account is bound to."""
        return self.account.person_id
