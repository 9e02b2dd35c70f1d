"""The rules file: TOML whose keys are the figures of governance.rules."""

import tomllib
from pathlib import Path
from typing import Any

from governance.roles import Line
from governance.rules import LIMITS, Rules
from linli import texts
from linli.errors import Stop
from understanding.categories import CATEGORIES, GRID, URGENCIES, Category, changed


def read_rules(path: Path | None) -> tuple[Rules, tuple[Category, ...]]:
    """The shipped rules and categories with what the file changes; raises Stop with one sentence that names what is wrong."""
    if path is None:
        return Rules(), CATEGORIES
    try:
        figures = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise Stop(texts.RULES_UNREADABLE.format(path=path)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Stop(texts.RULES_MALFORMED.format(path=path, error=error)) from error
    own = [_category(path, number, entry) for number, entry in enumerate(_entries(path, figures), 1)]
    for name, value in figures.items():
        if name not in LIMITS:
            raise Stop(texts.RULES_UNKNOWN.format(path=path, name=name))
        least, most = LIMITS[name]
        if type(value) is not int or not least <= value <= most:
            raise Stop(texts.RULES_OUT_OF_RANGE.format(path=path, name=name, least=least, most=most))
    return Rules(**figures), changed(CATEGORIES, own)


def _entries(path: Path, figures: dict[str, Any]) -> list[Any]:
    entries = figures.pop("category", [])
    if not isinstance(entries, list):
        raise Stop(texts.RULES_CATEGORY.format(path=path, number=1, problem=texts.CATEGORY_FIELDS))
    return entries


def _category(path: Path, number: int, entry: Any) -> Category:
    """One of the file's own categories."""
    strings = ("code", "group", "name", "line", "urgency")
    problem = None
    if (
        not isinstance(entry, dict)
        or set(entry) != {*strings, "words"}
        or not all(isinstance(entry[name], str) and 0 < len(entry[name]) <= 32 for name in strings)
        or not isinstance(entry["words"], list)
        or not all(isinstance(word, str) and word for word in entry["words"])
    ):
        problem = texts.CATEGORY_FIELDS
    elif entry["urgency"] not in URGENCIES:
        problem = texts.CATEGORY_URGENCY
    elif entry["line"] not in (GRID, *Line):
        problem = texts.CATEGORY_LINE.format(lines="、".join((GRID, *Line)))
    if problem is not None:
        raise Stop(texts.RULES_CATEGORY.format(path=path, number=number, problem=problem))
    return Category(**{**entry, "words": tuple(entry["words"])})
