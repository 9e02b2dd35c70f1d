"""A month's score: a sum over facts, each with its points and the reason where it has none."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from governance.rules import Rules


class FactKind(StrEnum):
    """What counts. Source: design, section 5."""

    HOURS = "hours"
    """Minutes of the ledger. A patrol's are not among them: it counts by itself."""
    PATROL = "patrol"
    FINDING = "finding"
    """A report that was handled and closed by others."""
    MEDIATION = "mediation"
    DUTY = "duty"
    """A shift that was kept to its end."""
    STREAK = "streak"
    """The most days in a row with a check-in on the spot."""
    NOMINATION = "nomination"
    """One household's."""


@dataclass(frozen=True)
class Fact:
    """Something that somebody did. `key`: what it is, once; `amount`: minutes of hours, days of a streak, else 1.

    `confirmed`: somebody or something else than their own words stands for it.
    """

    kind: FactKind
    key: str
    day: date
    amount: int = 1
    confirmed: bool = True


class Why(StrEnum):
    """What became of a fact."""

    COUNTED = "counted"
    LIMITED = "limited"
    """It is beyond what counts a day or a round, wholly or in part."""
    UNCONFIRMED = "unconfirmed"
    AGAIN = "again"
    """It was there already."""


@dataclass(frozen=True)
class Row:
    """A fact with how much of it counted and the points for that."""

    fact: Fact
    counted: int
    points: int
    why: Why


@dataclass(frozen=True)
class Score:
    """`total` is the sum of the rows' points."""

    total: int
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Weight:
    """`points` for each `per` of the amount; so much of it a day and a round counts (None: no limit)."""

    points: int
    per: int = 1
    a_day: int | None = None
    a_round: int | None = None


def weights(rules: Rules) -> dict[FactKind, Weight]:
    """What each kind weighs under these rules."""
    return {
        FactKind.HOURS: Weight(rules.star_hour_points, 60, rules.star_hours_a_day * 60),
        FactKind.PATROL: Weight(rules.star_patrol_points, 1, rules.star_patrols_a_day),
        FactKind.FINDING: Weight(rules.star_finding_points, 1, rules.star_findings_a_day),
        FactKind.MEDIATION: Weight(rules.star_mediation_points, 1, rules.star_mediations_a_day),
        FactKind.DUTY: Weight(rules.star_duty_points, 1, rules.star_duties_a_day),
        FactKind.STREAK: Weight(rules.star_streak_points, 1, None, rules.star_streak_days),
        FactKind.NOMINATION: Weight(rules.star_nomination_points, 1, None, rules.star_nominations),
    }


def score(facts: Iterable[Fact], rules: Rules) -> Score:
    """The score of one person's facts, whatever their order; the rows by day."""
    weight, used_day, used_round = weights(rules), dict[tuple[FactKind, date], int](), dict[FactKind, int]()
    seen: set[tuple[FactKind, str]] = set()
    rows = []
    for fact in sorted(facts, key=lambda each: (each.day, each.kind, each.key, not each.confirmed, -each.amount)):
        own = weight[fact.kind]
        if not fact.confirmed or fact.amount <= 0:
            rows.append(Row(fact, 0, 0, Why.UNCONFIRMED))
            continue
        if (fact.kind, fact.key) in seen:
            rows.append(Row(fact, 0, 0, Why.AGAIN))
            continue
        seen.add((fact.kind, fact.key))
        day, all_of = used_day.get((fact.kind, fact.day), 0), used_round.get(fact.kind, 0)
        left = [fact.amount]
        left += [] if own.a_day is None else [own.a_day - day]
        left += [] if own.a_round is None else [own.a_round - all_of]
        counted = max(0, min(left))
        used_day[fact.kind, fact.day], used_round[fact.kind] = day + counted, all_of + counted
        why = Why.COUNTED if counted == fact.amount else Why.LIMITED
        rows.append(Row(fact, counted, own.points * counted // own.per, why))
    return Score(sum(row.points for row in rows), tuple(rows))


def longest_streak(days: Collection[date]) -> tuple[int, date | None]:
    """The most of these days in a row, and the last of them."""
    best: tuple[int, date | None] = (0, None)
    for day in sorted(set(days)):
        if day - timedelta(days=1) in days:
            continue
        end = day
        while end + timedelta(days=1) in days:
            end += timedelta(days=1)
        best = max(best, ((end - day).days + 1, end), key=lambda each: each[0])
    return best
