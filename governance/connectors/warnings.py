"""Warnings of the weather: of what, how strong, and what each sets going here."""

from dataclasses import dataclass
from enum import StrEnum


class WarningKind(StrEnum):
    """Of what is warned."""

    RAIN = "rain"
    WIND = "wind"
    HEAT = "heat"
    COLD = "cold"


class Level(StrEnum):
    """The four colours of the national scale, the weakest first."""

    BLUE = "blue"
    YELLOW = "yellow"
    ORANGE = "orange"
    RED = "red"


_ORDER = tuple(Level)


@dataclass(frozen=True)
class Response:
    """What a warning sets going: check lists for every grid, the staff on duty called up, residents told."""

    check_lists: bool
    call_up: bool
    tell: bool


def response_to(level: Level) -> Response:
    """Blue: check lists. Yellow: residents are told as well. Orange and red: who is on duty is called up too."""
    strength = _ORDER.index(level)
    return Response(check_lists=True, call_up=strength >= 2, tell=strength >= 1)


def stronger(one: Level, other: Level | None) -> bool:
    """Whether a warning says more than what was said before."""
    return other is None or _ORDER.index(one) > _ORDER.index(other)
