"""Check-ins: near enough or not, for which day, and how many days in a row."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from governance.rules import Rules


class Method(StrEnum):
    """How somebody showed that they are there."""

    TEXT = "text"
    QR = "qr"
    LOCATION = "location"
    CODE = "code"
    """The station's code of these minutes."""
    BESIDE = "beside"
    """A building leader checked in for somebody who stands beside."""


CONFIRMED = frozenset({Method.QR, Method.LOCATION, Method.CODE})
"""What shows that one was there; a text only says so. A printed code can be photographed: it shows that somebody saw it once."""


@dataclass(frozen=True)
class Streak:
    """Days in a row up to today (or yesterday, while today is not over), and the days of this month."""

    days: int
    this_month: int


def near_enough(distance_m: float, rules: Rules) -> bool:
    """Whether a position is at the place."""
    return distance_m <= rules.check_in_metres


def still_for_yesterday(now: datetime, zone: ZoneInfo, rules: Rules) -> bool:
    """Whether yesterday may still be filled in. Source: design, section 5 (until 09:00)."""
    return now.astimezone(zone).hour < rules.yesterday_until_hour


def streak(days: Collection[date], today: date) -> Streak:
    """Of the days on which somebody checked in."""
    day = today if today in days else today - timedelta(days=1)
    count = 0
    while day in days:
        count, day = count + 1, day - timedelta(days=1)
    return Streak(count, sum(1 for each in set(days) if (each.year, each.month) == (today.year, today.month)))
