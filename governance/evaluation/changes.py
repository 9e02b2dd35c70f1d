"""How the facts of a sum differ from those of the books, line by line."""

from collections.abc import Iterable
from dataclasses import dataclass

from governance.evaluation.kinds import FactKind
from governance.evaluation.scoring import Fact


@dataclass(frozen=True)
class FactChange:
    """A fact that the books have otherwise. `before`, `after`: its amount; None: it is not there."""

    kind: FactKind
    source: str
    about: str
    before: int | None
    after: int | None


def changes(frozen: Iterable[Fact], books: Iterable[Fact]) -> tuple[FactChange, ...]:
    """In the order of the kinds; what was corrected by hand stays, and is no change. Words may differ: amounts count."""
    old = {(each.kind.value, each.source): each for each in frozen if each.kind is not FactKind.CORRECTION}
    new = {(each.kind.value, each.source): each for each in books}
    found = []
    for key, told in {**old, **new}.items():
        before, after = (_amount(each.get(key)) for each in (old, new))
        if before != after:
            found.append(FactChange(told.kind, told.source, told.about, before, after))
    order = list(FactKind)
    return tuple(sorted(found, key=lambda each: (order.index(each.kind), each.source)))


def _amount(fact: Fact | None) -> int | None:
    return None if fact is None else fact.amount
