"""What a reporter wrote, as it is kept: masked where statements look for words, in full only sealed, found by keyed digests."""

from collections.abc import Sequence
from dataclasses import dataclass

from storage import keyring
from understanding.known_names import KnownNames
from understanding.masking import masked_text, names_given, numbers_in, plain_number

_NAME, _NUMBER = "mention", "number"


@dataclass(frozen=True)
class KeptWords:
    """`shown`: masked; `original`: None where nothing had to be masked; `digests`: of the names and numbers in it."""

    shown: str
    original: str | None
    digests: tuple[str, ...]


def kept_words(text: str, names: KnownNames) -> KeptWords:
    """The words as they are to be kept; `names`: those of the roster."""
    shown = masked_words(text, names)
    if shown == text:
        return KeptWords(text, None, ())
    digests = [keyring.digest(_NAME, name) for name in dict.fromkeys([*names.found_in(text), *names_given(text)])]
    digests += [keyring.digest(_NUMBER, number) for number in numbers_in(text)]
    return KeptWords(shown, text, tuple(digests))


def masked_words(text: str, names: KnownNames) -> str:
    """A part of such words: a summary, a place."""
    return masked_text(names.masked(text))


def digests_of(said: str) -> Sequence[str]:
    """Under what somebody's full name or number stands in words that mention it, whichever key they were kept under."""
    return [*keyring.digests(_NAME, said), *keyring.digests(_NUMBER, plain_number(said))]
