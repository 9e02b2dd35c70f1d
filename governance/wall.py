"""What a screen on the wall shows when: its colours by the hour, its days and hours as rows, the clock that is read first."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import TypeVar

NIGHT_FROM, NIGHT_UNTIL = time(20), time(6, 30)
Name = TypeVar("Name")
SHADES = 4
"""Of a field, the palest first; nothing has none."""


def is_night(local: time) -> bool:
    """Whether a screen is dimmed at this time of day."""
    return local >= NIGHT_FROM or local < NIGHT_UNTIL


def days_until(today: date, count: int) -> list[date]:
    """The last so many days, today the last."""
    return [today - timedelta(days=back) for back in reversed(range(count))]


def shade(count: int, most: int) -> int:
    """How dark the field of a count is beside the largest: 0 for nothing, else 1 to SHADES."""
    return 0 if count <= 0 or most <= 0 else min(SHADES, 1 + (count * SHADES - 1) // most)


def busiest(counts: Mapping[str, int], most: int) -> list[str]:
    """The names with the largest counts, by name among equals."""
    return sorted((name for name in counts if counts[name]), key=lambda name: (-counts[name], name))[:most]


def together(
    promises: Sequence[tuple[Name, datetime, datetime | None]],
) -> list[tuple[list[Name], datetime, datetime | None]]:
    """Promises (name, due, met) as clocks: those that run to the same instant are one, and so are those that were kept alike."""
    found: dict[tuple[bool, object], tuple[list[Name], datetime, datetime | None]] = {}
    for name, due, met in promises:
        key = (met is None, due if met is None else met <= due)
        found.setdefault(key, ([], due, met))[0].append(name)
    return list(found.values())


def first_due(promises: Sequence[tuple[datetime, datetime | None]]) -> int | None:
    """Which of these promises (due, met) is still open and due first; None where all are kept."""
    still = [(due, at) for at, (due, met) in enumerate(promises) if met is None]
    return min(still)[1] if still else None


def rounds(
    promises: Sequence[tuple[Name, datetime, datetime | None]], again: datetime | None
) -> list[tuple[Name, datetime, datetime | None, bool]]:
    """Promises (name, due, met) with whether each still says how it stands now: not one that was kept before the matter was opened
    `again`, nor one that was made anew.
    """
    last = {name: at for at, (name, _, _) in enumerate(promises)}
    return [
        (name, due, met, last[name] == at and not (again is not None and met is not None and met <= again))
        for at, (name, due, met) in enumerate(promises)
    ]
