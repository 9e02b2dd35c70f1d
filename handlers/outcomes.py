"""What comes of a command: frozen values, each with its tone; what is said of them stands in the domains' `texts.py`."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum, StrEnum
from re import sub
from typing import Any, TypeVar, get_type_hints

from handlers.context import Here
from handlers.errors import WrongCatalogue

T = TypeVar("T", bound=type)
O = TypeVar("O")  # noqa: E741


class Tone(StrEnum):
    """How an outcome is shown."""

    DONE = "done"
    TOLD = "told"
    """Nothing was changed: an answer, a list."""
    REFUSED = "refused"
    """It can't be done: why, and what is possible."""
    ASKS = "asks"
    """Something is missing, and was asked for."""


TONES: dict[type[Any], Tone] = {}
"""Every registered outcome."""
_SAYS: dict[type[Any], Callable[[Any, Here], str]] = {}


class Refuse(Exception):
    """Ends a command with a refusal or a question that several executors share.

    Nothing of it was written yet, save what stands by itself: a ticket is taken while the proof of the next step is asked for.
    """

    def __init__(self, outcome: Any) -> None:
        super().__init__(type(outcome).__name__)
        self.outcome = outcome


def outcome(tone: Tone) -> Callable[[T], T]:
    """Registers a frozen dataclass as what a command may come to. Raises WrongCatalogue for any other class."""

    def enter(cls: T) -> T:
        if not is_dataclass(cls) or not cls.__dataclass_params__.frozen:  # type: ignore[attr-defined]
            raise WrongCatalogue(f"{cls.__name__} is no frozen dataclass")
        TONES[cls] = tone
        return cls

    return enter


def says(words: Callable[[O, Here], str]) -> Callable[[O, Here], str]:
    """Marks the function that puts an outcome, the type of its first argument, into words."""
    kind = next(iter(get_type_hints(words).values()))
    if kind not in TONES or kind in _SAYS:
        raise WrongCatalogue(f"{kind} is no outcome, or said twice")
    _SAYS[kind] = words
    return words


def in_words(found: Any, here: Here) -> str:
    """What the chat says of an outcome; KeyError where nothing was written for it."""
    return _SAYS[type(found)](found, here)


def has_words(kind: type[Any]) -> bool:
    """Whether something is said of an outcome."""
    return kind in _SAYS


def tone_of(found: Any) -> Tone:
    """How an outcome is shown."""
    return TONES[type(found)]


def as_json(found: Any) -> dict[str, Any]:
    """An outcome for programs: its tone, its kind (`request_opened`), and its fields by their names."""
    kind = sub(r"(?<!^)(?=[A-Z])", "_", type(found).__name__).lower()
    return {"tone": tone_of(found).value, "kind": kind, "fields": _plain(found)}


def _plain(value: Any) -> Any:
    """Instants and days in ISO 8601, enumerations by their values; TypeError for what has no such form."""
    match value:
        case None | bool() | int() | float():
            return value
        case Enum():
            return value.value
        case str():
            return value
        case datetime() | date():
            return value.isoformat()
        case tuple() | list() | frozenset():
            return [_plain(each) for each in value]
        case dict():
            return {str(_plain(key)): _plain(each) for key, each in value.items()}
    if not is_dataclass(value):
        raise TypeError(f"{type(value).__name__} is no value")
    return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
