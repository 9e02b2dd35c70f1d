"""How well reports were put together: by pairs, and by B-cubed, where each report counts as much as any other."""

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Grouping:
    """Of all pairs that were put together how many belong together, the other way round, and the harmonic mean of B-cubed."""

    precision: float
    recall: float
    b_cubed: float


def grouping(meant: Sequence[Hashable], found: Sequence[Hashable]) -> Grouping:
    """Compares two groupings of the same reports: each gives every report the name of its group."""
    both, of_meant, of_found = Counter(zip(meant, found, strict=True)), Counter(meant), Counter(found)
    right = sum(map(_pairs, both.values()))
    precision = sum(count * count / of_found[there] for (_, there), count in both.items()) / max(1, len(meant))
    recall = sum(count * count / of_meant[here] for (here, _), count in both.items()) / max(1, len(meant))
    mean = 2 * precision * recall / (precision + recall) if meant else 1.0
    return Grouping(
        _share(right, sum(map(_pairs, of_found.values()))), _share(right, sum(map(_pairs, of_meant.values()))), mean
    )


def _pairs(count: int) -> int:
    return count * (count - 1) // 2


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0
