"""When a thing is to be looked at: by its kind, month after month, and once more before the flood season."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from governance.days import next_month
from governance.rules import Rules
from governance.things.kinds import KINDS, ThingKind


class Result(StrEnum):
    """What came of looking at a thing."""

    WELL = "well"
    WRONG = "wrong"


@dataclass(frozen=True)
class Period:
    """One time at which a thing is looked at. `key`: what it is known by; `opens`, `due`: the first and the last day for it."""

    key: str
    opens: date
    due: date


def periods_of(kind: ThingKind, today: date, rules: Rules) -> tuple[Period, ...]:
    """The periods of a kind that are open on a day: by the months of the rules, and the time before the flood."""
    found = [_regular(rules.thing_months(kind.value), today)]
    if KINDS[kind].before_flood:
        flood = _before_flood(today.year, rules)
        if flood.opens <= today <= flood.due:
            found.append(flood)
    return tuple(found)


def _regular(months: int, today: date) -> Period:
    first = date(today.year, (today.month - 1) // months * months + 1, 1)
    after = first
    for _ in range(months):
        after = next_month(after)
    return Period(f"{first:%Y-%m}/{months}", first, after - timedelta(days=1))


def _before_flood(year: int, rules: Rules) -> Period:
    """The flood season begins with a month: what it may hurt is looked at in the weeks before."""
    begins = date(year, rules.flood_month, 1)
    return Period(f"{year}/flood", begins - timedelta(days=rules.flood_ahead_days), begins - timedelta(days=1))


def is_late(due: date, today: date) -> bool:
    """Whether the last day for it is over."""
    return due < today
