"""What comes of what units offer and communities need."""

from dataclasses import dataclass

from handlers.outcomes import Tone, outcome
from handlers.projects.outcomes import ProjectRef


@dataclass(frozen=True)
class ListedItem:
    """A line of what is offered or needed: number, words, and whose or where."""

    number: int
    text: str
    whose: str


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class ItemsListed:
    """What is offered or needed. `what`: resources or needs."""

    what: str
    items: tuple[ListedItem, ...]
    more: int


@outcome(Tone.DONE)
@dataclass(frozen=True)
class ResourceOffered:
    """It stands on the list; `fits`: what it may serve (projects and needs)."""

    number: int
    unit: str
    text: str
    projects: tuple[ProjectRef, ...]
    needs: tuple[str, ...]


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class WhatToOffer:
    """What is offered is missing."""


@outcome(Tone.DONE)
@dataclass(frozen=True)
class OfferEnded:
    """It is off the list."""

    number: int


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NoSuchItem:
    """Nothing of the sender's has this number on the list. `what`: resources or needs."""

    number: int
    what: str


@outcome(Tone.DONE)
@dataclass(frozen=True)
class NeedStated:
    """It stands on the list; `fits`: units that offer what fits."""

    number: int
    text: str
    place: str
    fits: tuple[str, ...]


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class WhatIsNeeded:
    """What is needed is missing."""


@outcome(Tone.DONE)
@dataclass(frozen=True)
class NeedEnded:
    """It is off the list."""

    number: int


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class EnoughForToday:
    """So many were put on the list today that more has to wait. `what`: resources or needs."""

    what: str
    most: int
