"""Places by sum, and who is commended."""

from collections.abc import Sequence
from dataclasses import dataclass

from governance.evaluation.kinds import Evaluated


@dataclass(frozen=True)
class Standing:
    """Somebody who is evaluated. `gone`: they have left meanwhile; they keep their sum, and no place."""

    id: int
    kind: Evaluated
    total: int
    gone: bool = False


@dataclass(frozen=True)
class Ranked:
    """`place`: among those of its kind, equal sums share one; None: it has none."""

    id: int
    place: int | None
    commended: bool


def rank(standings: Sequence[Standing], best: int) -> tuple[Ranked, ...]:
    """Everybody once, by id; commended are the first `best` places of each kind that have done anything."""
    return tuple(_ranked(each, standings, best) for each in sorted(standings, key=lambda one: one.id))


def _ranked(own: Standing, standings: Sequence[Standing], best: int) -> Ranked:
    if own.gone:
        return Ranked(own.id, None, False)
    better = sum(each.kind is own.kind and not each.gone and each.total > own.total for each in standings)
    place = 1 + better
    return Ranked(own.id, place, place <= best and own.total > 0)
