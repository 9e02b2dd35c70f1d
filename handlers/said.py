"""A text that was read as a command, on its way to becoming one."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from handlers.context import Here
from understanding.command_names import CommandName
from understanding.hazard import Hazard
from understanding.meaning import Meaning
from understanding.normalise import tidy
from understanding.reading import Reading


@dataclass(frozen=True)
class Said:
    """`text`: as it was written; `words`: normalised; `meaning`: what they were read as.

    `reading`: what they say as a report, where they may be one.
    """

    text: str
    words: str
    meaning: Meaning
    reading: Reading | None = None

    @property
    def ticket(self) -> str | None:
        """The ticket that is named: its last digits or its whole number."""
        return self.meaning.ticket

    @property
    def shift(self) -> int | None:
        """The shift that is meant, where it was said in free words."""
        return self.meaning.shift

    @property
    def free(self) -> bool:
        """Whether it was said in free words: `argument` is then the whole text."""
        return self.meaning.free

    @property
    def variant(self) -> str:
        """In which way it is meant (good, bad), where it was said in free words."""
        return self.meaning.variant

    @property
    def argument(self) -> str:
        """What follows the command, in the writer's own letters and punctuation; empty where nothing does."""
        if self.free:
            return tidy(self.text)
        rest = self.meaning.rest or ""
        at = self.words.lower().find(rest)
        if not rest or at < 0:
            return rest
        own = tidy(self.text)
        written = own if len(own) == len(self.words) else self.words
        return written[at:].strip(" ,，:：")


Read = Callable[[Said, Here], Any]
"""Makes a command of what was said; pure."""


@dataclass(frozen=True)
class Told:
    """A danger, and the words that tell of it."""

    hazard: Hazard
    words: str


def danger_told(said: Said) -> Told | None:
    """The danger that free words tell of besides."""
    hazard = said.reading.hazard if said.free and said.reading is not None else None
    return None if hazard is None else Told(hazard, said.argument)


Reads = dict[CommandName, Read]
"""What a domain's `reading.py` declares: how the words of each of its commands are read."""
