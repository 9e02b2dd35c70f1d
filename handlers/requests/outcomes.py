"""What comes of an enterprise's request."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

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


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class UnitNotFound:
    """No unit, or several, are called so; `near`: some whose name holds the words."""

    said: str
    near: tuple[str, ...]


class TurnWhy(StrEnum):
    """Why a ticket becomes no request, or no report."""

    NO_TICKET = "no_ticket"
    OVER = "over"
    DANGER = "danger"
    OF_EVENT = "of_event"
    IS_REQUEST = "is_request"
    NO_REQUEST = "no_request"


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class CannotTurn:
    """It stays what it is, and why."""

    number: str
    why: TurnWhy


@outcome(Tone.DONE)
@dataclass(frozen=True)
class TurnedIntoRequest:
    """The report is a request of this unit."""

    number: str
    unit: str
    kind: RequestKind


@outcome(Tone.DONE)
@dataclass(frozen=True)
class TurnedIntoReport:
    """The request is an ordinary report; `category`: of which kind, empty where its words do not say it."""

    number: str
    category: str
