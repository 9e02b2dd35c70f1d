"""The sum of an evaluation: each fact with its source, what of it counts, and the points for it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from governance.evaluation.kinds import FactKind
from governance.rules import Rules

MINUTES_AN_HOUR = 60
MOST_CORRECTION = 200
"""An objection changes a sum by so many points at most."""


@dataclass(frozen=True)
class Weight:
    """`points` for each `per` of the amount; `most`: so much of it counts (None: all)."""

    points: int
    per: int = 1
    most: int | None = None


@dataclass(frozen=True)
class Fact:
    """Something that was kept. `source`: where it stands, unique for its kind; `about`: it in words."""

    kind: FactKind
    amount: int
    source: str
    about: str


@dataclass(frozen=True)
class Line:
    """One line of the sum: all facts of a kind. `counted`: what of the amount is within the limit."""

    kind: FactKind
    amount: int
    counted: int
    points: int
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class Sum:
    """`total` is the sum of the lines' points."""

    total: int
    lines: tuple[Line, ...]


def weights(rules: Rules) -> dict[FactKind, Weight]:
    """What each kind weighs under these rules; they are kept with the round, which later rules do not change."""
    return {
        FactKind.MILESTONE_IN_TIME: Weight(rules.evaluation_milestone_points),
        FactKind.MILESTONE_LATE: Weight(rules.evaluation_late_points),
        FactKind.MILESTONE_MISSED: Weight(-rules.evaluation_missed_points),
        FactKind.LECTURE: Weight(rules.evaluation_lecture_points, most=rules.evaluation_lectures),
        FactKind.HOURS: Weight(rules.evaluation_hour_points, MINUTES_AN_HOUR, rules.evaluation_hours * MINUTES_AN_HOUR),
        FactKind.PROJECT: Weight(rules.evaluation_project_points),
        FactKind.THANKS: Weight(rules.evaluation_thanks_points, most=rules.evaluation_thanks),
        FactKind.TAKE_ON: Weight(rules.evaluation_take_on_points, most=rules.evaluation_take_ons),
        FactKind.IN_TIME: Weight(rules.evaluation_in_time_points),
        FactKind.DELAY: Weight(-rules.evaluation_delay_points, most=rules.evaluation_delays),
        FactKind.CORRECTION: Weight(1),
    }


def total(facts: Iterable[Fact], weighing: Mapping[FactKind, Weight]) -> Sum:
    """The sum of these facts, whatever their order; what comes from one source counts once. Lines stand in the order of kinds."""
    once = {(fact.kind, fact.source): fact for fact in sorted(facts, key=lambda each: (each.source, each.amount))}
    lines = []
    for kind in FactKind:
        own = tuple(fact for fact in once.values() if fact.kind is kind)
        if own:
            lines.append(_line(kind, own, weighing[kind]))
    return Sum(sum(line.points for line in lines), tuple(lines))


def is_correction(points: int) -> bool:
    """Whether an objection may change a sum by so much."""
    return points != 0 and abs(points) <= MOST_CORRECTION


def _line(kind: FactKind, facts: tuple[Fact, ...], weight: Weight) -> Line:
    amount = sum(fact.amount for fact in facts)
    counted = amount if weight.most is None else min(amount, weight.most)
    return Line(kind, amount, counted, weight.points * (counted // weight.per), facts)
