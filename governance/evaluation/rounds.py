"""When a round is drafted, which days it covers, and until when it is objected to."""

from dataclasses import dataclass
from datetime import date, timedelta

from governance.evaluation.kinds import RoundTerm
from governance.rules import Rules

JUNE, JULY, DECEMBER = 6, 7, 12
LATEST = 10
"""A round that was not drafted on its day (the clock stood still) is drafted up to so many days later."""


@dataclass(frozen=True)
class Planned:
    """A round that the rules ask for."""

    term: RoundTerm
    year: int


def due_on(today: date, rules: Rules) -> Planned | None:
    """The round that is to be there on this day."""
    for term, month, day in (
        (RoundTerm.JULY, JUNE, rules.evaluation_july_day),
        (RoundTerm.YEAR_END, DECEMBER, rules.evaluation_december_day),
    ):
        begins = date(today.year, month, day)
        if begins <= today <= begins + timedelta(days=LATEST):
            return Planned(term, today.year)
    return None


def first_day(term: RoundTerm, year: int) -> date:
    """From which day on facts count."""
    return date(year - 1, JULY, 1) if term is RoundTerm.JULY else date(year, 1, 1)


def last_day(term: RoundTerm, year: int, today: date) -> date:
    """Until which day: its own last one, or the day on which it is drafted, whichever is earlier."""
    end = date(year, JUNE, 30) if term is RoundTerm.JULY else date(year, DECEMBER, 31)
    return min(end, today)


def has_begun(term: RoundTerm, year: int, today: date) -> bool:
    """Whether there may be facts for it."""
    return first_day(term, year) <= today
