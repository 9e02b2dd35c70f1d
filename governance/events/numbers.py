"""Event numbers: SJ, day, running number of the day (`SJ20261124-01`)."""

import re
from collections.abc import Iterable
from datetime import date

_NUMBER = re.compile(r"^SJ\d{8}-\d{2,4}$")


def event_number(day: date, running: int) -> str:
    """The number of the day's `running`-th event (1-based)."""
    return f"{day_prefix(day)}{running:02d}"


def day_prefix(day: date) -> str:
    """What the numbers of a day's events begin with."""
    return f"SJ{day:%Y%m%d}-"


def is_event_number(text: str) -> bool:
    """Whether the text is a whole event number."""
    return _NUMBER.match(text.strip().upper()) is not None


def events_named(name: str, numbers: Iterable[str]) -> list[str]:
    """The events among `numbers` that a person may mean: a whole number, or the running number alone."""
    said = name.strip().upper()
    if is_event_number(said):
        return [number for number in numbers if number == said]
    if not said.isascii() or not said.isdigit():
        return []
    return [number for number in numbers if int(number.rpartition("-")[2]) == int(said)]
