"""When what is done by the clock is due: once a day, week or month at an hour of the subdistrict."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from governance.clock import local_day
from governance.days import next_month


@dataclass(frozen=True)
class Daily:
    """Once a day. `weekday`: only on this day of the week (0 is Monday); `day`: only on this day of the month."""

    hour: int
    minute: int = 0
    weekday: int | None = None
    day: int | None = None

    def falls_on(self, day: date) -> bool:
        """Whether it happens on this day; a day of the month that a month does not have is its last."""
        if self.weekday is not None:
            return day.weekday() == self.weekday
        if self.day is None:
            return True
        last = (next_month(day) - timedelta(days=1)).day
        return day.day == min(self.day, last)


_MOST_DAYS = 400


def instants(schedule: Daily, after: datetime, until: datetime, zone: ZoneInfo) -> Sequence[datetime]:
    """The instants (UTC) after `after` up to `until` included, the oldest first; of the last 400 days at most."""
    first = max(local_day(after, zone), local_day(until, zone) - timedelta(days=_MOST_DAYS))
    found = []
    for ahead in range((local_day(until, zone) - first).days + 1):
        day = first + timedelta(days=ahead)
        if schedule.falls_on(day):
            instant = datetime.combine(day, time(schedule.hour, schedule.minute), zone).astimezone(UTC)
            if after < instant <= until:
                found.append(instant)
    return found


def next_instant(schedule: Daily, now: datetime, zone: ZoneInfo) -> datetime:
    """The next instant (UTC) after now."""
    return instants(schedule, now, now + timedelta(days=_MOST_DAYS - 1), zone)[0]


def owed(schedule: Daily, last: datetime | None, now: datetime, zone: ZoneInfo, most: int) -> Sequence[datetime]:
    """The instants that were missed, the oldest first: of all since `last` the newest `most`.

    A job that never ran owes only its newest instant of the last day, not a history that nobody waited for.
    """
    after = now - timedelta(days=1) if last is None else last
    return list(instants(schedule, after, now, zone))[-most:]


def period_of(instant: datetime, zone: ZoneInfo) -> str:
    """What marks the run of an instant: its local day and time."""
    return f"{instant.astimezone(zone):%Y-%m-%dT%H:%M}"


def instant_of(period: str, zone: ZoneInfo) -> datetime:
    """The instant (UTC) that a period marks."""
    return datetime.fromisoformat(period).replace(tzinfo=zone).astimezone(UTC)
