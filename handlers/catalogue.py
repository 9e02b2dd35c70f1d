"""The catalogue of commands: each thing that can be done, once, with its label, who may, what it changes, and its executor.

A command is a frozen dataclass in its domain's `commands.py`, marked by `@command`; the one function that does it is marked by
`@executes`. `handlers.registry` imports them all; chat, taps, forms, interfaces, help and documents read the catalogue.
"""

from collections.abc import Callable, Iterator
from dataclasses import MISSING, Field, dataclass, field, fields, is_dataclass
from enum import StrEnum
from functools import cached_property
from re import sub
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from governance.roles import Role
from handlers.context import Context
from handlers.errors import WrongCatalogue
from handlers.outcomes import TONES, Refuse
from understanding.intents import Intent

C = TypeVar("C")
T = TypeVar("T", bound=type)


class Effect(StrEnum):
    """How sure one must be before doing it."""

    NONE = "none"
    """It only shows."""
    REVERSIBLE = "reversible"
    """It can be taken back by another command."""
    BINDING = "binding"
    """It can't be taken back, or others act on it at once."""


@dataclass(frozen=True)
class Slot:
    """A field of a command. `required`: without it the command can't be done, so it is asked for."""

    name: str
    label: str
    kind: Any
    required: bool


@dataclass(frozen=True)
class Entry:
    """One command. `roles`: who may do it somewhere, None for everybody; `back`: the command that takes it back."""

    command: type[Any]
    label: str
    intent: Intent
    effect: Effect
    roles: frozenset[Role] | None
    examples: tuple[str, ...]
    back: type[Any] | None

    @cached_property
    def name(self) -> str:
        """As the command line and the traces write it: `take_ticket`."""
        return sub(r"(?<!^)(?=[A-Z])", "_", self.command.__name__).lower()

    @property
    def slots(self) -> tuple[Slot, ...]:
        """What it takes, in the order of its fields."""
        hints = get_type_hints(self.command)
        return tuple(_slot(each, hints[each.name]) for each in fields(self.command))


def slot(label: str, *, default: Any = MISSING) -> Any:
    """A field of a command with its Chinese label; with a default it may be left out."""
    meta = {"label": label}
    return field(metadata=meta) if default is MISSING else field(default=default, metadata=meta)


_ENTRIES: dict[type[Any], Entry] = {}
_BY_NAME: dict[str, Entry] = {}
_EXECUTORS: dict[type[Any], Callable[[Any, Context], Any]] = {}


def command(
    label: str, intent: Intent, *, effect: Effect, roles: frozenset[Role] | None = None, examples: tuple[str, ...] = (),
    back: type[Any] | None = None,
) -> Callable[[T], T]:  # fmt: skip
    """Puts a frozen dataclass into the catalogue. Raises WrongCatalogue for one that is no such class, or a name twice."""

    def enter(cls: T) -> T:
        if not is_dataclass(cls) or not cls.__dataclass_params__.frozen:  # type: ignore[attr-defined]
            raise WrongCatalogue(f"{cls.__name__} is no frozen dataclass")
        entry = Entry(cls, label, intent, effect, roles, examples, back)
        if any(entry.name == other.name for other in _ENTRIES.values()):
            raise WrongCatalogue(f"{entry.name} twice")
        _ENTRIES[cls] = entry
        return cls

    return enter


def executes(cls: type[C]) -> Callable[[Callable[[C, Context], Any]], Callable[[C, Context], Any]]:
    """Marks the function that does a command. It answers registered outcomes only; WrongCatalogue for anything else."""

    def enter(execute: Callable[[C, Context], Any]) -> Callable[[C, Context], Any]:
        if cls not in _ENTRIES or cls in _EXECUTORS:
            raise WrongCatalogue(f"{cls.__name__} is not in the catalogue, or executed twice")
        unknown = [each for each in outcomes_of(execute) if each not in TONES]
        if unknown:
            raise WrongCatalogue(f"{execute.__qualname__} answers {unknown}")
        _EXECUTORS[cls] = execute
        return execute

    return enter


def execute(asked: Any, ctx: Context) -> Any:
    """Does a command within the context's transaction; answers its outcome. KeyError for what is not in the catalogue."""
    try:
        return _EXECUTORS[type(asked)](asked, ctx)
    except Refuse as refuse:
        return refuse.outcome


def entries() -> Iterator[Entry]:
    """The catalogue, in the order of registration."""
    return iter(_ENTRIES.values())


def entry_of(cls: type[Any]) -> Entry:
    """A command's entry."""
    return _ENTRIES[cls]


def entry_named(name: str) -> Entry:
    """The entry of the command with this name; KeyError where none has it."""
    if len(_BY_NAME) != len(_ENTRIES):
        _BY_NAME.update({entry.name: entry for entry in _ENTRIES.values()})
    return _BY_NAME[name]


def intent_of(name: str) -> Intent:
    """The label of the command with this name; KeyError where none has it."""
    return entry_named(name).intent


def effect_of(name: str) -> Effect:
    """What the command with this name changes; KeyError where none has it."""
    return entry_named(name).effect


def executor_of(cls: type[Any]) -> Callable[[Any, Context], Any]:
    """The function that does a command; KeyError where nobody does it."""
    return _EXECUTORS[cls]


def outcomes_of(execute: Callable[..., Any]) -> tuple[type[Any], ...]:
    """The outcomes that a function's annotation names."""
    answers = get_type_hints(execute).get("return")
    return get_args(answers) if get_origin(answers) in (Union, UnionType) else (answers,)


def _slot(each: "Field[Any]", kind: Any) -> Slot:
    required = each.default is MISSING and each.default_factory is MISSING
    return Slot(each.name, each.metadata.get("label", each.name), kind, required)
