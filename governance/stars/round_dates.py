"""The dates of a round, and how they give way when a step comes late."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from governance.clock import local_day
from governance.days import next_month
from governance.rules import Rules
from governance.stars.states import RoundState

REVIEW_DAYS = 2
"""A review has this much time at least, and so have nominations. Source: design, section 5 (26th and 27th)."""


@dataclass(frozen=True)
class RoundDates:
    """Instants (UTC) at which nominations open, the review begins, the public notice begins, the awards are announced."""

    opens_at: datetime
    review_at: datetime
    notice_at: datetime
    announce_at: datetime

    @property
    def instants(self) -> tuple[datetime, datetime, datetime, datetime]:
        """The four of them, in their order."""
        return self.opens_at, self.review_at, self.notice_at, self.announce_at


def dates_of(month: date, zone: ZoneInfo, rules: Rules) -> RoundDates:
    """The planned dates of a month's round (`month`: its first day). Source: design, section 5 (20th, 26th, 28th, 1st).

    In February the 28th leaves no three days of notice, and the steps before move forward.
    """
    first = next_month(month)
    notice = min(month.replace(day=rules.star_notice_day), first - timedelta(days=rules.star_notice_days))
    review = min(month.replace(day=rules.star_review_day), notice - timedelta(days=REVIEW_DAYS))
    opens = min(month.replace(day=rules.star_open_day), review - timedelta(days=REVIEW_DAYS))
    return RoundDates(*(_at(day, zone, rules) for day in (opens, review, notice, first)))


def next_step_at(state: RoundState, dates: RoundDates) -> datetime:
    """When the next step of a round in this state is."""
    steps = {
        RoundState.PLANNED: dates.opens_at, RoundState.NOMINATING: dates.review_at, RoundState.REVIEWING: dates.notice_at,
    }  # fmt: skip
    return steps.get(state, dates.announce_at)


def put_off(state: RoundState, dates: RoundDates, days: int) -> RoundDates:
    """What has begun stays; the steps that are still to come move together, so many days."""
    by = timedelta(days=days)
    opens = dates.opens_at + by if state is RoundState.PLANNED else dates.opens_at
    review = dates.review_at if state is RoundState.REVIEWING else dates.review_at + by
    return RoundDates(opens, review, dates.notice_at + by, dates.announce_at + by)


def opened(dates: RoundDates, now: datetime, zone: ZoneInfo, rules: Rules) -> RoundDates:
    """The dates once nominations have opened at `now`: late, the steps after keep the time they need."""
    review = max(dates.review_at, _after(now, REVIEW_DAYS, zone, rules))
    return reviewed(replace(dates, review_at=review), review, zone, rules)


def reviewed(dates: RoundDates, now: datetime, zone: ZoneInfo, rules: Rules) -> RoundDates:
    """The dates once the review has begun at `now`."""
    notice = max(dates.notice_at, _after(now, REVIEW_DAYS, zone, rules))
    return noticed(replace(dates, notice_at=notice), notice, zone, rules)


def noticed(dates: RoundDates, now: datetime, zone: ZoneInfo, rules: Rules) -> RoundDates:
    """The dates once the public notice has begun at `now`: it lasts its days in full."""
    return replace(dates, announce_at=max(dates.announce_at, _after(now, rules.star_notice_days, zone, rules)))


def _after(now: datetime, days: int, zone: ZoneInfo, rules: Rules) -> datetime:
    """The first of the hours at which steps are taken that is so many days after `now`."""
    due = now + timedelta(days=days)
    at = _at(local_day(due, zone), zone, rules)
    return at if at >= due else _at(local_day(due, zone) + timedelta(days=1), zone, rules)


def _at(day: date, zone: ZoneInfo, rules: Rules) -> datetime:
    return datetime.combine(day, time(rules.star_hour), zone).astimezone(UTC)
