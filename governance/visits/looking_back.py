"""The look-back of a year: when it is held, of which days, and when the residents' words open a matter again."""

from datetime import date

from governance.rules import Rules

ENOUGH_AGAINST = 3
OVERSLEPT = 2
"""What was not asked in its month (the clock stood still) is asked in one of so many months after it."""


def year_looked_at(today: date, rules: Rules) -> int | None:
    """The year that is looked back at today; None outside of the months in which that is done."""
    return today.year - 1 if 0 <= today.month - rules.year_look_month <= OVERSLEPT else None


def reopens(asked: int, against: int) -> bool:
    """Whether a matter is opened again: three say that it does not hold, or more than half of all who were asked."""
    return against >= ENOUGH_AGAINST or 2 * against > asked
