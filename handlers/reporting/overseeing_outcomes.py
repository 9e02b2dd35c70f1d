"""What those read who oversee an area: figures, lists, who has how many."""

from dataclasses import dataclass
from datetime import datetime

from governance.tickets.states import TicketState
from handlers.outcomes import Tone, outcome
from storage.brief_figures import BriefFigures
from understanding.overseeing import Span, Topic


@dataclass(frozen=True)
class Row:
    """An open ticket in half a line. `who`: in whose hands it is; None: nobody's."""

    number: str
    state: TicketState
    summary: str
    place: str | None
    who: str | None


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class HowItStands:
    """All of an area: its dangers, what is late and what nobody has taken, each with the first of them, and the figures.

    A ticket is listed once.
    """

    area: tuple[str, ...]
    span: Span
    figures: BriefFigures
    states: tuple[tuple[TicketState, int], ...]
    dangers: tuple[Row, ...]
    late: tuple[Row, ...]
    untaken: tuple[Row, ...]


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class TicketsOfKind:
    """The first of the open tickets of one kind, and how many they are."""

    area: tuple[str, ...]
    topic: Topic
    rows: tuple[Row, ...]
    total: int


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class InHand:
    """What one person has in hand in the area: the first of it, how many, how many of them late."""

    name: str
    area: tuple[str, ...]
    rows: tuple[Row, ...]
    total: int
    late: int


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class InHands:
    """Name, open and late of several people; `nobodys`: open ones that are in nobody's hands."""

    area: tuple[str, ...]
    hands: tuple[tuple[str, int, int], ...]
    nobodys: int


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class CommunitiesCompared:
    """Name and figures of each community of the area, the one with most that is late first."""

    area: tuple[str, ...]
    span: Span
    communities: tuple[tuple[str, BriefFigures], ...]


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NobodyCalledSo:
    """Nobody who works in the area is called so."""

    said: str
    area: tuple[str, ...]


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class ReportsCounted:
    """Reports of a category in a span: how many, from how many reporters, how many say the word, at which places.

    `open`: those of the category that are still open, whenever they came.
    """

    area: tuple[str, ...]
    category: str
    word: str
    span: Span
    first: datetime
    reports: int
    reporters: int
    saying: int
    open: int
    places: tuple[tuple[str | None, int], ...]
