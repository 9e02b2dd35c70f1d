"""What an address may be asked with: each parameter is read in this one place, strictly; the interface's document says the same.

What can't be read is answered 400 with a sentence that says which part is wrong and how it should be.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cached_property, wraps
from typing import Any
from urllib.parse import parse_qsl

from flask import Request, request
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import ImmutableMultiDict, MultiDict
from werkzeug.exceptions import BadRequest
from werkzeug.routing import IntegerConverter, Map, ValidationError

from bot import texts
from governance.days import FIRST_YEAR, LAST_YEAR, within_reach, year_read

MOST_ID = 2**31 - 1
YEAR_SCHEMA: Mapping[str, Any] = {"type": "integer", "minimum": FIRST_YEAR, "maximum": LAST_YEAR}
View = Callable[..., ResponseReturnValue]


class Unreadable(BadRequest):
    """A parameter that is not what it must be; `said`: the same in the reader's language."""

    def __init__(self, said: str) -> None:
        super().__init__(said)
        self.said = said


@dataclass(frozen=True)
class Parameter:
    """One of them. `label`: what people call it; `how`: how it should be; `into`: its name in the view; `many`: all that come."""

    name: str
    label: str
    how: str
    read: Callable[[str], Any]
    schema: Mapping[str, Any]
    default: Any = None
    into: str = ""
    many: bool = False


@dataclass(frozen=True)
class Taken:
    """What a view takes: from its address, from a form, and files; `of_form`: the schema of a form that the view reads itself."""

    query: tuple[Parameter, ...] = ()
    form: tuple[Parameter, ...] = ()
    files: tuple[str, ...] = ()
    of_form: Callable[[], Mapping[str, Any]] | None = None
    gives: tuple[str, ...] = field(default=("text/html",))


def takes(
    *query: Parameter,
    form: Iterable[Parameter] = (),
    files: Iterable[str] = (),
    of_form: Callable[[], Mapping[str, Any]] | None = None,
    gives: Iterable[str] = ("text/html",),
) -> Callable[[View], View]:
    """Declares what a view is asked with; it gets each parameter under its name. `gives`: the media types of its answers."""
    taken = Taken(query, tuple(form), tuple(files), of_form, tuple(gives))

    def decorate(view: View) -> View:
        @wraps(view)
        def read(*args: Any, **kwargs: Any) -> ResponseReturnValue:
            given = _given(taken.query, request.args)
            if taken.form and request.method == "POST":
                given |= _given(taken.form, request.form)
            return view(*args, **kwargs, **given)

        read.__dict__["taken"] = taken
        return read

    return decorate


def whole(name: str, label: str, least: int, most: int, default: int | None = None, into: str = "") -> Parameter:
    """A whole number."""

    def read(said: str) -> int:
        if not re.fullmatch(r"-?[0-9]{1,10}", said) or not least <= int(said) <= most:
            raise ValueError(said)
        return int(said)

    how = texts.PARAMETER_WHOLE.format(least=least, most=most)
    return Parameter(
        name, label, how, read, {"type": "integer", "minimum": least, "maximum": most}, default, into or name
    )


def row_id(name: str, label: str, into: str = "") -> Parameter:
    """The number of a row, as a page gave it."""
    return whole(name, label, 1, MOST_ID, into=into)


def day(name: str, label: str, into: str = "") -> Parameter:
    """A day, as 2026-11-24."""

    def read(said: str) -> date:
        return within_reach(_day(said))

    return Parameter(name, label, texts.PARAMETER_DAY, read, {"type": "string", "format": "date"}, None, into or name)


def year(name: str, label: str) -> Parameter:
    """A year, as 2026."""
    how = texts.PARAMETER_WHOLE.format(least=FIRST_YEAR, most=LAST_YEAR)
    return Parameter(name, label, how, year_read, YEAR_SCHEMA, None, name)


def month(name: str, label: str) -> Parameter:
    """A month, as 2026-11; its first day is given."""

    def read(said: str) -> date:
        return within_reach(_day(f"{said}-01"))

    schema = {"type": "string", "pattern": "^20[0-9]{2}-(0[1-9]|1[0-2])$"}
    return Parameter(name, label, texts.PARAMETER_MONTH, read, schema, None, name)


def instant(name: str, label: str, into: str = "") -> Parameter:
    """An instant in ISO 8601; UTC where no offset is said."""

    def read(said: str) -> datetime:
        at = datetime.fromisoformat(said.replace("Z", "+00:00").replace(" ", "+"))
        within_reach(at.date())
        return at if at.tzinfo else at.replace(tzinfo=UTC)

    schema = {"type": "string", "format": "date-time"}
    return Parameter(name, label, texts.PARAMETER_INSTANT, read, schema, None, into or name)


def one_of(name: str, label: str, values: Iterable[str], default: str = "") -> Parameter:
    """One of a few words."""
    known = tuple(values)

    def read(said: str) -> str:
        if said not in known:
            raise ValueError(said)
        return said

    how = texts.PARAMETER_ONE_OF.format(values="、".join(known))
    return Parameter(name, label, how, read, {"type": "string", "enum": list(known)}, default, name)


def words(name: str, label: str, longest: int, default: str = "", *, many: bool = False, into: str = "") -> Parameter:
    """Any text; of one that is too long the beginning counts. `many`: it may come several times, and all are given."""
    return Parameter(name, label, "", lambda said: said[:longest], {"type": "string"}, default, into or name, many)


def listed(name: str, label: str, most: int, into: str = "") -> Parameter:
    """Several words with commas between them."""

    def read(said: str) -> tuple[str, ...]:
        found = tuple(each.strip() for each in said.split(",") if each.strip())
        if len(found) > most:
            raise ValueError(said)
        return found

    how = texts.PARAMETER_LISTED.format(most=most)
    return Parameter(name, label, how, read, {"type": "string"}, (), into or name)


def readable(parameters: Iterable[Parameter], asked: str) -> bool:
    """Whether a view that takes these can be asked so, written as in an address; with a name that it does not take it can't."""
    said = MultiDict(parse_qsl(asked, keep_blank_values=True))
    try:
        found = _given(parameters, said)
    except Unreadable:
        return False
    return said.keys() <= found.keys() and not any(map(_UNUSABLE.search, said.values()))


_UNUSABLE = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")


def _given(parameters: Iterable[Parameter], said: MultiDict[str, str]) -> dict[str, Any]:
    """What was said under each name; what is left empty is as if it had not been said."""
    found: dict[str, Any] = {}
    for each in parameters:
        if each.many:
            found[each.into] = [_one(each, value) for value in said.getlist(each.name)]
        else:
            found[each.into] = _one(each, said.get(each.name, ""))
    return found


def _one(parameter: Parameter, said: str) -> Any:
    if said == "":
        return parameter.default
    try:
        return parameter.read(said)
    except (ValueError, OverflowError) as error:
        raise Unreadable(texts.UNREADABLE.format(label=parameter.label, how=parameter.how)) from error


def _day(said: str) -> date:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", said):
        raise ValueError(said)
    return date.fromisoformat(said)


class RowId(IntegerConverter):
    """The number of a row in an address, in plain digits: one that no database could hold is of no row."""

    regex = "[0-9]+"

    def __init__(self, rules: Map) -> None:
        super().__init__(rules, max=MOST_ID)


class YearInAddress(IntegerConverter):
    """A year in an address, in four plain digits: one that nobody needs is of no page."""

    regex = "[0-9]{4}"

    def to_python(self, value: str) -> int:
        """The year."""
        try:
            return year_read(value)
        except ValueError as error:
            raise ValidationError from error


class _Said(ImmutableMultiDict[str, str]):
    """What came with a request: a NUL, which no database keeps and nobody types, is in none of it; signs that turn the direction
    of writing, so that a name or a title would be read as another one, are taken out.
    """

    def __init__(self, mapping: Any = None) -> None:
        super().__init__(mapping)
        said = (
            part for pair in self.items(multi=True) for part in pair if isinstance(part, str)
        )  # a part may have no name
        if any("\0" in part for part in said):
            raise Unreadable(texts.UNREADABLE_SIGN)
        plain: dict[str, Any] = {
            name: [_TURNING.sub("", each) if isinstance(each, str) else each for each in values]
            for name, values in dict.items(self)
        }
        dict.update(self, plain)


_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


class StrictRequest(Request):
    """A request whose parameters and fields hold no sign that nobody types."""

    parameter_storage_class = _Said

    @cached_property
    def args(self) -> MultiDict[str, str]:
        """What is asked in the address. Raises Unreadable, also where its bytes are no text."""
        try:
            return super().args
        except UnicodeDecodeError as error:
            raise Unreadable(texts.UNREADABLE_SIGN) from error
