"""What anybody may see of the stars."""

from dataclasses import dataclass

from governance.stars.scoring import Row
from governance.stars.states import AwardKind
from handlers.outcomes import Tone, outcome


@dataclass(frozen=True)
class PublicLine:
    """An award as it may be named."""

    number: int
    kind: AwardKind
    name: str
    area: int
    deeds: str


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class Roll:
    """What is on notice and what was announced last, the reader's own community first."""

    noticed: tuple[PublicLine, ...]
    announced: tuple[PublicLine, ...]
    year: int


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class NoRoll:
    """Nothing is public."""


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class Why:
    """The rows of the score, those with most points first."""

    number: int
    name: str
    kind: AwardKind
    area: int
    score: int
    rows: tuple[Row, ...]


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class WhyWhich:
    """A number is wanted; `number`: one that there is."""

    number: int


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NoWhy:
    """Nothing public has this number."""

    number: int
