"""Notices by the platform's templates: our road outside the 48 hours, one mapping a group of notices."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from governance.notices import Group

LONGEST = {"thing": 20, "character_string": 32, "phrase": 5, "const": 20, "name": 10}
"""Characters of a field by the beginning of its name. Source: the platform's document on subscription notices."""
_LONGEST_ELSE = 200


@dataclass(frozen=True)
class NoticeTemplate:
    """A template of the account. `kind`: subscribe (a permission is needed) or template; `fields`: name → source.

    Sources: title (the first line), rest (the others), text (all), number, time.
    """

    template_id: str
    kind: str
    fields: Mapping[str, str] = field(default_factory=dict)


Templates = Mapping[Group, NoticeTemplate]


def data_of(template: NoticeTemplate, text: str, number: str | None, now: datetime, zone: ZoneInfo) -> dict[str, Any]:
    """The fields filled: each cut to what the platform takes, at a character, with an ellipsis."""
    lines = [line for line in text.splitlines() if line.strip()] or [text]
    words = {
        "text": " ".join(lines),
        "title": lines[0],
        "rest": " ".join(lines[1:]) or lines[0],
        "number": number or "-",
    }
    words["time"] = f"{now.astimezone(zone):%Y-%m-%d %H:%M}"
    return {name: {"value": _cut(name, words[source])} for name, source in template.fields.items()}


def _cut(name: str, text: str) -> str:
    longest = next((most for start, most in LONGEST.items() if name.startswith(start)), _LONGEST_ELSE)
    return text if len(text) <= longest else text[: longest - 1] + "…"
