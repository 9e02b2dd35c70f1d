"""Shifts of the coming weeks, written from the weekly patterns; each once, however often it runs."""

from datetime import datetime, timedelta

from governance.clock import local_day
from governance.duty.patterns import Pattern, occurrences
from handlers.context import Context
from storage.duty.plan_write import pattern_row, running_patterns
from storage.duty.shifts import plan_shift


def plan_ahead(ctx: Context, instant: datetime) -> int:
    """Writes the shifts that all weekly patterns bring in the next weeks; answers how many were new."""
    return sum(plan_pattern(ctx, instant, pattern) for pattern in running_patterns(ctx.uow))


def plan_pattern(ctx: Context, instant: datetime, pattern_id: int) -> int:
    """Writes the shifts that one pattern brings in the next weeks; answers how many were new."""
    day, zone = local_day(instant, ctx.config.zone), ctx.config.zone
    last = day + timedelta(weeks=ctx.config.rules.duty_weeks)
    row = pattern_row(ctx.uow, pattern_id)
    pattern = Pattern(
        frozenset(int(digit) - 1 for digit in row.weekdays), row.start_minute, row.end_minute, row.on_holidays, row.since,
        row.until,
    )  # fmt: skip
    return sum(
        starts_at > ctx.now and plan_shift(
            ctx.uow, station_id=row.station_id, pattern_id=row.id, day=on, starts_at=starts_at, ends_at=ends_at,
            capacity=row.capacity, qualification=row.qualification,
        )
        for on, starts_at, ends_at in occurrences(pattern, day, last, zone, ctx.config.calendar)
    )  # fmt: skip
