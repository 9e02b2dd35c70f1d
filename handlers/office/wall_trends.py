"""What the wall screen shows of the days before: how many came and were done, when in the day and of what, last month's rates."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime

from governance.days import end_of, month_before, month_of, start_of
from governance.tickets.sensitive import is_sensitive
from governance.wall import busiest, days_until, shade
from handlers.context import Context
from handlers.tickets.prevention import CHANNEL
from storage.console.wall import closed_by_hour, opened_by_hour
from storage.ticket_sums import Sums, sums

DAYS, WEEK, MOST_CATEGORIES, HOURS = 30, 7, 6, 24


@dataclass(frozen=True)
class Day:
    """How many came and were done on a day."""

    day: date
    came: int
    closed: int


@dataclass(frozen=True)
class HoursOf:
    """A category with how many of it came in each hour of the day, and how dark each field is."""

    category: str
    counts: tuple[int, ...]
    shades: tuple[int, ...]


@dataclass(frozen=True)
class Trends:
    """The last 30 days, the newest last, `week`: the last 7 of them; by hour of day; and last month's rates, as they stand."""

    days: list[Day]
    hours: list[HoursOf]
    last_month: Sums

    @property
    def week(self) -> list[Day]:
        """The last seven days."""
        return self.days[-WEEK:]


@dataclass(frozen=True)
class _Before:
    """What came and was done on the days before today, by the hour, and last month's rates."""

    opened: list[tuple[datetime, str | None, int]]
    closed: list[tuple[datetime, int]]
    rates: Sums


class DaysBefore:
    """The days before today, counted once an hour: a wall asks every five seconds, and they hardly change."""

    def __init__(self) -> None:
        self._kept: tuple[tuple[date, int], _Before] | None = None

    def __call__(self, ctx: Context) -> _Before:
        """As they were counted within this hour."""
        hour, kept = (ctx.today, ctx.now.hour), self._kept
        if kept is None or kept[0] != hour:
            kept = self._kept = hour, _before(ctx)
        return kept[1]


def trends_for(ctx: Context, before: DaysBefore | None = None) -> Trends:
    """Of the whole subdistrict; what was voided never came. `before`: where the earlier days are kept."""
    zone, days = ctx.config.zone, days_until(ctx.today, DAYS)
    first, end = start_of(ctx.today, zone), end_of(ctx.today, zone)
    past = (before or DaysBefore())(ctx)
    came, closed = Counter[date](), Counter[date]()
    by_category: dict[str, Counter[int]] = {}
    for hour, category, count in past.opened + opened_by_hour(ctx.uow, first, end):
        local = hour.astimezone(zone)
        came[local.date()] += count
        if not is_sensitive(category):
            by_category.setdefault(category or "", Counter())[local.hour] += count
    for hour, count in past.closed + closed_by_hour(ctx.uow, first, end):
        closed[hour.astimezone(zone).date()] += count
    return Trends([Day(day, came[day], closed[day]) for day in days], _hours(ctx, by_category), past.rates)


def _before(ctx: Context) -> _Before:
    zone = ctx.config.zone
    first, today = start_of(days_until(ctx.today, DAYS)[0], zone), start_of(ctx.today, zone)
    last = start_of(month_before(ctx.today), zone)
    rates = sums(ctx.uow, last, start_of(month_of(ctx.today), zone), ctx.now, not_by=CHANNEL)
    return _Before(opened_by_hour(ctx.uow, first, today), closed_by_hour(ctx.uow, first, today), rates)


def _hours(ctx: Context, found: dict[str, Counter[int]]) -> list[HoursOf]:
    shown = busiest({name: counts.total() for name, counts in found.items() if _called(ctx, name)}, MOST_CATEGORIES)
    most = max((max(found[name].values()) for name in shown), default=0)
    rows = []
    for name in shown:
        counts = tuple(found[name][hour] for hour in range(HOURS))
        rows.append(HoursOf(_called(ctx, name), counts, tuple(shade(count, most) for count in counts)))
    return rows


def _called(ctx: Context, name: str) -> str:
    category = ctx.config.category(name)
    return "" if category is None else category.name
