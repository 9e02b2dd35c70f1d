"""What is set at the office, in force in this process: read from the database when it has changed, at most so often."""

import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Any

from bot.notice_templates import NoticeTemplate
from governance.notices import Group
from governance.own_settings import Kind
from handlers.context import SubdistrictConfig
from storage.database import Database, Unavailable
from storage.own_settings import in_force, last_change
from understanding.categories import REQUESTS, Category, changed

EVERY_S = 2.0
"""How long another process may go by the old figures."""


class InForce:
    """One a process. Whoever holds the configuration or the templates sees the change with their next look."""

    def __init__(self, database: Database, config: SubdistrictConfig, templates: dict[Group, NoticeTemplate]) -> None:
        self._database, self._config, self._templates = database, config, templates
        self._seen, self._looked = 0, float("-inf")

    def look(self) -> None:
        """Looks whether anything has changed, unless that was done a moment ago; with the database away nothing changes."""
        if time.monotonic() - self._looked >= EVERY_S:
            self._looked = time.monotonic()  # before it is read: who comes meanwhile does not read it too
            with suppress(*Unavailable):
                self.refresh()

    def refresh(self) -> None:
        """Puts in force what the database says now."""
        with self._database.read() as connection:
            newest = last_change(connection)
            if newest != self._seen:
                self._take(in_force(connection))
        self._seen, self._looked = newest, time.monotonic()

    def _take(self, own: Mapping[tuple[str, str], Any]) -> None:
        read = self._config.as_read
        figures = {
            name: value for (kind, name), value in own.items() if kind == Kind.RULES and hasattr(read.rules, name)
        }
        theirs = [_category(value) for (kind, _), value in own.items() if kind == Kind.CATEGORIES]
        asked = {each.code for each in REQUESTS}
        templates = templates_of(read.templates) | templates_of(
            {name: value for (kind, name), value in own.items() if kind == Kind.TEMPLATES}
        )
        for group in self._templates.keys() - templates.keys():
            del self._templates[group]
        self._templates.update(templates)
        self._config.follow(
            replace(read.rules, **figures),
            changed(read.categories, [each for each in theirs if each.code not in asked]),
            changed(read.requests, [each for each in theirs if each.code in asked]),
            replace(read.reach, template=Group.AREA in templates),
        )


def _category(value: Mapping[str, Any]) -> Category:
    return Category(**{**value, "words": tuple(value["words"])})


def templates_of(values: Mapping[str, Any]) -> dict[Group, NoticeTemplate]:
    """The templates by their group, from their plain values."""
    return {
        Group(name): NoticeTemplate(each["id"], each["kind"], dict(each["fields"])) for name, each in values.items()
    }


def plain(templates: Mapping[Group, NoticeTemplate]) -> dict[str, Any]:
    """The same the other way round."""
    return {
        group.value: {"id": each.template_id, "kind": each.kind, "fields": dict(each.fields)}
        for group, each in templates.items()
    }
