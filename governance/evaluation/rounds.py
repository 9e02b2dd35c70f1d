"""When a round is drafted, which days it covers, and until when it is objected to."""

from dataclasses import dataclass
from datetime import date, timedelta

from governance.days import FIRST_YEAR
from governance.evaluation.kinds import RoundTerm
from governance.rules import Rules

JUNE, JULY, DECEMBER = 6, 7, 12
LATEST, OVERSLEPT = 10, 60
"""A round that was not drafted on its day (the clock stood still) is drafted up to so many days later; and, where there was
something to evaluate on its day already, up to so many.
"""


@dataclass(frozen=True)
class Planned:
    """A round that the rules ask for."""

    term: RoundTerm
    year: int
    day: date
    """On which it should be drafted."""


def due_on(today: date, rules: Rules) -> Planned | None:
    """The round that is to be there on this day."""
    for year in (today.year, today.year - 1):
        for term in RoundTerm:
            day = planned_day(term, year, rules)
            if day <= today <= day + timedelta(days=OVERSLEPT):
                return Planned(term, year, day)
    return None


def planned_day(term: RoundTerm, year: int, rules: Rules) -> date:
    """On which day a round is drafted by itself."""
    if term is RoundTerm.JULY:
        return date(year, JUNE, rules.evaluation_july_day)
    return date(year, DECEMBER, rules.evaluation_december_day)


def is_late(planned: date, today: date) -> bool:
    """Whether a round is so late that it is drafted only for what was there on its day."""
    return today > planned + timedelta(days=LATEST)


def first_day(term: RoundTerm, year: int) -> date:
    """From which day on facts count."""
    return date(year - 1, JULY, 1) if term is RoundTerm.JULY else date(year, 1, 1)


def last_day(term: RoundTerm, year: int, today: date) -> date:
    """Until which day: its own last one, or the day on which it is drafted, whichever is earlier."""
    end = date(year, JUNE, 30) if term is RoundTerm.JULY else date(year, DECEMBER, 31)
    return min(end, today)


def has_begun(term: RoundTerm, year: int, today: date) -> bool:
    """Whether there may be facts for it; a year that no calendar has, or that is far off, has none."""
    return FIRST_YEAR <= year <= today.year + 1 and first_day(term, year) <= today
