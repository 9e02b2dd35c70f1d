"""Who comes first in an area, and who has had an award too lately."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from governance.stars.states import AwardKind


@dataclass(frozen=True)
class Standing:
    """A candidate. `area`: the courtyard, building or community that the award is for; `last`: month of the last award."""

    id: int
    kind: AwardKind
    area: int
    score: int
    last: date | None = None


def ranked(standings: Iterable[Standing]) -> list[Standing]:
    """The best first. A tie goes to whom an award is longer ago (never is longest), then to whom was named first.

    Source: design, section 5.
    """
    return sorted(standings, key=lambda each: (-each.score, each.last or date.min, each.id))


def proposed(standings: Sequence[Standing], month: date, apart: int) -> list[Standing]:
    """The best of each kind and area, those left out who had one too lately."""
    best: dict[tuple[AwardKind, int], Standing] = {}
    for each in ranked(standings):
        if not too_soon(each.last, month, apart):
            best.setdefault((each.kind, each.area), each)
    return sorted(best.values(), key=lambda each: (each.kind, each.area))


def too_soon(last: date | None, month: date, apart: int) -> bool:
    """Whether an award in the month `last` is less than so many months before `month` (first days)."""
    return last is not None and (month.year - last.year) * 12 + month.month - last.month < apart
