"""What comes of what other systems bring."""

from dataclasses import dataclass
from enum import StrEnum

from handlers.outcomes import Tone, outcome


@outcome(Tone.DONE)
@dataclass(frozen=True)
class OrderTaken:
    """The order is a ticket."""

    order_no: str
    number: str


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class OrderKnown:
    """The order was taken in before."""

    order_no: str


@outcome(Tone.DONE)
@dataclass(frozen=True)
class RequestOpened:
    """The request is a ticket. `again`: it came within the hour before, and opened no second one."""

    number: str
    again: bool


class Unfit(StrEnum):
    """Why a request opens no ticket."""

    NO_KEY = "no_key"
    NO_SERVICE = "no_service"
    UNKNOWN_SERVICE = "unknown_service"
    BAD_POINT = "bad_point"
    NO_PLACE = "no_place"
    TOO_LONG = "too_long"


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class RequestRefused:
    """Nothing was opened."""

    why: Unfit
