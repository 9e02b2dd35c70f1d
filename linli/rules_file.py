"""The rules file: TOML whose keys are the figures of governance.rules."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from bot.notice_templates import NoticeTemplate
from governance.notices import Group
from governance.own_settings import SOURCES, figure_problem
from governance.own_settings_texts import NO_PART_OF_A_YEAR
from governance.privacy import InformationNotice
from governance.roles import Line
from governance.rule_limits import LIMITS
from governance.rules import Rules
from governance.working_calendar import WorkingCalendar
from linli import law_texts, texts, thing_texts
from linli.errors import Stop
from understanding.categories import CATEGORIES, GRID, REQUESTS, URGENCIES, Category, changed


@dataclass(frozen=True)
class OwnRules:
    """What a subdistrict may change, changed or as shipped."""

    rules: Rules = Rules()  # noqa: RUF009 - frozen
    categories: tuple[Category, ...] = CATEGORIES
    calendar: WorkingCalendar = WorkingCalendar()  # noqa: RUF009 - frozen
    templates: Mapping[Group, NoticeTemplate] = field(default_factory=dict)
    privacy: InformationNotice = InformationNotice()  # noqa: RUF009 - frozen
    requests: tuple[Category, ...] = REQUESTS


def read_rules(path: Path | None) -> OwnRules:
    """The shipped rules with what the file changes; raises Stop with one sentence that names what is wrong."""
    if path is None:
        return OwnRules()
    try:
        figures = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise Stop(texts.RULES_UNREADABLE.format(path=path)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Stop(texts.RULES_MALFORMED.format(path=path, error=error)) from error
    calendar = _calendar(path, figures.pop("calendar", {}))
    privacy = _privacy(path, figures.pop("privacy", {}))
    templates = _templates(path, figures.pop("template", []))
    own = [_category(path, number, entry) for number, entry in enumerate(_entries(path, figures), 1)]
    for name, value in figures.items():
        if name not in LIMITS:
            raise Stop(texts.RULES_UNKNOWN.format(path=path, name=name))
        wrong = figure_problem(name, value)
        if wrong == NO_PART_OF_A_YEAR:
            raise Stop(thing_texts.RULES_NO_PART_OF_A_YEAR.format(path=path, name=name))
        if wrong:
            least, most = LIMITS[name]
            raise Stop(texts.RULES_OUT_OF_RANGE.format(path=path, name=name, least=least, most=most))
    of_requests = {category.code for category in REQUESTS}
    reports = changed(CATEGORIES, [each for each in own if each.code not in of_requests])
    requests = changed(REQUESTS, [each for each in own if each.code in of_requests])
    return OwnRules(Rules(**figures), reports, calendar, templates, privacy, requests)


def _templates(path: Path, entries: Any) -> dict[Group, NoticeTemplate]:
    """`[[template]]`: which of the account's templates carries which groups of notices outside the 48 hours."""
    found: dict[Group, NoticeTemplate] = {}
    for number, entry in enumerate(entries if isinstance(entries, list) else [None], 1):
        well = (
            isinstance(entry, dict)
            and set(entry) == {"groups", "id", "kind", "fields"}
            and isinstance(entry["groups"], list)
            and set(entry["groups"]) <= set(Group)
            and entry["kind"] in ("subscribe", "template")
            and isinstance(entry["id"], str)
            and isinstance(entry["fields"], dict)
            and entry["fields"]
            and set(entry["fields"].values()) <= set(SOURCES)
        )
        if not well:
            raise Stop(texts.RULES_TEMPLATE.format(path=path, number=number, groups="、".join(Group)))
        template = NoticeTemplate(entry["id"], entry["kind"], dict(entry["fields"]))
        found |= {Group(group): template for group in entry["groups"]}
    return found


def _calendar(path: Path, entry: Any) -> WorkingCalendar:
    """`[calendar]` with `workdays` and `holidays`: newly published arrangements that the packages do not know yet."""
    days = {True: "workdays", False: "holidays"}
    if not isinstance(entry, dict) or not set(entry) <= set(days.values()):
        raise Stop(texts.RULES_CALENDAR.format(path=path))
    own: dict[date, bool] = {}
    for works, name in days.items():
        listed = entry.get(name, [])
        if not isinstance(listed, list) or not all(type(day) is date for day in listed):
            raise Stop(texts.RULES_CALENDAR.format(path=path))
        own |= dict.fromkeys(listed, works)
    return WorkingCalendar(own)


_NOTICE = {"name": 40, "contact": 80, "version": 12}


def _privacy(path: Path, entry: Any) -> InformationNotice:
    """`[privacy]`: who keeps the data, whom to turn to, and the subdistrict's own mark of the notice's version."""
    well = isinstance(entry, dict) and all(
        name in _NOTICE and isinstance(said, str) and 0 < len(said) <= _NOTICE[name] for name, said in entry.items()
    )
    if not well:
        raise Stop(law_texts.RULES_PRIVACY.format(path=path))
    own = InformationNotice()
    return InformationNotice(entry.get("name", own.name), entry.get("contact", own.contact), entry.get("version", ""))


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
