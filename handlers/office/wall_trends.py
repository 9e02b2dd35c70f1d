"""What the wall screen shows of the days before: how many came and were done, when in the day and of what, last month's rates."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from governance.days import end_of, month_before, month_of, start_of
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


def trends_for(ctx: Context) -> Trends:
    """Of the whole subdistrict; what was voided never came."""
    zone, days = ctx.config.zone, days_until(ctx.today, DAYS)
    first, end = start_of(days[0], zone), end_of(ctx.today, zone)
    opened = opened_by_hour(ctx.uow, first, end)
    came, closed = Counter[date](), Counter[date]()
    by_category: dict[str, Counter[int]] = {}
    for hour, category, count in opened:
        local = hour.astimezone(zone)
        came[local.date()] += count
        by_category.setdefault(category or "", Counter())[local.hour] += count
    for hour, count in closed_by_hour(ctx.uow, first, end):
        closed[hour.astimezone(zone).date()] += count
    last = month_before(ctx.today)
    rates = sums(ctx.uow, start_of(last, zone), start_of(month_of(ctx.today), zone), ctx.now, not_by=CHANNEL)
    return Trends([Day(day, came[day], closed[day]) for day in days], _hours(ctx, by_category), rates)


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
