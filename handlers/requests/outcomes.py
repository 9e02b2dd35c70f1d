"""What comes of an enterprise's request."""

from dataclasses import dataclass
from datetime import datetime

from governance.requests.kinds import RequestKind
from handlers.outcomes import Tone, outcome


@outcome(Tone.DONE)
@dataclass(frozen=True)
class RequestFiled:
    """A ticket was opened for the unit; by when somebody gets in touch (None: it is urgent), and by when it is answered.

    `units`: for which it is, or of which one is asked for.
    """

    number: str
    units: tuple[str, ...]
    kind: RequestKind
    summary: str
    contact_by: datetime | None
    answer_by: datetime


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class WhatIsNeeded:
    """The request itself is missing; `unit`: for whom it would be, where that is clear."""

    unit: str


@outcome(Tone.DONE)
@dataclass(frozen=True)
class UnitNamed:
    """A request is for this unit."""

    number: str
    unit: str


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NoContact:
    """Only a contact can file a request, and nothing was said that could be a report; `known`: it is known who they are."""

    known: bool
