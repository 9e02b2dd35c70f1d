"""What became of what staff put right in a report."""

from dataclasses import dataclass
from enum import StrEnum

from handlers.outcomes import Tone, outcome


class Unchanged(StrEnum):
    """Why nothing was changed."""

    NOTHING = "nothing"
    WHY = "why"
    PLACE = "place"
    CATEGORY = "category"
    REQUEST = "request"
    """One of the two categories is of enterprises' requests, which have a way of their own."""
    DANGER = "danger"
    """A danger is stood down or raised in its own way."""
    ENDED = "ended"


@outcome(Tone.DONE)
@dataclass(frozen=True)
class FactsChanged:
    """Written, and whoever has it is told. `changes`: what is different now, as it stands in the time line."""

    number: str
    changes: str


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class FactsKept:
    """All stays as it was. `said`: what could not be read."""

    number: str
    why: Unchanged
    said: str = ""
