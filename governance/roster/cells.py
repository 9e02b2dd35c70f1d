"""One row being read: each cell checked against its column, each problem noted where it is."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TypeVar

from governance import texts
from governance.roster.sheets import Problem, Row, Sheet

Choice = TypeVar("Choice")
Value = TypeVar("Value")
_SEPARATOR = re.compile(r"[、,;，；\s]+")
_ALIAS_SEPARATOR = re.compile(r"[、,;，；]+")
_MOBILE = re.compile(r"1[3-9]\d{9}")
_LANDLINE = re.compile(r"0\d{9,11}|[2-8]\d{6,7}")


class Names:
    """What a reference may name: a code, or a name that only one has."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        """`pairs`: code and name of each entry."""
        self._codes: set[str] = set()
        self._by_name: dict[str, list[str]] = {}
        for code, name in pairs:
            self._codes.add(code)
            self._by_name.setdefault(name, []).append(code)

    def find(self, value: str) -> list[str]:
        """The codes that the value may mean."""
        return [value] if value in self._codes else self._by_name.get(value, [])


class Cells:
    """The cells of a row. Whatever is wrong goes to `problems`; the value is then None."""

    def __init__(self, sheet: Sheet, row: Row, problems: list[Problem]) -> None:
        self._sheet, self._row, self._problems = sheet, row, problems
        for column in sheet.columns:
            value = row.cells.get(column.key)
            if value is None and column.required:
                self.wrong(column.key, texts.MISSING)
            elif value is not None and len(value) > column.longest:
                self.wrong(column.key, texts.TOO_LONG.format(most=column.longest))

    @property
    def number(self) -> int:
        """The row's number in the workbook."""
        return self._row.number

    def wrong(self, key: str, text: str) -> None:
        """Notes a problem in a column."""
        self._problems.append(Problem(self._sheet.title, self._row.number, self._sheet.heading(key), text))

    def first(self, value: Value | None, rows: dict[Value, int], key: str, text: str) -> bool:
        """Whether the row is the first with this value; else the problem is noted. None: another problem is noted already."""
        if value is None:
            return False
        first = rows.setdefault(value, self.number)
        if first != self.number:
            self.wrong(key, text.format(value=value, row=first))
        return first == self.number

    def text(self, key: str) -> str | None:
        """The text of a cell, None when it is empty."""
        return self._row.cells.get(key)

    def choice(self, key: str, names: Mapping[Choice, str]) -> Choice | None:
        """The value whose Chinese name stands in the cell."""
        value = self.text(key)
        if value is None:
            return None
        for choice, name in names.items():
            if name == value:
                return choice
        self.wrong(key, texts.NOT_A_CHOICE.format(value=value, choices="、".join(names.values())))
        return None

    def reference(self, key: str, names: Names, sheet: Sheet) -> str | None:
        """The code that the cell names in another sheet."""
        value = self.text(key)
        return None if value is None else self._resolved(key, value, names, sheet)

    def references(self, key: str, names: Names, sheet: Sheet) -> tuple[str, ...]:
        """The codes that the cell lists, sorted: their order says nothing."""
        values = [value for value in _SEPARATOR.split(self.text(key) or "") if value]
        codes = (self._resolved(key, value, names, sheet) for value in values)
        return tuple(sorted({code for code in codes if code is not None}))

    def _resolved(self, key: str, value: str, names: Names, sheet: Sheet) -> str | None:
        found = names.find(value)
        if len(found) == 1:
            return found[0]
        text = texts.AMBIGUOUS if found else texts.UNKNOWN
        self.wrong(key, text.format(value=value, count=len(found), sheet=sheet.title))
        return None

    def aliases(self, key: str) -> tuple[str, ...]:
        """Names separated by 、 or a comma."""
        parts = (part.strip() for part in _ALIAS_SEPARATOR.split(self.text(key) or ""))
        return tuple(dict.fromkeys(part for part in parts if part))

    def degrees(self, key: str, most: float) -> float | None:
        """A number of degrees from -`most` to `most`."""
        return self._read(key, lambda value: _between(value, most), texts.NOT_DEGREES, least=-most, most=most)

    def phone(self, key: str) -> str | None:
        """A phone number as bare digits; a country code +86 and hyphens are dropped."""
        return self._read(key, phone_digits, texts.NOT_A_PHONE)

    def day(self, key: str) -> date | None:
        """A day written as ISO 8601 (the reader brings every usual way to write it to that)."""
        return self._read(key, date.fromisoformat, texts.NOT_A_DATE)

    def _read(self, key: str, read: Callable[[str], Choice], text: str, **words: object) -> Choice | None:
        value = self.text(key)
        if value is None:
            return None
        try:
            return read(value)
        except ValueError:
            self.wrong(key, text.format(value=value, **words))
            return None


def phone_digits(value: str) -> str:
    """The digits of a Chinese phone number; raises ValueError when it is none."""
    digits = re.sub(r"[\s\-()]", "", value).removeprefix("+86")
    if not (_MOBILE.fullmatch(digits) or _LANDLINE.fullmatch(digits)):
        raise ValueError("phone")
    return digits


def _between(value: str, most: float) -> float:
    number = float(value)
    if not -most <= number <= most:
        raise ValueError("degrees")
    return number
